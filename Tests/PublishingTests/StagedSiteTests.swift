import Foundation
import Testing

@testable import Publishing

/// The ways to replace a site, which must come to the same.
private let exchanges: [FolderExchange] = [.system, .unsupported(EINVAL), .unsupported(EXDEV)]

@Suite struct StagedSiteTests {
  private let old = [
    "index.html": "old", "same.html": "same", "gone/page/index.html": "gone", "file": "a file",
    "folder/page.html": "a page", "assets/site.1.css": "old style",
  ]
  private let new = [
    "index.html": "new", "same.html": "same", "file/page.html": "now a folder",
    "folder": "now a file", "assets/site.2.css": "new style",
  ]

  @Test func firstSiteMakesItsFolderAndThoseAbove() throws {
    let folder = try StagingFolder()
    let summary = try publish(old, to: "\(folder.path)/srv/www/site/")
    #expect(try folder.tree("srv/www/site") == old)
    #expect(summary.written == 6 && summary.unchanged == 0 && summary.removed == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/srv/www") == ["site"])
  }

  @Test(arguments: exchanges.indices)
  func newSiteReplacesTheOldOne(_ index: Int) throws {
    let folder = try StagingFolder()
    try publish(old, to: folder.site)
    let summary = try publish(new, to: folder.site, exchange: exchanges[index])
    #expect(try folder.tree() == new)
    #expect(try folder.names() == ["site"])
    #expect(summary.written == 4 && summary.unchanged == 1 && summary.removed == 4)
    #expect(summary.replacedInPlace == (index > 0) && summary.leftover == nil)
  }

  @Test(arguments: exchanges.indices)
  func unchangedFileKeepsInodeAndTime(_ index: Int) throws {
    let folder = try StagingFolder()
    let large = String(repeating: "0123456789", count: 20_000)
    let files = ["a/large.txt": large, "empty": "", "other": "x"]
    try publish(files, to: folder.site)
    let names = ["site/a/large.txt", "site/empty"]
    let before = try names.map(folder.status)
    var changed = files
    changed["other"] = "y"
    let summary = try publish(changed, to: folder.site, exchange: exchanges[index])
    #expect(try names.map(folder.status) == before)
    #expect(try folder.text("site/other") == "y")
    #expect(summary.written == 1 && summary.unchanged == 2)
  }

  @Test func changedFileOfTheSameSizeIsWritten() throws {
    let folder = try StagingFolder()
    let text = String(repeating: "x", count: 70_000)
    try publish(["a": text + "1"], to: folder.site)
    try publish(["a": text + "2"], to: folder.site)
    #expect(try folder.text("site/a") == text + "2")
  }

  @Test func sameSiteTwiceKeepsTheManifestToo() throws {
    let folder = try StagingFolder()
    try publish(old, to: folder.site)
    let before = try folder.status("site/.rolebook")
    let summary = try publish(old, to: folder.site)
    #expect(try folder.status("site/.rolebook") == before)
    #expect(summary.written == 0 && summary.unchanged == 6 && summary.removed == 0)
  }

  @Test func manifestListsTheFilesByBytes() throws {
    let folder = try StagingFolder()
    let site = try StagedSite(output: folder.site, force: false)
    for path in ["é", "b/c", "a", "Z", "e\u{301}"] { try site.write(path, []) }
    _ = try site.publish()
    #expect(
      try Array(folder.text("site/.rolebook").utf8)
        == Array("rolebook-manifest 1\nZ\na\nb/c\ne\u{301}\né\n".utf8))
  }

  @Test func modesAreThoseOfAServedSiteWhateverTheMask() throws {
    let before = umask(0o077)
    defer { umask(before) }
    for mask in [0o000, 0o027, 0o077] as [mode_t] {
      umask(mask)
      let folder = try StagingFolder()
      try publish(["a/b/c.html": "page"], to: folder.site)
      let names = ["site", "site/a", "site/a/b", "site/a/b/c.html", "site/.rolebook"]
      let modes = try names.map { try folder.status($0).permissions }
      #expect(modes == [0o755, 0o755, 0o755, 0o644, 0o644])
    }
  }

  @Test func outputFolderKeepsItsModeAndFilesGetTheirs() throws {
    let folder = try StagingFolder()
    try publish(["a": "x"], to: folder.site)
    #expect(chmod(folder.site, 0o750) == 0 && chmod("\(folder.site)/a", 0o600) == 0)
    try publish(["a": "x"], to: folder.site)
    #expect(try folder.status("site").permissions == 0o750)
    #expect(try folder.status("site/a").permissions == 0o644)
  }

  @Test func eightThreadsWriteOneSite() async throws {
    let folder = try StagingFolder()
    let files = Dictionary(
      uniqueKeysWithValues: (0..<2_000).map { ("d\($0 % 37)/e\($0 % 5)/\($0).html", "page \($0)") })
    for _ in 0..<2 {
      let site = try StagedSite(output: folder.site, force: false)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for worker in 0..<8 {
          group.addTask {
            for (index, file) in files.enumerated() where index % 8 == worker {
              try site.write(file.key, Array(file.value.utf8))
            }
          }
        }
        try await group.waitForAll()
      }
      _ = try site.publish()
      #expect(try folder.tree() == files)
    }
  }

  @Test func linkToAFolderIsFollowedAndKept() throws {
    let folder = try StagingFolder()
    try folder.makeFolder("disk/real")
    try folder.link("site", to: "disk/real")
    try publish(old, to: folder.site)
    try publish(new, to: folder.site)
    #expect(try folder.tree("disk/real") == new)
    #expect(try folder.status("site").isSymbolicLink)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/disk") == ["real"])
  }

  @Test func discardedSiteLeavesTheOldOne() throws {
    let folder = try StagingFolder()
    try publish(old, to: folder.site)
    let site = try StagedSite(output: folder.site, force: false)
    try site.write("index.html", Array("new".utf8))
    #expect(try folder.names().count == 3)
    site.discard()
    #expect(try folder.names() == ["site"])
    #expect(try folder.tree() == old)
    #expect(message { try site.write("late", []) }.contains("publish called out of order"))
    #expect(message { _ = try site.publish() }.contains("publish called out of order"))
  }

  @Test func siteThatNobodyPublishesIsRemoved() throws {
    let folder = try StagingFolder()
    func stage() throws {
      try StagedSite(output: folder.site, force: false).write("deep/er/page", [1])
    }
    try stage()
    #expect(try folder.names() == [])
  }
}
