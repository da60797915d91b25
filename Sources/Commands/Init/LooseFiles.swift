import Base
import Guide
import Markdown

/// Finds the Markdown files of a folder and the locale and key of each.
///
/// The locale is the first folder on the way whose name is a language tag, else what the front
/// matter says. The key is the path below that folder; a file that lies loose takes it from the
/// anchor of its first heading, which translations share, else from its own name.
struct LooseFiles {
  private let root: String
  private(set) var findings: [Diagnostic] = []
  private(set) var documents: [AdoptedDocument] = []
  /// The other files in locales' folders, by their path in the new guide.
  private(set) var assets: [Adoption.File] = []

  /// Reads all files below a folder.
  ///
  /// - Throws: `FileError` or `AdoptionError`.
  init(_ root: String) throws {
    self.root = root
    guard try isFolder(root) else { throw FileError(path: root, reason: "no such folder") }
    if try isRegularFile(root + "/guide.yml") { throw AdoptionError.isGuide(folder: root) }
    for path in try Self.files(root) {
      if path.hasSuffix(".md") { try adopt(path) } else { try adoptAsset(path) }
    }
    if documents.isEmpty { throw AdoptionError.noFiles(folder: root) }
    try refuseCollisions()
  }

  private static func files(_ root: String) throws(FileError) -> [String] {
    var result: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for entry in try listFolder(folder.isEmpty ? root : root + "/" + folder)
      where !entry.name.hasPrefix(".") {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        switch entry.kind {
        case .folder: pending.append(path)
        case .file: result.append(path)
        case .symbolicLink, .other: continue
        }
      }
    }
    return result.sorted { $0.precedes($1) }
  }

  private mutating func adopt(_ path: String) throws {
    let bytes = try readFile(root + "/" + path, limit: InputLimits().fileBytes)
    let file = SourceFile(path: root + "/" + path, bytes: bytes)
    let (parsed, diagnostics) = DocumentParser.parse(
      file, .init(key: path, locale: "", isResponsibilityDocument: true))
    findings += diagnostics
    guard let parsed else { return }
    let parts = path.split(separator: "/").map(String.init)
    if let depth = parts.dropLast().firstIndex(where: Self.isLocaleFolder) {
      let key = parts[(depth + 1)...].joined(separator: "/").dropLast(3)
      add(file.path, bytes, LanguageTag.canonical(parts[depth]), String(key), parsed)
    } else if let locale = parsed.metadata.contentLocale, LanguageTag.isValid(locale) {
      add(file.path, bytes, LanguageTag.canonical(locale), looseKey(parsed, path), parsed)
    } else {
      throw AdoptionError.localeUnknown(path: file.path)
    }
  }

  /// Takes a picture or another file along where it lies in a locale's folder.
  private mutating func adoptAsset(_ path: String) throws {
    let parts = path.split(separator: "/").map(String.init)
    guard let depth = parts.dropLast().firstIndex(where: Self.isLocaleFolder),
      parts.last != "locale.yml"
    else { return }
    let rest = [LanguageTag.canonical(parts[depth])] + parts[(depth + 1)...]
    assets.append(
      .init(
        path: "content/" + rest.joined(separator: "/"), bytes: try readFile(root + "/" + path)))
  }

  private mutating func add(
    _ path: String, _ bytes: [UInt8], _ locale: String, _ key: String, _ document: Document
  ) {
    documents.append(
      .init(path: path, bytes: bytes, locale: locale, key: key, document: document))
  }

  private func looseKey(_ document: Document, _ path: String) -> String {
    let first = document.headings.first { $0.level == 1 }
    let slug = asciiSlug(first?.anchor ?? "")
    if !slug.isEmpty { return slug }
    let name = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? path
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let fromName = asciiSlug(stem)
    return fromName.isEmpty ? "document" : fromName
  }

  /// A folder counts as a locale only with a region or script, or as a language of two letters:
  /// "media" or "docs" has the form of a language tag too.
  private static func isLocaleFolder(_ name: String) -> Bool {
    guard LanguageTag.isValid(name) else { return false }
    return name.utf8.count == 2 || name.contains("-") && name.prefix { $0 != "-" }.utf8.count <= 3
  }

  private func refuseCollisions() throws {
    var seen: [String: AdoptedDocument] = [:]
    for document in documents {
      let place = document.locale + "/" + document.key
      if let first = seen[place] {
        throw AdoptionError.pathTaken(
          first: first.path, second: document.path, locale: document.locale, key: document.key)
      }
      seen[place] = document
    }
  }
}
