import Base
import Glibc

/// A guide's folder as it was at a git revision, in a folder of its own that goes with this value.
///
/// Git is asked for names and for bytes alone, `rev-parse`, `ls-tree` and `cat-file`, in a
/// repository made for the purpose. What a guide is not made of, links and modules among it, is left
/// in the history.
final class GitRevision {
  private static let endings = DocumentPath.endings + [".yml", ".yaml"]
  /// The greatest number of bytes that is taken out of a history.
  private static let mostBytes = 1 << 30

  /// The guide's folder.
  var folder: String { place + "/guide" }

  /// A folder that nobody else can write to.
  private let place: String
  private let git: GitProgram

  /// Takes a revision out of the history; nil where git knows none of that name.
  ///
  /// - Throws: `GuideSource.Unreadable` where the history cannot be read.
  init?(_ revision: String, of content: String) throws {
    let isName = !revision.hasPrefix("-") && !revision.isEmpty && !revision.utf8.contains(0x0A)
    guard isName, try isFolder(content), let repository = GitRepository(around: content) else {
      return nil
    }
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/rolebook-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw GuideSource.Unreadable(description: "\(parent): \(String(cString: strerror(errno)))")
    }
    place = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    git = GitProgram(folder: place + "/git", objects: repository.common + "/objects")
    do {
      try makeRepository(like: repository, withLogs: revision.contains("@{"))
      guard let commit = commit(named: revision) else { return nil }
      try makeFolder(folder)
      try take(try files(in: commit, below: repository.prefix, of: content, revision))
    } catch let failure as GitProgram.Failure {
      throw GuideSource.Unreadable(description: "\(revision): \(failure.reason)")
    }
  }

  deinit { removeTree(place) }

  /// Makes a repository that has the other's names, and none of its settings.
  private func makeRepository(like other: GitRepository, withLogs: Bool) throws {
    let references = GitReferences(other)
    for name in ["", "/objects", "/refs"] { try makeFolder(git.folder + name) }
    let format =
      references.hasLongNames ? "1\n[extensions]\n\tobjectFormat = sha256" : "0"
    try write("[core]\n\tbare = true\n\trepositoryFormatVersion = \(format)\n", to: "config")
    try write(references.head + "\n", to: "HEAD")
    try write(String(decoding: references.packed, as: UTF8.self), to: "packed-refs")
    for (name, target) in references.aliases { try write("ref: \(target)\n", to: name) }
    guard withLogs else { return }
    let names = references.commits.keys.map { (other.common, $0) } + [(other.folder, "HEAD")]
    for (folder, name) in names {
      guard let log = try? readFile("\(folder)/logs/\(name)", below: folder) else { continue }
      try write(String(decoding: log, as: UTF8.self), to: "logs/" + name)
    }
  }

  /// The digits of the commit that a name stands for.
  private func commit(named revision: String) -> String? {
    let line = try? git.run(["rev-parse", "--verify", "--quiet", revision + "^{commit}"]) {
      let line = try $0.text(before: 0x0A, limit: 200)
      _ = try $0.text(before: 0x0A, limit: 0)
      return line
    }
    guard let line else { return nil }
    let digits = String(decoding: line, as: UTF8.self)
    return GitReferences.isCommit(digits) ? digits : nil
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
      try git.run(["ls-tree", "-r", "-z", "\(commit):\(prefix)"]) { reader in
        while let entry = try reader.text(before: 0, limit: 16_384) {
          count += 1
          guard count <= InputLimits().files else {
            throw GitProgram.Failure(reason: "it has more than \(InputLimits().files) files")
          }
          if let file = Self.file(entry) { files.append(file) }
        }
      }
    } catch let failure as GitProgram.Failure where failure.reason == "git fails" {
      throw GuideSource.Unreadable(description: "\(revision): git has no '\(content)' there")
    }
    return files
  }

  /// Reads `MODE TYPE OBJECT<tab>PATH`; nil for what a guide is not made of.
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
    try write(list, to: "list")
    var left = Self.mostBytes
    try git.run(["cat-file", "--batch"], input: git.folder + "/list") { reader in
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
        try write(try reader.bytes(size), to: folder + "/" + file.path)
        _ = try reader.bytes(1)
      }
      _ = try reader.text(before: 0, limit: 0)
    }
  }

  private func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: git.folder + "/" + name)
  }

  /// Writes a new file, and the folders above it.
  private func write(_ bytes: [UInt8], to path: String) throws {
    let steps = path.utf8.dropFirst(place.utf8.count + 1).split(separator: UInt8(ascii: "/"))
    var parent = place
    for step in steps.dropLast() {
      parent += "/" + String(decoding: step, as: UTF8.self)
      guard mkdir(parent, 0o700) == 0 || errno == EEXIST else { throw unwritable(parent) }
    }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw unwritable(path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw unwritable(path) }
      rest = rest.dropFirst(count)
    }
  }

  private func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 else { throw unwritable(path) }
  }

  private func unwritable(_ path: String) -> GuideSource.Unreadable {
    .init(description: "\(path): \(String(cString: strerror(errno)))")
  }

  /// Removes a folder that this value made; its files are few levels deep, by git's own limits.
  private func removeTree(_ path: String) {
    var folders = [path]
    var index = 0
    while index < folders.count {
      let folder = folders[index]
      index += 1
      guard let entries = try? listFolder(folder) else { continue }
      for entry in entries {
        let name = folder + "/" + entry.name
        if entry.kind == .folder { folders.append(name) } else { unlink(name) }
      }
    }
    for folder in folders.reversed() { rmdir(folder) }
  }
}
