import Base

/// The history of a guide's files in git; empty if there is no git or no history.
///
/// Git is asked as for a revision: without the repository's settings, filters and attributes.
public struct GitHistory: Sendable {
  /// The history of a file is followed so far back.
  static let mostRevisions = 100
  /// How many bytes of files are read together.
  private static let mostBytes = 256 << 20

  private let mirror: GitMirror?

  /// Looks for the history of a guide's folder.
  public init(folder: String) {
    mirror = (try? GitMirror(around: folder)).flatMap(\.self)
  }

  /// The git revision of the last change of a file; nil if it has changes that are in no revision.
  public func revision(of path: String) -> String? {
    guard let bytes = try? readFile(path), bytes == file(path, at: "HEAD") else { return nil }
    return revisions(of: path, most: 1).first
  }

  /// The git revisions that changed a file, the newest first.
  public func revisions(of path: String) -> [String] {
    revisions(of: path, most: Self.mostRevisions)
  }

  private func revisions(of path: String, most: Int) -> [String] {
    guard let mirror, let below = mirror.repository.path(of: path) else { return [] }
    let arguments = [
      "--literal-pathspecs", "log", "-n", "\(most)", "--format=%H", "HEAD", "--", below,
    ]
    let revisions = try? mirror.git.run(arguments) { reader in
      var revisions: [String] = []
      while let line = try reader.text(before: 0x0A, limit: 200) {
        revisions.append(String(decoding: line, as: UTF8.self))
      }
      return revisions
    }
    return (revisions ?? []).filter(GitReferences.isCommit)
  }

  /// The git revision that the working tree is at; nil if there is none.
  public var head: String? { mirror?.commit(named: "HEAD") }

  /// The day on which each file of the folder last changed in the history, as `2026-01-31`, by its
  /// path below the folder.
  public func lastChanges() -> [String: String] {
    guard let mirror else { return [:] }
    let below = mirror.repository.prefix.isEmpty ? "" : mirror.repository.prefix + "/"
    let arguments = [
      "--literal-pathspecs", "log", "-z", "--format=%x01%cs", "--name-only", "--no-renames", "HEAD",
    ]
    let days = try? mirror.git.run(arguments + (below.isEmpty ? [] : ["--", below])) { reader in
      var days: [String: String] = [:]
      var day = ""
      while let token = try reader.text(before: 0, limit: 1 << 16) {
        let name = token.drop { $0 == 0x0A }
        if name.first == 0x01 {
          day = String(decoding: name.dropFirst(), as: UTF8.self)
        } else if name.starts(with: below.utf8) {
          let path = String(decoding: name.dropFirst(below.utf8.count), as: UTF8.self)
          if days[path] == nil { days[path] = day }
        }
      }
      return days
    }
    return days ?? [:]
  }

  /// A file as it was at a git revision; nil if git has none.
  public func file(_ path: String, at revision: String) -> [UInt8]? {
    let isName = !revision.isEmpty && revision.utf8.allSatisfy { $0 > 0x20 && $0 != 0x3A }
    guard isName, !revision.hasPrefix("-"), let mirror,
      let below = mirror.repository.path(of: path),
      let commit = mirror.commit(named: revision),
      let size = size(of: "\(commit):\(below)"), size <= InputLimits().assetBytes
    else { return nil }
    return try? mirror.git.run(["cat-file", "blob", "\(commit):\(below)"]) { reader in
      let bytes = try reader.bytes(size)
      _ = try reader.text(before: 0, limit: 0)
      return bytes
    }
  }

  /// Files as they were at git revisions, asked for together; nil for files that git does not have.
  ///
  /// - Parameter names: paths, and revisions as hexadecimal digits.
  public func files(_ names: [(path: String, revision: String)]) -> [[UInt8]?] {
    var result = [[UInt8]?](repeating: nil, count: names.count)
    guard let mirror else { return result }
    var (asked, list): ([Int], String) = ([], "")
    for (index, name) in names.enumerated() {
      guard SourceStamp.isRevision(name.revision),
        let below = mirror.repository.path(of: name.path), !below.utf8.contains(0x0A)
      else { continue }
      asked.append(index)
      list += "\(name.revision):\(below)\n"
    }
    let path = mirror.place + "/asked"
    guard (try? mirror.write(Array(list.utf8), to: path)) != nil else { return result }
    var left = Self.mostBytes
    try? mirror.git.run(["cat-file", "--batch"], input: path) { reader in
      for index in asked {
        guard let line = try reader.text(before: 0x0A, limit: 1 << 14) else { return }
        let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        // Git says of a name that it does not know that it is missing, or ambiguous.
        guard words.count == 3, let size = Int(words[2]), size >= 0 else { continue }
        guard size <= min(left, InputLimits().assetBytes) else { return }
        left -= size
        let bytes = try reader.bytes(size + 1)
        if words[1] == "blob" { result[index] = bytes.dropLast() }
      }
    }
    return result
  }

  private func size(of object: String) -> Int? {
    let line = try? mirror?.git.run(["cat-file", "-s", object]) { reader in
      let line = try reader.text(before: 0x0A, limit: 100)
      _ = try reader.text(before: 0x0A, limit: 0)
      return line
    }
    return line.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }
}
