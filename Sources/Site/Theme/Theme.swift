import Base
import Guide
import Mustache

/// The parts of the templates' folders that a site uses, ready for use.
public struct Theme: Sendable {
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
    let accent = loaded.guide.settings.presentation.accentColor
    let parts = SiteParts(
      loaded: loaded, findings: findings,
      assets: accent == nil && loaded.logo == nil ? assets : assets(accent, loaded.logo),
      templates: templates,
      messages: findings.isEmpty
        ? EnglishMessages() : library.pageMessages(in: loaded.guide.settings.sourceLocale))
    return Site(parts, options, isOffline: isOffline)
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
