/// How the name of a Markdown file makes the key of a document.
public enum DocumentPath {
  /// The endings of Markdown files, in lower case, the usual one first.
  public static let endings = [".md", ".mdx", ".markdown"]

  /// A path without the ending of Markdown, in any letter case; nil if it has none.
  public static func stem(_ path: String) -> String? {
    guard let last = path.utf8.last, [0x64, 0x78, 0x6E].contains(last | 0x20) else { return nil }
    let lowercased = path.utf8.count > 9 ? String(path.suffix(9)).lowercased() : path.lowercased()
    for ending in endings where lowercased.hasSuffix(ending) {
      let stem = path.dropLast(ending.count)
      return stem.isEmpty || stem.hasSuffix("/") ? nil : String(stem)
    }
    return nil
  }

  /// A path without its ending, with the usual name for a folder's index.
  ///
  /// `README` and `_index` are the page that other tools show for a folder.
  public static func indexed(_ stem: String) -> String {
    let name = stem.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      stem[stem.utf8.index(after: $0)...]
    }
    let isIndex = ["README", "readme", "Readme", "_index"].contains { name ?? stem[...] == $0 }
    guard isIndex else { return stem }
    return String(stem.dropLast((name ?? stem[...]).count)) + "index"
  }

  /// The paths that a document of a key may have, the usual ones first.
  public static func candidates(_ key: String) -> [String] {
    var stems = [key]
    if key == "index" || key.hasSuffix("/index") {
      stems += ["README", "_index"].map { key.dropLast(5) + $0 }
    }
    return stems.flatMap { stem in endings.map { stem + $0 } }
  }

  /// The key of each file, in the order of the paths; nil for files that are not Markdown.
  ///
  /// A file takes its folder's index only if no file of that name is there.
  public static func keys(_ paths: [String]) -> [String?] {
    let stems = paths.map(stem)
    var taken = Set(stems.compactMap { $0 })
    return stems.map { stem in
      guard let stem else { return nil }
      let key = indexed(stem)
      return key == stem || taken.insert(key).inserted ? key : stem
    }
  }
}
