import Base
import Glibc

/// A guide's folder as it was at a git revision, in a folder of its own that goes with this value.
///
/// Git is asked for names and bytes (`rev-parse`, `ls-tree`, `cat-file`) and for the day of the
/// commit, in a repository made for the purpose. Other entries, such as links and modules, stay in
/// the history.
public final class GitRevision {
  /// A history that cannot be read.
  public struct Unreadable: Error, CustomStringConvertible {
    /// The error.
    public let description: String
  }

  private static let endings = DocumentPath.endings + [".yml", ".yaml"]
  /// The greatest number of bytes that is taken out of a history.
  private static let mostBytes = 1 << 30

  /// The guide's folder.
  public var folder: String { mirror.place + "/guide" }

  /// The day on which it was committed, `2026-01-31`; nil if git does not say.
  public let day: String?

  private let mirror: GitMirror

  /// Takes a revision out of the history; nil if git knows none of that name.
  ///
  /// - Throws: `Unreadable` if the history cannot be read.
  public init?(_ revision: String, of content: String) throws {
    let isName = !revision.hasPrefix("-") && !revision.isEmpty && !revision.utf8.contains(0x0A)
    guard isName, try isFolder(content),
      let mirror = try GitMirror(around: content, withLogs: revision.contains("@{"))
    else { return nil }
    self.mirror = mirror
    guard let commit = mirror.commit(named: revision) else { return nil }
    day = mirror.day(of: commit)
    do {
      try mirror.makeFolder(folder)
      try take(try files(in: commit, below: mirror.repository.prefix, of: content, revision))
    } catch let failure as GitProgram.Failure {
      throw Unreadable(description: "\(revision): \(failure.reason)")
    }
  }

  private struct File {
    let object: String
    let path: String
  }

  /// The files of a commit that a guide can be made of, in the order of git.
  private func files(
    in commit: String, below prefix: String, of content: String, _ revision: String
  ) throws -> [File] {
    var files: [File] = []
    var count = 0
    do {
      try mirror.git.run(["ls-tree", "-r", "-z", "\(commit):\(prefix)"]) { reader in
        while let entry = try reader.text(before: 0, limit: 16_384) {
          count += 1
          guard count <= InputLimits().files else {
            throw GitProgram.Failure(reason: "it has more than \(InputLimits().files) files")
          }
          if let file = Self.file(entry) { files.append(file) }
        }
      }
    } catch let failure as GitProgram.Failure where failure.reason == "git fails" {
      throw Unreadable(description: "\(revision): git has no '\(content)' there")
    }
    return files
  }

  /// Reads `MODE TYPE OBJECT<tab>PATH`; nil for an entry that no guide contains.
  private static func file(_ entry: [UInt8]) -> File? {
    guard let tab = entry.firstIndex(of: 0x09),
      let path = String(validating: entry[(tab + 1)...], as: UTF8.self),
      endings.contains(where: path.hasSuffix)
    else { return nil }
    let words = entry[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 3, ["100644", "100755"].contains(words[0]),
      GitReferences.isCommit(words[2]), steps.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") })
    else { return nil }
    return File(object: words[2], path: path)
  }

  /// Writes files into the guide's folder.
  private func take(_ files: [File]) throws {
    guard !files.isEmpty else { return }
    let list = files.map { $0.object + "\n" }.joined()
    try mirror.write(list, to: "list")
    var left = Self.mostBytes
    try mirror.git.run(["cat-file", "--batch"], input: mirror.git.folder + "/list") { reader in
      for file in files {
        let head = String(decoding: try reader.text(before: 0x0A, limit: 400) ?? [], as: UTF8.self)
        let words = head.split(separator: " ")
        guard words.count == 3, words[1] == "blob", let size = Int(words[2]), size >= 0 else {
          throw GitProgram.Failure(reason: "the history lacks '\(file.path)'")
        }
        guard size <= left else {
          throw GitProgram.Failure(reason: "it has more than \(Self.mostBytes) bytes")
        }
        left -= size
        try mirror.write(try reader.bytes(size), to: folder + "/" + file.path)
        _ = try reader.bytes(1)
      }
      _ = try reader.text(before: 0, limit: 0)
    }
  }
}
