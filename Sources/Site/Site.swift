// Site renders all pages and exports. In: a `Guide`, its matrix, templates, assets and findings. Out:
// files, each a path and its bytes, by jobs that can run side by side in any order. Nothing is
// written here.

import Base
import Guide
import Mustache

/// All that pages are made of.
///
/// It never changes, so that jobs can share it.
public final class Site: Sendable {
  /// Past this many rows the matrix page is an overview, and its parts have the rows.
  static let mostRowsOnOnePage = 500
  /// Past this many rows a matrix scrolls in a window of its own.
  static let mostRowsWithoutScroller = 30
  /// Past this many parties the heads of columns turn.
  static let mostPartiesWithWideHeads = 8
  /// Past this many locales a page names only those that are near its own.
  static let mostLocalesOnAPage = 60

  let guide: Guide
  let matrix: Matrix
  let paths: SitePaths
  let links: LinkResolver
  /// The shared files of all pages.
  public let assets: AssetCatalog
  let templates: TemplateSet
  let findings: [Diagnostic]
  /// The language of the findings on the status page.
  let messages: any MessageLanguage
  let contentFolder: String
  let surveys: [LinkSurvey]
  let references: ReferenceIndex
  let contexts: [LocaleContext]
  /// The name of the guide's logo among the assets.
  let logo: String?
  /// When each file last changed, by its path; empty if the guide doesn't ask.
  let lastChanges: [String: String]
  /// The documents that are the index of a folder, by the folder's path.
  let folderIndex: [String: Int]
  /// The documents by their folders.
  let tree: DocumentTree
  /// The pages that have the rows of one or more documents.
  let matrixParts: MatrixParts
  let options: SiteOptions
  /// Whether it is opened from a disk, without a server.
  public let isOffline: Bool
  /// The same site with the addresses of its server, for other programs; nil if this is that site.
  private let served: Site?

  /// Puts a site together.
  ///
  /// - Parameter served: the same site as its server shows it, if this one is opened from a disk.
  init(_ parts: SiteParts, _ options: SiteOptions, served: Site? = nil) {
    let loaded = parts.loaded
    self.options = options
    self.served = served
    isOffline = served != nil
    guide = loaded.guide
    matrix = loaded.matrix
    links = loaded.links
    surveys = loaded.surveys
    contentFolder = loaded.contentFolder
    logo = loaded.extras.logo?.name
    lastChanges = loaded.lastChanges
    assets = parts.assets
    templates = parts.templates
    findings = parts.findings
    messages = parts.messages
    folderIndex = Self.folderIndex(loaded.guide)
    tree = DocumentTree(loaded.guide)
    references = ReferenceIndex(loaded.surveys)
    matrixParts = MatrixParts(
      loaded.guide, loaded.matrix, isDivided: loaded.matrix.rows.count > Self.mostRowsOnOnePage)
    let paths = SitePaths(loaded.guide)
    self.paths = isOffline ? paths.onDisk : paths
    contexts = LocaleContext.all(of: parts, self.paths, tree, options, isOffline: isOffline)
  }

  /// The same site, as its server shows it: files for other programs have its addresses.
  var online: Site { served ?? self }

  /// Changes since an older site, for the pages that show them.
  var news: SiteNews? { options.news }

  /// Whether the site has a workbook with the matrix in so many locales.
  func makesWorkbook(of locales: Int) -> Bool {
    options.makesWorkbook(ofRows: matrix.rows.count, in: locales)
  }

  /// Whether every page names every locale; pages of all of them would grow with their square.
  var namesAllLocales: Bool { guide.locales.count <= Self.mostLocalesOnAPage }

  /// Whether one page shows the whole matrix.
  var matrixFitsOnePage: Bool { matrix.rows.count <= Self.mostRowsOnOnePage }

  /// Whether a locale's home has all rows in it; else its script fetches them.
  var matrixFitsHome: Bool { matrix.rows.count <= Self.mostRowsWithoutScroller }

  /// The documents that contain responsibilities.
  var responsibilityDocuments: [Int] {
    guide.documents.indices.filter { !matrix.rowsOfDocument[$0].isEmpty }
  }

  /// The path of the matrix page that shows the rows of a document.
  func matrixPath(ofRowsOfDocument document: Int, _ locale: Int) -> String {
    matrixFitsOnePage ? paths.matrix(locale) : matrixPath(ofDocument: document, locale)
  }

  /// The anchor of a row on matrix pages.
  func anchor(ofRow row: Matrix.Row) -> String {
    let document = guide.documents[row.document]
    let id = document.responsibilities[row.responsibility].id
    return paths.matrixAnchor(id, ofDocument: row.document)
  }

  /// Renders a template.
  ///
  /// - Parameters:
  ///   - page: the address of the page, from which others are seen; nil if it may be shown anywhere.
  ///   - capacity: about how many bytes the page has without its frame. A page of thousands of rows
  ///     would otherwise be copied again and again while it grows.
  func render(
    _ template: String, _ context: Fields, on page: String?, capacity: Int = 0
  ) throws(TemplateError) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(16_384 + capacity)
    try render(template, context, on: page, into: &output)
    return output
  }

  /// Renders a template and appends the result to `output`.
  func render(
    _ template: String, _ context: Fields, on page: String?, into output: inout [UInt8]
  ) throws(TemplateError) {
    try templates.render(template, .object(context), on: page, into: &output)
  }
}
