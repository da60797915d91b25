import Guide
import Markdown
import Mustache

/// A document's page; the home page if the document is the locale's index.
struct DocumentPage {
  let site: Site
  let document: Int
  let locale: Int

  init(_ site: Site, document: Int, locale: Int) {
    self.site = site
    self.document = document
    self.locale = locale
  }

  private var set: DocumentSet { site.guide.documents[document] }

  func render() throws -> [UInt8] {
    let guide = site.guide
    guard let shown = guide.shownLocale(of: set, for: locale), let version = set.versions[shown]
    else { return [] }
    let body = try DocumentBody(
      site, document: document, version: version, shown: shown, locale: locale)
    let facts = version.document
    var context = site.layout(
      .document(document), locale, title: title(facts),
      description: facts.metadata.plainDescription, isHome: set.isHome)
    var fields = fields(version, shown, body)
    let surroundings = DocumentSurroundings(site: site, document: document, locale: locale)
    for (name, value) in surroundings.fields(version, shown) { fields.append(name, value) }
    if set.isHome { try appendDivided(body, of: facts, to: &fields) }
    context.append("document", .object(fields))
    if set.isHome { site.appendHome(to: &context, locale) }
    return try site.render(
      set.isHome ? "home" : "document", context,
      on: site.paths.documentURL(document, locale), capacity: body.capacity)
  }

  private func fields(_ version: DocumentSet.Version, _ shown: Int, _ body: DocumentBody) -> Fields
  {
    let text = site.guide.locales[shown]
    let hasRows = !site.matrix.rowsOfDocument[document].isEmpty
    return [
      "key": .text(set.key), "title": .text(title(version.document)),
      "heading": heading(version.document).map { .text($0) } ?? .null,
      "body": .writtenHTML { (output) throws(TemplateError) in try body.append(to: &output) },
      "lang": .text(text.tag), "dir": .text(text.direction.rawValue),
      "state": .text(site.guide.state(of: set, for: locale).rawValue),
      "notices": notices(version, shown), "toc": toc(version),
      "matrix_url": hasRows ? .address(site.matrixURL(ofDocument: document, locale)) : .null,
      "references": references(), "review": site.review(ofDocument: document, locale),
      "new_rows": site.newRows(in: document, shown: shown, on: locale),
    ]
  }

  /// Adds the home's title, which comes before the search and the matrix, and its other text.
  private func appendDivided(
    _ body: DocumentBody, of document: Document, to fields: inout Fields
  ) throws(TemplateError) {
    var text: [UInt8] = []
    try body.append(to: &text)
    let heading = heading(document)
    let ownTitle =
      heading == nil && text.starts(with: "<h1".utf8)
      ? text.firstRange(of: Array("</h1>".utf8)) : nil
    let length = ownTitle?.upperBound ?? 0
    let opening = heading.map(Site.titleHTML) ?? Array(text.prefix(length))
    fields.append("opening", opening.isEmpty ? .null : .html(opening))
    fields.append("rest", .html(Array(text.dropFirst(length))))
  }

  /// The title of a document; that of the locale for a home page without one.
  func title(_ document: Document) -> String {
    document.ownTitle ?? (set.isHome ? site.guide.locales[locale].title : document.title)
  }

  /// The title of a document whose text does not begin with one.
  func heading(_ document: Document) -> String? {
    if document.beginsWithTitle { return nil }
    return document.metadata.title ?? (document.holdsTitle ? nil : title(document))
  }

  /// The notices that readers need before they read the text.
  func notices(_ version: DocumentSet.Version, _ shown: Int) -> Value {
    let strings = site.guide.locales[locale].strings
    var notices: [(String, String)] = []
    if shown != locale {
      let name = site.guide.locales[shown].name
      notices.append(("fallback", strings.filled("notice_fallback", ["locale": name])))
    }
    if let key = staleNotice(version) { notices.append(("stale", strings[key])) }
    if version.document.metadata.isMachineTranslated {
      notices.append(("machine", strings["notice_machine"]))
    }
    return .list(notices.map { ["kind": .text($0.0), "text": .text($0.1)] })
  }

  /// The notice that a text is behind its source: as a whole, or in rows that are marked.
  private func staleNotice(_ version: DocumentSet.Version) -> String? {
    guard version.state == .stale, let freshness = version.freshness else { return nil }
    if freshness.textChanged { return "notice_stale" }
    return freshness.count(of: .wording) + freshness.count(of: .owner) > 0
      ? "notice_rows_stale" : nil
  }

  /// Past this many rows, the table of contents has only headings.
  private static let mostRowsInContents = 40

  /// The headings of levels 2 and 3 with their rows, if there are at least two to choose from.
  private func toc(_ version: DocumentSet.Version) -> Value {
    let facts = version.document
    var rows: [Int: [Value]] = [:]
    if facts.rows.count <= Self.mostRowsInContents, !set.responsibilities.isEmpty {
      for (row, id) in zip(facts.rows, version.rowIDs) where !row.title.isEmpty {
        guard let heading = row.heading else { continue }
        rows[heading, default: []].append(["id": .text(id), "text": .text(row.title)])
      }
    }
    let items: [Value] = zip(facts.headings, version.headingIDs).enumerated().compactMap {
      index, pair in
      let (heading, id) = pair
      guard (2...3).contains(heading.level), !heading.title.isEmpty,
        index > 0 || !facts.beginsWithTitle
      else { return nil }
      return [
        "id": .text(id), "text": .text(heading.title), "level": .integer(heading.level),
        "is_sub": .bool(heading.level == 3),
        "rows": rows[index].map { ["items": .list($0)] } ?? .null,
      ]
    }
    return items.count + rows.values.reduce(0) { $0 + $1.count } < 2
      ? .null : ["items": .list(items)]
  }

  /// The rows of other documents that link here.
  private func references() -> Value {
    let guide = site.guide
    let items: [Value] = site.references.references(to: document).compactMap { reference in
      let other = guide.documents[reference.document]
      let responsibility = other.responsibilities[reference.responsibility]
      guard let rendering = guide.rendering(of: responsibility, in: other, for: locale) else {
        return nil
      }
      let page = site.pageLocale(of: rendering, in: other, locale)
      return [
        "title": .text(rendering.title),
        "url": .address(
          site.paths.documentURL(reference.document, page, fragment: responsibility.id)),
        "document_title": .text(rendering.version.document.title),
        "foreign": site.foreign(rendering.locale, on: locale),
      ]
    }
    return items.isEmpty ? .null : ["items": .list(items)]
  }
}
