import Guide

/// Changes as a feed, in one locale.
struct NewsFeed {
  private let site: Site
  private let news: SiteNews
  private let locale: Int
  private let words: NewsWords

  init(_ site: Site, _ news: SiteNews, locale: Int) {
    self.site = site
    self.news = news
    self.locale = locale
    words = NewsWords(site: site, locale: locale)
  }

  /// The feed's file.
  ///
  /// - Parameter party: the index of the only party whose letters count; nil for all changes.
  func bytes(party: Int?) -> [UInt8] {
    let here = site.guide.locales[locale]
    let id = party.map { site.guide.settings.parties[$0].text }
    let page = id.map { site.paths.party($0, locale) } ?? site.paths.changes(locale)
    let own = party.map { site.paths.partyFeed(site.guide.settings.parties[$0].text, locale) }
    let subject = party.map { here.parties[$0].name }
    let all = here.strings["changes_title"]
    let title = subject.map { here.strings.labeled(all, $0) } ?? all
    let feed = ChangeFeed(
      title: here.strings.filled(
        "page_title_pattern", ["page": title, "guide": here.title]),
      author: here.title, language: here.tag, url: site.absoluteURL(page),
      ownURL: site.absoluteURL(own ?? site.paths.changesFeed(locale)), date: news.date,
      entries: rows(id) + (party == nil ? wording + stale : []))
    return feed.bytes
  }

  private func rows(_ party: String?) -> [ChangeFeed.Entry] {
    news.changes.rows.compactMap { row in
      let letters = row.letters.filter { party == nil || $0.party == party }
      guard party == nil || !letters.isEmpty else { return nil }
      let heading = row.kind == .changed ? [] : [words.heading(row.kind)]
      return ChangeFeed.Entry(
        row, title: words.title(row), url: url(row), lines: heading + letters.map(words.line))
    }
  }

  /// A row's complete address; that of one that is gone leads nowhere any more.
  private func url(_ row: GuideChanges.Row) -> String? {
    guard row.kind != .removed, let url = row.url(in: site.guide.locales[locale].tag) else {
      return nil
    }
    return (site.guide.settings.siteURL ?? "") + url
  }

  private var wording: [ChangeFeed.Entry] {
    let here = site.guide.locales[locale]
    return news.changes.wording.filter { $0.locale == here.tag }.map { text in
      ChangeFeed.Entry(
        text, url: (site.guide.settings.siteURL ?? "") + text.url,
        lines: [here.strings["changes_wording"]])
    }
  }

  private var stale: [ChangeFeed.Entry] {
    let here = site.guide.locales[locale]
    return news.changes.stale.filter { $0.locale == here.tag }.map { text in
      ChangeFeed.Entry(
        text, title: text.title ?? words.document(text.document),
        url: text.url.map { (site.guide.settings.siteURL ?? "") + $0 },
        line: here.strings["changes_stale"])
    }
  }
}
