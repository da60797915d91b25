import Foundation
import Testing

@testable import Publishing

/// When a site may be taken for the one that a record tells of.
@Suite struct BuildRecordTests {
  private let files = ["index.html": "page", "assets/site.1.css": "style"]
  private let record = BuildRecord(inputs: "0123", report: Array("two\nlines\0and a NUL".utf8))

  private func publishedFolder(_ exchange: FolderExchange = .system) throws -> StagingFolder {
    let folder = try StagingFolder()
    try publish(["old.html": "old"], to: folder.site)
    try publish(files, to: folder.site, exchange: exchange, record: record)
    return folder
  }

  private func found(in folder: StagingFolder) throws -> BuildRecord? {
    try BuildRecord.ofUntouchedSite(folder.site)?.record
  }

  @Test(arguments: [FolderExchange.system, .unsupported(EINVAL)].indices)
  func untouchedSiteHasItsRecord(_ index: Int) throws {
    let folder = try publishedFolder([.system, .unsupported(EINVAL)][index])
    let site = try #require(try BuildRecord.ofUntouchedSite(folder.site))
    #expect(site.record == record)
    #expect(site.fileCount == 2)
    #expect(try folder.names() == ["site"])
  }

  @Test(arguments: ["changed", "removed", "foreign", "mode", "no record", "no site"])
  func touchedSiteHasNone(_ what: String) throws {
    let folder = try publishedFolder()
    let later = Date(timeIntervalSinceNow: 2)
    switch what {
    case "changed":
      try folder.write("mine", to: "site/index.html")
      try FileManager.default.setAttributes(
        [.modificationDate: later], ofItemAtPath: folder.site + "/index.html")
    case "removed": try FileManager.default.removeItem(atPath: folder.site + "/index.html")
    case "foreign": try folder.write("mine", to: "site/mine.html")
    case "mode": try folder.write("page", to: "site/index.html", mode: 0o600)
    case "no record": try FileManager.default.removeItem(atPath: folder.site + "/.rolebook-build")
    default: try FileManager.default.removeItem(atPath: folder.site)
    }
    #expect(try found(in: folder) == nil)
  }

  @Test func whatAKilledRunLeftIsRemovedWhereNothingIsPublished() throws {
    let folder = try publishedFolder()
    try folder.write("old", to: ".site.rolebook-staging/index.html")
    #expect(try found(in: folder) == record)
    #expect(try folder.names() == ["site"])
  }

  @Test func publishingWithoutARecordLeavesNone() throws {
    let folder = try publishedFolder()
    try publish(files, to: folder.site)
    #expect(try found(in: folder) == nil)
    #expect(!FileManager.default.fileExists(atPath: folder.site + "/.rolebook-build"))
  }

  @Test func failedPublishingLeavesTheOldOne() throws {
    let folder = try publishedFolder()
    #expect(throws: PublishingError.self) {
      let other = BuildRecord(inputs: "4567", report: [])
      try publish(
        ["index.html": "new"], to: folder.site, exchange: .unsupported(EIO), record: other)
    }
    #expect(try found(in: folder) == record)
    #expect(try folder.text("site/index.html") == "page")
  }

  @Test func anotherPublisherAtWorkIsSaid() throws {
    let folder = try publishedFolder()
    let living = try StagedSite(output: folder.site, force: false)
    #expect(message { _ = try found(in: folder) }.contains("another"))
    living.discard()
  }
}
