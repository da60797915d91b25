import Base
import Exchange
import Guide
import Site

/// The texts of a guide to translate, for pages and downloads of the preview.
public struct OpenWork: Sendable {
  /// Finds the source of documents as it was when a guide's translations were made.
  public typealias History = @Sendable (LoadedGuide) -> CatalogBuilder.History

  /// The forms of a download.
  enum Format: String {
    case po, xliff

    /// The type by which a server names it.
    var contentType: String {
      switch self {
      case .po: "text/x-gettext-translation; charset=utf-8"
      case .xliff: "application/xliff+xml"
      }
    }

    /// The ending of a file.
    var ending: String {
      switch self {
      case .po: ".po"
      case .xliff: ".xlf"
      }
    }
  }

  private let date: String
  private let version: String
  private let history: History

  /// Describes the source of the texts.
  ///
  /// - Parameters:
  ///   - date: the day for headers of files, `2026-01-31`.
  ///   - version: the program's version.
  public init(date: String, version: String, history: @escaping History) {
    self.date = date
    self.version = version
    self.history = history
  }

  /// The texts of one document with their states; nil if there is nothing to translate.
  func units(
    document key: String, locale tag: String, of loaded: LoadedGuide
  ) throws -> [TranslationUnit]? {
    let guide = loaded.guide
    guard let document = guide.documents.first(where: { $0.key == key }),
      let locale = guide.locales.firstIndex(where: { $0.tag == tag }), locale != guide.sourceIndex
    else { return nil }
    return try builder(loaded).units(of: document, locale: locale)
  }

  /// A locale's missing and stale texts as a file; nil if the guide has no such translation.
  func file(_ format: Format, locale tag: String, of loaded: LoadedGuide) throws -> [UInt8]? {
    guard tag != loaded.guide.settings.sourceLocale,
      loaded.guide.locales.contains(where: { $0.tag == tag })
    else { return nil }
    let catalog = try builder(loaded).catalog(for: tag).filtered(\.isOpen)
    switch format {
    case .po: return POWriter.bytes(catalog, date: date, version: version)
    case .xliff: return XLIFFWriter.bytes(catalog, version: version)
    }
  }

  private func builder(_ loaded: LoadedGuide) -> CatalogBuilder {
    CatalogBuilder(
      guide: loaded.guide, read: { try readSourceFile($0) }, history: history(loaded))
  }
}

extension UnitsPage.Unit {
  /// A text as the page shows it.
  init(_ unit: TranslationUnit) {
    self.init(
      context: unit.context, what: unit.what, source: unit.source,
      previousSource: unit.previousSource, target: unit.target, state: unit.state.rawValue,
      place: unit.location.description, notes: unit.notes)
  }
}
