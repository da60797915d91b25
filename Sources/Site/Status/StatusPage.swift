import Base
import Guide
import Mustache

/// The status of all translations, in the source's language.
///
/// It has a map with one row per locale and one column per document, and the details of each field
/// below.
///
/// With many documents, the map has one row per document that needs work and one column per locale.
/// The details of the fields are then on a page for each locale.
struct StatusPage {
  /// Past this many columns, their heads are upright.
  private static let mostLyingHeads = 6

  private let site: Site
  private let locale: Int
  /// The columns of the map; its rows if documents are rows.
  private let columns: [StatusColumn]
  /// The parts of each locale in the columns.
  private let parts: [[StatusDetails.Part]]
  private let details: StatusDetails
  /// Whether documents are the rows of the map; `columns` are then shown as rows.
  private let hasDocumentRows: Bool

  init(_ site: Site) {
    self.site = site
    let guide = site.guide
    locale = guide.sourceIndex
    let all = guide.locales.indices.map { locale in
      guide.documents.map { document in
        var tally = StatusTally()
        tally.add(document, locale, of: guide)
        return tally
      }
    }
    let findings = StatusFindings(site.findings, of: guide, in: site.contentFolder)
    let hasDocumentRows = site.statusHasDocumentRows
    let need = guide.documents.indices.map { document in
      guide.locales.indices.reduce(0) { sum, locale in
        sum + all[locale][document].total - all[locale][document].current
          + (hasDocumentRows ? findings.findings(locale, in: [document]).count : 0)
      }
    }
    let columns =
      hasDocumentRows
      ? StatusColumn.rows(guide, need: need) : StatusColumn.columns(guide, need: need)
    self.columns = columns
    self.hasDocumentRows = hasDocumentRows
    details = StatusDetails(site: site, locale: locale, findings: findings)
    parts = all.map { row in
      columns.enumerated().map { place, column in
        .init(
          column: column, tally: column.documents.reduce(StatusTally()) { $0 + row[$1] },
          number: Self.number(of: column, at: place))
      }
    }
  }

  /// The number of a column on its page: that of its document, if it has only one.
  private static func number(of column: StatusColumn, at place: Int) -> Int {
    if case .document(let document) = column.kind { document + 1 } else { place + 1 }
  }

  func render() throws -> [UInt8] {
    var context = site.layout(.status, locale, title: strings["status_title"])
    let locales = site.guide.locales.indices.map(row)
    context.append(
      "status",
      [
        "columns": hasDocumentRows ? [] : .list(columns.map { .object(details.head($0)) }),
        "has_document_rows": .bool(hasDocumentRows),
        "rows": hasDocumentRows ? .list(columns.indices.map(documentRow)) : [],
        "is_dense": .bool(columns.count > Self.mostLyingHeads),
        "locales": .list(locales), "sections": hasDocumentRows ? [] : .list(locales),
        "pages": hasDocumentRows ? .list(locales) : [],
        "reviews": site.reviewCounts(locale),
        "general": details.listed(details.findings.general.prefix(StatusDetails.mostFindings)),
        "states": .list(StatusState.allCases.reversed().map(details.label)),
      ])
    return try site.render("status", context, on: site.paths.url(site.paths.status))
  }

  private var strings: StringTable { site.guide.locales[locale].strings }

  /// A row of the map that is a document's.
  private func documentRow(_ column: Int) -> Value {
    [
      "head": .object(details.head(columns[column])),
      "cells": .list(site.guide.locales.indices.map { .object(field($0, column)) }),
    ]
  }

  /// A locale's row of the map, and the details below it.
  private func row(_ index: Int) -> Value {
    let total = parts[index].reduce(StatusTally()) { $0 + $1.tally }
    var fields: Fields
    if hasDocumentRows {
      let other = site.guide.locales[index]
      fields = [
        "tag": .text(other.tag), "name": .text(other.name), "lang": .text(other.tag),
        "dir": .text(other.direction.rawValue),
        "url": .address(site.paths.url(site.paths.home(index))),
        "finding_count": .text(
          strings.counted("finding_count", details.findings.counts[index])),
      ]
    } else {
      fields = details.fields(index, parts[index])
    }
    let cells = hasDocumentRows ? [] : columns.indices.map { field(index, $0) }
    let page = site.paths.url(site.paths.statusDetails(index))
    fields.append("cells", .list(cells.map { .object($0) }))
    fields.append("page_url", hasDocumentRows ? .address(page) : .null)
    fields.append("total", .object(details.fields(of: total, url: place(ofAll: index))))
    return .object(fields)
  }

  /// The place of the work to do in a locale; nil if there is none.
  private func place(ofAll index: Int) -> String? {
    guard
      parts[index].contains(where: { details.hasGroup(index, $0) })
        || !details.findings.besidesDocuments(index).isEmpty
    else { return nil }
    return hasDocumentRows
      ? site.paths.url(site.paths.statusDetails(index)) : "#" + details.id(index)
  }

  /// A field of the map, which leads to the work to do, or else to the document.
  private func field(_ index: Int, _ column: Int) -> Fields {
    let part = parts[index][column]
    var url: String?
    if details.hasGroup(index, part) {
      url = place(of: part, index)
    } else if case .document(let document) = part.column.kind {
      url = site.paths.documentURL(document, index)
    }
    return details.fields(of: part.tally, url: url)
  }

  /// The place of the work to do in a part; of several documents on their own pages, the first.
  private func place(of part: StatusDetails.Part, _ index: Int) -> String {
    guard hasDocumentRows else { return "#" + details.id(index, part) }
    let page = site.paths.statusDetails(index)
    guard case .document = part.column.kind else { return site.paths.url(page) }
    return site.paths.url(page, fragment: details.id(index, part))
  }
}
