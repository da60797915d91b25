import Base

/// Makes a `Locale` from its `locale.yml` and the UI words.
struct LocaleBuilder {
  let settings: GuideSettings
  let strings: StringLoader
  private let indexOfLocale: [String: Int]

  init(settings: GuideSettings, strings: StringLoader) {
    self.settings = settings
    self.strings = strings
    let tags = settings.locales.map(\.text)
    indexOfLocale = Dictionary(
      zip(tags, tags.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Builds a locale.
  ///
  /// - Parameters:
  ///   - isNamed: whether there is a `locale.yml` whose missing names are reported.
  ///   - isComplete: whether all of a `locale.yml` that is there could be read.
  func build(
    _ tag: String, _ said: LocaleSettings, _ file: SourceLocation, isNamed: Bool,
    isComplete: Bool
  ) -> (locale: Locale, diagnostics: [Diagnostic]) {
    let (table, findings) = strings.table(
      for: tag, source: settings.sourceLocale, settings: said, localeFile: file,
      isComplete: isComplete, letters: settings.letters)
    var diagnostics = findings
    let parties = settings.parties.map { party in
      if let name = said.parties[party.text] { return name }
      if isNamed {
        diagnostics.append(
          Diagnostic(
            .partyNameMissing, "the party '\(party.text)' has no name in '\(tag)'", at: file,
            locale: tag, hint: "name it under 'parties'"))
      }
      return LocaleSettings.PartyName(name: party.text, short: party.text, description: nil)
    }
    let locale = Locale(
      tag: tag, name: said.name ?? autonym(tag, table),
      direction: said.direction ?? ScriptDirection.direction(of: tag),
      title: said.title ?? tag, description: said.description, parties: parties, strings: table,
      fallback: (settings.fallback[tag] ?? []).compactMap { indexOfLocale[$0] },
      file: file, announcement: said.announcement, footer: said.footer)
    return (locale, diagnostics)
  }

  /// The locales with their tags behind names that more than one of them has.
  static func toldApart(_ locales: [Locale]) -> [Locale] {
    let byName = Dictionary(grouping: locales, by: \.name)
    return locales.map { locale in
      (byName[locale.name]?.count ?? 0) > 1
        ? locale.named(
          locale.strings.filled("parenthesis", ["text": locale.name, "note": locale.tag]))
        : locale
    }
  }

  /// The language's own name, from its own UI words; the tag if those are another language's.
  private func autonym(_ tag: String, _ table: StringTable) -> String {
    strings.hasWords(for: tag) ? table["language_name"] : tag
  }
}
