import Foundation
import Glibc

/// A folder of a test's own, removed when nothing refers to it.
public final class TemporaryFolder: Sendable {
  /// Its place; symbolic links are resolved, so paths that the tool prints can be compared.
  public let url: URL

  /// Makes an empty folder.
  public init() throws {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    url = parent.appending(path: "rolebook-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Makes a folder with those files, by their paths below it.
  public convenience init(files: [String: String]) throws {
    try self.init()
    for (path, text) in files { try write(text, to: path) }
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The place of a file below the folder, there or not.
  public func file(_ path: String) -> URL {
    url.appending(path: path)
  }

  /// Writes a file and the folders above it.
  public func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  /// Writes a file's bytes and the folders above it.
  public func write(_ bytes: Data, to path: String) throws {
    let target = file(path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Self.write(bytes, toFile: target.path)
  }

  /// Writes without waiting for the disk, as Foundation would: tests make tens of thousands of files.
  private static func write(_ bytes: Data, toFile path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
    }
    defer { close(file) }
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        guard count > 0 else {
          throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Copies a file or a whole folder of the project or of `../shared` to a path below this one.
  public func copy(_ source: URL, to path: String) throws {
    let target = file(path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: source, to: target)
  }

  /// A file's text, which must be UTF-8.
  public func read(_ path: String) throws -> String {
    try String(contentsOf: file(path), encoding: .utf8)
  }
}
