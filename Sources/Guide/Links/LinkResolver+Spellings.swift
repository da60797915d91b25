import Base

extension LinkResolver {
  /// The endings by which other tools name a document's file or page.
  private static let endings = [".md", ".mdx", ".markdown", ".html", ".htm"]
  /// The names of a folder's own page.
  private static let indexNames: Set<String> = ["index", "_index", "readme"]

  /// The document of a path as other tools write it.
  ///
  /// They use another ending, a page's address, the name of a folder's page, or the document's own
  /// address.
  func looseDocument(_ path: String) -> Int? { spelledDocument(path) ?? others.document(path) }

  private func spelledDocument(_ path: String) -> Int? {
    let key = withoutEnding(path)
    if let document = document(key) { return document }
    let slash = key.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { key[key.index(after: $0)...] } ?? key[...]
    guard Self.indexNames.contains(name.lowercased()) else { return nil }
    let folder = slash.map { String(key[..<$0]) } ?? ""
    let prefix = folder.isEmpty ? "" : folder + "/"
    for name in ["index", "README", "_index"] {
      if let document = documentByKey[prefix + name] { return document }
    }
    return folder.isEmpty ? nil : documentByKey[folder]
  }

  /// The document and the locale of a file whose name ends in a locale, such as `roles.fr.md`.
  func documentOfLocale(_ path: String) -> (document: Int, locale: Int)? {
    let key = withoutEnding(path)
    guard let dot = key.utf8.lastIndex(of: UInt8(ascii: ".")),
      let locale = locale(named: key[key.index(after: dot)...]),
      let document = looseDocument(String(key[..<dot]))
    else { return nil }
    return (document, locale)
  }

  /// The locale and the path in it of a path that goes by another locale's folder.
  func otherLocale(_ path: String) -> (locale: Int, path: String)? {
    guard path.utf8.starts(with: "../".utf8) else { return nil }
    let rest = path.dropFirst(3)
    guard let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")),
      let locale = locale(named: rest[..<slash])
    else { return nil }
    return (locale, String(rest[rest.utf8.index(after: slash)...]))
  }

  private func withoutEnding(_ path: String) -> String {
    let bare = path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path
    let lowercased = bare.lowercased()
    for ending in Self.endings where lowercased.hasSuffix(ending) {
      return String(bare.dropLast(ending.count))
    }
    return bare
  }
}

extension String {
  /// The text with one ASCII character replaced by another.
  func replacingBytes(_ byte: UInt8, with other: UInt8) -> String {
    guard utf8.contains(byte) else { return self }
    return String(decoding: utf8.map { $0 == byte ? other : $0 }, as: UTF8.self)
  }
}
