import Foundation
import Testing

@testable import Publishing

@Suite struct RefusalTests {
  private let old = ["index.html": "old", "a/b.html": "b"]

  @Test(arguments: [
    ("", "empty"), ("/etc/passwd", "empty"), ("a//b", "empty"), ("a/", "empty"),
    ("..", "'.' or '..'"), ("../x", "'.' or '..'"), ("a/../../x", "'.' or '..'"),
    ("./a", "'.' or '..'"), ("a/.", "'.' or '..'"), ("a\0b", "control character"),
    ("a\nb", "control character"), ("a\u{7F}", "control character"), ("a\\b", "backslash"),
    (String(repeating: "é", count: 128), "255 bytes"), (".rolebook", "uses this path"),
    (".rolebook/x", "uses this path"), (".rolebook-incoming/0", "uses this path"),
  ])
  func pathThatASiteMustNotHave(_ path: String, _ reason: String) throws {
    let folder = try StagingFolder()
    try publish(old, to: folder.site)
    let site = try StagedSite(output: folder.site, force: false)
    let refusal = message { try site.write(path, []) }
    #expect(refusal.hasPrefix("cannot write '\(path)' into the site: "))
    #expect(refusal.contains(reason))
    #expect(message { _ = try site.publish() } == refusal)
    #expect(try folder.tree() == old)
    #expect(try folder.names() == ["site"])
  }

  @Test(arguments: [
    "...", "..a", ".well-known/x", "a b", "ä/한국어", ".rolebook-notes",
    String(repeating: "a", count: 255),
  ])
  func unusualPathThatASiteMayHave(_ path: String) throws {
    let folder = try StagingFolder()
    try publish([path: "x"], to: folder.site)
    try publish([path: "y"], to: folder.site)
    #expect(try folder.tree() == [path: "y"])
  }

  @Test(arguments: [("a", "a"), ("a/b", "a/b"), ("a", "a/b"), ("a/b/c", "a"), ("a/b", "a/b/c/d")])
  func pathTwice(_ first: String, _ second: String) throws {
    let folder = try StagingFolder()
    try publish(old, to: folder.site)
    let site = try StagedSite(output: folder.site, force: false)
    try site.write(first, [1])
    let refusal = message { try site.write(second, [2]) }
    #expect(
      refusal
        == "two files of the site have the path '\(second)'; rename one of their documents")
    #expect(message { _ = try site.publish() } == refusal)
    #expect(try folder.tree() == old)
  }

  @Test func secondPublisherIsTurnedAway() throws {
    let folder = try StagingFolder()
    try publish(old, to: folder.site)
    try folder.link("alias", to: "site")
    let first = try StagedSite(output: folder.site, force: false)
    try first.write("index.html", Array("first".utf8))
    for path in [folder.site, "\(folder.path)/alias", "\(folder.path)/./site//"] {
      #expect(
        message { _ = try StagedSite(output: path, force: true) }
          == "another run is publishing to '\(folder.site)'; wait until it is done and build again")
    }
    try publish(["other": ""], to: "\(folder.path)/other")
    _ = try first.publish()
    #expect(try folder.tree() == ["index.html": "first"])
    try publish(old, to: folder.site)
    #expect(try folder.names() == ["alias", "other", "site"])
  }

  @Test func outputThatIsNotAFolder() throws {
    let folder = try StagingFolder()
    try folder.write("text", to: "file")
    try folder.link("to-file", to: "file")
    try folder.link("to-nothing", to: "nowhere")
    let cases = [
      ("\(folder.path)/file", "it is a file"), ("\(folder.path)/to-file", "it is a file"),
      ("\(folder.path)/to-nothing", "it is a link to nothing"), ("", "the path is empty"),
      ("/", "the root folder cannot be replaced"),
    ]
    for (path, reason) in cases {
      #expect(
        message { _ = try StagedSite(output: path, force: true) }
          == "cannot publish to '\(path)': \(reason); choose another folder with --output")
    }
    #expect(try folder.text("file") == "text")
    #expect(try folder.names() == ["file", "to-file", "to-nothing"])
  }

  @Test(arguments: ["/dev/null/site", "/dev/null/deep/site", "/proc/rolebook/site", "/proc/site"])
  func outputWhereNothingCanBeMade(_ path: String) {
    let refusal = message { try publish(old, to: path) }
    #expect(refusal.hasPrefix("cannot "))
    #expect(refusal.contains("'\(path.prefix(5))"))
    #expect(refusal.hasSuffix("choose another folder with --output"))
  }

  @Test func exchangeThatFailsLeavesTheOldSite() throws {
    let folder = try StagingFolder()
    try publish(old, to: folder.site)
    let refusal = message {
      try publish(["index.html": "new"], to: folder.site, exchange: .unsupported(EIO))
    }
    #expect(refusal.hasPrefix("cannot replace '\(folder.site)': Input/output error"))
    #expect(try folder.tree() == old)
    #expect(try folder.names() == ["site"])
  }

  @Test func everyErrorSaysWhatToDo() {
    for code in [ENOSPC, EDQUOT, EACCES, EPERM, EROFS, ENOTDIR, EIO, EMFILE] {
      let text = FileSystemError(.write, "/srv/x", code: code).description
      #expect(text.hasPrefix("cannot write '/srv/x': \(String(cString: strerror(code))); "))
      #expect(["build again", "--output"].contains { text.hasSuffix($0) })
    }
  }
}
