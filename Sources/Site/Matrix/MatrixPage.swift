import Guide
import Mustache

/// The matrix of the guide, or of one document.
struct MatrixPage {
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
      "title": .text(title), "row_count": site.responsibilityCount(range.count, locale),
      "csv_url": .address(site.paths.url(site.paths.matrixCSV(locale))),
      "xlsx_url": site.makesWorkbook(of: 1)
        ? .address(site.paths.url(site.paths.matrixXLSX(locale))) : .null,
      "json_url": .address(site.paths.url(site.paths.matrixJSON(locale))),
      "is_overview": .bool(isOverview),
      "is_part": .bool(document != nil),
      "load": document == nil ? LoadBars(site, locale: locale).ofParties(in: range) : .null,
    ]
    if isOverview { fields.append("overview", overview) }
    MatrixRowsView(site, locale: locale, range: range, isFetched: isOverview).append(to: &fields)
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
          "row_count": site.responsibilityCount(
            site.matrix.rowsOfDocument[index].count, locale),
          "foreign": site.foreign(shown, on: locale),
        ]
      })
  }

  private func documentTitle(_ index: Int) -> String {
    site.documentTitle(index, locale)
  }
}
