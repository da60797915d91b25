import Guide
import Markdown
import Mustache

extension Site {
  /// The notices of a row whose text is a locale's: that it is behind its source.
  ///
  /// - Parameters:
  ///   - shown: the locale of the text.
  ///   - locale: the reader's.
  /// - Returns: a kind and a sentence for each change; none if nothing is known to have changed.
  func changeNotices(
    of responsibility: Responsibility, in document: DocumentSet, shown: Int, on locale: Int
  ) -> [(kind: String, text: String)] {
    let strings = guide.locales[locale].strings
    let freshness = guide.freshness(of: responsibility, in: document, for: shown)
    var notices: [(String, String)] = []
    if freshness?.wordingChanged ?? false {
      notices.append(("wording", strings["notice_row_stale"]))
    }
    if freshness?.ownerChanged ?? false { notices.append(("owner", strings["notice_row_owner"])) }
    return notices
  }

  /// The source's rows that came after a locale's text was made, and that it lacks.
  func newRows(in document: Int, shown: Int, on locale: Int) -> Value {
    let set = guide.documents[document]
    guard set.versions[shown]?.freshness?.basis == .stamp,
      let source = set.versions[guide.sourceIndex]
    else { return .null }
    let items: [Value] = set.responsibilities.compactMap { responsibility in
      guard guide.freshness(of: responsibility, in: set, for: shown) == .new,
        let row = responsibility.rows[guide.sourceIndex]
      else { return nil }
      let url = paths.documentURL(document, guide.sourceIndex, fragment: responsibility.id)
      return [
        "title": .text(source.document.rows[row].title), "url": .address(url),
        "tag": .text(guide.settings.sourceLocale),
        "foreign": foreign(guide.sourceIndex, on: locale),
      ]
    }
    return items.isEmpty ? .null : ["items": .list(items)]
  }
}
