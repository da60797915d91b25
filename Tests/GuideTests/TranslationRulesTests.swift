import Base
import GuideFixtures
import Testing

/// The findings on rows that lack a part of the source's.
@Suite struct TranslationRulesTests {
  private static func findings(_ source: String, _ translation: String) throws -> [String] {
    let fixture = try GuideFixture([
      "guide.yml": AssemblyTests.settings,
      "raci/roles.yml": AssemblyTests.raci([("ours", ["apps"])]),
      "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\nApps | \(source)\n",
      "de/roles.md": "## Wir\n\nZeile | Text\n--- | ---\nAnwendungen | \(translation)\n",
    ])
    return fixture.translationFindings.map(\.text)
  }

  private static let note = "\nen/roles.md:5:1: note: the source's row"

  @Test(arguments: [
    (
      "We.<br><br>You.", "Wir.",
      "note: row 'Anwendungen' has 1 clause, the source has 2 [translation/clause-count]"
        + "\(note)\n  hint: separate clauses with <br><br>"
    ),
    (
      "See [a](https://a.example/en-US/x).", "Siehe a.",
      "warning: row 'Anwendungen' has no link to 'https://a.example/en-US/x', which the source has "
        + "[translation/link-lost]\(note)"
    ),
    (
      "Opens the VPN within 30 days.", "Öffnet es.",
      "warning: row 'Anwendungen' lacks 'VPN', '30', which the source has "
        + "[translation/kept-token]\(note)\n  hint: use the same names and numbers in every language"
    ),
    (
      "VPN, MFA, SSO, DNS, 802.1X, IPv6 and 24 more.", "Alles.",
      "warning: row 'Anwendungen' lacks 'VPN', 'MFA', 'SSO', 'DNS', '802.1X' and 2 more, which the "
        + "source has [translation/kept-token]\(note)"
        + "\n  hint: use the same names and numbers in every language"
    ),
  ]) func whatIsLostIsNamed(source: String, translation: String, message: String) throws {
    #expect(try Self.findings(source, translation) == ["de/roles.md:5:1: " + message])
  }

  @Test func ofTheLocalesOnlyTheOneThatLacksItIsNamed() throws {
    let fixture = try GuideFixture([
      "guide.yml": "source_locale: en\nlocales: [en, de, fr]\nparties: [provider]\n",
      "raci/roles.yml": AssemblyTests.raci([("ours", ["apps"])]),
      "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\nApps | A VPN.\n",
      "de/roles.md": "## Wir\n\nZeile | Text\n--- | ---\nApps | Ein VPN.\n",
      "fr/roles.md": "## Nous\n\nLigne | Texte\n--- | ---\nApps | Un réseau.\n",
    ])
    #expect(fixture.translationFindings.map(\.locale) == ["fr"])
  }
}
