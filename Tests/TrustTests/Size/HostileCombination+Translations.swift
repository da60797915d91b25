extension HostileCombination {
  /// Translations that differ from their sources in each of many places.
  static let translations = [
    Self("names and numbers that rows lack", "translation/kept-token") { count in
      translated(
        lines(count) { "|<a name=\"r\($0)\"></a>title|SOC\($0) XY\($0) \($0).5|" },
        lines(count) { "|<a name=\"r\($0)\"></a>Name|DEF\($0) GH\($0) \($0).7|" })
    },
    Self("names that one row lacks", "translation/kept-token") { count in
      translated(
        "|Backup|\(words(4 * count) { "SOC\($0)" })|\n",
        "|Backup|\(words(4 * count) { "ABC\($0)" })|\n")
    },
    Self("links that rows lack", "translation/link-lost") { count in
      translated(
        lines(count) { "|title \($0)|[a](y.md#a-\($0)) [b](https://a.example/\($0))|" },
        lines(count) { "|Name \($0)|[a](y.md#b-\($0)) [b](https://b.example/\($0))|" })
    },
    Self("links that one row lacks", "translation/link-lost") { count in
      translated(
        "|Backup|\(words(count) { "[q](https://a.example/\($0))" })|\n",
        "|Backup|\(words(count) { "[q](https://b.example/\($0))" })|\n")
    },
    Self("sections without anchors in another order", "raci/row-without-responsibility") { count in
      [
        "content/en-US/x.md": "# X\n\n"
          + lines(count) { "## Section of things \($0)\n\n|a|b|\n|-|-|\n|task \($0)|d|\n" },
        "content/de-DE/x.md": "# X\n\n"
          + lines(count + 1) {
            "## Abschnitt von \(count - $0)\n\n|a|b|\n|-|-|\n|Aufgabe \(count - $0)|d|\n"
          },
      ]
    },
    Self("letters that differ in another order", "translation/letters-differ") { count in
      let head = "# X\n\n|Task|Provider|Customer|\n|-|-|-|\n"
      return [
        "content/en-US/x.md": head + lines(count) { "|<a name=\"r\($0)\"></a>t|R|A|" },
        "content/de-DE/x.md": head
          + lines(count) { "|<a name=\"r\($0 * 7919 % count)\"></a>t|A|R|" },
        "content/raci/x.yml": "table: letters\n",
      ]
    },
  ]

  /// A document of one section in two languages.
  private static func translated(_ source: String, _ translation: String) -> [String: String] {
    let head = "# X\n\n## H {#h}\n\n|a|b|\n|-|-|\n"
    return [
      "content/en-US/x.md": head + source, "content/de-DE/x.md": head + translation,
      "content/raci/x.yml": "sections: {h: {raci: {provider: RA}}}\n",
    ]
  }

  private static func words(_ count: Int, _ word: (Int) -> String) -> String {
    (0..<count).map(word).joined(separator: " ")
  }
}
