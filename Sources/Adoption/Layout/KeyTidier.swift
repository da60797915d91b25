import Base

/// Makes keys that a guide can have: without folders that all share, with an index in each folder,
/// and unique.
///
/// No key is that of a page that Rolebook makes.
enum KeyTidier {
  /// The pages that Rolebook makes in each locale.
  private static let reserved: Set<String> = [
    "matrix", "search", "parties", "reviews", "changes", "404",
  ]

  /// The key with the usual name of its folder's index.
  static func normalized(_ key: String) -> String {
    var parts = key.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, isIndex(String(name)) else { return key }
    parts[parts.count - 1] = "index"
    return parts.joined(separator: "/")
  }

  static func isIndex(_ name: String) -> Bool {
    name == "_index" || name.lowercased() == "readme" || name.lowercased() == "index"
  }

  static func tidy(_ layout: inout Layout, _ files: [LooseFile]) {
    dropSharedFolders(&layout)
    nameIndexes(&layout)
    var renamed: Set<String> = []
    for index in layout.places.indices {
      let key = layout.places[index].key
      let free = freeName(key)
      if free != key { renamed.insert(key) }
      layout.places[index].key = free
    }
    for key in renamed.sorted() {
      layout.notes.append("'\(key)' is the name of a page that Rolebook makes: renamed")
    }
    separateFromFolders(&layout)
    removeDoubles(&layout, files)
  }

  /// Drops the first folder as long as all documents share it, or all but a few that one language
  /// alone has.
  private static func dropSharedFolders(_ layout: inout Layout) {
    let counts = Dictionary(grouping: layout.places, by: \.key).mapValues(\.count)
    let isTranslated = counts.values.contains { $0 > 1 }
    let paths = layout.places.map { place in
      let isAlone = isTranslated && (counts[place.key] ?? 0) == 1
      return (folders: place.key.split(separator: "/").dropLast(), isAlone: isAlone)
    }
    guard let first = paths.first(where: { !$0.isAlone }) else { return }
    var shared = first.folders
    for path in paths where !path.isAlone {
      shared = shared.prefix(zip(shared, path.folders).prefix { $0 == $1 }.count)
    }
    let strays = paths.count { !$0.folders.starts(with: shared) }
    if strays * 20 > paths.count || collides(layout, paths.map(\.folders), without: shared) {
      for path in paths {
        shared = shared.prefix(zip(shared, path.folders).prefix { $0 == $1 }.count)
      }
    }
    let length = shared.reduce(0) { $0 + $1.utf8.count + 1 }
    layout.dropped = shared.map(String.init)
    for (index, path) in paths.enumerated() where path.folders.starts(with: shared) {
      layout.places[index].key = String(layout.places[index].key.utf8.dropFirst(length)) ?? ""
    }
  }

  /// Whether a document that keeps its folders would be in the place of one that loses them.
  private static func collides(
    _ layout: Layout, _ folders: [ArraySlice<Substring>], without shared: ArraySlice<Substring>
  ) -> Bool {
    let length = shared.reduce(0) { $0 + $1.utf8.count + 1 }
    var taken: Set<String> = []
    return !zip(layout.places, folders).allSatisfy { place, folders in
      let isInside = folders.starts(with: shared)
      let key = String(place.key.utf8.dropFirst(isInside ? length : 0)) ?? ""
      return taken.insert(place.locale + "/" + key).inserted
    }
  }

  /// Gives the index of each folder its name, unless the folder has a file of that name.
  private static func nameIndexes(_ layout: inout Layout) {
    let all = Set(layout.places.map { $0.locale + "/" + $0.key })
    var taken = all
    for index in layout.places.indices {
      let place = layout.places[index]
      let key = normalized(place.key)
      guard key != place.key, taken.insert(place.locale + "/" + key).inserted else { continue }
      layout.places[index].key = key
    }
  }

  private static func freeName(_ key: String) -> String {
    var parts = key.split(separator: "/").map { fit($0) }
    guard let first = parts.first else { return "document" }
    if reserved.contains(first.lowercased()) { parts[0] = first + "-1" }
    return parts.joined(separator: "/")
  }

  /// A name without characters that no URL should carry.
  static func fit(_ name: some StringProtocol) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { isUnfit($0) ? "-" : $0 }))
  }

  /// Characters that no URL should carry, as `SourceTree` refuses them.
  private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x5C, 0xFFFD, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
      true
    default: false
    }
  }

  /// Numbers a document whose page would be that of a folder's index, in all locales alike.
  private static func separateFromFolders(_ layout: inout Layout) {
    let keys = Set(layout.places.map(\.key))
    for index in layout.places.indices {
      let key = layout.places[index].key
      guard keys.contains(key + "/index") else { continue }
      var number = 1
      while keys.contains("\(key)-\(number)") || keys.contains("\(key)-\(number)/index") {
        number += 1
      }
      layout.places[index].key = "\(key)-\(number)"
    }
  }

  /// Keeps the first of the files that would have one place, and names all others.
  private static func removeDoubles(_ layout: inout Layout, _ files: [LooseFile]) {
    var first: [String: Int] = [:]
    var doubles: [(file: Int, of: Int)] = []
    layout.places.removeAll { place in
      let name = folded(place.locale + "/" + place.key)
      if let twin = first[name] {
        doubles.append((place.file, twin))
        return true
      }
      first[name] = place.file
      return false
    }
    for double in doubles {
      layout.leftOut.append(
        .init(
          files: [double.file], reason: "it would be the same document as \(files[double.of].path)")
      )
    }
  }
}
