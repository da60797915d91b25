extension HostileCombination {
  /// Long texts that many places repeat, and many parties in each row.
  static let titles = [
    Self("a long heading over rows", "document/title-too-long") { count in
      titled(
        "## \(words(10 * count))\n\n|Task|Provider|\n|-|-|\n" + lines(count) { "|t \($0)|RA|" })
    },
    Self("a long title of a document", "document/title-too-long") { count in
      titled("|Task|Provider|\n|-|-|\n" + lines(count) { "|t \($0)|RA|" }, title: words(10 * count))
    },
    Self("a long title of each table's section", "document/title-too-long") { count in
      titled(
        "## \(words(5 * count))\n\n" + lines(count) { "|Task|Provider|\n|-|-|\n|t \($0)|RA|\n" })
    },
    Self("a long head over cells", "matrix/idle-party") { count in
      titled("|Task|Provider|\(words(10 * count))|\n|-|-|-|\n" + lines(count) { "|t \($0)|RA|x|" })
    },
    Self("a long title of a line of areas", "document/title-too-long") { count in
      let columns = min(count / 5, 900)
      return titled(
        "|Area|\(areas(columns) { "T\($0)" })\n|-|\(areas(columns) { _ in "-" })\n"
          + "|\(words(10 * count))|\(areas(columns) { _ in "Provider" })\n", "owners")
    },
    Self("a long section of turned tables", "document/title-too-long") { count in
      titled(
        "## \(words(10 * count))\n\n"
          + lines(count) { _ in "|Party|RACI|\n|-|-|\n|Provider|R|\n" }, "transposed")
    },
    Self("a long name of a party", "document/title-too-long") { count in
      var files = titled("|Task|Provider|\n|-|-|\n" + lines(count) { "|t \($0)|RA|" })
      files["content/en-US/locale.yml"] =
        "title: G\nparties: {provider: {name: \(words(10 * count)), short: Provider}, customer: C}\n"
      return files
    },
    Self("parties that share each row", "matrix/consulted-and-informed") { count in
      let parties = (0..<200).map { "p\($0)" }
      return [
        "content/guide.yml": settings + " [\(parties.joined(separator: ", "))]\n",
        "content/en-US/x.md": "# X {#x}\n\n|Task|Text|\n|-|-|\n"
          + lines(count / 20) { "|a\($0)|b|" },
        "content/raci/x.yml": "sections:\n  x:\n    raci: {"
          + parties.map { "\($0): CI" }.joined(separator: ", ") + "}\n    responsibilities:\n"
          + lines(count / 20) { "      a\($0): {}" },
      ]
    },
    Self("missing anchors in many documents", "link/fragment-missing") { count in
      var files = ["content/en-US/y.md": "# Y\n\n" + lines(4 * count) { "## Heading \($0)\n" }]
      for number in 0..<count / 4 {
        files["content/en-US/d\(number).md"] = "# D\n\n[a](y.md#hedding-\(number))\n"
      }
      return files
    },
  ]

  private static func titled(
    _ text: String, _ kind: String = "letters", title: String = "X"
  ) -> [String: String] {
    ["content/en-US/x.md": "# \(title)\n\n\(text)", "content/raci/x.yml": "table: \(kind)\n"]
  }

  /// So many words that no line is too long.
  private static func words(_ count: Int) -> String {
    String(repeating: "ab ", count: min(count, 60_000)) + "c"
  }

  private static func areas(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map { text($0) + "|" }.joined()
  }
}
