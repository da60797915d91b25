import Base
import Guide
import Markdown

/// A guide in memory, read by the stages themselves, without a driver.
public struct GuideFixture {
  /// The guide.
  public let guide: Guide
  /// The findings of the stages up to Guide, sorted by place.
  public let diagnostics: [Diagnostic]
  /// The findings on parts that translated rows lack, sorted by place.
  public let translationFindings: [Diagnostic]
  /// Its links, with all other files of a locale's folder to lead to.
  public let links: LinkResolver

  /// A `guide.yml` that cannot be used.
  struct Unusable: Error, CustomStringConvertible {
    let description: String
  }

  /// Words that a fixture's user interface has.
  public static let words = ["raci_r": "Responsible", "raci_a": "Accountable"]

  /// Reads the files by their paths below the content folder.
  public init(_ files: [String: String]) throws {
    let sources = files.mapValues { Array($0.utf8) }
    func source(_ path: String) -> SourceFile? {
      sources[path].map { SourceFile(path: path, bytes: $0) }
    }
    guard let file = source("guide.yml") else { throw Unusable(description: "no guide.yml") }
    let (loaded, findings) = GuideSettings.load(file)
    guard let settings = loaded else {
      throw Unusable(description: findings.map(\.text).joined(separator: "\n"))
    }
    var diagnostics = findings
    let tags = settings.locales.map(\.text)
    let parties = settings.parties.map(\.text)
    let locales = tags.map { tag in
      let path = "\(tag)/locale.yml"
      let said = source(path).map { LocaleSettings.load($0, locale: tag, parties: parties) }
      diagnostics += said?.diagnostics ?? []
      return Self.locale(tag, said?.settings ?? LocaleSettings(), settings, path)
    }
    var raci: [String: RaciFile] = [:]
    for path in files.keys.sorted() where path.hasPrefix("raci/") {
      let key = String(path.dropFirst("raci/".count).dropLast(".yml".count))
      guard let file = source(path) else { continue }
      let (read, findings) = RaciFile.load(file, key: key, parties: parties, letters: .raci)
      diagnostics += findings
      raci[key] = read
    }
    let keys = Set(
      files.keys.filter { $0.hasSuffix(".md") }.map { path in
        path.dropFirst(path.prefix { $0 != "/" }.count + 1).dropLast(".md".count)
      })
    var translationFindings: [Diagnostic] = []
    let sets = try keys.sorted().map(String.init).map { key in
      let versions = tags.map { tag -> Document? in
        guard let file = source("\(tag)/\(key).md") else { return nil }
        let (document, findings) = DocumentParser.parse(
          file, .init(key: key, locale: tag, isResponsibilityDocument: raci[key] != nil))
        diagnostics += findings
        return document
      }
      let sourceIndex = tags.firstIndex(of: settings.sourceLocale) ?? 0
      let built = try DocumentSetBuilder.build(
        key: key, raci: raci[key], versions: versions, sourceIndex: sourceIndex, locales: tags)
      diagnostics += built.diagnostics
      translationFindings += try TranslationRules.check(
        built.set, sourceIndex: sourceIndex, locales: tags, findings: built.diagnostics)
      return built.set
    }
    guide = Guide(settings: settings, locales: locales, documents: sets)
    self.diagnostics = diagnostics.sortedByPlace()
    self.translationFindings = translationFindings.sortedByPlace()
    links = LinkResolver(guide, assets: tags.map { Self.assets(of: $0, files) })
  }

  private static func locale(
    _ tag: String, _ said: LocaleSettings, _ settings: GuideSettings, _ path: String
  ) -> Locale {
    let tags = settings.locales.map(\.text)
    return Locale(
      tag: tag, name: said.name ?? tag, direction: said.direction ?? .leftToRight,
      title: said.title ?? tag, description: said.description,
      parties: settings.parties.map { party in
        said.parties[party.text]
          ?? .init(name: party.text, short: party.text, description: nil)
      },
      strings: StringTable(
        words: words.merging(said.strings.mapValues(\.text)) { $1 }),
      fallback: (settings.fallback[tag] ?? []).compactMap { tags.firstIndex(of: $0) },
      file: SourceLocation(path: path))
  }

  private static func assets(of tag: String, _ files: [String: String]) -> Set<String> {
    let paths = files.keys.filter { $0.hasPrefix(tag + "/") && !$0.hasSuffix(".md") }
    return Set(paths.map { String($0.dropFirst(tag.count + 1)) })
  }

  /// The document of that key.
  public func document(_ key: String) throws -> DocumentSet {
    guard let document = guide.documents.first(where: { $0.key == key }) else {
      throw Unusable(description: "no document '\(key)'")
    }
    return document
  }
}
