import TestSupport

/// A guide that is hard on the layout: many parties and rows, a wide table, and endless words.
struct WideGuide {
  /// The guide's folder.
  let folder: TemporaryFolder

  /// Writes a guide in English with that many parties and rows.
  init(parties: Int, rows: Int) throws {
    let parties = (1...parties).map { "party-\($0)" }
    let address = "https://intranet.example/" + String(repeating: "a-long-path/", count: 12)
    let columns = (1...20).map { "Column\($0)" }.joined(separator: " | ")
    let wide = "| \(columns) |\n|\(String(repeating: " --- |", count: 20))\n| \(columns) |"
    let word = String(repeating: "Verantwortlichkeits", count: 6)
    let duties = (1...rows).map { "| Duty \($0) | See `\(address)` for duty \($0), or \(word). |" }
    let letters = (1...rows).map { row in
      "      duty-\(row):\n        raci: {\(parties[row % parties.count]): RA, "
        + "\(parties[(row + 1) % parties.count]): C}"
    }
    let names = parties.map { "  \($0): {name: \"The \($0) of a very large organization\"}" }
    folder = try TemporaryFolder(files: [
      "guide.yml": """
      source_locale: en-US
      locales: [en-US]
      base_path: /
      parties: [\(parties.joined(separator: ", "))]
      """,
      "en-US/locale.yml": """
      title: Wide
      parties:
      \(names.joined(separator: "\n"))
      """,
      "en-US/index.md": "---\ntitle: Wide\n---\n# Wide \(word)\n\n`\(address)`\n\n\(wide)\n",
      "en-US/duties.md": """
      ---
      title: Duties
      ---
      # Duties

      \(wide)

      ```
      \(address)
      ```

      ## All {#all}

      | Duty | What it holds |
      | --- | --- |
      \(duties.joined(separator: "\n"))
      """,
      "raci/duties.yml": """
      sections:
        all:
          responsibilities:
      \(letters.joined(separator: "\n"))
      """,
    ])
  }
}
