import Testing

/// Commands that write into a guide: records, stamps, texts, and letters.
extension HostileCommand {
  static let edits = approvals + stamps + texts + cells

  /// Rows without entries under `raci/`.
  static let inherited = "sections: {h: {raci: {provider: RA}}}\n"

  private static let approvals: [Self] = [
    Self("an approval of rows", "approve --by p") { count in
      ["content/en-US/x.md": rows(count), "content/raci/x.yml": raci(count)]
    },
    Self("an approval of equal rows", "approve --by p") { count in
      ["content/en-US/x.md": equalRows(count), "content/raci/x.yml": inherited]
    },
    Self("an approval of documents", "approve --by p") { count in
      Dictionary(
        uniqueKeysWithValues: (0..<count / 4).map { ("content/en-US/d\($0).md", "# D\($0)\n") })
    },
    Self("an approval beside others", "approve --by p --scope x#r0") { count in
      [
        "content/en-US/x.md": rows(count), "content/raci/x.yml": raci(count),
        "content/reviews.yml": "reviews:\n"
          + lines(min(count, 5_000)) {
            "  - {scope: \"x#r\($0)\", by: p, date: 2026-01-01, digest: \"0123456789abcdef\", record: {\"x#r\($0)\": \"0\"}}"
          },
      ]
    },
  ]

  private static let stamps: [Self] = [
    Self("a stamp of rows", "stamp content/de-DE/x.md") { count in
      [
        "content/en-US/x.md": rows(count), "content/de-DE/x.md": rows(count, named: "Aufgabe"),
        "content/raci/x.yml": raci(count),
      ]
    },
    Self("a stamp of equal rows", "stamp content/de-DE/x.md") { count in
      [
        "content/en-US/x.md": equalRows(count),
        "content/de-DE/x.md": equalRows(count, named: "Aufgabe"), "content/raci/x.yml": inherited,
      ]
    },
    Self("a stamp of rows that do not fit", "stamp content/de-DE/x.md") { count in
      [
        "content/en-US/x.md": rows(count), "content/raci/x.yml": inherited,
        "content/de-DE/x.md": rows(count, named: "Aufgabe").replacing("=\"r", with: "=\"s"),
      ]
    },
    Self("a stamp beside other keys", "stamp content/de-DE/x.md") { count in
      ["content/de-DE/x.md": "---\n" + lines(4 * count) { "k\($0): v" } + "---\n# X\n"]
    },
    Self("a stamp over anchors", "stamp content/de-DE/x.md") { count in
      [
        "content/de-DE/x.md": "---\nsource:\n" + lines(4 * count) { "  k\($0): &a\($0) v" }
          + "---\n# X\n"
      ]
    },
    Self("a stamp of paragraphs", "stamp content/de-DE/x.md") { count in
      [
        "content/en-US/x.md": paragraphs(count) { "word \($0)" },
        "content/de-DE/x.md": paragraphs(count) { "Wort \($0)" },
      ]
    },
  ]

  private static let texts: [Self] = [
    Self("equal paragraphs", "translate export --locale de-DE --only all") { count in
      [
        "content/en-US/x.md": paragraphs(count) { _ in "same text" },
        "content/de-DE/x.md": paragraphs(count) { $0 % 2 == 0 ? "- der Text" : "der Text" },
      ]
    },
    Self("equal rows, one more", "translate export --locale de-DE --only all") { count in
      [
        "content/en-US/x.md": equalRows(count), "content/raci/x.yml": inherited,
        "content/de-DE/x.md": equalRows(count + 1, named: "Aufgabe"),
      ]
    },
    Self("equal texts", "translate import t.po") { count in
      [
        "content/en-US/x.md": paragraphs(count) { _ in "same text" },
        "content/de-DE/x.md": paragraphs(count) { _ in "alt" },
        "t.po": po(count) { ("x#x:\($0 + 1)", "same text", "gleich") },
      ]
    },
    Self("texts of no place", "translate import t.po") { count in
      [
        "content/en-US/x.md": paragraphs(count) { "word \($0)" },
        "content/de-DE/x.md": paragraphs(count) { "Wort \($0)" },
        "t.po": po(count) { ("x#y:\($0 + 1)", "word \($0)", "neu \($0)") },
      ]
    },
    Self("texts of other places", "translate import t.po") { count in
      [
        "content/en-US/x.md": paragraphs(count) { "word \($0)" },
        "content/de-DE/x.md": paragraphs(count) { "Wort \($0)" },
        "t.po": po(count) { ("x#x:\(count - $0)", "word \($0)", "neu \($0)") },
      ]
    },
  ]

  private static let cells: [Self] = [
    lettersOfRows("letters of one row") { _ in "r0" },
    lettersOfRows("letters of no row") { "s\($0)" },
    Self("letters in cells", "import m.csv") { count in
      let table = { (heads: String) in
        "# X\n\n## H {#h}\n\n\(heads)\n|---|---|---|\n"
          + lines(count) { "| <a name=\"r\($0)\"></a>task \($0) | R/A | C |" }
      }
      return [
        "content/en-US/x.md": table("| Task | Provider | Customer |"),
        "content/de-DE/x.md": table("| Aufgabe | Anbieter | Kunde |"),
        "content/raci/x.yml": "table: letters\n",
        "m.csv": "ID,D,S,R,provider,customer,State,URL\n" + lines(count) { "r\($0),,,,RA,I,," },
      ]
    },
  ]

  private static func lettersOfRows(
    _ name: String, _ id: @escaping @Sendable (Int) -> String
  ) -> Self {
    Self(name, "import m.csv") { count in
      [
        "content/en-US/x.md": rows(count), "content/raci/x.yml": raci(count),
        "m.csv": "ID,D,S,R,provider,customer,State,URL\n" + lines(count) { "\(id($0)),,,,RA,C,," },
      ]
    }
  }
}
