import Base
import Glibc

/// A repository's branches, tags and other names of commits, read without git.
struct GitReferences {
  /// How many are read, and how deep their folders may nest.
  private static let most = (names: 200_000, steps: 16, bytes: 64 << 20)

  /// The digits of the commit that a name refers to.
  private(set) var commits: [String: String] = [:]
  /// The names that refer to another name.
  private(set) var aliases: [String: String] = [:]
  /// `HEAD`, as git writes it.
  let head: String
  private(set) var count = 0

  /// Reads the references of a repository, without names that git would not accept.
  init(_ repository: GitRepository) {
    let line = GitRepository.line(of: repository.folder + "/HEAD") ?? ""
    head =
      Self.isCommit(line) || Self.target(of: line) != nil ? line : "ref: refs/heads/none"
    readPacked(repository.common + "/packed-refs")
    readLoose(repository.common)
  }

  /// Whether its commits have names of 64 digits.
  var hasLongNames: Bool { (commits.values.first ?? head).utf8.count == 64 }

  /// All names that refer to commits, as git keeps them in one file.
  var packed: [UInt8] {
    let lines = commits.sorted { $0.key.precedes($1.key) }.map { "\($0.value) \($0.key)\n" }
    return Array(lines.joined().utf8)
  }

  private mutating func readPacked(_ path: String) {
    guard let bytes = try? readFile(path, limit: Self.most.bytes) else { return }
    for line in bytes.split(separator: 0x0A) where count < Self.most.names {
      let parts = line.split(separator: 0x20, maxSplits: 1)
      guard parts.count == 2, let commit = String(validating: parts[0], as: UTF8.self),
        let name = String(validating: parts[1], as: UTF8.self)
      else { continue }
      take(name, commit)
    }
  }

  private mutating func readLoose(_ folder: String) {
    var pending = ["refs"]
    while let prefix = pending.popLast() {
      let entries = try? listFolder(
        folder + "/" + prefix, below: folder, limit: Self.most.names - count + 1)
      for entry in entries ?? [] where count < Self.most.names {
        let name = prefix + "/" + entry.name
        let depth = name.utf8.count { $0 == UInt8(ascii: "/") }
        if entry.kind == .folder, depth < Self.most.steps { pending.append(name) }
        guard entry.kind == .file, let line = GitRepository.line(of: folder + "/" + name) else {
          continue
        }
        take(name, line)
      }
    }
  }

  private mutating func take(_ name: String, _ value: String) {
    guard Self.isName(name), !name.hasPrefix("refs/replace/") else { return }
    count += 1
    if Self.isCommit(value) {
      (commits[name], aliases[name]) = (value, nil)
    } else if let target = Self.target(of: value) {
      (commits[name], aliases[name]) = (nil, target)
    }
  }

  /// The name that a line leads to.
  private static func target(of line: String) -> String? {
    guard line.hasPrefix("ref: ") else { return nil }
    let name = String(line.dropFirst("ref: ".count))
    return isName(name) ? name : nil
  }

  /// Whether a text is the digits of an object, by SHA-1 or SHA-256.
  static func isCommit(_ text: String) -> Bool {
    [40, 64].contains(text.utf8.count)
      && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
  }

  /// Whether git accepts a text as a reference's name (git-check-ref-format).
  static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return text.hasPrefix("refs/") && text.utf8.count < 1_000 && !text.contains("..")
      && !text.contains("@{") && !text.hasSuffix(".")
      && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".lock") }
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !#"~^:?*[\"#.utf8.contains($0) }
  }
}
