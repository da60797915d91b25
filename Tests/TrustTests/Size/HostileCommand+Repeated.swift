import Testing

/// Columns, names, and marks that are there again and again.
extension HostileCommand {
  static let repeated = sheets + marks + names + settings

  private static let sheets: [Self] = [
    Self("columns of one party", "import m.csv") { count in
      [
        "content/en-US/x.md": rows(count), "content/raci/x.yml": raci(count),
        "m.csv": "ID,D,S,R" + String(repeating: ",provider", count: count) + ",State,URL\n"
          + lines(count) { "r\($0),,,task \($0)" },
      ]
    },
    Self("columns of mail", "import c.csv") { count in
      [
        "c.csv": "party" + String(repeating: ",mail", count: count) + "\n"
          + lines(count) { _ in "provider" }
      ]
    },
    Self("groups of one name", "import g.yaml") { count in
      [
        "g.yaml": lines(count) { _ in "---\nkind: Group\nmetadata: {name: provider}" }
          + lines(count) {
            "---\nkind: User\nmetadata: {name: u\($0)}\nspec: {memberOf: [provider]}"
          }
      ]
    },
    Self("sheets of like names", "export --format xlsx --output o.xlsx") { count in
      let part = String(repeating: "-aaaaaaaa", count: 4)
      return [
        "content/guide.yml": "source_locale: en-US\nparties: [provider, customer]\nlocales:\n"
          + "- en-US\n" + lines(count / 10) { "- de-x\(part)-\(10_000 + $0)" },
        "content/en-US/x.md": rows(3), "content/raci/x.yml": raci(3),
      ]
    },
  ]

  private static let marks: [Self] = [("{", "braces"), ("<!--", "comments"), ("{%", "tags")].map {
    mark, name in
    Self("\(name) that nothing closes", "translate export --locale de-DE --only all") { count in
      [
        "content/en-US/x.md": "# X\n\none "
          + String(repeating: mark, count: min(20 * count, 190_000 / mark.count)) + " two\n"
      ]
    }
  }

  private static let settings: [Self] = [
    Self("rows of many locales", "check") { count in
      let locales = (0..<min(count / 2, 900)).map { "de-x-\(10_000 + $0)" }
      return [
        "content/guide.yml": "source_locale: en-US\nparties: [provider, customer]\n"
          + "locales: [en-US, \(locales.joined(separator: ", "))]\n",
        "content/en-US/x.md": rows(2 * count), "content/raci/x.yml": inherited,
      ]
    },
    Self("names of cells and tables", "check") { count in
      [
        "content/en-US/x.md": "# X\n\n"
          + lines(count) {
            "|Task|Responsible|Accountable|\n|-|-|-|\n|x \($0)|Team \($0)|Customer|\n"
          },
        "content/raci/x.yml": "table:\n  kind: columns\n  names:\n"
          + lines(count) { "    Team \($0): provider" },
      ]
    },
    Self("heads of parties and tables", "check") { count in
      [
        "content/en-US/x.md": "# X\n\n"
          + lines(count) { "|Task|Head \($0)|\n|-|-|\n|x \($0)|RA|\n" },
        "content/raci/x.yml": "table:\n  kind: letters\n  parties:\n"
          + lines(count) { "    Head \($0): provider" },
      ]
    },
    Self("tables of other widths", "check") { count in
      [
        "content/en-US/x.md": "# X\n\n" + lines(2 * count + 1) { _ in "|a|b|\n|-|-|\n" },
        "content/de-DE/x.md": "# X\n\n" + lines(2 * count) { _ in "|a|b|c|\n|-|-|-|\n" },
        "content/raci/x.yml": "table: letters\n",
      ]
    },
    Self("ids and titles of common words", "check") { count in
      let word = { (number: Int) in "w\(number * 7_919 % max(1, count / 5))" }
      let words = { (number: Int) in (0..<12).map { word(12 * number + $0 * $0) } }
      return [
        "content/en-US/x.md": "# X {#x}\n\n|Task|Text|\n|-|-|\n"
          + lines(count) { "|\(words($0).joined(separator: " "))|b|" },
        "content/raci/x.yml": "sections:\n  x:\n    responsibilities:\n"
          + lines(count - 1) { "      \(words($0 + 7).joined(separator: "-"))-\($0): {}" },
      ]
    },
    Self("clauses of a long row", "check") { count in
      let document = { (text: String) in
        "# X {#x}\n\n|Task|Text|\n|-|-|\n|Backup|b|\n" + lines(4 * count) { "||\(text) \($0)|" }
      }
      return [
        "content/en-US/x.md": document("the task is"),
        "content/de-DE/x.md": document("die Aufgabe"),
        "content/raci/x.yml": "sections: {x: {raci: {provider: RA}}}\n",
      ]
    },
    Self("a long row beside short ones", "check") { count in
      let head = "# X {#x}\n\n|Task|Text|\n|-|-|\n"
      return [
        "content/en-US/x.md": head + "|big|w|\n" + lines(4 * count) { "||word\(100_000 + $0)x|" },
        "content/de-DE/x.md": head + lines(4 * count) { "|t|word\(100_000 + $0)x|" },
        "content/raci/x.yml": "sections: {x: {raci: {provider: RA}}}\n",
      ]
    },
    Self("links behind spaces", "check") { count in
      let count = min(count, 8_000)
      return [
        "content/en-US/x.md": "# X\n\ntext\n" + String(repeating: " ", count: 8 * count)
          + String(repeating: "[a](y.md) ", count: count) + "\n"
      ]
    },
  ]

  private static let names: [Self] = [
    Self("anchors before a text", "translate export --locale de-DE --only all") { count in
      let count = min(count, 5_000)
      return [
        "content/en-US/x.md": "# X\n\n## " + String(repeating: "<a name=x></a>", count: count)
          + String(repeating: "b", count: 14 * count) + "-->\n"
      ]
    },
    Self("approvals of the guide and of rows", "check --date 2026-02-01") { count in
      let count = min(count, 2_500)
      let entry = { (scope: String, name: String) in
        "  - {scope: \"\(scope)\", by: \(name), date: 2026-01-01, digest: \"0123456789abcdef\"}"
      }
      return [
        "content/en-US/x.md": rows(count), "content/raci/x.yml": raci(count),
        "content/reviews.yml": "reviews:\n" + lines(count) { entry("guide", "p\($0)") }
          + lines(count) { entry("x#r\($0)", "q") },
      ]
    },
    Self("names in a turned table", "init g --from in") { count in
      let columns = count / 20
      let table =
        "# RACI\n\n|Role|" + (0..<columns).map { "Do \($0)|" }.joined() + "\n|-|"
        + String(repeating: "-|", count: columns) + "\n|"
        + (0..<min(count, 10_000)).map { "Team \($0)" }.joined(separator: ", ") + "|"
        + String(repeating: "R|", count: columns) + "\n"
      return ["in/en/x.md": table, "in/de/x.md": table]
    },
    Self("rows below a long heading", "init g --from in --locale en") { count in
      [
        "in/x.md": "# RACI\n\n## \(String(repeating: "ab ", count: min(20 * count, 60_000)))\n\n"
          + "|Task|Team|Boss|\n|-|-|-|\n"
          + lines(count) { "|—" + String(repeating: "-", count: $0 % 3) + "|R|A|" }
      ]
    },
  ]
}
