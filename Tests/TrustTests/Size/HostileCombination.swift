import Testing

/// Files that cost little each, and together as much as their product where something compares all
/// of one with all of the other.
struct HostileCombination: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// The expected output of the build.
  let finding: String
  /// The files, as large as asked for.
  let files: @Sendable (_ count: Int) -> [String: String]

  init(
    _ name: String, _ finding: String,
    _ files: @escaping @Sendable (_ count: Int) -> [String: String]
  ) {
    testDescription = name
    self.finding = finding
    self.files = files
  }

  static let settings = "source_locale: en-US\nlocales: [en-US, de-DE]\nparties:"

  /// Those of rows, of links and of tables of several languages: counting instructions takes time.
  static let few = all.filter {
    [
      "titles and responsibilities that share words", "missing anchors and headings",
      "long tables in two languages", "rows with a footnote each",
      "a row of many lines", "groups of a row each", "a long heading over rows",
    ].contains($0.testDescription)
  }

  static let all = pairs + translations + repeated + titles

  private static let pairs = [
    Self("unknown and known parties", "raci/unknown-party") { count in
      [
        "content/guide.yml": settings + "\n" + lines(200) { "- party-\($0)" },
        "content/en-US/locale.yml": "title: G\nparties:\n" + lines(10 * count) { "  par\($0): x" },
      ]
    },
    Self("unknown and known words", "strings/unknown") { count in
      [
        "content/en-US/locale.yml": "title: G\nstrings:\n"
          + lines(8 * count) { "  matrix\($0): x" }
      ]
    },
    Self("rows and responsibilities that do not fit", "raci/row-without-responsibility") { count in
      [
        "content/en-US/x.md": "# X\n\n## H {#h}\n\n|a|b|\n|-|-|\n"
          + lines(count) { "|<a name=\"row-\($0)\"></a>t|d|" },
        "content/raci/x.yml": "sections:\n  h:\n    raci: {provider: RA}\n    responsibilities:\n"
          + lines(count) { "      other-\($0): {}" },
      ]
    },
    Self("titles and responsibilities that share words", "raci/row-without-responsibility") {
      count in
      [
        "content/en-US/x.md": "# X\n\n## H {#h}\n\n|a|b|\n|-|-|\n"
          + lines(count) { "|backup service of day \($0)|d|" },
        "content/raci/x.yml": "sections:\n  h:\n    raci: {provider: RA}\n    responsibilities:\n"
          + lines(count + 1) { "      backup-service-week-\($0): {}" },
      ]
    },
    Self("headings and sections that do not fit", "raci/unknown-section") { count in
      [
        "content/en-US/x.md": "# X\n\n" + lines(count) { "## H {#h-\($0)}\n" },
        "content/raci/x.yml": "sections:\n" + lines(count) { "  g-\($0): {raci: {provider: RA}}" },
      ]
    },
    Self("sections of a row each", "raci/row-without-responsibility") { count in
      let text = "# X\n\n" + lines(count) { "## H {#h-\($0)}\n\n|a|b|\n|-|-|\n|t\($0)|d|\n" }
      return [
        "content/en-US/x.md": text, "content/de-DE/x.md": text,
        "content/raci/x.yml": "sections:\n"
          + lines(count) {
            "  h-\($0):\n    raci: {provider: RA}\n    responsibilities:\n      a\($0): {}\n"
              + "      b\($0): {}"
          },
      ]
    },
    Self("long tables in two languages", "raci/row-without-responsibility") { count in
      let table = "\n\n## H {#h}\n\n|a|b|\n|-|-|\n"
      return [
        "content/en-US/x.md": "# X" + table + lines(count) { "|title \($0)|[\($0)](y\($0).md)|" },
        "content/de-DE/x.md": "# X" + table + lines(count) { "|Name \($0)|[\($0)](y\($0).md)|" },
        "content/raci/x.yml":
          "sections:\n  h:\n    raci: {provider: RA}\n    responsibilities: {other: {}}\n",
      ]
    },
    Self("rows with a footnote each", "raci/row-without-responsibility") { count in
      [
        "content/en-US/x.md": "# X\n\n## H {#h}\n\n|a|b|\n|-|-|\n"
          + lines(count) { "|title \($0)[^n\($0)]|d|" } + "\n"
          + lines(count) { "[^n\($0)]: note \($0)\n" },
        "content/raci/x.yml": "sections: {h: {raci: {provider: RA}}}\n",
      ]
    },
    Self("broken links and documents", "link/unresolved") { count in
      var files = ["content/en-US/x.md": "# X\n\n" + lines(count) { "[a](folder/dox-\($0).md)\n" }]
      for number in 0..<count / 10 { files["content/en-US/folder/doc-\(number).md"] = "# a\n" }
      return files
    },
    Self("missing pictures and files", "link/image-missing") { count in
      var files = [
        "content/en-US/x.md": "# X\n\n" + lines(count) { "![a](folder/dox-\($0).png)\n" }
      ]
      for number in 0..<count / 10 { files["content/en-US/folder/doc-\(number).png"] = "x" }
      return files
    },
    Self("missing anchors and headings", "link/fragment-missing") { count in
      [
        "content/en-US/x.md": "# X\n\n" + lines(count) { "[a](y.md#hea-\($0))\n" },
        "content/en-US/y.md": "# Y\n\n" + lines(count) { "## H {#hed-\($0)}\n" },
      ]
    },
    Self("lists in lists without end", "yaml/invalid") { count in
      ["content/raci/x.yml": String(repeating: "[", count: 20 * count)]
    },
    Self("mappings in mappings without end", "yaml/invalid") { count in
      ["content/raci/x.yml": String(repeating: "{a: ", count: 5 * count)]
    },
    Self("unknown locales", "guide/invalid") { count in
      [
        "content/guide.yml": settings + " [provider]\nfallback:\n"
          + lines(count) { "  xx-\($0): [yy-\($0)]" }
      ]
    },
  ]
}

/// Text of so many lines.
func lines(_ count: Int, _ line: (Int) -> String) -> String {
  (0..<count).map { line($0) + "\n" }.joined()
}
