import Base

/// What adopting took files for, in lines for people.
public struct AdoptionReport {
  /// The lines, without line ends.
  public let lines: [String]

  /// Reports on adopted files and the guide made of them.
  public init(_ loose: LooseFiles, source: String, _ tables: TableReport) {
    var lines = ["Languages: " + Self.languages(loose, source)]
    let keys = Set(loose.documents.map(\.key))
    lines.append("Documents: \(keys.count); other files: \(loose.assets.count)")
    lines += loose.notes.map { "Note: \($0)." }
    lines += tables.lines
    for left in loose.leftOut {
      lines.append("Left out (\(left.reason)): \(listed(left.paths))")
    }
    if !loose.unreadable.isEmpty {
      lines.append("Not read: \(counted(loose.unreadable.count, "file"))")
    }
    lines.append("The source is \(source); '--source' chooses another.")
    self.lines = lines.map(visible)
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
