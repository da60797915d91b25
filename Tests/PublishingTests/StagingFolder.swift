import Foundation
import Testing

@testable import Publishing

/// A folder for one test, removed with everything in it.
final class StagingFolder: Sendable {
  let path: String

  init() throws {
    let template = NSTemporaryDirectory() + "publishing-XXXXXX"
    var bytes = Array(template.utf8CString)
    path = String(cString: try #require(mkdtemp(&bytes)))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The output folder of most tests.
  var site: String { "\(path)/site" }

  func write(_ text: String, to name: String, mode: Int = 0o644) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  func status(_ name: String) throws -> FileStatus {
    var status = stat()
    try #require(lstat("\(path)/\(name)", &status) == 0, "no \(name)")
    return FileStatus(status)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// All files below a folder with their contents, folders that are empty with a slash, and links
  /// with their target; the manifest left out.
  func tree(_ name: String = "site") throws -> [String: String] {
    let manager = FileManager.default
    var tree: [String: String] = [:]
    for entry in try manager.subpathsOfDirectory(atPath: "\(path)/\(name)") {
      let full = "\(path)/\(name)/\(entry)"
      let status = try status("\(name)/\(entry)")
      if status.isSymbolicLink {
        tree[entry] = "-> " + (try manager.destinationOfSymbolicLink(atPath: full))
      } else if !status.isFolder {
        tree[entry] = try String(contentsOfFile: full, encoding: .utf8)
      } else if try manager.contentsOfDirectory(atPath: full).isEmpty {
        tree["\(entry)/"] = ""
      }
    }
    tree[".rolebook"] = nil
    return tree
  }

  /// The entries of the folder itself, sorted: the site, and files that publishing left beside it.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

extension FolderExchange {
  /// A system that cannot exchange two folders.
  static func unsupported(_ code: Int32) -> FolderExchange {
    FolderExchange { _, _, _ in code }
  }
}

/// Publishes a site of texts.
@discardableResult
func publish(
  _ files: [String: String], to output: String, force: Bool = false,
  exchange: FolderExchange = .system, record: BuildRecord? = nil
) throws -> StagedSite.Summary {
  let site = try StagedSite(output: output, force: force, exchange: exchange)
  for (path, text) in files { try site.write(path, Array(text.utf8)) }
  return try site.publish(record)
}

/// The message of an error; empty if nothing is thrown.
func message(of work: () throws -> Void) -> String {
  do {
    try work()
    return ""
  } catch {
    return "\(error)"
  }
}
