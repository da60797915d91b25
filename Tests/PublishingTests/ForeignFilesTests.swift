import Foundation
import Testing

@testable import Publishing

@Suite struct ForeignFilesTests {
  private let exchanges: [FolderExchange] = [.system, .unsupported(ENOSYS)]

  @Test func folderOfOtherFilesIsRefused() throws {
    let folder = try StagingFolder()
    for name in ["a", "b/c", "b/d", "e"] { try folder.write("mine", to: "site/\(name)") }
    let before = try folder.tree()
    #expect(
      message { try publish(["index.html": ""], to: folder.site) }
        == "the output folder '\(folder.site)' contains files that Rolebook did not publish: "
        + "'a', 'b/c', 'b/d' and 1 more; choose another folder with --output, "
        + "or keep these files with --force")
    #expect(try folder.tree() == before)
    #expect(try folder.names() == ["site"])
  }

  @Test(arguments: ["rolebook-manifest 2\nnotes.txt\n", "notes.txt\n", ""])
  func manifestOfAnotherVersionListsNothing(_ manifest: String) throws {
    let folder = try StagingFolder()
    try folder.write("mine", to: "site/notes.txt")
    try folder.write(manifest, to: "site/.rolebook")
    #expect(message { try publish([:], to: folder.site) }.contains("'notes.txt'"))
    #expect(try folder.tree() == ["notes.txt": "mine"])
  }

  @Test func fileThatComesWhileTheSiteIsBuiltIsRefused() throws {
    let folder = try StagingFolder()
    try publish(["index.html": "old"], to: folder.site)
    let site = try StagedSite(output: folder.site, force: false)
    try site.write("index.html", Array("new".utf8))
    try folder.write("mine", to: "site/notes.txt")
    #expect(message { _ = try site.publish() }.contains("'notes.txt'"))
    #expect(try folder.tree() == ["index.html": "old", "notes.txt": "mine"])
    #expect(try folder.names() == ["site"])
  }

  @Test func forceKeepsWhatTheNewSiteDoesNotTake() throws {
    for exchange in exchanges {
      let folder = try StagingFolder()
      try publish(["index.html": "old", "p/page.html": "old"], to: folder.site)
      let kept = [
        "notes.txt": "mine", "p/draft.txt": "mine", "private/key": "mine", "taken": "mine",
        "below/x": "mine",
      ]
      for (name, text) in kept { try folder.write(text, to: "site/\(name)") }
      try folder.makeFolder("site/empty")
      try folder.link("site/link", to: "/etc/hostname")
      #expect(chmod("\(folder.site)/private", 0o700) == 0)
      let before = try folder.status("site/private/key")
      try publish(
        ["index.html": "new", "taken": "new", "below": "new"], to: folder.site, force: true,
        exchange: exchange)
      #expect(
        try folder.tree() == [
          "index.html": "new", "taken": "new", "below": "new", "notes.txt": "mine",
          "p/draft.txt": "mine", "private/key": "mine", "empty/": "", "link": "-> /etc/hostname",
        ])
      #expect(try folder.status("site/private/key") == before)
      #expect(try folder.status("site/private").permissions == 0o700)
      #expect(message { try publish([:], to: folder.site) }.contains("'link', 'notes.txt'"))
    }
  }

  @Test func newSiteDoesNotWriteThroughAForeignLink() throws {
    for exchange in exchanges {
      let folder = try StagingFolder()
      try folder.write("outside", to: "elsewhere/page.html")
      try folder.makeFolder("site")
      try folder.link("site/assets", to: "../elsewhere")
      try folder.link("site/page.html", to: "../elsewhere/page.html")
      let new = ["assets/page.html": "inside", "page.html": "inside"]
      try publish(new, to: folder.site, force: true, exchange: exchange)
      #expect(try folder.tree() == new)
      #expect(try folder.tree("elsewhere") == ["page.html": "outside"])
    }
  }

  @Test func removingTheOldSiteDoesNotFollowLinks() throws {
    let folder = try StagingFolder()
    try folder.write("outside", to: "elsewhere/page.html")
    try publish(["gone/page.html": "x"], to: folder.site)
    try FileManager.default.removeItem(atPath: "\(folder.site)/gone/page.html")
    try folder.link("site/gone/page.html", to: "../../elsewhere")
    try publish(["index.html": "new"], to: folder.site)
    #expect(try folder.tree() == ["index.html": "new"])
    #expect(try folder.tree("elsewhere") == ["page.html": "outside"])
  }

  @Test func gitFilesStayWithoutForce() throws {
    for exchange in exchanges {
      let folder = try StagingFolder()
      try folder.write("", to: "site/.gitkeep")
      try folder.write("ref", to: "site/.git/HEAD", mode: 0o600)
      try folder.makeFolder("site/.git/refs/tags")
      let before = try folder.status("site/.git/HEAD")
      for page in ["old", "new"] {
        try publish(["index.html": page], to: folder.site, exchange: exchange)
        #expect(
          try folder.tree() == [
            "index.html": page, ".gitkeep": "", ".git/HEAD": "ref", ".git/refs/tags/": "",
          ])
      }
      #expect(try folder.status("site/.git/HEAD") == before)
    }
  }

  @Test func gitNameDeeperDownIsForeign() throws {
    let folder = try StagingFolder()
    try folder.write("", to: "site/a/.gitkeep")
    #expect(message { try publish([:], to: folder.site) }.contains("'a/.gitkeep'"))
  }
}
