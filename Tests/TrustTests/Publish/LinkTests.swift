import Foundation
import TestSupport
import Testing

/// No symbolic link leads out of the content or templates folder.
@Suite struct SymbolicLinkTests {
  private static let secret = "the secret of another folder"

  private func expectNoSecret(_ guide: HostileGuide) throws {
    let site = try FolderContents(of: guide.folder.file("public"))
    let found = site.files.filter {
      String(decoding: $0.value, as: UTF8.self).contains(Self.secret)
    }
    #expect(found.keys.sorted() == [])
  }

  @Test func linksLoopsAndChainsLeadNowhere() throws {
    let guide = try HostileGuide([
      "content/en-US/index.md": "# Home\n\n![a](chain.png) ![b](loop.png) ![c](deep/s.png)\n",
      "outside/s.png": Self.secret, "outside/s.md": Self.secret, "templates/own.txt": "",
    ])
    let manager = FileManager.default
    let links = [
      ("content/en-US/chain.png", "chain2.png"),
      ("content/en-US/chain2.png", "../../outside/s.png"),
      ("content/en-US/loop.png", "loop.png"), ("content/en-US/deep", "../../outside"),
      ("content/en-US/s.md", "../../outside/s.md"), ("content/sv-SE", "../outside"),
      ("content/en-US/up", ".."), ("templates/chooser.mustache", "../outside/s.md"),
      ("templates/strings", "../outside"),
    ]
    for (path, target) in links {
      try manager.createSymbolicLink(
        atPath: guide.folder.file(path).path, withDestinationPath: target)
    }
    let result = try guide.build()
    #expect(result.signal == nil)
    #expect(result.said.contains("symbolic link"))
    try expectNoSecret(guide)
  }

  /// A folder that turns into a link and back while the guide is read.
  @Test func foldersThatAreSwapped() throws {
    let guide = try HostileGuide([
      "content/en-US/index.md": "# Home\n\n![a](pictures/s.png)\n",
      "content/en-US/pictures/s.png": "honest", "content/en-US/pictures/s.md": "honest",
      "outside/s.png": Self.secret, "outside/s.md": Self.secret,
    ])
    let script = """
      ln -s ../../outside link
      while [ ! -e stop ]; do mv -T pictures kept; mv -T link pictures; mv -T pictures link
        mv -T kept pictures; done
      """
    let swapper = try RunningCommand(
      URL(filePath: "/bin/sh"), ["-c", script], in: guide.folder.file("content/en-US"))
    for number in 0..<Torture.count("ROLEBOOK_SWAPS", ci: 20, torture: 1_000) {
      try guide.folder.write(
        "# Home \(number)\n\n![a](pictures/s.png)\n", to: "content/en-US/index.md")
      let result = try guide.build()
      #expect(result.signal == nil)
      if FileManager.default.fileExists(atPath: guide.folder.file("public").path) {
        try expectNoSecret(guide)
      }
    }
    try guide.folder.write("", to: "content/en-US/stop")
    _ = try swapper.waitForEnd(seconds: 10)
  }
}
