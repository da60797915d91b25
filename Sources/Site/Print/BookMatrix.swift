import Guide
import Mustache

/// The matrix of a book: every row with its letters and conditions.
struct BookMatrix: Sendable {
  private static let emptyCell: Value = ["empty": true]

  private let site: Site
  private let places: BookPlaces
  private let rows: Range<Int>
  private let locale: Int
  private let isOfOneDocument: Bool

  init(_ book: Book) {
    site = book.site
    places = book.places
    rows = book.rows
    locale = book.locale
    isOfOneDocument = book.document != nil
  }

  /// The fields of the table.
  var fields: Fields {
    let parties = site.guide.settings.parties.indices
    return [
      "id": .text(BookPlaces.matrix), "parties_id": .text(BookPlaces.parties),
      "is_wide": .bool(parties.count > Site.mostPartiesWithWideHeads),
      "parties": .list(parties.map(head)), "sections": sections,
    ]
  }

  private func head(_ index: Int) -> Value {
    let name = site.guide.locales[locale].parties[index]
    return [
      "name": .text(name.name), "short": .text(name.short),
      "url": .address(places.partyAddresses[index]),
    ]
  }

  private var sections: Value {
    let width = site.guide.settings.parties.count + 1
    return .list(
      site.sections(of: rows).map { section in
        let set = site.guide.documents[section.document]
        let title = site.guide.sectionTitle(section.anchor, in: set, for: locale)
        let shown = site.guide.shownLocale(of: set, for: locale)
        let isOnPage = title.isHere && title.locale == shown ?? title.locale
        let url = places.address(
          ofDocument: section.document, shown == nil ? title.locale : locale,
          fragment: isOnPage ? section.anchor : nil)
        return [
          "title": .text(title.title), "url": url.map { .address($0) } ?? .null,
          "document_title": isOfOneDocument
            ? .null : .text(site.documentTitle(section.document, locale)),
          "column_count": .integer(width), "foreign": site.foreign(title.locale, on: locale),
          "rows": .madeList(
            MadeValues(count: section.rows.count) {
              row(site.matrix.rows[section.rows.lowerBound + $0])
            }),
        ]
      })
  }

  private func row(_ row: Matrix.Row) -> Value {
    let set = site.guide.documents[row.document]
    let responsibility = set.responsibilities[row.responsibility]
    let rendering = site.guide.rendering(of: responsibility, in: set, for: locale)
    let cells: [Value] = site.guide.settings.parties.indices.map { party in
      site.assignment(row, party: party, locale, in: places).map { .object($0) } ?? Self.emptyCell
    }
    return [
      "anchor": .text(places.anchor(ofRow: row)),
      "title": .text(rendering?.title ?? responsibility.id),
      "url": places.address(of: row, rendering).map { .address($0) } ?? .null,
      "notices": .list(
        site.notices(of: row, rendering, locale).map {
          ["kind": .text($0.kind), "text": .text($0.text)]
        }),
      "cells": .list(cells),
      "foreign": site.foreign(rendering?.locale ?? site.guide.sourceIndex, on: locale),
    ]
  }
}
