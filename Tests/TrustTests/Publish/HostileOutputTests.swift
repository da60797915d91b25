import Foundation
import TestSupport
import Testing

/// Files that someone else wrote into the output folder, or beside it, mislead publishing nowhere.
@Suite struct HostileOutputTests {
  private static let lists = [".rolebook", ".rolebook-build"]

  /// Lists of files with paths that leave the folder, and broken ones.
  private static let contents: [String] = {
    let paths = [
      "../kept.txt", "/etc/hostname", "en-US/../../kept.txt", ".", "..", "", "/", "a\0b",
      "\u{1B}[2J",
      "en-US\\index.html", ".rolebook", "a/", String(repeating: "a/", count: 4_000),
      String(repeating: "a", count: 70_000),
    ]
    let key = String(repeating: "0", count: 32)
    let manifests = paths.map { "rolebook-manifest 1\n\($0)\nindex.html\n" }
    let records = paths.map { "rolebook-build 2\n\(key)\n1\n\(key)\t\($0)\tindex.html\nsaid" }
    return manifests + records + [
      "", "\n", "\0", "rolebook-manifest 1", "rolebook-build 2", "rolebook-build 2\n\n",
      "rolebook-build 2\n\(key)\n-1\n", "rolebook-build 2\n\(key)\n99999999999999999999\n",
      "rolebook-build 2\n\(key)\n9223372036854775807\n\(key)\ta\n",
      "rolebook-build 2\n\(key)\n2\n\(key)",
      "rolebook-build 2\n\(key)\n2\n\(key)\tindex.html\n\(key)\tindex.html\nsaid",
      "rolebook-build 1\n\(key)\nsaid", "\u{FF}\u{FE}", String(repeating: "\n", count: 100_000),
    ]
  }()

  @Test(arguments: lists) func listsOfFilesLeadNowhere(_ list: String) throws {
    let guide = try HostileGuide(["kept.txt": "kept"])
    try #require(try guide.build().status == 0)
    let whole = try FolderContents(of: guide.folder.file("public"))
    for (number, content) in Self.contents.enumerated() {
      try guide.folder.write("# Home\n\nText \(number).\n", to: "content/en-US/index.md")
      try guide.folder.write(content, to: "public/" + list)
      let result = try guide.build(["--force"])
      #expect(result.status == 0, "\(content.prefix(60).debugDescription): \(result.said)")
      expectHarmless(result.said)
      #expect(try guide.folder.read("kept.txt") == "kept")
      #expect(try guide.folder.read("public/en-US/index.html").contains("Text \(number)."))
      let site = try FolderContents(of: guide.folder.file("public"))
      #expect(site.paths == whole.paths, "\(content.prefix(60).debugDescription)")
    }
  }

  /// A list of gigabytes does not count: the files that it could name are someone else's.
  @Test(arguments: lists) func listsOfAGigabyteAreNone(_ list: String) throws {
    let guide = try HostileGuide()
    try #require(try guide.build().status == 0)
    try #require(truncate(guide.folder.file("public/" + list).path, 1 << 30) == 0)
    let result = try guide.build()
    #expect(result.signal == nil)
    #expect(result.peakMemory <= HostileSizeTests.mostMemory)
    #expect(result.status == (list == ".rolebook" ? 3 : 0), "\(result.said)")
    #expect(try guide.build(["--force"]).status == 0)
  }

  /// A record of the right inputs whose report would drive a terminal is not repeated.
  @Test func aForgedReportIsNotRepeated() throws {
    let guide = try HostileGuide(["content/en-US/x.md": "# X\n\n[a](none.md)\n"])
    try #require(try guide.build().said.contains("link/unresolved"))
    #expect(try guide.build().said.contains("; 0 files written"))
    let record = guide.folder.file("public/.rolebook-build")
    var bytes = try Data(contentsOf: record)
    bytes.append(contentsOf: Array("\0\u{1B}[2J::error file=x::fired\u{202E}".utf8))
    try bytes.write(to: record)
    let result = try guide.build()
    #expect(result.status == 0)
    expectHarmless(result.said)
    #expect(!result.said.contains("fired"))
  }

  /// A record whose keys are right and whose files are others changes nothing of the site.
  @Test(arguments: ForgedRecord.all) func aForgedRecordGivesNoPageAnothersFiles(
    _ forgery: ForgedRecord
  ) throws {
    let guide = try HostileGuide([
      "content/en-US/y.md": "# Y\n\nText of Y.\n", "content/en-US/z.md": "# Z\n\nText of Z.\n",
      "content/en-US/large.md": "# Large\n\n" + (0..<30_000).map { "word\($0)\n" }.joined(),
    ])
    let options = forgery.isPrecompressed ? ["--precompress"] : []
    try #require(try guide.build(options).status == 0)
    try guide.folder.write("# X\n\nAnderer Text.\n", to: "content/de-DE/x.md")
    let whole = guide.folder.file("whole")
    try #require(try guide.build(options + ["--output", whole.path]).status == 0)
    try forgery.write(in: guide.folder)
    let result = try guide.build(options)
    #expect(result.status == 0, "\(result.said)")
    let site = try FolderContents(of: guide.folder.file("public"))
    #expect(try FolderContents(of: whole).differences(from: site) == [])
  }

  @Test(arguments: [".rolebook", ".rolebook-build", "index.html"])
  func namedPipesHangNothing(_ name: String) throws {
    let guide = try HostileGuide()
    try #require(try guide.build().status == 0)
    let path = guide.folder.file("public/" + name).path
    try FileManager.default.removeItem(atPath: path)
    try #require(mkfifo(path, 0o644) == 0)
    let result = try guide.build()
    #expect(result.signal == nil && result.seconds < 60)
    #expect(try guide.build(["--force"]).status == 0)
  }

  @Test(arguments: ["-lock", "-staging"]) func whatWaitsBesideTheOutput(_ end: String) throws {
    let guide = try HostileGuide(["outside/kept.txt": "kept"])
    let path = guide.folder.file(".public.rolebook" + end).path
    try #require(mkfifo(path, 0o644) == 0)
    let pipe = try guide.build()
    #expect(pipe.signal == nil && pipe.status != 128, "\(pipe.said)")
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "outside")
    let link = try guide.build()
    #expect(link.signal == nil)
    #expect(try guide.folder.read("outside/kept.txt") == "kept")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: guide.folder.file("outside").path)
        == ["kept.txt"])
  }

  /// Names that others gave their files are said, and cannot drive a terminal.
  @Test func namesOfOthersAreHarmless() throws {
    let guide = try HostileGuide()
    try #require(try guide.build().status == 0)
    for name in ["\u{1B}[2J", "a\n::error file=x::fired", "a\u{202E}gpj.exe", "\u{9B}31m"] {
      try guide.folder.write("", to: "public/" + name)
    }
    let result = try guide.build()
    #expect(result.status == 3)
    expectHarmless(result.said)
    #expect(!result.said.split(separator: "\n").contains { $0.hasPrefix("::") })
    #expect(result.said.contains("\\u{1b}[2J"))
  }
}
