/// Differences of translated rows from the source's.
enum BrokenTranslations {
  private static let letters = """
    sections:
      ours:
        raci: {provider: RA, customer: C}
        responsibilities:
          apps: {EVIDENCE}
          help: {}

    """

  private static let heads = [
    "de": "## Wir\n\nZeile | Text\n--- | ---\n", "fr": "## Nous\n\nLigne | Texte\n--- | ---\n",
    "ko": "## 우리\n\n행 | 글\n--- | ---\n", "ar": "## نحن\n\nصف | نص\n--- | ---\n",
    "sv": "## Vi\n\nRad | Text\n--- | ---\n", "zh": "## 我们\n\n行 | 文\n--- | ---\n",
  ]

  /// A row of a translation and what is found of it.
  struct Row {
    let name: String
    let locale: String
    let source: String
    let row: String
    var rules: [String] = []
    var evidence = false
  }

  /// The rows of the source end in what tells them apart.
  static let rows: [Row] = [
    Row(
      name: "a copy", locale: "de", source: "We look after all of the devices.",
      row: "We look after all of the devices.", rules: ["translation/identical"]),
    Row(
      name: "English in French", locale: "fr", source: "Our team helps.",
      row: "The team that has the keys will help you when it is on the site for a day.",
      rules: ["translation/wrong-language"]),
    Row(
      name: "a link", locale: "de", source: "See [x](other.md).", row: "Siehe x.",
      rules: ["translation/link-lost"]),
    Row(
      name: "a link in Korean", locale: "ko", source: "See [x](other.md).", row: "참조하세요.",
      rules: ["translation/link-lost"]),
    Row(
      name: "one of two links", locale: "fr", source: "[a](other.md) [b](index.md)",
      row: "[b](index.md)", rules: ["translation/link-lost"]),
    Row(
      name: "two links", locale: "sv", source: "[a](other.md) [b](index.md)",
      row: "ett", rules: ["translation/link-lost", "translation/link-lost"]),
    Row(
      name: "a link to the web", locale: "zh", source: "[a](https://a.example/en-us/x)",
      row: "[文](https://a.example/zh-cn/y)", rules: ["translation/link-lost"]),
    Row(
      name: "an acronym", locale: "de", source: "Uses a VPN.", row: "Nutzt ein Netz.",
      rules: ["translation/kept-token"]),
    Row(
      name: "an acronym in Arabic", locale: "ar", source: "Uses a VPN.", row: "تستخدم شبكة.",
      rules: ["translation/kept-token"]),
    Row(
      name: "a product", locale: "fr", source: "Opens SharePoint.", row: "Ouvre le partage.",
      rules: ["translation/kept-token"]),
    Row(
      name: "a number", locale: "sv", source: "Within 30 days.", row: "Inom 60 dagar.",
      rules: ["translation/kept-token"]),
    Row(
      name: "a number in Chinese", locale: "zh", source: "Within 30 days.", row: "在 60 天内。",
      rules: ["translation/kept-token"]),
    Row(
      name: "a large number", locale: "de", source: "Up to 1,500 users.",
      row: "Bis zu 15.000 Personen.", rules: ["translation/kept-token"]),
    Row(
      name: "several at once", locale: "ko", source: "VPN and MFA for 24 sites.", row: "사이트.",
      rules: ["translation/kept-token"]),
    Row(
      name: "a clause", locale: "de", source: "One.<br><br>Two.", row: "Eins. Zwei.",
      rules: ["translation/clause-count"]),
    Row(
      name: "a clause with evidence", locale: "fr", source: "One.<br><br>Two.", row: "Un. Deux.",
      rules: ["translation/clause-count"], evidence: true),
    Row(
      name: "a clause too many", locale: "ko", source: "One.", row: "하나.<br><br>둘.",
      rules: ["translation/clause-count"], evidence: true),
  ]

  /// Differences between languages, and facts that no rule checks.
  static let sound: [Row] = [
    Row(
      name: "a link with another fragment", locale: "de", source: "[a](other.md#a)",
      row: "[a](other.md?x#b)"),
    Row(
      name: "a link of the language", locale: "fr", source: "[a](https://a.example/en-us/x#b)",
      row: "[a](https://A.example/fr-fr/x/)"),
    Row(
      name: "the same link twice", locale: "sv", source: "[a](other.md) [b](./other.md)",
      row: "[a](other.md)"),
    Row(name: "thousands", locale: "de", source: "Up to 1,500 users.", row: "Bis 1.500 Personen."),
    Row(
      name: "thousands apart", locale: "fr", source: "Up to 12,500 users.",
      row: "Jusqu’à 12\u{202F}500 personnes."),
    Row(
      name: "thousands with spaces", locale: "sv", source: "Up to 12,500.", row: "Upp till 12 500."),
    Row(name: "decimals", locale: "de", source: "At 99.95 percent.", row: "Bei 99,95 Prozent."),
    Row(
      name: "digits of another script", locale: "ar", source: "Within 30 days.",
      row: "خلال ٣٠ يومًا."),
    Row(name: "an ending", locale: "sv", source: "The VPN and the PCs.", row: "VPN:et och PC:n."),
    Row(name: "a particle", locale: "ko", source: "Uses a VPN.", row: "VPN을 사용합니다."),
    Row(name: "a compound", locale: "de", source: "For VPNs.", row: "Für die VPN-Verbindung."),
    Row(name: "a time", locale: "de", source: "Until 05:30 PM.", row: "Bis 17.30 Uhr."),
    Row(name: "a date", locale: "fr", source: "From 7/21/2025 on.", row: "Dès le 21 juillet."),
    Row(name: "an ordinal", locale: "de", source: "In the 2nd line.", row: "In der 2. Zeile."),
    Row(name: "a unit", locale: "fr", source: "At least 16GB.", row: "Au moins 16 Go."),
    Row(name: "a small number", locale: "de", source: "After 3 days.", row: "Nach drei Tagen."),
    Row(name: "a word to be heard", locale: "de", source: "You MUST NOT.", row: "Nie."),
    Row(name: "two capitals", locale: "fr", source: "Ask IT.", row: "Demander à la DSI."),
    Row(name: "accents", locale: "fr", source: "ÉCOLE naïve.", row: "Naïve."),
  ]

  private static let policies = "see [a](https://a.example/policies)."
  private static let support = "see [b](https://a.example/support)."

  private static func guide(_ row: Row) -> BrokenGuide {
    let marks = String(repeating: "⟦", count: row.rules.count)
    var guide = BrokenGuide(
      "a translation, \(row.rules.isEmpty ? "sound" : "lacking"): \(row.name)",
      [
        "guide.yml":
          "source_locale: en\nlocales: [en, \(row.locale)]\nparties: [provider, customer]\n",
        "\(row.locale)/locale.yml": "title: T\nparties: {provider: P, customer: K}\n",
        "\(row.locale)/index.md": "", "en/other.md": "## A {#a}\n\n## B {#b}\n",
        "\(row.locale)/other.md": "## 1 {#a}\n\n## 2 {#b}\n",
        "raci/roles.yml": letters.replacing(
          "EVIDENCE", with: row.evidence ? "evidence: {provider: 1}" : ""),
        "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\nApps | \(row.source)\nHelp | -\n",
        "\(row.locale)/roles.md": (heads[row.locale] ?? "")
          + "\(marks)<a name=\"apps\"></a>A | \(row.row)\n<a name=\"help\"></a>B | -\n",
      ], absent: row.locale == "de" ? [] : ["de/locale.yml", "de/index.md"])
    guide.rules = row.rules
    return guide
  }

  private static let english =
    "The team that has the keys will help you when it is on the site for a day."
  private static let german =
    "Der Dienst, der die Schlüssel hat, hilft Ihnen auch dann, wenn er nicht im Haus ist."
  private static let danish =
    "Det er ikke kun de andre, som skal have adgang til huset, når der ikke er nogen hjemme."

  /// Text outside rows in another language: each language of a file is one finding.
  private static func texts(_ name: String, _ german: String, _ rules: String...) -> BrokenGuide {
    var guide = BrokenGuide(
      "text in another language: \(name)",
      ["en/more.md": "# More\n\n\(english)\n", "de/more.md": "# Mehr\n\n" + german])
    guide.rules = rules
    return guide
  }

  private static let foreign = "translation/wrong-language"

  private static let texts = [
    texts("a paragraph", "\(german)\n\n⟦\(english)\n", foreign),
    texts("a paragraph of lines", "⟦\(english.replacing(" will", with: "\nwill"))\n", foreign),
    texts("an item", "- \(german)\n- ⟦\(english)\n", foreign),
    texts("an item below an item", "1. \(german)\n   - ⟦**\(english)**\n", foreign),
    texts("an item with a box", "- ⟦[ ] \(english)\n", foreign),
    texts("a quotation", "> ⟦\(english)\n", foreign),
    texts("a heading", "## ⟦\(english)\n".replacing("## ⟦", with: "⟦## "), foreign),
    texts("a note", "> [!NOTE]\n> \(german)\n>\n> ⟦\(english)\n", foreign),
    texts("a cell", "A | B\n--- | ---\nEins | ⟦\(english)\nZwei | \(german)\n", foreign),
    texts("several", "⟦\(english)\n\n\(german)\n\n- \(english)\n- \(english)\n", foreign),
    texts("two languages", "⟦\(danish)\n\n⟦\(english)\n\n\(danish)\n", foreign, foreign),
    texts("silenced", "<!-- rolebook-ignore \(foreign) -->\n\(english)\n"),
    texts("code", "`\(english)`\n\n    \(english)\n"),
    texts("a short one", "The team that has the keys will help you.\n"),
    texts(
      "the alternative text of an image", "Bild ⟦![\(english)](https://a.example/b.png)\n",
      "link/external-image"),
  ]

  static let all: [BrokenGuide] =
    (rows + sound).map(guide) + texts + [
      BrokenGuide(
        "a row that is paired with little to show for it",
        [
          "raci/roles.yml": "sections:\n  ours:\n    raci: {provider: RA, customer: C}\n"
            + "    responsibilities: {policies: {}, support: {}, fax: {}}\n",
          "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\nPolicies | We set, \(policies)\n"
            + "Support | We help, \(support)\nFax | We fax.\n",
          "de/roles.md": (heads["de"] ?? "") + "⟦Faxe | Wir faxen.\n"
            + "Regeln | So, \(policies)\nHilfe | Ja, \(support)\n",
        ], "translation/uncertain-row"),
      BrokenGuide(
        "a document that only a translation has", ["de/nur.md": "# Nur hier\n"],
        whole: ["de/nur.md guide/document-without-source"]),
    ]
}
