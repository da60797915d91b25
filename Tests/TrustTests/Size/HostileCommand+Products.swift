import Testing

/// Two lists of which each is short enough, and whose product is not.
extension HostileCommand {
  static let products: [Self] = [
    Self("comments and findings", "check") { count in
      [
        "content/en-US/x.md": "# X\n\n"
          + lines(6 * count) { "<!-- rolebook-ignore link/unresolved -->\n\n[a](y\($0).md)\n" }
      ]
    },
    Self("rules of a comment and findings", "check") { count in
      let rules = String(repeating: "link/image-missing ", count: min(8 * count, 10_000))
      return [
        "content/en-US/x.md": "# X\n\n<!-- rolebook-ignore \(rules)-->\n\n"
          + lines(4 * count) { "[a](y\($0).md)" }
      ]
    },
    Self("links and rules of links", "check") { count in
      [
        "content/guide.yml": "source_locale: en-US\nlocales: [en-US, de-DE]\n"
          + "parties: [provider, customer]\nlinks:\n"
          + lines(4 * count) { "- {prefix: ../a-\($0)/, to: 'https://a.example/\($0)/'}" },
        "content/en-US/x.md": "# X\n\n" + lines(4 * count) { _ in "[a](../a-\(4 * count - 1)/y)" },
      ]
    },
    Self("breaks and empty elements in a cell", "check") { count in
      let piece = "<b></b><br>"
      return [
        "content/en-US/x.md": "# X\n\n|a|b|\n|-|-|\n|t|"
          + String(repeating: piece, count: min(8 * count, 17_000)) + "|\n"
      ]
    },
    Self("names with a common beginning", "check") { count in
      let beginning = String(repeating: "a", count: min(count / 2, 4_000))
      let document = { (words: [String]) in
        "# X\n\n|a|b|\n|-|-|\n" + "|<a name=\"r\"></a>t|\(words.joined(separator: " "))|\n"
      }
      return [
        "content/en-US/x.md": document((10..<50).map { "\(beginning)\($0)" }),
        "content/de-DE/x.md": document((10..<50).map { _ in "\(beginning)b" }),
        "content/raci/x.yml": "sections: {x: {raci: {provider: RA}}}\n",
      ]
    },
    Self("sections of three languages", "init g --from in") { count in
      let count = min(count / 4, 3_000)
      let document = { (name: String, task: String) in
        "# X\n\n"
          + lines(count) {
            "## \(name) \($0)\n\n|Task|Description|\n|-|-|\n|\(task) \($0)|Do it each day.|\n"
          }
      }
      return [
        "in/en-US/a.md": document("Team", "Paint"), "in/de-DE/a.md": document("Trupp", "Malen"),
        "in/fr-FR/a.md": document("Groupe", "Peindre"),
      ]
    },
  ]
}
