import Foundation
import TestSupport

/// A guide in a folder of a test's own, and programs that run there.
struct ExchangedGuide {
  let folder: TemporaryFolder

  /// Copies the bundled guide.
  static func bundled() throws -> ExchangedGuide {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    try FileManager.default.copyItem(at: Project.content, to: guide.folder.file("content"))
    return guide
  }

  /// Runs the program.
  @discardableResult
  func rolebook(_ arguments: String...) throws -> RunningCommand.Result {
    try run(try Project.executable(), arguments, in: folder.url)
  }

  /// Runs another program.
  @discardableResult
  func program(_ name: String, _ arguments: String...) throws -> RunningCommand.Result {
    try run(URL(filePath: "/usr/bin/env"), [name] + arguments, in: folder.url)
  }

  /// Runs a program of the tests' virtual environment.
  @discardableResult
  func tool(_ name: String, _ arguments: String...) throws -> RunningCommand.Result {
    let tool = Project.root.appending(path: ".tools/venv/bin/\(name)")
    return try run(tool, arguments, in: folder.url)
  }

  /// Puts all files into a git repository.
  func commit() throws {
    try program("git", "init", "--quiet", ".")
    try program("git", "add", "--all", "content")
    try program(
      "git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet",
      "--message", "State")
  }

  /// A file's text.
  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.file(path)), as: UTF8.self)
  }

  /// Replaces a text in a file.
  func replace(_ old: String, by new: String, in path: String) throws {
    let text = try text(path)
    precondition(text.contains(old), "\(path) has no '\(old)'")
    try folder.write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  /// All files of the guide.
  func contents() throws -> FolderContents { try FolderContents(of: folder.file("content")) }
}
