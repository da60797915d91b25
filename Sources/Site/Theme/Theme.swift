import Base
import Guide
import Mustache

/// What a site takes from the templates' folders, ready for use.
public struct Theme: Sendable {
  /// The compiled templates.
  public let templates: TemplateSet
  /// The shared files of all pages, as they are in the templates.
  private let files: [(name: String, bytes: [UInt8])]
  private let assets: AssetCatalog
  /// The JSON Schemas, which are published with the site.
  public let schemas: [(name: String, bytes: [UInt8])]

  /// Reads and compiles.
  ///
  /// - Throws: `TemplateLibrary.BrokenTemplate` or `FileError`.
  public init(_ library: TemplateLibrary) throws {
    templates = try library.templates()
    files = try library.assets()
    assets = AssetCatalog(files)
    schemas = try library.schemas()
  }

  /// The site of a guide that was read.
  public func site(
    of loaded: LoadedGuide, _ findings: [Diagnostic], news: SiteNews? = nil
  ) -> Site {
    let accent = loaded.guide.settings.presentation.accentColor
    return Site(
      guide: loaded.guide, matrix: loaded.matrix, links: loaded.links, surveys: loaded.surveys,
      assets: accent == nil && loaded.logo == nil ? assets : assets(accent, loaded.logo),
      templates: templates, findings: findings, contentFolder: loaded.contentFolder, news: news,
      logo: loaded.logo?.name, lastChanges: loaded.lastChanges)
  }

  /// The shared files with a guide's own color and logo.
  private func assets(_ accent: WebColor?, _ logo: LoadedGuide.Logo?) -> AssetCatalog {
    var own = files.map { file in
      guard file.name == "site.css", let accent else { return file }
      return (name: file.name, bytes: file.bytes + Array(AccentShades(color: accent).styles.utf8))
    }
    if let logo {
      own.removeAll { $0.name == logo.name }
      own.append((name: logo.name, bytes: logo.bytes))
    }
    return AssetCatalog(own)
  }
}
