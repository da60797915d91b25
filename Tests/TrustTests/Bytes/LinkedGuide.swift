import TestSupport

/// A guide of more documents than pages list, which lead to each other, and of which some locales
/// lack some or have rows of their own.
enum LinkedGuide {
  private static let documentCount = 48
  private static let locales = ["en-US", "de-DE", "fr-FR"]

  static func write(into folder: TemporaryFolder) throws {
    try folder.write(
      "source_locale: en-US\nlocales: [en-US, de-DE, fr-FR]\nparties: [desk, crew, owner]\n"
        + "fallback: {fr-FR: [de-DE, en-US], de-DE: [en-US]}\n",
      to: "content/guide.yml")
    for locale in locales {
      try folder.write(
        "title: Guide \(locale)\nparties: {desk: Desk \(locale), crew: Crew, owner: Owner}\n",
        to: "content/\(locale)/locale.yml")
      try folder.write("# Home\n\n[First](d1.md)\n", to: "content/\(locale)/index.md")
    }
    for number in 0..<documentCount {
      for (index, locale) in locales.enumerated() where (number + index) % 5 > 0 || index == 0 {
        try folder.write(text(number, locale), to: "content/\(locale)/d\(number).md")
      }
      if number % 3 > 0 { try folder.write(letters(number), to: "content/raci/d\(number).yml") }
    }
  }

  private static func text(_ number: Int, _ locale: String) -> String {
    let others = [1, 7, 20].map { (number * 5 + $0) % documentCount }
    let extra = number % 7 == 3 && locale == "de-DE" ? "| Extra \(number) | Only here. |\n" : ""
    return """
      # Document \(number) \(locale)

      See [one](d\(others[0]).md#work-\(others[0])) and [two](d\(others[1]).md).

      ## Work \(number) {#work-\(number)}

      | Task | What |
      | --- | --- |
      | <a name="t\(number)-a"></a>Task a \(number) | Do it \(locale).<br>Then [see](d\(others[2]).md). |
      | <a name="t\(number)-b"></a>Task b \(number) | Check it. |
      \(extra)
      """
  }

  private static func letters(_ number: Int) -> String {
    """
    sections:
      work-\(number):
        raci: {desk: RA}
        responsibilities:
          t\(number)-a: {evidence: {desk: 1}}
          t\(number)-b: {raci: {crew: RA, owner: I}}

    """
  }
}
