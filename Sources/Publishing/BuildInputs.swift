import Base
import Glibc
import Site

/// All that a site is made of: the guide, the templates, the options and the program itself.
public struct BuildInputs {
  /// The guide's folder.
  public let content: String
  let library: TemplateLibrary
  let snapshot: Snapshot
  /// The options that pages depend on, as they were given.
  let options: [String]

  /// Describes a build.
  ///
  /// - Parameters:
  ///   - snapshot: the reader of the guide's files.
  ///   - options: the options that pages depend on, as they were given.
  public init(
    content: String, library: TemplateLibrary, snapshot: Snapshot, options: [String]
  ) {
    self.content = content
    self.library = library
    self.snapshot = snapshot
    self.options = options
  }

  /// A digest of all inputs; nil if it cannot be computed.
  ///
  /// - Throws: `FileError` if a file cannot be read.
  public func digest() throws -> String? {
    guard let digest = ContentDigest() else { return nil }
    try addProgram(to: digest)
    try digest.add(filesBelow: content, of: snapshot)
    return digest.hexadecimal
  }

  /// Whether guide and templates are the same as when the digest was computed.
  public func areStill(_ digest: String) -> Bool {
    if let isCurrent = snapshot.isCurrent { return isCurrent }
    let snapshot = Snapshot()
    let now = BuildInputs(
      content: content, library: library.reread(by: snapshot), snapshot: snapshot,
      options: options)
    return digest == (try? now.digest())
  }

  /// A digest of all that pages depend on except documents and letters: of those only the names
  /// count.
  ///
  /// - Throws: `FileError` if a file cannot be read.
  public func frame() throws -> Digest? {
    guard let digest = ContentDigest() else { return nil }
    try addProgram(to: digest)
    try digest.add(filesBelow: content, of: snapshot) { path in
      [".yml", ".css", ".js"].contains(where: path.hasSuffix) && !path.hasPrefix("raci/")
    }
    return digest.value
  }

  private func addProgram(to digest: borrowing ContentDigest) throws {
    for path in Self.programFiles { try digest.add(stampOf: path) }
    for option in options { digest.add(option) }
    for file in try library.allFiles() {
      digest.add(file.name)
      digest.add(file.bytes)
    }
  }

  /// The executable and the libraries that it was loaded with, as the kernel lists them.
  ///
  /// They are listed once: while threads come and go, the kernel's list can lack lines.
  private static let programFiles: [String] = {
    guard let maps = fopen("/proc/self/maps", "re") else { return [] }
    defer { fclose(maps) }
    var files: Set<String> = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, maps) > 0 {
      // A line is `addresses permissions offset device inode path`.
      guard let line, let slash = strchr(line, Int32(UInt8(ascii: "/"))),
        strstr(line, " r-xp ") != nil
      else { continue }
      files.insert(String(String(cString: slash).dropLast()))
    }
    return files.sorted()
  }()
}
