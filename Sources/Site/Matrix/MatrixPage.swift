import Guide
import Mustache

/// The matrix of the guide, or a part of it.
struct MatrixPage {
  /// About how much a row takes.
  private static let bytesOfRow = 768

  private let site: Site
  private let part: MatrixParts.Part?
  private let locale: Int

  /// - Parameter part: the documents of the page; nil for all.
  init(_ site: Site, part: MatrixParts.Part?, locale: Int) {
    self.site = site
    self.part = part
    self.locale = locale
  }

  func render() throws -> [UInt8] {
    let kind = part.map { PageKind.matrixPart($0.first) } ?? .matrix
    var context = site.layout(
      kind, locale, title: title, description: strings["matrix_caption"])
    context.append("matrix", .object(fields))
    return try site.render(
      "matrix", context, on: site.paths.url(path),
      capacity: isOverview ? 0 : range.count * Self.bytesOfRow)
  }

  private var path: String {
    part.map { site.matrixPath(ofDocument: $0.first, locale) } ?? site.paths.matrix(locale)
  }

  private var strings: StringTable { site.guide.locales[locale].strings }

  private var title: String {
    guard let part else { return strings["matrix_title"] }
    let titles = [part.documents.first, part.documents.dropFirst().last].compactMap { $0 }
    return strings.filled(
      "matrix_document_title", ["document": titles.map(documentTitle).joined(separator: " – ")])
  }

  /// The rows that the page is about.
  private var range: Range<Int> {
    part?.rows ?? 0..<site.matrix.rows.count
  }

  /// Whether several documents share the page, so that rows can move to another one.
  private var isShared: Bool { part.map { $0.documents.count > 1 } ?? false }

  private var isOverview: Bool { part == nil && !site.matrixFitsOnePage }

  private var fields: Fields {
    var fields: Fields = [
      "title": .text(title), "row_count": site.responsibilityCount(range.count, locale),
      "csv_url": .address(site.paths.url(site.paths.matrixCSV(locale))),
      "xlsx_url": site.makesWorkbook(of: 1)
        ? .address(site.paths.url(site.paths.matrixXLSX(locale))) : .null,
      "json_url": .address(site.paths.url(site.paths.matrixJSON(locale))),
      "is_overview": .bool(isOverview),
      "is_part": .bool(part != nil),
      "whole_url": isShared ? .address(site.paths.url(site.paths.matrix(locale))) : .null,
      "load": part == nil ? LoadBars(site, locale: locale).ofParties(in: range) : .null,
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
          "url": .address(site.matrixURL(ofDocument: index, locale)),
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
