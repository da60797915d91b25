import Guide
import Mustache

/// Changes since an older site, in one locale.
struct ChangesPage {
  private let site: Site
  private let news: SiteNews
  private let locale: Int
  private let words: NewsWords

  init?(_ site: Site, locale: Int) {
    guard let news = site.news else { return nil }
    self.site = site
    self.news = news
    self.locale = locale
    words = NewsWords(site: site, locale: locale)
  }

  func render() throws -> [UInt8] {
    let strings = site.guide.locales[locale].strings
    var context = site.layout(.changes, locale, title: strings["changes_title"])
    let stale = news.changes.stale.filter { $0.locale == site.guide.locales[locale].tag }
    let groups: [Value] = GuideChanges.Kind.allCases.compactMap { kind in
      let rows = news.changes.rows(kind)
      guard !rows.isEmpty else { return nil }
      return [
        "id": .text(kind.rawValue), "heading": .text(words.heading(kind)),
        "count": site.number(rows.count, locale), "rows": .list(rows.map(row)),
      ]
    }
    context.append(
      "changes",
      [
        "date": .text(news.date), "day": .text(strings.date(news.date)), "period": period,
        "feed_url": .address(site.paths.url(site.paths.changesFeed(locale))),
        "groups": .list(groups), "stale": stale.isEmpty ? .null : self.stale(stale),
        "wording": wording, "lapsed": lapsed,
        "is_empty": .bool(
          groups.isEmpty && stale.isEmpty && ownWording.isEmpty && changedApprovals.isEmpty),
        "parties": .list(site.guide.settings.parties.indices.map(party)),
      ])
    return try site.render("changes", context, on: site.paths.url(site.paths.changes(locale)))
  }

  /// From which day to which; null if the first is not known.
  private var period: Value {
    guard let since = news.since else { return .null }
    let strings = site.guide.locales[locale].strings
    return .text(
      strings.filled(
        "changes_period_pattern", ["from": strings.date(since), "to": strings.date(news.date)]))
  }

  private func row(_ row: GuideChanges.Row) -> Value {
    let tag = site.guide.locales[locale].tag
    let isLinked = row.kind != .removed
    return [
      "title": .text(words.title(row)),
      "url": (isLinked ? row.url(in: tag) : nil).map(address) ?? .null,
      "document_title": .text(words.document(row.document)),
      "foreign": row.isTranslated(in: tag)
        ? .null : site.foreign(site.guide.sourceIndex, on: locale),
      "letters": letters(of: row), "span": .integer(max(row.letters.count, 1)),
    ]
  }

  private func address(_ url: String) -> Value { .address(site.paths.linked(url)) }

  /// Old and new letters of a row, one line per party; one empty line if there are none.
  private func letters(of row: GuideChanges.Row) -> Value {
    let lines: [Value] = row.letters.enumerated().map { place, change in
      let index = site.guide.settings.parties.firstIndex { $0.text == change.party }
      return [
        "is_first": .bool(place == 0), "party_name": .text(words.party(change.party)),
        "party_url": index.map { .address(site.paths.partyURL($0, locale)) } ?? .null,
        "before": letters(change.old), "after": letters(change.new),
      ]
    }
    let none: Value = [
      "is_first": true, "party_name": .null, "party_url": .null, "before": [], "after": [],
    ]
    return .list(lines.isEmpty ? [none] : lines)
  }

  /// Letters as templates show them; those of another scheme have no name.
  private func letters(_ text: String) -> Value {
    .list(
      text.map { character in
        let place = site.scheme.letters.firstIndex { $0.character == character }
        if let place { return .object(Fields(sharing: site.contexts[locale].letters[place])) }
        return [
          "letter": .text(String(character)), "key": .text(character.lowercased()),
          "name": .text(String(character)),
        ]
      })
  }

  /// Past this many, changes of wording are counted.
  private static let mostWordings = 200

  private var ownWording: [GuideChanges.Wording] {
    let tag = site.guide.locales[locale].tag
    return news.changes.wording.filter { $0.locale == tag }
  }

  /// The texts that say something else, with the words that changed.
  private var wording: Value {
    let (all, strings) = (ownWording, site.guide.locales[locale].strings)
    guard !all.isEmpty else { return .null }
    let rest = all.count - Self.mostWordings
    let rows: [Value] = all.prefix(Self.mostWordings).map { text in
      [
        "title": .text(text.title.isEmpty ? words.document(text.document) : text.title),
        "url": address(text.url), "document_title": .text(words.document(text.document)),
        "parts": .list(text.difference.shortened.map { .object($0.fields) }),
      ]
    }
    return [
      "count": site.number(all.count, locale), "rows": .list(rows),
      "more": rest > 0 ? .text(strings.counted("status_more", rest)) : .null,
    ]
  }

  private var changedApprovals: [GuideChanges.Approval] {
    news.changes.lapsed.filter { $0.state == .changed }
  }

  /// The approvals of changed texts.
  private var lapsed: Value {
    guard site.guide.reviews != nil, !changedApprovals.isEmpty else { return .null }
    return [
      "count": site.number(changedApprovals.count, locale),
      "url": .address(site.paths.url(site.paths.reviews(locale))),
    ]
  }

  private func stale(_ texts: [GuideChanges.StaleText]) -> Value {
    [
      "count": site.number(texts.count, locale),
      "rows": .list(
        texts.map { text in
          [
            "title": .text(text.title ?? words.document(text.document)),
            "url": text.url.map(address) ?? .null,
            "document_title": .text(words.document(text.document)),
          ]
        }),
    ]
  }

  private func party(_ index: Int) -> Value {
    let id = site.guide.settings.parties[index].text
    return [
      "id": .text(id), "name": .text(site.guide.locales[locale].parties[index].name),
      "feed_url": .address(site.paths.url(site.paths.partyFeed(id, locale))),
    ]
  }
}

extension WordDifference.Part {
  /// The part as templates show it.
  var fields: Fields {
    [
      "text": .text(text), "is_removed": .bool(kind == .removed),
      "is_added": .bool(kind == .added), "is_same": .bool(kind == .same),
    ]
  }
}
