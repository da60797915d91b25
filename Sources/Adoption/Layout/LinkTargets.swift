import Base

/// The places in the new guide of the files that other files link to.
struct LinkTargets {
  /// A file's new place, by its folder below `content` and its path there.
  struct Place: Equatable {
    let locale: String
    let path: String
  }

  /// The new places of documents, by their old paths.
  let documents: [String: Place]
  /// The paths of all files that aren't Markdown.
  let others: Set<String>
  /// The files that come along, by the place that each one takes.
  private(set) var assets: [String: String] = [:]

  private let layout: Layout
  /// The folders of languages and of the source, and the length of the longest.
  private let bases: (all: Set<[String]>, longest: Int)
  /// The folders of languages, that of English first, which is the source of most sites.
  private let languageFolders: [String]
  /// Folders whose files other tools serve from the site's root.
  private static let roots = ["", "static", "public", "docs", "content", "src", "source"]

  init(documents: [String: Place], others: Set<String>, layout: Layout) {
    self.documents = documents
    self.others = others
    self.layout = layout
    languageFolders = layout.folders
      .sorted { ($0.value == "en" ? 0 : 1, $0.key) < ($1.value == "en" ? 0 : 1, $1.key) }
      .map { $0.key + "/" }
    bases = (Set(layout.bases), layout.bases.reduce(0) { max($0, $1.count) })
  }

  /// The target in the new guide of a link to an old path; nil if it stays as it is.
  ///
  /// - Parameters:
  ///   - path: the link's path, decoded.
  ///   - old: the old path of the file with the link.
  mutating func moved(_ path: String, in old: String) -> String? {
    guard let home = documents[old], !path.isEmpty, let target = oldTarget(path, in: old) else {
      return nil
    }
    guard let place = documents[target] ?? assetPlace(target, for: home.locale) else { return nil }
    let folder = Self.folder(of: home.path)
    let isSame =
      !path.hasPrefix("/")
      && Self.normalized(path, from: folder) == place.path && place.locale == home.locale
    return isSame ? nil : Self.relative(from: folder, home.locale, to: place)
  }

  /// Takes a file along to a locale's folder, whether something links to it or not.
  mutating func bring(_ path: String, to locale: String) { _ = assetPlace(path, for: locale) }

  private func oldTarget(_ path: String, in old: String) -> String? {
    let tries = places(of: path, in: old)
    return tries.first(where: exists) ?? sharedFile(tries, in: old)
  }

  /// The places that a path may mean, likeliest first.
  private func places(of path: String, in old: String) -> [String] {
    guard path.hasPrefix("/") else {
      return Self.normalized(path, from: Self.folder(of: old)).map { [$0] } ?? []
    }
    let top = old.split(separator: "/").first.map(String.init) ?? ""
    let tries = Self.roots.flatMap { root in
      ["", top + "/"].map { $0 + (root.isEmpty ? "" : root + "/") + path.dropFirst() }
    }
    return tries.compactMap { Self.normalized($0, from: "") }
  }

  /// A file that all languages share, beside their folders or in that of the source.
  private func sharedFile(_ tries: [String], in old: String) -> String? {
    let parts = old.split(separator: "/")
    let depths = parts.indices.dropFirst().filter {
      layout.folders[parts[..<$0].joined(separator: "/")] != nil
    }
    guard let depth = depths.first else { return nil }
    let own = parts[..<depth].joined(separator: "/") + "/"
    let above = parts.prefix(depth - 1).map { $0 + "/" }.joined()
    for place in tries where place.hasPrefix(own) {
      let rest = place.dropFirst(own.count)
      if let file = ([above] + languageFolders).map({ $0 + rest }).first(where: others.contains) {
        return file
      }
    }
    return nil
  }

  private func exists(_ path: String) -> Bool {
    documents[path] != nil || others.contains(path)
  }

  /// The place of a file in a locale: its old path without the parts that the documents lost too.
  private mutating func assetPlace(_ old: String, for locale: String) -> Place? {
    guard others.contains(old) else { return nil }
    var parts = old.split(separator: "/").map(String.init)
    var path = ""
    var below: Int?
    for (depth, part) in parts.enumerated().dropLast() {
      path = depth == 0 ? part : path + "/" + part
      if layout.folders[path] != nil { below = depth + 1 }
      if below != nil { break }
    }
    if let below {
      parts.removeFirst(below)
    } else if let count = lengthOfBase(parts) {
      parts.removeFirst(count)
    }
    if parts.starts(with: layout.dropped), parts.count > layout.dropped.count {
      parts.removeFirst(layout.dropped.count)
    }
    let tidy = parts.map { KeyTidier.fit($0) }.joined(separator: "/")
    for candidate in [tidy, "files/" + old] {
      let place = "content/\(locale)/\(candidate)"
      if assets[place, default: old] == old, candidate != "locale.yml" {
        assets[place] = old
        return Place(locale: locale, path: candidate)
      }
    }
    return nil
  }

  /// The length of the longest base that a path begins with; nil if it begins with none.
  private func lengthOfBase(_ parts: [String]) -> Int? {
    let longest = min(parts.count, bases.longest)
    return (0..<longest).reversed().lazy.map { $0 + 1 }
      .first { bases.all.contains(Array(parts.prefix($0))) }
  }

  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  /// A path with `.` and `..` resolved; nil if it leaves the tree.
  private static func normalized(_ path: String, from folder: String) -> String? {
    var parts: [Substring] = []
    for part in (folder + "/" + path).split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  private static func relative(from folder: String, _ locale: String, to place: Place) -> String {
    let own = [locale] + folder.split(separator: "/").map(String.init)
    let other = [place.locale] + place.path.split(separator: "/").map(String.init)
    let shared = zip(own, other.dropLast()).prefix { $0 == $1 }.count
    let up = [String](repeating: "..", count: own.count - shared)
    return (up + other.dropFirst(shared)).joined(separator: "/")
  }
}
