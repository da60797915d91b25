import Base

/// The kinds that adopting took files for, in lines for people.
public struct AdoptionReport {
  /// The lines, without line ends.
  public let lines: [String]

  /// Reports on adopted files and the guide made of them.
  public init(_ loose: LooseFiles, source: String, _ tables: TableReport) {
    var lines = ["Languages: " + Self.languages(loose, source)]
    let keys = Set(loose.documents.map(\.key))
    let skipped = loose.leftOut.reduce(0) { $0 + $1.paths.count }
    let rest = skipped > 0 ? "; skipped: \(skipped)" : ""
    lines.append("Documents: \(keys.count); other files: \(loose.assets.count)\(rest)")
    lines += loose.notes.map { "Note: \($0)." }
    lines += tables.lines
    for left in loose.leftOut {
      lines.append("Skipped (\(left.reason)): \(Self.places(left.paths))")
    }
    if loose.leavesDocuments {
      lines.append("To adopt skipped files, name their folder: --from FOLDER --locale TAG.")
    }
    if !loose.unreadable.isEmpty {
      lines.append("Not read: \(counted(loose.unreadable.count, "file"))")
    }
    lines.append("The source is \(source); '--source' chooses another.")
    self.lines = lines.map(visible)
  }

  /// How many paths are named one by one; more are counted by their folders.
  private static let mostPaths = 12

  /// Paths, or the folders that many of them are in, the fullest one first.
  private static func places(_ paths: [String]) -> String {
    paths.count > mostPaths ? byFolder(paths) : listed(paths)
  }

  /// How many places there are in each file, or in each folder if they are in many files.
  static func places(ofMany paths: [String]) -> String {
    let files = Set(paths).count
    return files > mostPaths ? byFolder(paths) : frequent(paths) { $0 }
  }

  private static func byFolder(_ paths: [String]) -> String {
    frequent(paths) { path in
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "./"
    }
  }

  /// Names with how often each comes, the most frequent one first.
  private static func frequent(_ paths: [String], by name: (String) -> String) -> String {
    let names = Dictionary(grouping: paths, by: name)
    let sorted = names.map { (name: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    return listed(sorted.map { "\($0.name) (\($0.count))" })
  }

  private static func languages(_ loose: LooseFiles, _ source: String) -> String {
    var counts: [String: Int] = [:]
    for document in loose.documents { counts[document.locale, default: 0] += 1 }
    let sorted = counts.sorted {
      ($0.key == source ? 0 : 1, $0.key) < ($1.key == source ? 0 : 1, $1.key)
    }
    return sorted.map { "\($0.key) (\(counted($0.value, "document")))" }.joined(separator: ", ")
  }
}
