import Foundation
import TestSupport
import Testing

@testable import Base

@Suite struct SnapshotTests {
  /// A file that was read stays the same for all readers, until it is taken.
  @Test func aFileIsReadOnce() throws {
    let folder = try TemporaryFolder(files: ["a.md": "one"])
    let path = folder.file("a.md").path
    let snapshot = Snapshot()
    #expect(try snapshot.read(path) == Array("one".utf8))
    try folder.write("two", to: "a.md")
    #expect(try snapshot.read(path) == Array("one".utf8))
    #expect(try snapshot.take(path) == Array("one".utf8))
    #expect(try snapshot.take(path) == Array("two".utf8))
  }

  @Test func aFolderIsListedOnce() throws {
    let folder = try TemporaryFolder(files: ["a": "", "b": "", "c": ""])
    let path = folder.url.path
    let snapshot = Snapshot()
    #expect(try snapshot.list(path, limit: 2).count == 2)
    #expect(try snapshot.list(path).map(\.name) == ["a", "b", "c"], "a cut list is not kept")
    try folder.write("", to: "d")
    #expect(try snapshot.list(path).count == 3)
    #expect(try snapshot.list(path, limit: 1).map(\.name) == ["a"])
  }

  @Test func limitsCountForWhatWasReadBefore() throws {
    let folder = try TemporaryFolder(files: ["a.md": "three"])
    let path = folder.file("a.md").path
    let snapshot = Snapshot()
    _ = try snapshot.read(path)
    #expect(throws: FileError.self) { try snapshot.read(path, limit: 4) }
    let file = try snapshot.takeSourceFile(path, below: folder.url.path, limit: 4)
    #expect(file.defect()?.message.contains("5 bytes") == true)
  }

  /// Each kind of change, with the same length and the same time of modification.
  @Test(arguments: ["nothing", "bytes", "another file", "no file", "a new file"])
  func changesAreSeen(_ change: String) throws {
    let folder = try TemporaryFolder(files: ["a.md": "one"])
    let path = folder.file("a.md").path
    let before = try FileManager.default.attributesOfItem(atPath: path)
    Thread.sleep(forTimeInterval: 0.2)
    let snapshot = Snapshot()
    _ = try snapshot.list(folder.url.path)
    _ = try snapshot.take(path)
    #expect(snapshot.isCurrent == true)
    switch change {
    case "bytes": try Data("two".utf8).write(to: folder.file("a.md"))
    case "another file":
      try folder.write("two", to: "b")
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: folder.file("b").path, toPath: path)
    case "no file": try FileManager.default.removeItem(atPath: path)
    case "a new file": try folder.write("", to: "b.md")
    default: break
    }
    if let time = before[.modificationDate], ["bytes", "another file"].contains(change) {
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    }
    #expect(snapshot.isCurrent == (change == "nothing"))
  }

  /// A file that changed just now may change again without another time.
  @Test func youngFilesCannotTell() throws {
    let folder = try TemporaryFolder(files: ["a.md": "one"])
    let path = folder.file("a.md").path
    // A busy machine may take longer than a tick between both lines.
    let answers = try (0..<50).map { number in
      try folder.write("\(number)", to: "a.md")
      let snapshot = Snapshot()
      _ = try snapshot.take(path)
      return snapshot.isCurrent
    }
    #expect(answers.contains(nil))
  }
}
