import Base
import Guide
import Mustache

/// The choices of a site's publisher.
public struct SiteOptions: Sendable {
  /// Past this many rows, a workbook is only made on request.
  private static let mostRowsInWorkbook = 20_000

  /// Changes since an older site, for the pages that show them.
  public var news: SiteNews?
  /// The day on printed pages, `2026-01-31`; nil if the browser adds it.
  public var date: String?
  /// The preview's path to the open work of a locale's translators; nil for a published site.
  public var openWorkPath: String?
  /// Whether workbooks of any size are made.
  public var makesAllExports = false

  /// The choices of a plain build.
  public init() {}

  /// Whether a site with so many rows has a workbook of them in so many locales.
  func makesWorkbook(ofRows rows: Int, in locales: Int) -> Bool {
    makesAllExports || rows * locales <= Self.mostRowsInWorkbook
  }
}

/// The guide of a site, and all that its theme adds.
struct SiteParts {
  let loaded: LoadedGuide
  /// All problems of the guide, for the status page.
  let findings: [Diagnostic]
  let assets: AssetCatalog
  let templates: TemplateSet
  /// The language of the findings on the status page.
  let messages: any MessageLanguage
}
