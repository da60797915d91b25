import Guide
import Mustache

/// The matrix of the guide, or of one document.
struct MatrixPage {
  private static let emptyCell: Value = ["empty": true]
  /// About how much a row takes.
  private static let bytesOfRow = 768

  private let site: Site
  private let document: Int?
  private let locale: Int

  init(_ site: Site, document: Int?, locale: Int) {
    self.site = site
    self.document = document
    self.locale = locale
  }

  func render() throws -> [UInt8] {
    let kind = document.map { PageKind.documentMatrix($0) } ?? .matrix
    var context = site.layout(
      kind, locale, title: title, description: strings["matrix_caption"])
    context.append("matrix", .object(fields))
    return try site.render(
      "matrix", context, on: site.paths.url(path),
      capacity: isOverview ? 0 : range.count * Self.bytesOfRow)
  }

  private var path: String {
    document.map { site.paths.matrix(ofDocument: site.guide.documents[$0].key, locale) }
      ?? site.paths.matrix(locale)
  }

  private var strings: StringTable { site.guide.locales[locale].strings }

  private var title: String {
    guard let document else { return strings["matrix_title"] }
    return strings.filled("matrix_document_title", ["document": documentTitle(document)])
  }

  /// The rows that the page is about.
  private var range: Range<Int> {
    document.map { site.matrix.rowsOfDocument[$0] } ?? 0..<site.matrix.rows.count
  }

  private var isOverview: Bool { document == nil && !site.matrixFitsOnePage }

  private var fields: Fields {
    var fields: Fields = [
      "title": .text(title), "row_count": .integer(range.count),
      "csv_url": .address(site.paths.url(site.paths.matrixCSV(locale))),
      "xlsx_url": site.makesWorkbook(of: 1)
        ? .address(site.paths.url(site.paths.matrixXLSX(locale))) : .null,
      "json_url": .address(site.paths.url(site.paths.matrixJSON(locale))),
      "is_overview": .bool(isOverview),
      "load": LoadBars(site, locale: locale).ofParties(in: range),
    ]
    if isOverview {
      fields.append("overview", overview)
    } else {
      fields.append("parties", parties(range))
      fields.append("sections", sections(range))
    }
    return fields
  }

  private var overview: Value {
    .list(
      site.responsibilityDocuments.map { index in
        let set = site.guide.documents[index]
        let shown = site.guide.nearestLocale(of: set, for: locale) ?? locale
        return [
          "title": .text(documentTitle(index)),
          "url": .address(site.paths.url(site.paths.matrix(ofDocument: set.key, locale))),
          "row_count": .integer(site.matrix.rowsOfDocument[index].count),
          "foreign": site.foreign(shown, on: locale),
        ]
      })
  }

  private func parties(_ range: Range<Int>) -> Value {
    .list(
      site.guide.settings.parties.indices.map { index in
        let name = site.guide.locales[locale].parties[index]
        let id = site.guide.settings.parties[index].text
        return [
          "id": .text(id), "name": .text(name.name), "short": .text(name.short),
          "url": .address(site.paths.partyURL(index, locale)),
          "counts": site.counts(ofParty: index, locale, in: range),
        ]
      })
  }

  private func sections(_ range: Range<Int>) -> Value {
    let sections = site.sections(of: range)
    return .list(
      sections.enumerated().map { number, section in
        let set = site.guide.documents[section.document]
        let title = site.guide.sectionTitle(section.anchor, in: set, for: locale)
        let shown = site.guide.shownLocale(of: set, for: locale)
        let page = shown == nil ? title.locale : locale
        let isOnPage = title.isHere && title.locale == shown ?? title.locale
        return [
          "id": .text("_section-\(number + 1)"), "title": .text(title.title),
          "key": .text(site.paths.matrixAnchor(section.anchor, ofDocument: section.document)),
          "url": .address(
            site.paths.documentURL(
              section.document, page, fragment: isOnPage ? section.anchor : nil)),
          "document_title": .text(documentTitle(section.document)),
          "document_url": .address(site.paths.documentURL(section.document, page)),
          "column_count": .integer(site.guide.settings.parties.count + 1),
          "foreign": site.foreign(title.locale, on: locale),
          "rows": .madeList(
            MadeValues(count: section.rows.count) { number in
              row(site.matrix.rows[section.rows.lowerBound + number])
            }),
        ]
      })
  }

  private func row(_ row: Matrix.Row) -> Value {
    let set = site.guide.documents[row.document]
    let responsibility = set.responsibilities[row.responsibility]
    let rendering = site.guide.rendering(of: responsibility, in: set, for: locale)
    let cells: [Value] = row.assignments.indices.map { party in
      site.assignment(row, party: party, locale).map { .object($0) } ?? Self.emptyCell
    }
    let state = rendering?.state ?? .missing
    return [
      "id": .text(responsibility.id), "anchor": .text(site.anchor(ofRow: row)),
      "document": .text(set.key), "title": .text(rendering?.title ?? responsibility.id),
      "url": .address(
        rendering.map { site.rowURL($0, row, locale) }
          ?? site.paths.url(site.paths.matrix(locale))),
      "state": .text(state.rawValue), "notices": notices(row, rendering, state),
      "cells": .list(cells),
      "foreign": site.foreign(rendering?.locale ?? site.guide.sourceIndex, on: locale),
    ]
  }

  private func notices(
    _ row: Matrix.Row, _ rendering: Guide.Rendering?, _ state: TranslationState
  ) -> Value {
    let set = site.guide.documents[row.document]
    let responsibility = set.responsibilities[row.responsibility]
    var notices: [(kind: String, text: String)] = []
    if row.assignments.allSatisfy({ $0 == nil }) {
      notices.append(("no-letters", strings["notice_no_letters"]))
    }
    let changes = site.changeNotices(
      of: responsibility, in: set, shown: rendering?.locale ?? locale, on: locale)
    if [.missing, .fallback].contains(state) || (state == .stale && changes.isEmpty) {
      let isNew = site.guide.freshness(of: responsibility, in: set, for: locale) == .new
      let kind = isNew ? RowFreshness.new.rawValue : state.rawValue
      notices.append((kind, strings["state_\(kind)"]))
    }
    return .list((notices + changes).map { ["kind": .text($0.kind), "text": .text($0.text)] })
  }

  private func documentTitle(_ index: Int) -> String {
    site.documentTitle(index, locale)
  }
}

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

  /// A document's title for readers of a locale.
  func documentTitle(_ index: Int, _ locale: Int) -> String {
    let set = guide.documents[index]
    let shown = guide.nearestLocale(of: set, for: locale)
    return shown.flatMap { set.versions[$0]?.document.title } ?? set.key
  }
}
