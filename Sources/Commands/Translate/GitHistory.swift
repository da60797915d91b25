import Base
import Glibc

/// What git knows of the files of a guide; nothing where there is no git or no history.
struct GitHistory: Sendable {
  /// The guide's folder.
  let folder: String
  /// The history of a file is followed so far back.
  static let mostRevisions = 100

  /// The git revision of the last change of a file; nil if it has changes that are in no revision.
  func revision(of path: String) -> String? {
    guard Self.output(["-C", folder, "diff", "--quiet", "HEAD", "--", absolutePath(path)]) != nil,
      let line = Self.text(
        ["-C", folder, "log", "-n", "1", "--format=%H", "--", absolutePath(path)])
    else { return nil }
    return line.isEmpty ? nil : line
  }

  /// The git revisions that changed a file, the newest first.
  func revisions(of path: String) -> [String] {
    let text = Self.text([
      "-C", folder, "log", "-n", "\(Self.mostRevisions)", "--format=%H", "--", absolutePath(path),
    ])
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  /// A file as it was at a git revision; nil if git has none.
  func file(_ path: String, at revision: String) -> [UInt8]? {
    guard !revision.isEmpty, revision.utf8.allSatisfy({ $0 != UInt8(ascii: "-") && $0 > 0x20 }),
      let root = Self.text(["-C", folder, "rev-parse", "--show-toplevel"])
    else { return nil }
    let full = absolutePath(path)
    guard full.utf8.starts(with: (root + "/").utf8) else { return nil }
    let below = String(full.dropFirst(root.count + 1))
    return Self.output(["-C", folder, "show", "\(revision):\(below)"])
  }

  private static func text(_ arguments: [String]) -> String? {
    output(arguments).map { bytes in
      String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }
  }

  /// What git prints; nil if it fails or is not there.
  private static func output(_ arguments: [String]) -> [UInt8]? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = (["git"] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    let status = posix_spawnp(&process, "git", &actions, nil, &words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard status == 0 else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    var result: Int32 = 0
    while waitpid(process, &result, 0) < 0 && errno == EINTR {}
    return result == 0 ? bytes : nil
  }
}
