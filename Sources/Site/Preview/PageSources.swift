import Base
import Guide

/// The source files of a page's text, for its writers.
public struct PageSources: Sendable {
  /// A responsibility on the page.
  public struct Row: Sendable {
    /// Its id on the page.
    public let anchor: String
    /// The place of its text; nil if no document has it.
    public let text: SourceLocation?
    /// The responsibility's id.
    public let responsibility: String
    /// Its section's anchor.
    public let section: String
    /// The file of its letters; nil if nobody wrote any.
    public let raciPath: String?
    /// The place of its id in that file.
    public let entry: SourceLocation?
  }

  /// The rows in order.
  public fileprivate(set) var rows: [Row] = []
  /// The headings of a document's page: their ids and places.
  public fileprivate(set) var headings: [(id: String, place: SourceLocation)] = []
  /// The files that the page is made of, except those of settings and words.
  public fileprivate(set) var files: Set<String> = []
  /// The document that the page shows, by its index.
  public fileprivate(set) var document: Int?
  /// The locale of the page, by its index.
  public fileprivate(set) var locale: Int

  /// The anchor beside which a finding belongs: that of the row or heading it is about.
  public func anchor(of finding: Diagnostic) -> String? {
    let place = finding.location
    if let row = rows.first(where: { $0.text?.path == place.path && $0.text?.line == place.line }) {
      return row.anchor
    }
    func nearest(_ places: [(anchor: String, place: SourceLocation?)]) -> String? {
      places.filter { ($0.place?.path == place.path) && ($0.place?.line ?? 0) <= place.line }
        .max { ($0.place?.line ?? 0) < ($1.place?.line ?? 0) }?.anchor
    }
    return nearest(rows.map { ($0.anchor, $0.entry) })
      ?? nearest(headings.map { ($0.id, $0.place) })
  }
}

extension Site {
  /// The sources of the text of a job's page.
  public func sources(of job: PageJob) -> PageSources {
    switch job {
    case .document(let document, let locale): documentSources(document, locale)
    case .matrixPart(let first, let locale):
      rowSources(in: matrixParts[first]?.rows ?? 0..<0, locale) { anchor(ofRow: $0) }
    case .matrix(let locale):
      rowSources(in: 0..<(matrixFitsOnePage ? matrix.rows.count : 0), locale) {
        anchor(ofRow: $0)
      }
    case .home(let locale), .party(_, let locale), .search(let locale), .notFound(let locale),
      .book(let locale), .searchIndex(let locale), .matrixRows(let locale), .matrixJSON(let locale),
      .matrixCSV(let locale),
      .matrixXLSX(let locale), .changes(let locale), .changesFeed(let locale),
      .partyFeed(_, let locale), .reviews(let locale):
      PageSources(locale: locale)
    case .workbook, .chooser, .rootNotFound, .status, .statusDetails, .guideJSON, .sitemap:
      PageSources(locale: guide.sourceIndex)
    }
  }

  /// All findings on the guide.
  public var allFindings: [Diagnostic] { findings }

  /// The guide's locales.
  public var locales: [Locale] { guide.locales }

  /// The path that the site is served from; begins and ends with a slash.
  public var basePath: String { guide.settings.basePath }

  /// The URL of a job's page.
  public func url(of job: PageJob) -> String { paths.url(path(of: job)) }

  /// The query for a comparison of a document's version with the source, or of the source with the
  /// first translation.
  ///
  /// It is nil if there is nothing to compare.
  public func compareQuery(document: Int, locale: Int) -> String? {
    let set = guide.documents[document]
    let source = guide.sourceIndex
    let other = locale != source ? locale : guide.locales.indices.first { $0 != source }
    guard let other else { return nil }
    return "document=\(percentEncoded(set.key))&left=\(guide.locales[source].tag)"
      + "&right=\(guide.locales[other].tag)"
  }

  /// The ids of the guide's parties, in the order of the matrix's columns.
  public var partyIDs: [String] { guide.settings.parties.map(\.text) }

  private func documentSources(_ document: Int, _ locale: Int) -> PageSources {
    let set = guide.documents[document]
    var sources = rowSources(in: matrix.rowsOfDocument[document], locale) {
      set.responsibilities[$0.responsibility].id
    }
    sources.document = document
    guard let shown = guide.shownLocale(of: set, for: locale), let version = set.versions[shown]
    else { return sources }
    sources.files.insert(version.document.path)
    sources.headings = zip(version.headingIDs, version.document.headings).map {
      ($0, $1.location)
    }
    return sources
  }

  private func rowSources(
    in range: Range<Int>, _ locale: Int, anchor: (Matrix.Row) -> String
  ) -> PageSources {
    var sources = PageSources(locale: locale)
    for row in matrix.rows[range] {
      let set = guide.documents[row.document]
      let responsibility = set.responsibilities[row.responsibility]
      let text = guide.rendering(of: responsibility, in: set, for: locale)?.fact.location
      sources.files.formUnion([text?.path, set.raci?.path].compactMap { $0 })
      sources.rows.append(
        .init(
          anchor: anchor(row), text: text, responsibility: responsibility.id,
          section: responsibility.section, raciPath: set.raci?.path,
          entry: responsibility.entry?.location))
    }
    return sources
  }
}
