import Base
import Guide
import Mustache

extension DocumentBody {
  /// The letters of a row and its links.
  func appendRowExtras(_ index: Int, _ output: inout [UInt8]) throws(TemplateError) {
    let id = version.rowIDs[index]
    guard let number = rowOfID[id] else { return }
    let row = site.matrix.rows[number]
    let responsibility = site.guide.documents[document].responsibilities[row.responsibility]
    let assignments: [Value] = site.guide.settings.parties.indices.compactMap { party in
      let fields = site.assignment(row, party: party, locale, in: book)
      return fields.map { .object($0) }
    }
    var notices = changeNotices(row)
    if assignments.isEmpty {
      notices.append(["kind": "no-letters", "text": .text(strings["notice_no_letters"])])
    }
    let fields: Fields = [
      "id": .text(id), "title": .text(version.document.rows[index].title),
      "matrix_url": matrixPage.map { page in
        Value.address(String(joining: page, "#", percentEncoded(site.anchor(ofRow: row))))
      } ?? .null,
      "assignments": .list(assignments), "notices": .list(notices),
      "shows_letters": .bool(
        version.showsLetters(of: responsibility, inRow: index)
          && (shown == site.guide.sourceIndex || responsibility.hasAllRemarks(in: shown))),
      "review": site.review(ofRow: id, in: document, locale),
      "page_language": shown == locale ? .null : site.foreign(locale, on: shown),
    ]
    try site.render(
      book == nil ? "row" : "book-row", ["row": .object(fields), "t": site.contexts[locale].words],
      on: page,
      into: &output)
  }

  /// That the row is behind its source, the last sentence with the way there.
  private func changeNotices(_ row: Matrix.Row) -> [Value] {
    let set = site.guide.documents[document]
    let responsibility = set.responsibilities[row.responsibility]
    let notices = site.changeNotices(of: responsibility, in: set, shown: shown, on: locale)
    return notices.enumerated().map { index, notice in
      let source =
        book.map {
          $0.address(ofDocument: document, site.guide.sourceIndex, fragment: responsibility.id)
        } ?? site.paths.documentURL(document, site.guide.sourceIndex, fragment: responsibility.id)
      let advice = notice.kind == "owner" ? strings["notice_row_owner_text"] : nil
      return [
        "kind": .text(notice.kind), "text": .text(notice.text),
        "advice": advice.map { .text($0) } ?? .null,
        "source_url": index == notices.count - 1 ? source.map { .address($0) } ?? .null : .null,
        "source_tag": .text(site.guide.settings.sourceLocale),
      ]
    }
  }
}
