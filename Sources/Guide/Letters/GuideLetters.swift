import Base
import Markdown
import Synchronization

/// The parts of a guide that are needed to read letters in tables: its letters, its parties and
/// their names, and the words of tables.
///
/// A class, since every document asks for it.
public final class GuideLetters: Sendable {
  /// The letters.
  public let scheme: LetterScheme
  /// The parties' ids.
  let parties: [String]
  /// The settings of tables in `guide.yml`.
  let tables: TableSettings?
  /// The words of tables.
  let words: LetterWords
  /// The parties' names by locale, in the order of the guide's locales.
  private let names: [PartyNames]
  private let identity: [[String]]
  /// The names for the tables that were asked for last, which most tables of a document share.
  private let last = Mutex<Known?>(nil)

  private struct Known {
    let locale: Int
    let own: [TableSettings.Meaning]
    let heads: [TableSettings.Meaning]
    let names: PartyNames
  }

  /// Takes a guide's settings.
  public init(
    scheme: LetterScheme, parties: [String], tables: TableSettings?, words: LetterWords,
    names: [[LocaleSettings.PartyName]], sourceIndex: Int
  ) {
    self.scheme = scheme
    self.parties = parties
    self.tables = tables
    self.words = words
    identity = names.map { $0.flatMap { [$0.name, $0.short] } }
    let own = names.map { names in
      zip(parties, names).flatMap { party, name in
        [(name: name.name, parties: [party]), (name: name.short, parties: [party])]
      }.filter { !PartyNames.key($0.name).isEmpty }
    }
    let ofSource = own.indices.contains(sourceIndex) ? own[sourceIndex] : []
    let all = PartyNames(parties, ofSource + own.joined())
    self.names = own.map { all.with($0) }
  }

  private init(_ letters: GuideLetters, only locale: Int) {
    scheme = letters.scheme
    parties = letters.parties
    tables = letters.tables
    words = letters.words
    names = letters.names.indices.contains(locale) ? [letters.names[locale]] : []
    identity = letters.identity
  }

  /// The same for documents in only one of the locales, whose index is then 0.
  public func only(_ locale: Int) -> GuideLetters { GuideLetters(self, only: locale) }

  /// Whether both read tables alike.
  public func reads(like other: GuideLetters) -> Bool {
    self === other
      || scheme == other.scheme && parties == other.parties && tables == other.tables
        && identity == other.identity
  }

  /// The parties' names for a text in one locale.
  func names(for locale: Int, _ settings: TableSettings) -> PartyNames {
    let own = names.indices.contains(locale) ? names[locale] : PartyNames(parties, [])
    if settings.names.isEmpty, settings.parties.isEmpty { return own }
    return last.withLock { last in
      if let known = last, known.locale == locale, known.own == settings.names,
        known.heads == settings.parties
      {
        return known.names
      }
      let names = PartyNames(
        of: own, before: settings.names.map { ($0.name, $0.parties) }, heads: settings.parties)
      last = Known(locale: locale, own: settings.names, heads: settings.parties, names: names)
      return names
    }
  }
}

extension PartyNames {
  /// The same names, others before them.
  func with(_ names: [(name: String, parties: [String])]) -> PartyNames {
    names.isEmpty ? self : PartyNames(of: self, before: names)
  }
}
