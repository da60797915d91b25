import Guide
import Mustache

/// The table of a matrix as templates read it: of all parties, or of one with only its rows.
struct MatrixRowsView {
  private static let emptyCell: Value = ["empty": true]

  private let site: Site
  private let locale: Int
  private let range: Range<Int>
  private let parties: [Int]
  private let party: Int?
  private let isFetched: Bool

  /// Describes a table.
  ///
  /// - Parameters:
  ///   - range: the rows of the matrix that it may show.
  ///   - party: the only party whose rows are shown; nil for all.
  ///   - isFetched: whether a script fetches the rows, which are then not on the page.
  init(_ site: Site, locale: Int, range: Range<Int>, party: Int? = nil, isFetched: Bool) {
    self.site = site
    self.locale = locale
    self.range = range
    self.party = party
    parties = party.map { [$0] } ?? Array(site.guide.settings.parties.indices)
    self.isFetched = isFetched
  }

  /// Adds the fields of the table.
  func append(to fields: inout Fields) {
    fields.append("is_long", .bool(range.count > Site.mostRowsWithoutScroller))
    fields.append("is_wide", .bool(parties.count > Site.mostPartiesWithWideHeads))
    fields.append("parties", .list(parties.map(head)))
    fields.append("contacts", site.contacts(of: parties, locale))
    fields.append("party", party.map { .text(site.guide.settings.parties[$0].text) } ?? .null)
    fields.append("filter_count", filterCount)
    if isFetched {
      fields.append("source_url", .address(site.paths.url(site.paths.matrixRows(locale))))
    } else {
      fields.append("sections", sections)
    }
  }

  /// The words of the filter if all rows are shown, as `matrix.js` writes them.
  private var filterCount: Value {
    let strings = site.guide.locales[locale].strings
    let count =
      party.map { party in
        site.matrix.rows[range].count { $0.assignments[party] != nil }
      } ?? range.count
    let number = strings.number(count)
    return .text(strings.counted("filter_count", count, ["shown": number, "total": number]))
  }

  private func head(_ index: Int) -> Value {
    let name = site.guide.locales[locale].parties[index]
    let id = site.guide.settings.parties[index].text
    return [
      "id": .text(id), "name": .text(name.name), "short": .text(name.short),
      "url": .address(site.paths.partyURL(index, locale)),
      "counts": site.counts(ofParty: index, locale, in: range),
      "sort_label": .text(
        site.guide.locales[locale].strings.filled("sort_by", ["column": name.name])),
    ]
  }

  /// The rows of a section that the table shows.
  private func rows(of section: Site.Section) -> [Int] {
    guard let party else { return Array(section.rows) }
    return section.rows.filter { site.matrix.rows[$0].assignments[party] != nil }
  }

  private var sections: Value {
    .list(
      site.sections(of: range).enumerated().compactMap { number, section in
        let rows = rows(of: section)
        guard !rows.isEmpty else { return nil }
        let link = site.link(to: section, locale)
        let title = site.documentTitle(section.document, locale)
        return [
          "id": .text("_section-\(number + 1)"), "title": .text(link.title),
          "key": .text(site.paths.matrixAnchor(section.anchor, ofDocument: section.document)),
          "url": .address(link.url),
          "document_title": title == link.title ? .null : .text(title),
          "document_url": .address(site.paths.documentURL(section.document, link.page)),
          "column_count": .integer(parties.count + 1),
          "foreign": site.foreign(link.locale, on: locale),
          "rows": .madeList(
            MadeValues(count: rows.count) { row(site.matrix.rows[rows[$0]]) }),
        ]
      })
  }

  private func row(_ row: Matrix.Row) -> Value {
    let set = site.guide.documents[row.document]
    let responsibility = set.responsibilities[row.responsibility]
    let rendering = site.guide.rendering(of: responsibility, in: set, for: locale)
    let cells: [Value] = parties.map { party in
      site.assignment(row, party: party, locale).map { .object($0) } ?? Self.emptyCell
    }
    let state = rendering?.state ?? .missing
    return [
      "id": .text(responsibility.id), "anchor": .text(site.anchor(ofRow: row)),
      "document": .text(set.key), "title": .text(rendering?.title ?? responsibility.id),
      "url": .address(
        rendering.map { site.rowURL($0, row, locale) }
          ?? site.paths.url(site.paths.matrix(locale))),
      "state": .text(state.rawValue),
      "notices": .list(
        site.notices(of: row, rendering, locale).map {
          ["kind": .text($0.kind), "text": .text($0.text)]
        }),
      "cells": .list(cells),
      "foreign": site.foreign(rendering?.locale ?? site.guide.sourceIndex, on: locale),
    ]
  }
}
