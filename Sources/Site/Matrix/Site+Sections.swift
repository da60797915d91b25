import Guide

extension Site {
  /// Rows of one section of one document, in a row.
  struct Section {
    let document: Int
    let anchor: String
    var rows: Range<Int>
  }

  /// The sections that rows belong to, in order.
  func sections(of range: Range<Int>) -> [Section] {
    var sections: [Section] = []
    for index in range {
      let row = matrix.rows[index]
      let anchor = guide.documents[row.document].responsibilities[row.responsibility].section
      if let last = sections.last, last.document == row.document, last.anchor == anchor {
        sections[sections.count - 1].rows = last.rows.lowerBound..<index + 1
      } else {
        sections.append(Section(document: row.document, anchor: anchor, rows: index..<index + 1))
      }
    }
    return sections
  }

  /// A section's title and the way to it; `page` is the locale whose page that is.
  func link(
    to section: Section, _ locale: Int
  ) -> (title: String, locale: Int, page: Int, url: String) {
    let set = guide.documents[section.document]
    let title = guide.sectionTitle(section.anchor, in: set, for: locale)
    let shown = guide.shownLocale(of: set, for: locale)
    let page = shown == nil ? title.locale : locale
    let isOnPage = title.isHere && title.locale == shown ?? title.locale
    let url = paths.documentURL(
      section.document, page, fragment: isOnPage ? section.anchor : nil)
    return (title.title, title.locale, page, url)
  }

  /// The notices that a row has in addition to its letters.
  func notices(
    of row: Matrix.Row, _ rendering: Guide.Rendering?, _ locale: Int
  ) -> [(kind: String, text: String)] {
    let strings = guide.locales[locale].strings
    let set = guide.documents[row.document]
    let responsibility = set.responsibilities[row.responsibility]
    let state = rendering?.state ?? .missing
    var notices: [(kind: String, text: String)] = []
    if row.assignments.allSatisfy({ $0 == nil }) {
      notices.append(("no-letters", strings["notice_no_letters"]))
    }
    let changes = changeNotices(
      of: responsibility, in: set, shown: rendering?.locale ?? locale, on: locale)
    if [.missing, .fallback].contains(state) || (state == .stale && changes.isEmpty) {
      let isNew = guide.freshness(of: responsibility, in: set, for: locale) == .new
      let kind = isNew ? RowFreshness.new.rawValue : state.rawValue
      notices.append((kind, strings["state_\(kind)"]))
    }
    return notices + changes
  }

  /// A document's title for readers of a locale.
  func documentTitle(_ index: Int, _ locale: Int) -> String {
    let set = guide.documents[index]
    let shown = guide.nearestLocale(of: set, for: locale)
    return shown.flatMap { set.versions[$0]?.document.title } ?? set.key
  }
}
