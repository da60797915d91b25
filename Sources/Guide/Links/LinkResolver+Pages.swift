import Base

extension LinkResolver {
  /// Files that every locale's folder of the site has in addition to pages.
  private static let generatedFiles: Set<String> = [
    "404.html", "index.html", "matrix.csv", "matrix.json", "matrix.xlsx", "print.html",
    "search/index.json",
  ]

  /// Whether a path below a locale leads to a page that the tool makes.
  func isGenerated(_ path: String) -> Bool {
    guard ["matrix", "search", "parties"].contains(where: { path.hasPrefix($0) }) else {
      return false
    }
    let parts = path.split(separator: "/").map(String.init)
    switch parts.first {
    case "matrix" where parts.count == 1: return true
    case "matrix": return hasMatrix(parts.dropFirst().joined(separator: "/"))
    case "search": return parts.count == 1
    case "parties": return parts.count == 2 && parties.contains(parts[1])
    default: return false
    }
  }

  /// Whether a document has a matrix, as far as its letters could be read.
  private func hasMatrix(_ key: String) -> Bool {
    if unreadable.contains(key) { return true }
    guard let index = documentByKey[key] else { return false }
    let document = guide.documents[index]
    return !document.responsibilities.isEmpty || document.raci?.isBroken ?? false
  }

  /// Whether the path is that of a document which is there and could not be read.
  func isUnreadable(_ path: String) -> Bool {
    if unreadable.isEmpty { return false }
    var key = path[...]
    if key.hasSuffix("/") { key = key.dropLast() }
    if let stem = DocumentPath.stem(String(key)) { key = DocumentPath.indexed(stem)[...] }
    return [String(key), key.isEmpty ? "index" : key + "/index"].contains(
      where: unreadable.contains)
  }

  /// The error for a fragment that matches no id of a document.
  ///
  /// It is nil if there is no fragment, or if ids may be missing because a file could not be read.
  func missing(
    _ fragment: String?, in set: DocumentSet, _ document: Int, _ locale: Int
  ) -> LinkDefect? {
    guard let fragment, !(set.raci?.isBroken ?? false), !unreadable.contains(set.key) else {
      return nil
    }
    return .fragmentMissing(fragment, document: document, locale: locale)
  }

  /// The error in a fragment on a generated page, by the page's path below a locale.
  ///
  /// A leading underscore is the templates' own. Matrix pages have anchors for rows, others none.
  func fragmentDefect(_ fragment: String?, on page: String) -> LinkDefect? {
    guard let fragment, !fragment.hasPrefix("_"), !isAnchor(fragment, onMatrix: page) else {
      return nil
    }
    return .pageFragmentMissing(fragment, page: page)
  }

  private func isAnchor(_ fragment: String, onMatrix page: String) -> Bool {
    guard page.hasPrefix("matrix/") else { return false }
    if lettersAreBroken { return true }
    let parts = fragment.components(separatedBy: "--")
    var prefix = ""
    for (index, part) in parts.dropLast().enumerated() {
      prefix += index == 0 ? part : "--" + part
      if prefix.utf8.count > longestMatrixPrefix { return false }
      guard let found = documentByMatrixPrefix[prefix] else { continue }
      let document = guide.documents[found]
      guard page == "matrix/" || page == "matrix/\(document.key)/" else { continue }
      let id = parts[(index + 1)...].joined(separator: "--")
      if document.responsibilities.contains(where: { $0.id == id }) { return true }
    }
    return false
  }

  /// Resolves a path on this server.
  ///
  /// A path under the base path and a locale is the guide's own and must exist; others are not
  /// changed.
  func onServer(
    _ text: String, _ place: Place, isImage: Bool
  ) -> (target: ResolvedLink, defect: LinkDefect?) {
    let base = guide.settings.basePath
    let inside = text.utf8.starts(with: base.utf8) ? text.utf8.dropFirst(base.utf8.count) : nil
    guard let inside,
      case .relative(let decoded, _, let fragment) = LinkDestination(String(Substring(inside)))
    else { return (.address(text), nil) }
    let parts = decoded.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let tag = parts.first, let locale = localeByTag[String(tag)]
    else { return offLocale(text, decoded, parts, fragment, place, isImage: isImage) }
    let path = normalizedPath(parts.count > 1 ? String(parts[1]) : "", from: "")
    if let found = file(path, in: locale) { return found }
    if isImage { return (.none, .imageMissing(path: path)) }
    if isGenerated(path), !path.hasSuffix(".md") {
      return (.address(text), fragmentDefect(fragment, on: path.hasSuffix("/") ? path : path + "/"))
    }
    if let document = document(path) ?? looseDocument(path) {
      return page(document, of: locale, fragment, path, place)
    }
    let isThere = Self.generatedFiles.contains(path) || isUnreadable(path)
    return isThere ? (.address(text), nil) : (.none, .unresolved(path: path))
  }

  /// Resolves a path on this server that begins with no locale of the guide.
  ///
  /// It may be an address of the site that the documents come from. Otherwise, it is not changed.
  private func offLocale(
    _ text: String, _ path: String, _ parts: [Substring], _ fragment: String?, _ place: Place,
    isImage: Bool
  ) -> (target: ResolvedLink, defect: LinkDefect?) {
    if let tag = parts.first, parts.count > 1, let locale = locale(named: tag), !isImage,
      let document = document(String(parts[1])) ?? looseDocument(String(parts[1]))
    {
      return page(document, of: locale, fragment, path, place)
    }
    guard guide.settings.basePath == "/", !path.isEmpty else { return (.address(text), nil) }
    if !isImage, let document = document(path) ?? looseDocument(path) {
      return page(document, fragment, place)
    }
    if !isImage, let (document, locale) = belowOtherFolders(path) {
      return page(document, of: locale, fragment, path, place)
    }
    if let found = file(path, in: place.home) { return found }
    if !isImage, LinkedFiles.isOwn(path) { return (.address(text), nil) }
    // All of the server is the guide's, but another site may lie beside it.
    return isImage ? (.none, .imageMissing(path: path)) : (.address(text), .unansweredPath(path))
  }

  /// How many folders another site may have above its languages.
  private static let mostFoldersAbove = 3

  /// The document and locale of a path that names the locale below folders of another site.
  private func belowOtherFolders(_ path: String) -> (document: Int, locale: Int)? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for depth in parts.indices.dropFirst().prefix(Self.mostFoldersAbove) {
      guard let locale = locale(named: parts[depth]) else { continue }
      let rest = parts[(depth + 1)...].joined(separator: "/")
      if let document = document(rest) ?? looseDocument(rest) { return (document, locale) }
    }
    return nil
  }

  /// A document's page in a locale that the link itself names.
  ///
  /// If it is the locale of the text, the link means the reader's page, as a relative one does.
  func page(
    _ document: Int, of locale: Int, _ fragment: String?, _ path: String, _ place: Place
  ) -> (target: ResolvedLink, defect: LinkDefect?) {
    let set = guide.documents[document]
    guard let shown = guide.shownLocale(of: set, for: locale), let version = set.versions[shown]
    else {
      if locale == place.home { return page(document, fragment, place) }
      return (.none, unreadable.contains(set.key) ? nil : .unresolved(path: path))
    }
    let id = fragment.flatMap(version.id(forFragment:))
    let defect = id == nil ? missing(fragment, in: set, document, shown) : nil
    return (.page(document: document, locale: locale, fragment: id), defect)
  }
}

extension String {
  /// The parts between occurrences of a separator; empty ones are kept.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
