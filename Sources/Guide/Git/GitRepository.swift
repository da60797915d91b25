import Base
import Glibc

/// A repository that a folder is in, found without git.
///
/// Git takes any folder with `HEAD`, `objects` and `refs` for a repository, and a guide can contain
/// such files. Here, a repository is an entry named `.git` or the folder that it names, as every
/// clone has it. Git lets no such name into a repository's own files.
struct GitRepository: Sendable {
  /// The folder of this working tree's own files: `HEAD` and its log.
  let folder: String
  /// The folder of files that all working trees share: objects and references.
  let common: String
  /// The way from the working tree's top to the folder; empty at the top.
  let prefix: String
  /// The working tree's top.
  private let top: String

  /// Looks in a folder and those above it; nil if none is in a repository.
  init?(around path: String) {
    guard let start = Self.resolved(path) else { return nil }
    var parts = start.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    var below: [String] = []
    while true {
      let place = "/" + parts.joined(separator: "/")
      if let folder = Self.repository(at: place) {
        let shared = Self.shared(of: folder)
        if Self.kind(shared + "/objects") == S_IFDIR {
          (self.folder, common, prefix) = (folder, shared, below.joined(separator: "/"))
          top = place == "/" ? "" : place
          return
        }
      }
      guard let last = parts.popLast() else { return nil }
      below.insert(last, at: 0)
    }
  }

  /// The way from the working tree's top to a file; nil if it is elsewhere.
  func path(of file: String) -> String? {
    let full = absolutePath(file)
    guard full.utf8.starts(with: (top + "/").utf8) else { return nil }
    return String(decoding: full.utf8.dropFirst(top.utf8.count + 1), as: UTF8.self)
  }

  /// The folder that a working tree's `.git` is or names.
  private static func repository(at place: String) -> String? {
    let entry = (place == "/" ? "" : place) + "/.git"
    switch kind(entry) {
    case S_IFDIR: return kind(entry + "/HEAD") == nil ? nil : entry
    case S_IFREG:
      guard let line = line(of: entry), line.hasPrefix("gitdir: ") else { return nil }
      return resolved(joined(place, String(line.dropFirst("gitdir: ".count))))
    default: return nil
    }
  }

  /// The folder of files that a repository's working trees share.
  private static func shared(of folder: String) -> String {
    line(of: folder + "/commondir").flatMap { resolved(joined(folder, $0)) } ?? folder
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// The one line of a small file.
  static func line(of path: String) -> String? {
    guard let bytes = try? readFile(path, limit: 8_192),
      let line = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first
    else { return nil }
    return String(validating: line, as: UTF8.self)
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The kind of an entry, links not followed; nil if there is no entry.
  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
