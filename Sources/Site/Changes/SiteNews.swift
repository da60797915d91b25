import Guide

/// The site's news: changes since an older one.
public struct SiteNews: Sendable {
  let changes: GuideChanges
  /// The day of the older site; nil if it is not known.
  let since: String?
  let date: String

  /// Takes the changes, the day of the older site, and their own, `2026-01-31`.
  public init(_ changes: GuideChanges, since: String? = nil, date: String) {
    self.changes = changes
    self.since = since
    self.date = date
  }
}

extension Site {
  /// The pages and feeds of changes, for a locale; none if nobody asked for them.
  func newsJobs(_ locale: Int) -> [PageJob] {
    guard news != nil else { return [] }
    return [.changes(locale: locale), .changesFeed(locale: locale)]
      + guide.settings.parties.indices.map { .partyFeed($0, locale: locale) }
  }

  /// The feed of all changes, or of those that concern one party.
  func newsFeed(party: Int?, _ locale: Int) -> [UInt8] {
    guard let news else { return [] }
    return NewsFeed(self, news, locale: locale).bytes(party: party)
  }
}

/// The words of changes in one locale.
struct NewsWords {
  let site: Site
  let locale: Int

  private var strings: StringTable { site.guide.locales[locale].strings }
  private var tag: String { site.guide.locales[locale].tag }

  /// A row's title, in another language if this one has none.
  func title(_ row: GuideChanges.Row) -> String {
    row.title(in: tag) ?? row.title(in: site.guide.settings.sourceLocale) ?? row.id
  }

  /// A party's name; its id if the guide no longer has it.
  func party(_ id: String) -> String {
    let index = site.guide.settings.parties.firstIndex { $0.text == id }
    return index.map { site.guide.locales[locale].parties[$0].name } ?? id
  }

  /// The old and new letters of a party, in one line.
  func line(_ change: GuideChanges.LetterChange) -> String {
    let values = [
      "party": party(change.party), "before": held(change.old), "now": held(change.new),
    ]
    return strings.filled("changes_letters_pattern", values)
  }

  private func held(_ letters: String) -> String { letters.isEmpty ? "–" : letters }

  /// The heading for a kind of change of rows.
  func heading(_ kind: GuideChanges.Kind) -> String { strings["changes_\(kind.rawValue)"] }

  /// The title of a document in this locale; its key if the guide no longer has it.
  func document(_ key: String) -> String {
    let index = site.guide.documents.firstIndex { $0.key == key }
    return index.map { site.documentTitle($0, locale) } ?? key
  }
}
