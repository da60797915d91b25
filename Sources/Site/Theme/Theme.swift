import Base
import Guide
import Mustache

/// The parts of the templates' folders that a site uses, ready for use.
public struct Theme: Sendable {
  /// The name of a guide's own styles among the shared files.
  static let styleName = "guide-style.css"

  /// The compiled templates.
  public let templates: TemplateSet
  private let isOffline: Bool
  /// The shared files of all pages, as they are in the templates.
  private let files: [(name: String, bytes: [UInt8])]
  private let assets: AssetCatalog
  /// The JSON Schemas, which are published with the site.
  public let schemas: [(name: String, bytes: [UInt8])]
  private let library: TemplateLibrary

  /// Reads and compiles.
  ///
  /// - Throws: `TemplateLibrary.BrokenTemplate` or `FileError`.
  ///
  /// - Parameter isOffline: whether the site is opened from a disk, where browsers load no modules.
  public init(_ library: TemplateLibrary, isOffline: Bool = false) throws {
    self.isOffline = isOffline
    self.library = library
    templates = try library.templates(isOffline: isOffline)
    files =
      isOffline
      ? try OfflineScripts(
        library.assets(), templates: library.templateSources(), runtime: library.offlineRuntime()
      ).files : try library.assets()
    assets = AssetCatalog(files)
    schemas = try library.schemas()
  }

  /// The site of a guide that was read.
  public func site(
    of loaded: LoadedGuide, _ findings: [Diagnostic], _ options: SiteOptions = SiteOptions()
  ) -> Site {
    let parts = SiteParts(
      loaded: loaded, findings: findings, assets: assets(of: loaded),
      templates: templates,
      messages: findings.isEmpty
        ? EnglishMessages() : library.pageMessages(in: loaded.guide.settings.sourceLocale))
    let site = Site(parts, options)
    return isOffline ? Site(parts, options, served: site) : site
  }

  /// The shared files, with a guide's own color, styles, logo, and scripts.
  private func assets(of loaded: LoadedGuide) -> AssetCatalog {
    let (accent, extras) = (loaded.guide.settings.presentation.accentColor, loaded.extras)
    if accent == nil, extras.isEmpty { return assets }
    var own = files.map { file in
      guard file.name == "site.css" else { return file }
      let shades = accent.map { Array(AccentShades(color: $0).styles.utf8) } ?? []
      return (name: file.name, bytes: file.bytes + shades)
    }
    let scripts = isOffline ? [] : Array(extras.scripts.values)
    let added = [extras.logo].compactMap { $0 } + scripts
    own.removeAll { file in added.contains { $0.name == file.name } }
    own += added.map { (name: $0.name, bytes: $0.bytes) }
    if let style = extras.style { own.append((name: Self.styleName, bytes: style)) }
    return AssetCatalog(own)
  }
}
