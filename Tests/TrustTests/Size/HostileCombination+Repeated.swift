extension HostileCombination {
  /// The same asked again for each of many places.
  static let repeated = [
    Self("a comment of many rules", "ignore/invalid") { count in
      ["content/en-US/x.md": "# X\n\n<!-- rolebook-ignore \(repeated("a ", 20 * count))-->\n"]
    },
    Self("an anchor of many parts", "link/fragment-missing") { count in
      ["content/en-US/x.md": "# X\n\n[q](matrix/#\(repeated("a--", 10 * count))b)\n"]
    },
    Self("names of files that differ in case", "site/moved-document") { count in
      let files = (0..<count).map { number in
        let name = "abcdefghijklm".enumerated().map { place, letter in
          number >> place & 1 == 1 ? letter.uppercased() : String(letter)
        }
        return ("content/en-US/\(name.joined()).md", "# A\n")
      }
      return Dictionary(uniqueKeysWithValues: files)
    },
    Self("a row of many lines", "matrix/idle-party") { count in
      table("|Task|Description|Provider|\n|-|-|-|\n|t|d|RA|\n" + repeated("||d||\n", 4 * count))
    },
    Self("columns that mean all others", "matrix/idle-party") { count in
      table(
        "|Task|Responsible|\(repeated("Informed|", count / 5))\n|-|-|\(repeated("-|", count / 5))\n"
          + lines(5) { "|t\($0)|Provider|\(repeated("all|", count / 5))" }, "columns")
    },
    Self("unknown names of lines", "letters/unread-cell") { count in
      let width = 20
      return table(
        "|Party|\(lines(width) { "T\($0)|" }.filter { $0 != "\n" })\n|-|\(repeated("-|", width))\n"
          + lines(count / 4) { "|Provide\($0)|\(repeated("R|", width))" }, "transposed")
    },
    Self("groups of a row each", "matrix/idle-party") { count in
      table("|Task|Provider|\n|-|-|\n" + lines(count) { "|**g \($0)**||\n|y \($0)|RA|" })
    },
    Self("an announcement of brackets", "matrix/idle-party") { count in
      var files = table("|Task|Provider|\n|-|-|\n|t|RA|\n")
      files["content/en-US/locale.yml"] = """
        title: Guide
        parties: {provider: Provider, customer: Customer}
        announcement: "\(repeated("[", 20 * count))"

        """
      return files
    },
  ]

  private static func table(_ table: String, _ kind: String = "letters") -> [String: String] {
    ["content/en-US/x.md": "# X\n\n" + table, "content/raci/x.yml": "table: \(kind)\n"]
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }
}
