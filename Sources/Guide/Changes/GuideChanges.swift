/// The differences between a guide and an older one: letters, rows, and outdated translations.
public struct GuideChanges: Sendable {
  /// The change of a responsibility.
  public enum Kind: String, Sendable, CaseIterable {
    case changed, added, removed
  }

  /// Letters that a party gained or lost.
  public struct LetterChange: Sendable, Hashable {
    /// The party's id.
    public let party: String
    /// The letters that it had before; empty for none.
    public let old: String
    /// The letters that it has now; empty for none.
    public let new: String

    /// The letters that it did not have before.
    public var gained: String { new.filter { !old.contains($0) } }
    /// The letters that it no longer has.
    public var lost: String { old.filter { !new.contains($0) } }
  }

  /// A responsibility that changed, came or went.
  public struct Row: Sendable {
    /// The kind of its change.
    public let kind: Kind
    /// The letters that changed hands, in the order of the columns.
    public let letters: [LetterChange]
    let item: GuideIndex.Item

    /// The document's key.
    public var document: String { item.document }
    /// The responsibility's id.
    public var id: String { item.id ?? "" }

    /// Its title in a locale; nil if it has none there.
    public func title(in locale: String) -> String? { item.versions[locale]?.title }

    /// Its address in a locale.
    public func url(in locale: String) -> String? { item.versions[locale]?.url }

    /// Whether its text there is the locale's own.
    public func isTranslated(in locale: String) -> Bool {
      let state = item.versions[locale]?.state ?? "missing"
      return state != "missing" && state != "fallback"
    }
  }

  /// A translation whose source changed since.
  public struct StaleText: Sendable {
    /// The translation's locale.
    public let locale: String
    let item: GuideIndex.Item

    /// The document's key.
    public var document: String { item.document }
    /// The responsibility's id; nil for a document without responsibilities that changed.
    public var id: String? { item.id }
    /// The title; nil for a document.
    public var title: String? { item.versions[locale]?.title }
    /// The address.
    public var url: String? { item.versions[locale]?.url }
  }

  /// The locale that the new guide is translated from.
  public let sourceLocale: String
  /// The origin under which the new guide is published; nil if it does not say.
  public let siteURL: String?
  private let homes: [String: String]
  /// The rows in the order of the new guide, then those that went in the order of the old one.
  public let rows: [Row]
  /// The texts that became stale, by locale.
  public let stale: [StaleText]

  /// The texts that say something else, by locale.
  public let wording: [Wording]
  /// The approvals that are no longer valid.
  public let lapsed: [Approval]
  /// How parties are reached, by id.
  let mails: [String: String]
  /// The letters of each row of the new guide, by document and id.
  let held: [String: [(party: String, letters: String)]]

  /// Whether nothing changed.
  public var isEmpty: Bool {
    rows.isEmpty && stale.isEmpty && wording.isEmpty && lapsed.isEmpty
  }

  /// The rows that something happened to.
  public func rows(_ kind: Kind) -> [Row] { rows.filter { $0.kind == kind } }

  /// Compares two guides.
  public init(from old: GuideIndex, to new: GuideIndex) {
    sourceLocale = new.sourceLocale
    siteURL = new.siteURL
    homes = new.homes
    let before = Dictionary(old.rows.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(new.rows.map(\.key))
    let present = new.rows.compactMap { row -> Row? in
      let letters = Self.letters(from: before[row.key], to: row)
      let isNew = before[row.key] == nil
      return isNew || !letters.isEmpty
        ? Row(kind: isNew ? .added : .changed, letters: letters, item: row) : nil
    }
    let gone = old.rows.filter { !keys.contains($0.key) }.map {
      Row(kind: .removed, letters: Self.letters(from: $0, to: nil), item: $0)
    }
    rows = present + gone
    stale = Self.stale(from: old, to: new)
    wording = Self.wording(from: old, to: new)
    lapsed = Self.lapsed(from: old, to: new)
    mails = new.mails
    held = Dictionary(
      new.rows.map { ($0.key, $0.letters) }, uniquingKeysWith: { first, _ in first })
  }

  /// The address of the new guide's first page in a locale.
  public func home(in locale: String) -> String { homes[locale] ?? "/" }

  private static func letters(
    from old: GuideIndex.Item?, to new: GuideIndex.Item?
  ) -> [LetterChange] {
    letters(from: old?.letters ?? [], to: new?.letters ?? [])
  }

  /// The letters that changed hands between two times, in the order of the later one.
  static func letters(
    from before: [(party: String, letters: String)], to after: [(party: String, letters: String)]
  ) -> [LetterChange] {
    let remaining = Set(after.map(\.party))
    let gone = before.filter { !remaining.contains($0.party) }
    let held = Dictionary(before.map { ($0.party, $0.letters) }, uniquingKeysWith: { $1 })
    return (after + gone.map { (party: $0.party, letters: "") }).compactMap { party, letters in
      let old = held[party] ?? ""
      return old == letters ? nil : LetterChange(party: party, old: old, new: letters)
    }
  }

  private static func stale(from old: GuideIndex, to new: GuideIndex) -> [StaleText] {
    let rows = Dictionary(old.rows.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let documents = Dictionary(
      old.documents.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    func became(_ items: [GuideIndex.Item], from before: [String: GuideIndex.Item]) -> ByLocale {
      var result: ByLocale = [:]
      for item in items {
        for (locale, version) in item.versions where version.state == "stale" {
          guard let state = before[item.key]?.versions[locale]?.state, state != "stale" else {
            continue
          }
          result[locale, default: []].append(item)
        }
      }
      return result
    }
    let (changed, rest) = (became(new.rows, from: rows), became(new.documents, from: documents))
    return new.locales.flatMap { locale -> [StaleText] in
      let rows = changed[locale] ?? []
      let named = Set(rows.map(\.document))
      let others = (rest[locale] ?? []).filter { !named.contains($0.document) }
      return (rows + others).map { StaleText(locale: locale, item: $0) }
    }
  }

  private typealias ByLocale = [String: [GuideIndex.Item]]
}
