/// Translations whose stamps tell of changes, and stamps that cannot be read.
enum BrokenStamps {
  private static let raci =
    "sections:\n  ours: {raci: {provider: RA, customer: C}, responsibilities: {apps: {}}}\n"
  private static let source = "## Ours\n\nRow | Text\n--- | ---\nApps | First.\n"
  private static let target = "## Wir\n\nZeile | Text\n--- | ---\n⟦Apps | Erstens.\n"

  /// A translation whose stamp has another text and other letters than the source.
  private static func stamped(_ letters: String, mark: String = "⟦") -> String {
    """
    ---
    \(mark)source_digest:
      document: "0123456789abcdef"
      rows:
        apps: {text: "0123456789abcdef", raci: {\(letters)}}
    ---

    """
  }

  /// A row that has its letters by its place alone, since its words are none of the entry's.
  private static let placed = BrokenGuide(
    "a row in another's place",
    [
      "raci/roles.yml": "sections:\n  ours:\n    raci: {provider: RA, customer: C}\n"
        + "    responsibilities: {mdm-policy: {}, user-support: {}, backups: {}, updates: {}}\n",
      "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\nPolicies for MDM | We.\n"
        + "Support of users | We.\n⟦Gardening | We.\nUpdating | We.\n",
      "guide.yml": "source_locale: en\nlocales: [en]\nparties: [provider, customer]\n",
    ], "raci/uncertain-row", absent: ["de/locale.yml", "de/index.md"])

  static let all: [BrokenGuide] =
    [placed] + stamped(name: "LF", end: "\n") + stamped(name: "CR LF", end: "\r\n")

  /// The stamps in files with other line ends.
  private static func stamped(name: String, end: String) -> [BrokenGuide] {
    let plain = target.replacing("⟦", with: "")
    let twice = target.replacing("⟦", with: "⟦⟦")
    let texts: [(name: String, german: String, english: String, rules: [String])] = [
      (
        "a row of other words", stamped("provider: RA, customer: C") + target, source,
        ["translation/changed-text", "translation/changed-wording"]
      ),
      (
        "a row of other words and letters", stamped("provider: R, customer: A") + twice, source,
        [
          "translation/changed-text", "translation/changed-owner", "translation/changed-wording",
        ]
      ),
      (
        "a stamp of the source", plain, stamped("provider: RA") + source,
        ["translation/needless-stamp"]
      ),
      (
        "a stamp that is no digest", "---\nsource_digest: {document: ⟦short}\n---\n" + plain,
        source,
        ["translation/invalid-stamp"]
      ),
      (
        "a stamp that is text", "---\nsource_digest: ⟦old\n---\n" + plain, source,
        ["translation/invalid-stamp"]
      ),
    ]
    return texts.map { text in
      var guide = BrokenGuide(
        "\(text.name), \(name)",
        [
          "raci/roles.yml": raci, "en/roles.md": text.english.replacing("\n", with: end),
          "de/roles.md": text.german.replacing("\n", with: end),
        ])
      guide.rules = text.rules
      return guide
    }
  }
}
