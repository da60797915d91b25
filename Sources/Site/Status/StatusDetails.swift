import Base
import Guide
import Mustache

/// Details of the fields of the status page's map: states and findings of a locale, by document.
struct StatusDetails {
  /// Past this many findings a locale's list ends; `rolebook check` prints them all.
  static let mostFindings = 500

  let site: Site
  /// The locale in whose words it is said.
  let locale: Int
  let findings: StatusFindings

  /// A column of the map as one locale has it.
  struct Part {
    let column: StatusColumn
    let tally: StatusTally
    /// Its number on the page, from 1.
    let number: Int
  }

  private var strings: StringTable { site.guide.locales[locale].strings }

  /// The fields of a locale, with those that concern none of its documents first.
  func fields(_ index: Int, _ parts: [Part]) -> Fields {
    let other = site.guide.locales[index]
    let total = parts.reduce(StatusTally()) { $0 + $1.tally }
    var left = Self.mostFindings
    let groups = parts.compactMap { group(index, $0, &left) }
    let others = findings.besidesDocuments(index).prefix(left)
    return [
      "tag": .text(other.tag), "name": .text(other.name), "lang": .text(other.tag),
      "dir": .text(other.direction.rawValue),
      "url": .address(site.paths.url(site.paths.home(index))),
      "finding_count": .text(strings.counted("finding_count", findings.counts[index])),
      "id": .text(id(index)), "open_work": site.openWork(index, of: total),
      "list": listed(others), "groups": .list(groups),
      "nothing": .bool(groups.isEmpty && others.isEmpty),
    ]
  }

  /// The id of the details of a locale.
  func id(_ index: Int) -> String { "_findings-\(site.guide.locales[index].tag)" }

  /// The id of the details of a part of a locale.
  func id(_ index: Int, _ part: Part) -> String { id(index) + "-\(part.number)" }

  /// Whether there is something to say of a part.
  func hasGroup(_ index: Int, _ part: Part) -> Bool {
    part.tally.needsWork || !findings.findings(index, in: part.column.documents).isEmpty
  }

  private func group(_ index: Int, _ part: Part, _ left: inout Int) -> Value? {
    guard hasGroup(index, part) else { return nil }
    let found = findings.findings(index, in: part.column.documents).prefix(left)
    left -= found.count
    var fields = fields(of: part.tally, url: nil)
    fields.append("id", .text(id(index, part)))
    fields.append("head", .object(head(part.column, in: index)))
    fields.append("list", listed(found))
    return .object(fields)
  }

  /// The name of a column; a document's name leads to the document in a locale that has it.
  func head(_ column: StatusColumn, in other: Int? = nil) -> Fields {
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
        "count": site.number(column.documents.count, locale), "url": .null,
      ]
    case .rest:
      return [
        "title": .text(strings.counted("status_more", column.documents.count)),
        "is_folder": false, "count": .null, "url": .null,
      ]
    }
  }

  /// The content of a field of the map.
  func fields(of tally: StatusTally, url: String?) -> Fields {
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

  /// The look of a field: for several documents that need work, it depends only on their share.
  private func look(_ tally: StatusTally) -> String {
    let isMixed = tally.documentCount > 1 && tally.needsWork
    return isMixed ? "mixed" : (tally.states.first ?? .current).rawValue
  }

  /// A state in words.
  func label(_ state: StatusState) -> Value {
    [
      "state": .text(state.rawValue), "label": .text(strings["state_\(state.rawValue)"]),
      "label_head": .text(strings.label("state_\(state.rawValue)")),
      "symbol": .text(strings["state_symbol_\(state.rawValue)"]),
      "description": .text(strings["state_\(state.rawValue)_description"]),
    ]
  }

  /// A list of findings; null if there are none.
  func listed(_ findings: ArraySlice<Diagnostic>) -> Value {
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
  /// Whether the status page's map has one row per document, and each locale a page of findings.
  var statusHasDocumentRows: Bool {
    guide.documents.count > StatusColumn.most && guide.locales.count <= StatusColumn.most
  }

  /// The pages of the state of the translations.
  public var statusJobs: [PageJob] {
    [.status]
      + (statusHasDocumentRows ? guide.locales.indices.map { .statusDetails(locale: $0) } : [])
  }

  /// The page of open work in a locale of a large guide, in the source's language.
  func statusDetailsPage(_ index: Int) throws -> [UInt8] {
    let locale = guide.sourceIndex
    let details = StatusDetails(
      site: self, locale: locale,
      findings: StatusFindings(findings, of: guide, in: contentFolder))
    let parts = guide.documents.enumerated().map { number, document in
      var tally = StatusTally()
      tally.add(document, index, of: guide)
      let column = StatusColumn(kind: .document(number), documents: [number])
      return StatusDetails.Part(column: column, tally: tally, number: number + 1)
    }
    let strings = guide.locales[locale].strings
    let title = strings.labeled(strings["status_title"], guide.locales[index].name)
    var context = layout(.status, locale, title: title)
    context.append("details", .object(details.fields(index, parts)))
    return try render("status-details", context, on: paths.url(paths.statusDetails(index)))
  }

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
