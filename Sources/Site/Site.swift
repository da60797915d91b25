// Pages renders the site. In: `Guide`, `Matrix`, templates, assets and findings. Out: files, each a
// path and its bytes, by jobs that can run side by side in any order. Nothing is written here.

import Base
import Guide
import Mustache

/// All that pages are made of.
///
/// It never changes, so that jobs can share it.
public struct Site: Sendable {
  /// Past this many rows the matrix page is an overview of the documents' own matrices.
  static let mostRowsOnOnePage = 500
  /// Past this many rows a matrix scrolls in a window of its own.
  static let mostRowsWithoutScroller = 30
  /// Past this many parties the heads of columns turn.
  static let mostPartiesWithWideHeads = 8
  /// Past this many rows, a workbook is only made on request.
  static let mostRowsInWorkbook = 20_000
  /// Past this many locales a page names only those that are near its own.
  static let mostLocalesOnAPage = 60

  let guide: Guide
  let matrix: Matrix
  private(set) var paths: SitePaths
  let links: LinkResolver
  /// The shared files of all pages.
  public let assets: AssetCatalog
  let templates: TemplateSet
  let findings: [Diagnostic]
  let contentFolder: String
  let surveys: [LinkSurvey]
  let references: ReferenceIndex
  private(set) var contexts: [LocaleContext]
  let news: SiteNews?
  /// The name of the guide's logo among the assets.
  let logo: String?
  /// When each file last changed, by its path; empty if the guide doesn't ask.
  let lastChanges: [String: String]
  /// The documents that are the index of a folder, by the folder's path.
  let folderIndex: [String: Int]
  /// The documents by their folders.
  let tree: DocumentTree
  /// The preview's path to the open work of a locale's translators; nil for a published site.
  public var openWorkPath: String?
  /// The day on printed pages, `2026-01-31`; nil if the browser adds it.
  public var date: String?
  /// The language of the findings on the status page.
  var messages: any MessageLanguage = EnglishMessages()
  /// Whether it is opened from a disk, without a server.
  public private(set) var isOffline = false
  /// Whether workbooks of any size are made.
  public var makesAllExports = false {
    didSet { if makesAllExports != oldValue { contexts = makeContexts() } }
  }

  /// Puts a site together.
  ///
  /// - Parameters:
  ///   - surveys: the targets of the links of each document.
  ///   - findings: all problems of the guide, for the status page.
  ///   - contentFolder: the guide's folder, with which the paths of findings begin.
  ///   - news: changes since an older site, for the pages that show them.
  ///   - logo: the name of the guide's logo among the assets.
  ///   - lastChanges: when each file last changed, by its path.
  public init(
    guide: Guide, matrix: Matrix, links: LinkResolver, surveys: [LinkSurvey],
    assets: AssetCatalog, templates: TemplateSet, findings: [Diagnostic], contentFolder: String,
    news: SiteNews? = nil, logo: String? = nil, lastChanges: [String: String] = [:]
  ) {
    self.logo = logo
    self.lastChanges = lastChanges
    folderIndex = Self.folderIndex(guide)
    tree = DocumentTree(guide)
    self.guide = guide
    self.matrix = matrix
    self.links = links
    self.assets = assets
    self.templates = templates
    self.findings = findings
    self.contentFolder = contentFolder
    self.news = news
    let paths = SitePaths(guide)
    self.paths = paths
    self.surveys = surveys
    references = ReferenceIndex(surveys)
    contexts = []
    contexts = makeContexts()
  }

  /// The same site, to be opened from a disk.
  var offline: Site {
    var site = self
    site.isOffline = true
    site.paths = paths.onDisk
    site.contexts = site.makeContexts()
    return site
  }

  /// The same site, as its server shows it: files for other programs have the server's addresses.
  var online: Site {
    guard isOffline else { return self }
    var site = self
    site.isOffline = false
    site.paths = SitePaths(guide)
    return site
  }

  private func makeContexts() -> [LocaleContext] {
    guide.locales.indices.map {
      LocaleContext(
        $0, guide, matrix, paths, assets, tree, news: news, logo: logo,
        hasWorkbook: makesWorkbook(of: 1), hasWholeWorkbook: makesWorkbook(of: guide.locales.count))
    }
  }

  /// Whether the site has a workbook with the matrix in so many locales.
  func makesWorkbook(of locales: Int) -> Bool {
    makesAllExports || matrix.rows.count * locales <= Self.mostRowsInWorkbook
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

  /// The path of the matrix page that shows a document's rows, and the anchor of one of them.
  func matrixPath(ofRow row: Matrix.Row, _ locale: Int) -> (path: String, anchor: String) {
    let document = guide.documents[row.document]
    let path =
      matrixFitsOnePage ? paths.matrix(locale) : paths.matrix(ofDocument: document.key, locale)
    return (path, anchor(ofRow: row))
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
