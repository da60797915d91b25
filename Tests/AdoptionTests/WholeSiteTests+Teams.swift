import Testing

@testable import Adoption

extension WholeSiteTests {
  /// Codes of languages that are names of teams as well.
  static let teams = ["ta", "es", "fi", "de", "pl", "da", "pt", "nl", "tr", "ru", "zh", "sk"]

  @Test(arguments: teams)
  func aTeamIsNoLanguage(team: String) throws {
    try Site(
      ("handbook/index.md", Self.en, "en/index"), ("handbook/roles.md", Self.en, "en/roles"),
      ("handbook/\(team)/index.md", Self.en, "en/\(team)/index"),
      ("handbook/\(team)/plan.md", Self.en, "en/\(team)/plan"),
      ("handbook/ops/index.md", Self.en, "en/ops/index")
    ).check()
    try Site(
      ("\(team)/index.md", Self.en, "en/\(team)/index"), ("ops/plan.md", Self.en, "en/ops/plan"),
      ("hr/index.md", Self.en, "en/hr/index"), ("hr/plan.md", Self.none, "en/hr/plan")
    ).check()
  }

  @Test func teamsOfOneShapeAreNoLanguages() throws {
    for (first, second) in zip(Self.teams, Self.teams.dropFirst()) {
      try Site(
        ("h/index.md", Self.en, "en/index"), ("h/\(first)/index.md", Self.en, "en/\(first)/index"),
        ("h/\(first)/roles.md", Self.en, "en/\(first)/roles"),
        ("h/\(second)/index.md", Self.en, "en/\(second)/index"),
        ("h/\(second)/roles.md", Self.en, "en/\(second)/roles"),
        ("h/hr/index.md", Self.none, "en/hr/index"), ("h/ops/a.md", Self.en, "en/ops/a")
      ).check()
    }
  }

  /// A translation that is still in the language of the source.
  @Test(arguments: teams)
  func anUntranslatedLanguageIsOne(code: String) throws {
    try Site(
      ("docs/a.md", Self.en, "en/a"), ("docs/\(code)/a.md", Self.en, "\(code)/a")
    ).check()
    try Site(
      ("docs/en/index.md", Self.en, "en/index"), ("docs/\(code)/index.md", Self.en, "\(code)/index")
    ).check()
    try Site(
      ("docs/fr/a.md", Self.fr, "fr/a"), ("docs/\(code)/a.md", Self.en, "\(code)/a")
    ).check()
    try Site(
      ("docs/a.md", Self.en, "en/a"), ("i18n/\(code)/a.md", Self.en, "\(code)/a"),
      ("i18n/fr/a.md", Self.fr, "fr/a")
    ).check()
    try Site(("docs/\(code)/a.md", Self.none, "\(code)/a"), ("docs/a.md", Self.none, "en/a"))
      .check()
  }
}
