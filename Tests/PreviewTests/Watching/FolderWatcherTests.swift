import Foundation
import TestSupport
import Testing

@testable import Preview

/// The watcher tells of each way in which files change, and of many at once in one go.
@Suite struct FolderWatcherTests {
  private let folder: TemporaryFolder
  private let watcher: FolderWatcher

  init() throws {
    folder = try TemporaryFolder(files: ["guide/a.md": "a", "guide/deep/b.md": "b"])
    watcher = try FolderWatcher([folder.file("guide").path])
  }

  private func path(_ name: String) -> String { folder.file("guide/" + name).path }

  /// The next changes that come to rest.
  private func next() async -> FolderChanges {
    for await _ in watcher.signals { return watcher.take() }
    return FolderChanges()
  }

  @Test func aFileThatIsWrittenInPlace() async throws {
    try folder.write("new", to: "guide/a.md")
    let changes = await next()
    #expect(changes.written.contains(path("a.md")))
    #expect(!changes.isUnsure)
  }

  @Test func aFileThatIsReplacedByAnother() async throws {
    try folder.write("new", to: "outside.md")
    #expect(rename(folder.file("outside.md").path, path("deep/b.md")) == 0)
    #expect(await next().written == [path("deep/b.md")])
  }

  @Test func aFileThatIsWrittenInPiecesEndsWhenItIsClosed() async throws {
    let file = try FileHandle(forWritingTo: folder.file("guide/a.md"))
    for _ in 0..<5 {
      try file.write(contentsOf: Data("piece".utf8))
      try await Task.sleep(for: .milliseconds(10))
    }
    try file.close()
    #expect(await next().written == [path("a.md")])
    #expect(watcher.take() == FolderChanges())
  }

  @Test func aFileThatGoes() async throws {
    try FileManager.default.removeItem(at: folder.file("guide/a.md"))
    let changes = await next()
    #expect(changes.removed == [path("a.md")])
    #expect(changes.written.isEmpty)
  }

  @Test func aNewFolderWithWhatIsInItAlready() async throws {
    try folder.write("x", to: "other/inner/c.md")
    #expect(rename(folder.file("other").path, path("moved")) == 0)
    #expect(await next().written == [path("moved/inner/c.md")])
    try folder.write("y", to: "guide/moved/inner/d.md")
    #expect(await next().written == [path("moved/inner/d.md")])
  }

  @Test func aFolderThatWentIsWatchedNoMore() async throws {
    #expect(rename(path("deep"), folder.file("elsewhere").path) == 0)
    #expect(await next().removed == [path("deep")])
    try folder.write("later", to: "elsewhere/b.md")
    try folder.write("later", to: "guide/a.md")
    #expect(await next().written == [path("a.md")])
  }

  @Test func hiddenFilesAreNobodysBusiness() async throws {
    try folder.write("swap", to: "guide/.a.md.swp")
    try folder.write("head", to: "guide/.git/HEAD")
    try folder.write("seen", to: "guide/a.md")
    let changes = await next()
    #expect(changes.written.union(changes.removed) == [path("a.md")])
  }

  @Test func theFolderItselfGoesAndComesBack() async throws {
    #expect(rename(folder.file("guide").path, folder.file("away").path) == 0)
    #expect(await next().isUnsure)
    #expect(rename(folder.file("away").path, folder.file("guide").path) == 0)
    #expect(await next().isUnsure)
    try folder.write("again", to: "guide/deep/b.md")
    #expect(await next().written.contains(path("deep/b.md")))
  }

  @Test func manyFilesAreOneChange() async throws {
    for number in 0..<300 { try folder.write("\(number)", to: "guide/many-\(number).md") }
    let changes = await next()
    #expect(changes.written.count == 300)
    #expect(watcher.take() == FolderChanges())
  }

  @Test func whatGitChangesIsComplete() async throws {
    let tree = try TemporaryFolder(files: ["guide/a.md": "a", ".git/HEAD": "ref"])
    let watcher = try FolderWatcher([tree.file("guide").path])
    try tree.write("", to: ".git/index.lock")
    try tree.write("first", to: "guide/a.md")
    // Not a task's sleep, which other tests can draw out beyond the watcher's patience.
    usleep(300_000)
    #expect(watcher.take() == FolderChanges())
    try tree.write("second", to: "guide/b.md")
    try FileManager.default.removeItem(at: tree.file(".git/index.lock"))
    for await _ in watcher.signals { break }
    #expect(watcher.take().written.count == 2)
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: FolderWatcher.Failure.self) { try FolderWatcher([path("none")]) }
  }
}
