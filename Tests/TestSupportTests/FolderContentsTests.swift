import Foundation
import TestSupport
import Testing

@Suite struct FolderContentsTests {
  @Test func differencesNameEveryPath() throws {
    let expected = try TemporaryFolder(files: ["a/same": "1", "a/changed": "2", "gone": "3"])
    let actual = try TemporaryFolder(files: ["a/same": "1", "a/changed": "two", "b/new": "4"])
    let contents = try FolderContents(of: expected.url)
    #expect(contents.paths == ["a/changed", "a/same", "gone"])
    #expect(contents.text("gone") == "3")
    let differences = contents.differences(from: try FolderContents(of: actual.url))
    #expect(differences == ["missing: gone", "unexpected: b/new", "differs: a/changed"])
    #expect(contents.differences(from: contents).isEmpty)
  }

  @Test func aTemporaryFolderGoesWithItsOwner() throws {
    var folder: TemporaryFolder? = try TemporaryFolder(files: ["file": "text"])
    let place = try #require(folder?.url)
    #expect(try folder?.read("file") == "text")
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }
}
