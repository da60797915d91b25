import Foundation
import Testing

/// Files that a command reads, made to cost more than their size: all equal, all distinct, or in the
/// order that suits a search least.
struct HostileCommand: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let arguments: [String]
  /// The files, as large as asked for.
  let files: @Sendable (_ count: Int) -> [String: String]

  init(
    _ name: String, _ arguments: String,
    _ files: @escaping @Sendable (_ count: Int) -> [String: String]
  ) {
    testDescription = "\(name), \(arguments)"
    self.arguments = arguments.split(separator: " ").map(String.init)
    self.files = files
  }

  static let all =
    reviews + translations + letters + contacts + exports + adoption + yaml + edits + repeated
    + products

  /// Those whose growth is counted in every run: counting instructions takes time.
  static let few =
    all.filter { command in
      ["letters of all rows", "groups and users", "columns of one party"].contains {
        command.testDescription.hasPrefix($0 + ",")
      }
    } + products
}

extension HostileCommand {
  private static let reviews: [Self] = [
    Self("approvals with records and rows", "build --date 2026-02-01") { count in
      [
        "content/en-US/x.md": rows(count), "content/raci/x.yml": raci(count),
        "content/reviews.yml": "reviews:\n"
          + lines(min(count, 5_000)) {
            "  - {scope: guide, by: p\($0), date: 2026-01-01, digest: \"0123456789abcdef\", record: {x: \"0\"}}"
          },
      ]
    },
    Self("approvals of each row", "check --date 2026-02-01") { count in
      [
        "content/en-US/x.md": rows(count), "content/raci/x.yml": raci(count),
        "content/reviews.yml": "reviews:\n"
          + lines(min(count, 5_000)) {
            "  - {scope: \"x#r\($0)\", by: p, date: 2026-01-01, digest: \"0123456789abcdef\", record: {\"x#r\($0)\": \"0\"}}"
          },
      ]
    },
    Self("marks in a scope", "build --date 2026-02-01") { count in
      let key = String(repeating: "#", count: 20 * count)
      return [
        "content/reviews.yml":
          "reviews:\n  - {scope: \"\(key)\", by: p, date: 2026-01-01, digest: \"0123456789abcdef\"}\n"
      ]
    },
    Self("marks in a record", "build --date 2026-02-01") { count in
      let key = String(repeating: "#", count: 20 * count)
      return [
        "content/reviews.yml":
          "reviews:\n  - {scope: guide, by: p, date: 2026-01-01, digest: \"0123456789abcdef\", "
          + "record: {? \"\(key)\" : \"0\"}}\n"
      ]
    },
  ]

  private static let translations: [Self] = [
    Self("texts that become lists", "translate import t.po") { count in
      [
        "content/en-US/x.md": paragraphs(count) { "word number \($0)" },
        "content/de-DE/x.md": paragraphs(count) { "Wort Nummer \($0)" },
        "t.po": po(count) { ("x#x:\($0 + 1)", "word number \($0)", "- neu \($0)") },
      ]
    },
    Self("new paragraphs", "translate import t.po") { count in
      [
        "content/en-US/x.md": paragraphs(count) { "word number \($0)" },
        "content/de-DE/x.md": "# X {#x}\n\nanderes\n",
        "t.po": po(count) { ("x#x:\($0 + 1)", "word number \($0)", "neu \($0)") },
      ]
    },
    Self("a new file", "translate import t.po --locale nl-NL") { count in
      [
        "content/en-US/x.md": paragraphs(count) { "word number \($0)" },
        "t.po": po(1) { ("x#x:\($0 + 1)", "word number \($0)", "nieuw \($0)") },
      ]
    },
    Self("one context", "translate import t.po") { count in
      [
        "content/en-US/x.md": "# X {#x}\n\nword here\n",
        "content/de-DE/x.md": "# X {#x}\n\nWort hier\n",
        "t.po": po(4 * count) { _ in ("x#x:1", "word here", "Wort") },
      ]
    },
    Self("marks in a context", "translate import t.po") { count in
      ["t.po": po(1) { _ in (String(repeating: "#", count: 20 * count), "a", "b") }]
    },
    Self("new rows and a table", "translate import t.po") { count in
      [
        "content/en-US/x.md": rows(count), "content/de-DE/x.md": "# X {#x}\n",
        "content/raci/x.yml": raci(count),
        "t.po": po(count) { ("x#r\($0)", "task \($0)", "Aufgabe \($0)") }
          + po(count) { ("x#r\($0).1", "do it \($0)", "mach es \($0)") }
          .replacing(head, with: ""),
      ]
    },
    Self("rows of both languages", "translate export --locale de-DE --only all") { count in
      [
        "content/en-US/x.md": rows(count), "content/de-DE/x.md": rows(count, named: "Aufgabe"),
        "content/raci/x.yml": raci(count),
      ]
    },
    Self("runs of backticks", "translate export --locale de-DE --only all") { count in
      let lengths = 1..<Int(Double(40 * count).squareRoot())
      let text = lengths.map { String(repeating: "`", count: $0) + "a" }.joined()
      return ["content/en-US/x.md": text, "content/de-DE/x.md": text]
    },
    Self("paragraphs and lists", "translate export --locale de-DE --only all") { count in
      [
        "content/en-US/x.md": paragraphs(count) { "w\($0) a" },
        "content/de-DE/x.md": paragraphs(count) { $0 % 2 == 0 ? "w\($0) b" : "- w\($0)" },
      ]
    },
  ]

  private static let letters: [Self] = ["", "reversed "].map { order in
    Self("\(order)letters of all rows", "import m.csv") { count in
      let numbers = order.isEmpty ? Array(0..<count) : Array((0..<count).reversed())
      return [
        "content/en-US/x.md": rows(count), "content/raci/x.yml": raci(count),
        "m.csv": "ID,D,S,R,provider,customer,State,URL\n"
          + numbers.map { "r\($0),,,,RA,C,,\n" }.joined(),
      ]
    }
  }

  private static let contacts: [Self] = [
    Self("groups and users", "import g.yaml") { count in
      [
        "g.yaml": lines(count) { "---\nkind: Group\nmetadata: {name: g\($0)}" }
          + lines(count) {
            "---\nkind: User\nmetadata: {name: u\($0)}\nspec: {memberOf: [g\($0)]}"
          }
      ]
    },
    Self("members of a group", "import g.yaml") { count in
      [
        "g.yaml": "kind: Group\nmetadata: {name: provider}\nspec:\n  members:\n"
          + lines(count) { "  - m\($0)" }
      ]
    },
    Self("columns of members", "import c.csv") { count in
      [
        "c.csv": "party" + String(repeating: ",members", count: count) + "\nprovider"
          + (0..<count).map { ",m\($0)" }.joined() + "\n"
      ]
    },
    Self("spaces that divide", "import c.csv") { count in
      ["c.csv": "sep= \nid mail\n" + String(repeating: " ", count: 20 * count) + "\n"]
    },
  ]

  private static let exports: [Self] =
    [
      Self("one picture many times", "export --format html --output o") { count in
        [
          "content/en-US/p.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><!--"
            + String(repeating: "x", count: 1 << 20) + "--></svg>",
          "content/en-US/x.md": "# X\n\n" + lines(count / 4) { _ in "![a](p.svg)\n" },
        ]
      }
    ]
    + ["html", "docx"].map { format in
      Self("links to rows", "export --format \(format) --output o") { count in
        [
          "content/en-US/x.md": rows(count) + "\n"
            + lines(count) { "[a](/en-US/matrix/#x--r\($0))\n" },
          "content/raci/x.yml": raci(count),
        ]
      }
    }

  private static let adoption: [Self] = [
    Self("teams in heads", "init g --from in") { count in
      [
        "in/en-US/a.md": "# A\n\n"
          + lines(count) {
            "## S\($0)\n\n| Task | Team \($0) | Us |\n|---|---|---|\n| t\($0) | R | A |\n"
          }
      ]
    },
    Self("owners", "init g --from in") { count in
      [
        "in/en-US/a.md": "# A\n\n| Task | Owner |\n|---|---|\n"
          + lines(count) { "| task \($0) | team \($0) |" }
      ]
    },
    Self("rows of two languages", "init g --from in") { count in
      let table = { (name: String) in
        "# A\n\n| Task | IT | Us |\n|---|---|---|\n" + lines(count) { "| \(name)\($0) | R | A |" }
      }
      return ["in/en-US/a.md": table("t"), "in/de-DE/a.md": table("u")]
    },
    Self("equal rows", "init g --from in") { count in
      [
        "in/en-US/a.md": "# A\n\n| Task | IT | Us |\n|---|---|---|\n"
          + lines(count) { _ in "| t | R | A |" }
      ]
    },
    Self("documents and addresses", "init g --from in") { count in
      Dictionary(
        uniqueKeysWithValues: (0..<count / 4).map {
          (
            "in/d\($0).md",
            "---\nlang: en\naliases: [/a\($0), /b\($0)]\n---\n# D\($0)\n\n[x](/a\($0 * 7 % count))\n"
          )
        })
    },
    Self("sections of a table", "init g --from in/m.csv --locale en-US") { count in
      [
        "in/m.csv": "Task,IT,Us\n" + lines(count) { "Section \($0),,\nt\($0),R,A" }
      ]
    },
  ]

  private static let yaml: [Self] = [
    Self("tag directives", "check") { count in
      [
        "content/en-US/x.md": "---\n" + lines(4 * count) { "%TAG !a\($0)! x" }
          + "---\na: b\n---\n# X\n"
      ]
    }
  ]
}
