import Base

extension ChangeReport {
  /// An Atom feed of all changes, in English but for titles.
  ///
  /// - Parameter date: the day of the changes, `2026-01-31`.
  public func feed(date: String) -> [UInt8] {
    let entries = changes.rows.map { row in
      ChangeFeed.Entry(
        row, title: title(row),
        url: row.kind == .removed ? nil : complete(row.url(in: locale)),
        lines: ["\(row.kind.rawValue) in \(row.document)"] + row.letters.map(words))
    }
    let wording = changes.wording.map { text in
      ChangeFeed.Entry(
        text, url: complete(text.url), lines: ["wording changed in \(text.locale)", plainly(text)])
    }
    let stale = changes.stale.map { text in
      ChangeFeed.Entry(
        text, title: text.title ?? text.document, url: complete(text.url),
        line: "out of date in \(text.locale)")
    }
    return ChangeFeed(
      title: "Changes of responsibilities", author: "Rolebook", language: "en",
      url: complete(changes.home(in: locale)) ?? changes.home(in: locale), date: date,
      entries: entries + wording + stale
    ).bytes
  }

  /// An address with its host; nil if the guide does not say under which host it is published.
  private func complete(_ url: String?) -> String? {
    guard let url, let siteURL = changes.siteURL else { return nil }
    return siteURL + url
  }
}
