/// The translations of a Docusaurus site, which lie in a folder a plugin and a version
/// (Docusaurus documentation, "i18n: File structure").
enum DocusaurusTree {
  private static let plugin = "docusaurus-plugin-content-"

  /// Files as if they lay in the folders that they translate.
  ///
  /// Those of an older version lose their path.
  static func unfolded(_ tagged: [LayoutPlanner.Tagged]) -> [LayoutPlanner.Tagged] {
    guard tagged.contains(where: isPlugin) else { return tagged }
    let current = currentVersions(tagged)
    return tagged.map { item in
      guard isPlugin(item), let first = item.rest.first else { return item }
      let kind = String(first.dropFirst(plugin.count))
      let isSite = item.prefix.last == "i18n"
      var rest = Array(item.rest.dropFirst())
      if kind.hasPrefix("docs"), let version = rest.first, rest.count > 1 {
        rest = version == current[first] ? folders(of: kind) + rest.dropFirst() : []
      } else {
        rest = folders(of: kind) + rest
      }
      return .init(
        file: item.file, locale: item.locale,
        prefix: isSite ? Array(item.prefix.dropLast()) : item.prefix, rest: rest)
    }
  }

  private static func isPlugin(_ item: LayoutPlanner.Tagged) -> Bool {
    item.rest.count > 1 && item.rest.first?.hasPrefix(plugin) == true
  }

  /// The version of each plugin's text that is adopted: the current one, else the last by name.
  private static func currentVersions(_ tagged: [LayoutPlanner.Tagged]) -> [String: String] {
    var versions: [String: Set<String>] = [:]
    for item in tagged where isPlugin(item) && item.rest.count > 2 {
      versions[item.rest[0], default: []].insert(item.rest[1])
    }
    return versions.mapValues { $0.contains("current") ? "current" : newest($0) ?? "" }
  }

  /// The files of older versions, which have folders beside the current text, and the others.
  ///
  /// If there is no current version, the newest one takes its role.
  static func unversioned(_ files: [LooseFile]) -> (files: [LooseFile], older: Set<Int>) {
    var versions: [[String]: Set<String>] = [:]
    var places: [Int: (text: [String], version: String, rest: ArraySlice<String>)] = [:]
    for (index, file) in files.enumerated() {
      guard let place = versioned(file.folders) else { continue }
      places[index] = place
      versions[place.text, default: []].insert(place.version)
    }
    if places.isEmpty { return (files, []) }
    let withCurrent = Set(
      versions.keys.filter { text in files.contains { $0.folders.starts(with: text) } })
    let newestVersions = versions.mapValues(newest)
    var result = files
    var older: Set<Int> = []
    for (index, place) in places {
      let isNewest = newestVersions[place.text] == place.version
      if withCurrent.contains(place.text) || !isNewest {
        older.insert(index)
      } else {
        result[index].folders = place.text + place.rest
      }
    }
    return (result, older)
  }

  /// The folder of the current text, the version, and the folders below it, for a file of a version.
  private static func versioned(
    _ folders: [String]
  ) -> (text: [String], version: String, rest: ArraySlice<String>)? {
    let ending = "versioned_docs"
    guard
      let depth = folders.firstIndex(where: { $0 == ending || $0.hasSuffix("_" + ending) }),
      folders.count > depth + 1, folders[depth + 1].hasPrefix("version-")
    else { return nil }
    let name = folders[depth]
    let plugin = name == ending ? "docs" : String(name.dropLast(ending.count + 1))
    return (folders[..<depth] + [plugin], folders[depth + 1], folders[(depth + 2)...])
  }

  /// The newest of some versions: numbers count as such.
  private static func newest(_ versions: Set<String>) -> String? {
    func numbers(_ version: String) -> [Int] {
      version.split { !$0.isASCII || !$0.isNumber }.map { Int($0) ?? 0 }
    }
    return versions.max { first, second in
      let (own, other) = (numbers(first), numbers(second))
      return own == other ? first < second : own.lexicographicallyPrecedes(other)
    }
  }

  /// The folders of the site's own text.
  private static func folders(of kind: String) -> [String] {
    switch kind {
    case "docs", "blog": [kind]
    case "pages": ["src", "pages"]
    default: [kind.hasPrefix("docs-") ? String(kind.dropFirst(5)) : kind]
    }
  }
}

/// Shortens folders to the parts that differ.
struct PrefixTrimmer {
  private let leading: Int
  private let trailing: Int

  init(_ prefixes: Set<[String]>) {
    let all = Array(prefixes)
    let shortest = all.map(\.count).min() ?? 0
    var leading = 0
    while leading < shortest, Set(all.map { $0[leading] }).count == 1 { leading += 1 }
    var trailing = 0
    while leading + trailing < shortest, Set(all.map { $0[$0.count - 1 - trailing] }).count == 1 {
      trailing += 1
    }
    (self.leading, self.trailing) = (leading, trailing)
  }

  /// The folders without those that all share at the beginning and the end.
  func trimmed(_ prefix: [String]) -> [String] {
    Array(prefix.dropFirst(leading).dropLast(trailing))
  }
}
