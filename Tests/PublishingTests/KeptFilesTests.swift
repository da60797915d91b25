import Foundation
import Testing

@testable import Publishing

/// Files that a new site takes over without their bytes.
@Suite struct KeptFilesTests {
  private let record = BuildRecord(
    inputs: "01",
    parts: [
      .init(key: "ab", paths: ["index.html"]), .init(key: "cd", paths: ["a/b.html", "c.json"]),
    ],
    report: Array("1\nx\ty".utf8))

  private func publishedFolder() throws -> StagingFolder {
    let folder = try StagingFolder()
    try publish(
      ["index.html": "home", "a/b.html": "page", "c.json": "{}"], to: folder.site, record: record)
    return folder
  }

  @Test func recordComesBackWithItsParts() throws {
    let folder = try publishedFolder()
    let staged = try StagedSite(output: folder.site, force: false)
    #expect(staged.recordOfPublishedSite == record)
    staged.discard()
  }

  @Test(arguments: [
    "", "rolebook-build 1\n01\n0\n", "rolebook-build 2\n01\n", "rolebook-build 2\n01\nmany\n",
    "rolebook-build 2\n01\n-1\n", "rolebook-build 2\n01\n2\nab\tx\n",
    "rolebook-build 2\n01\n9223372036854775807\nab\tx\n", "rolebook-build 2\n01\n1\n\n",
  ]) func brokenRecordIsNone(_ text: String) {
    #expect(BuildRecord(parsing: Array(text.utf8)) == nil)
  }

  @Test func keptFilesAreTheVeryFiles() throws {
    let folder = try publishedFolder()
    let before = try FileManager.default.attributesOfItem(atPath: folder.site + "/a/b.html")
    let staged = try StagedSite(output: folder.site, force: false)
    #expect(try staged.keep(["a/b.html", "c.json"]))
    try staged.write("index.html", Array("new".utf8))
    let summary = try staged.publish()
    #expect((summary.written, summary.unchanged, summary.removed) == (1, 2, 0))
    let after = try FileManager.default.attributesOfItem(atPath: folder.site + "/a/b.html")
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    #expect(try folder.text("site/a/b.html") == "page")
    #expect(try folder.text("site/index.html") == "new")
  }

  @Test(arguments: ["changed", "removed", "replaced by a link"])
  func whatSomeoneTouchedIsNotKept(_ what: String) throws {
    let folder = try publishedFolder()
    let staged = try StagedSite(output: folder.site, force: true)
    let path = folder.site + "/c.json"
    switch what {
    case "changed": try folder.write("mine", to: "site/c.json")
    case "removed": try FileManager.default.removeItem(atPath: path)
    default:
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "index.html")
    }
    #expect(try !staged.keep(["a/b.html", "c.json"]))
    // None of them is taken, so both can be written.
    try staged.write("a/b.html", Array("page".utf8))
    try staged.write("c.json", Array("[]".utf8))
    _ = try staged.publish()
    #expect(try folder.text("site/c.json") == "[]")
  }

  @Test func nothingIsKeptOfNoSite() throws {
    let folder = try StagingFolder()
    let staged = try StagedSite(output: folder.site, force: false)
    #expect(staged.recordOfPublishedSite == nil)
    #expect(try !staged.keep(["index.html"]))
    staged.discard()
  }

  @Test(arguments: ["../x", "/etc/passwd", "a/../../x", "", ".rolebook"])
  func pathThatASiteMustNotHaveIsNotKept(_ path: String) throws {
    let folder = try publishedFolder()
    let staged = try StagedSite(output: folder.site, force: false)
    #expect(throws: PublishingError.self) { try staged.keep([path]) }
    #expect(throws: PublishingError.self) { try staged.publish() }
  }
}
