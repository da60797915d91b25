import Base
import Guide
import Mustache

/// What a site takes from the templates' folders, ready for use.
public struct Theme: Sendable {
  /// The compiled templates.
  public let templates: TemplateSet
  /// The shared files of all pages.
  public let assets: AssetCatalog
  /// The JSON Schemas, which are published with the site.
  public let schemas: [(name: String, bytes: [UInt8])]

  /// Reads and compiles.
  ///
  /// - Throws: `TemplateLibrary.BrokenTemplate` or `FileError`.
  public init(_ library: TemplateLibrary) throws {
    templates = try library.templates()
    assets = try library.assets()
    schemas = try library.schemas()
  }

  /// The site of a guide that was read.
  public func site(
    of loaded: LoadedGuide, _ findings: [Diagnostic], news: SiteNews? = nil
  ) -> Site {
    Site(
      guide: loaded.guide, matrix: loaded.matrix, links: loaded.links, surveys: loaded.surveys,
      assets: assets, templates: templates, findings: findings,
      contentFolder: loaded.contentFolder, news: news)
  }
}
