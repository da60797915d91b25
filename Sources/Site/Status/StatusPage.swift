import Base
import Guide
import Mustache

/// The status of all translations, in the source's language: a map with a locale a row and a
/// document a column, and below it what is behind each field.
///
/// With many documents the map has a row for each document that needs work, and a locale a column.
struct StatusPage {
  /// Past this many findings a locale's list ends; `rolebook check` prints them all.
  private static let mostFindings = 500
  /// Past this many columns their heads stand upright.
  private static let mostLyingHeads = 6

  private let site: Site
  private let locale: Int
  private let columns: [StatusColumn]
  /// The tally of each locale's documents, by column.
  private let tallies: [[StatusTally]]
  private let findings: StatusFindings
  /// Whether documents are the rows of the map; what `columns` has is then shown as rows.
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
    let hasDocumentRows =
      guide.documents.count > StatusColumn.most && guide.locales.count <= StatusColumn.most
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
    self.findings = findings
    tallies = all.map { row in
      columns.map { column in column.documents.reduce(StatusTally()) { $0 + row[$1] } }
    }
  }

  func render() throws -> [UInt8] {
    var context = site.layout(.status, locale, title: strings["status_title"])
    context.append(
      "status",
      [
        "columns": hasDocumentRows ? [] : .list(columns.map { .object(head($0)) }),
        "has_document_rows": .bool(hasDocumentRows),
        "rows": hasDocumentRows ? .list(columns.indices.map(documentRow)) : [],
        "is_dense": .bool(columns.count > Self.mostLyingHeads),
        "locales": .list(site.guide.locales.indices.map(row)),
        "reviews": site.reviewCounts(locale),
        "general": listed(findings.general.prefix(Self.mostFindings)),
        "states": .list(StatusState.allCases.reversed().map(label)),
      ])
    return try site.render("status", context, on: site.paths.url(site.paths.status))
  }

  private var strings: StringTable { site.guide.locales[locale].strings }

  /// What a column is called; a document's name leads to the document in a locale that has it.
  private func head(_ column: StatusColumn, in other: Int? = nil) -> Fields {
    switch column.kind {
    case .document(let index):
      let set = site.guide.documents[index]
      let shown = site.guide.nearestLocale(of: set, for: locale) ?? locale
      let page = other.flatMap { site.guide.shownLocale(of: set, for: $0) == nil ? nil : $0 }
      return [
        "title": .text(site.documentTitle(index, locale)), "is_folder": false, "count": .null,
        "url": .address(site.paths.documentURL(index, page ?? shown)),
        "foreign": site.foreign(shown, on: locale),
      ]
    case .folder(let name):
      return [
        "title": .text(name + "/"), "is_folder": true,
        "count": site.number(column.documents.count, locale),
        "url": .null,
      ]
    case .rest:
      return [
        "title": .text(strings.counted("status_more", column.documents.count)),
        "is_folder": false,
        "count": .null, "url": .null,
      ]
    }
  }

  /// A row of the map that is a document's.
  private func documentRow(_ column: Int) -> Value {
    [
      "head": .object(head(columns[column])),
      "cells": .list(site.guide.locales.indices.map { .object(field($0, column)) }),
    ]
  }

  private func row(_ index: Int) -> Value {
    let other = site.guide.locales[index]
    let total = tallies[index].reduce(StatusTally(), +)
    var left = Self.mostFindings
    let cells = hasDocumentRows ? [] : columns.indices.map { field(index, $0) }
    let groups = columns.indices.compactMap { group(index, $0, &left) }
    let others = findings.besidesDocuments(index).prefix(left)
    let target = "_findings-\(other.tag)"
    return [
      "tag": .text(other.tag), "name": .text(other.name), "lang": .text(other.tag),
      "dir": .text(other.direction.rawValue),
      "url": .address(site.paths.url(site.paths.home(index))),
      "finding_count": .text(strings.counted("finding_count", findings.counts[index])),
      "id": .text(target), "open_work": site.openWork(index, of: total),
      "total": .object(
        fields(of: total, url: groups.isEmpty && others.isEmpty ? nil : "#" + target)),
      "cells": .list(cells.map { .object($0) }), "list": listed(others),
      "groups": .list(groups), "nothing": .bool(groups.isEmpty && others.isEmpty),
    ]
  }

  /// A field of the map, which leads to what is to be done, or else to the document.
  private func field(_ index: Int, _ column: Int) -> Fields {
    let tally = tallies[index][column]
    var url: String?
    if hasGroup(index, column) {
      url = "#" + id(index, column)
    } else if case .document(let document) = columns[column].kind {
      url = site.paths.documentURL(document, index)
    }
    return fields(of: tally, url: url)
  }

  private func fields(of tally: StatusTally, url: String?) -> Fields {
    let isPart = (1..<100).contains(tally.percent)
    let units = [
      "current": strings.number(tally.current), "total": strings.number(tally.total),
    ]
    return [
      "state": .text(look(tally)), "level": .integer(tally.level),
      "states": .list(tally.states.prefix(3).map(label)),
      "percent": isPart ? .text(strings.percent(tally.percent)) : .null,
      "units": .text(strings.filled("status_units", units)),
      "url": url.map { .address($0) } ?? .null,
    ]
  }

  /// What a field looks like: of several documents that need work, by their share alone.
  private func look(_ tally: StatusTally) -> String {
    let isMixed = tally.documentCount > 1 && tally.needsWork
    return isMixed ? "mixed" : (tally.states.first ?? .current).rawValue
  }

  /// Whether there is something to say of a field.
  private func hasGroup(_ index: Int, _ column: Int) -> Bool {
    tallies[index][column].needsWork
      || !findings.findings(index, in: columns[column].documents).isEmpty
  }

  private func id(_ index: Int, _ column: Int) -> String {
    "_findings-\(site.guide.locales[index].tag)-\(column + 1)"
  }

  /// What is behind a field: its states and findings.
  private func group(_ index: Int, _ column: Int, _ left: inout Int) -> Value? {
    guard hasGroup(index, column) else { return nil }
    let found = findings.findings(index, in: columns[column].documents).prefix(left)
    left -= found.count
    var fields = fields(of: tallies[index][column], url: nil)
    fields.append("id", .text(id(index, column)))
    fields.append("head", .object(head(columns[column], in: index)))
    fields.append("list", listed(found))
    return .object(fields)
  }

  private func label(_ state: StatusState) -> Value {
    [
      "state": .text(state.rawValue), "label": .text(strings["state_\(state.rawValue)"]),
      "label_head": .text(strings.label("state_\(state.rawValue)")),
      "symbol": .text(strings["state_symbol_\(state.rawValue)"]),
      "description": .text(strings["state_\(state.rawValue)_description"]),
    ]
  }

  /// A list of findings; null where there are none.
  private func listed(_ findings: ArraySlice<Diagnostic>) -> Value {
    findings.isEmpty ? .null : ["findings": .list(findings.map(finding))]
  }

  private func finding(_ diagnostic: Diagnostic) -> Value {
    [
      "severity": .text(diagnostic.severity.rawValue),
      "severity_label": .text(strings["severity_\(diagnostic.severity.rawValue)"]),
      "message": .text(site.belowContent(site.messages.text(diagnostic.statement))),
      "lang": .text(site.messages.tag),
      "dir": .text(site.messages.isRightToLeft ? "rtl" : "ltr"),
      "place": .text(site.belowContent(diagnostic.location.description)),
      "id": .text(diagnostic.id.rawValue),
    ]
  }
}

extension Site {
  /// The text with paths from the content folder on, wherever that was when the site was built.
  func belowContent(_ text: String) -> String {
    let folder = Array((contentFolder + "/").utf8)
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == folder[0], bytes[position...].starts(with: folder) {
        position += folder.count
      } else {
        kept.append(bytes[position])
        position += 1
      }
    }
    return kept.count == bytes.count ? text : String(decoding: kept, as: UTF8.self)
  }
}
