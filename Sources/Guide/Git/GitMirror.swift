import Base
import Glibc

/// A repository of our own that shows git another one's names and objects, and none of its settings.
///
/// It is in a folder that nobody else can write to, and goes with this value.
final class GitMirror: Sendable {
  /// The folder.
  let place: String
  /// Runs git on it.
  let git: GitProgram
  /// The repository that it shows.
  let repository: GitRepository

  /// Shows the repository that a folder is in; nil if it is in none.
  ///
  /// - Throws: `GitRevision.Unreadable` if nothing can be written.
  init?(around content: String, withLogs: Bool = false) throws {
    guard let repository = GitRepository(around: content) else { return nil }
    self.repository = repository
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/rolebook-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw GitRevision.Unreadable(description: "\(parent): \(String(cString: strerror(errno)))")
    }
    place = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    git = GitProgram(folder: place + "/git", objects: repository.common + "/objects")
    try makeRepository(like: repository, withLogs: withLogs)
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

  /// The digits of the commit that a name refers to.
  func commit(named revision: String) -> String? {
    let line = try? git.run(["rev-parse", "--verify", "--quiet", revision + "^{commit}"]) {
      let line = try $0.text(before: 0x0A, limit: 200)
      _ = try $0.text(before: 0x0A, limit: 0)
      return line
    }
    guard let line else { return nil }
    let digits = String(decoding: line, as: UTF8.self)
    return GitReferences.isCommit(digits) ? digits : nil
  }

  /// The day on which a commit was made, `2026-01-31`; nil if git does not say one.
  func day(of commit: String) -> String? {
    let line = try? git.run(["log", "-1", "--format=%cs", commit]) {
      let line = try $0.text(before: 0x0A, limit: 200)
      _ = try $0.text(before: 0x0A, limit: 0)
      return line
    }
    guard let line else { return nil }
    return CalendarDay(String(decoding: line, as: UTF8.self))?.text
  }

  /// Writes a new file of the repository.
  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: git.folder + "/" + name)
  }

  /// Writes a new file, and the folders above it.
  func write(_ bytes: [UInt8], to path: String) throws {
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

  func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 else { throw unwritable(path) }
  }

  private func unwritable(_ path: String) -> GitRevision.Unreadable {
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
