import Foundation
import FoundationXML
import TestSupport
import Testing

/// A site from elsewhere that is compared with, or put together, is taken for what it may be.
@Suite struct HostileSiteDataTests {
  /// Runs the program on files, and expects an end without a signal, harmless words and little memory.
  private func ended(
    _ guide: HostileGuide, _ arguments: [String]
  ) throws -> MeasuredCommand {
    let result = try MeasuredCommand(
      try Project.executable(), arguments, in: guide.folder.url)
    let what = arguments.joined(separator: " ").debugDescription
    #expect(result.signal == nil, "\(what)")
    #expect(result.status <= 3, "\(what): \(result.said.prefix(300))")
    #expect(result.peakMemory <= HostileSizeTests.mostMemory, "\(what)")
    return result
  }

  private static func filled(_ unit: String, _ count: Int) -> String {
    #","x":["# + String(repeating: unit + ",", count: count) + "0]"
  }

  /// Texts that are no `guide.json`, or one that no site has.
  private static let texts: [(name: String, text: String)] = [
    ("empty", ""), ("list", "[]"), ("half", #"{"source_locale":"en-US","#),
    (
      "wrong types",
      #"{"source_locale":"en-US","responsibilities":{"a":1},"locales":"x","documents":7}"#
    ),
    (
      "wrong rows",
      HostileIndex.text(["1", "null", "[]", "{}", #"{"id":1}"#, #"{"id":"a","document":{}}"#])
    ),
    ("deep", String(repeating: "[", count: 1_000_000)),
    ("deep objects", String(repeating: "{\"a\":", count: 1_000_000)),
    ("lone surrogate", #"{"source_locale":"\ud800","responsibilities":[]}"#),
    ("NUL", #"{"source_locale":"en-US\u0000","responsibilities":[]}"#),
    ("site", HostileIndex.text([], more: #","site_url":"javascript:fired()//""#)),
    (
      "letters",
      HostileIndex.text([
        HostileIndex.row("a", #""p":{"letters":"\#(String(repeating: "R", count: 1 << 20))"}"#)
      ])
    ),
  ]

  @Test(arguments: texts) func indexThatNoSiteHas(name: String, text: String) throws {
    let guide = try HostileGuide(["old.json": text, "new.json": HostileIndex.plain])
    for arguments in [
      ["diff", "old.json", "new.json"], ["diff", "new.json", "old.json"],
      ["diff", "--format", "atom", "new.json", "old.json"], ["build", "--since", "old.json"],
    ] {
      let result = try ended(guide, arguments)
      expectHarmless(result.said)
      #expect(!result.said.contains("href=\"javascript:"))
    }
  }

  @Test(arguments: ["0", "{}", "\"\"", "[0]", #"{"":0}"#]) func valuesWithoutNumber(
    _ unit: String
  ) throws {
    let count = (Torture.isFull ? 60 << 20 : 16 << 20) / (unit.utf8.count + 1)
    let guide = try HostileGuide([
      "old.json": HostileIndex.text([], more: Self.filled(unit, count)),
      "new.json": HostileIndex.plain,
    ])
    _ = try ended(guide, ["diff", "old.json", "new.json"])
  }

  /// Each list that is read as a whole has a bound.
  @Test(arguments: ["responsibilities", "documents", "locales"])
  func listsHaveABound(key: String) throws {
    for (count, status) in [(200_000, 0), (200_001, 3)] {
      var lists = ["responsibilities": "", "documents": "", "locales": ""]
      lists[key] = String(repeating: "{},", count: count - 1) + "{}"
      let members = lists.sorted { $0.key < $1.key }.map { "\"\($0.key)\":[\($0.value)]" }
      let guide = try HostileGuide([
        "old.json": "{\"source_locale\":\"en-US\",\(members.joined(separator: ","))}",
        "new.json": HostileIndex.plain,
      ])
      let result = try ended(guide, ["diff", "old.json", "new.json"])
      #expect(Int(result.status) == status, "\(count) \(key): \(result.said.prefix(300))")
    }
  }

  @Test func manyOfEach() throws {
    let guide = try HostileGuide(HostileIndex.manyOfEach(Torture.isFull ? 100_000 : 10_000))
    for pair in HostileIndex.pairsOfMany {
      let result = try ended(guide, ["diff", pair.old, pair.new])
      #expect(result.status == 0)
    }
  }

  /// Each vector as a title, a document and an id, in every form and in a site's news.
  @Test func vectorsStayText() throws {
    let rows = try AttackVector.all.enumerated().map { index, vector in
      let text = String(
        decoding: try JSONEncoder().encode(vector.text + "\u{1}\u{FFFE}"), as: UTF8.self)
      return #"{"id":"r\#(index)","document":\#(text),"locales":{"en-US":{"title":\#(text),"#
        + #""url":\#(text),"state":"current"}},"assignments":{\#(text):{"letters":"RA"}}}"#
    }
    let guide = try HostileGuide([
      "old.json": HostileIndex.text(rows), "new.json": HostileIndex.plain,
    ])
    for format in ["text", "markdown"] {
      for pair in [["old.json", "new.json"], ["new.json", "old.json"]] {
        expectHarmless(try ended(guide, ["diff", "--format", format] + pair).said)
      }
    }
    let feed = try ended(guide, ["diff", "--format", "atom", "old.json", "new.json"]).said
    #expect(throws: Never.self) { try XMLDocument(xmlString: feed) }
    let built = try ended(guide, ["build", "--since", "old.json", "--date", "2026-01-31"])
    try #require(built.status == 0, "\(built.said)")
    let page = try guide.folder.read("public/en-US/changes/index.html")
    #expect(page.components(separatedBy: "<tbody>").count > AttackVector.all.count / 2)
    #expect(!page.contains("<script>fired") && !page.contains("href=\"javascript:"))
    let news = try FolderContents(of: guide.folder.file("public")).paths.filter {
      $0.hasSuffix(".atom")
    }
    #expect(news.count > 3)
    for path in news {
      let text = try guide.folder.read("public/" + path)
      #expect(throws: Never.self, "\(path)") { try XMLDocument(xmlString: text) }
    }
  }

  /// A name that git could take for an option, or that leads elsewhere, is not a revision.
  @Test(arguments: [
    "--output=fired", "-o", "--exec=touch fired", "--upload-pack=touch fired", "HEAD:content",
    "HEAD --output=fired", "$(touch fired)", "; touch fired", "a\u{1B}[2J\n::error::x",
    "HEAD^{tree}",
    "", ":/", "@{-1}",
  ]) func revisionsThatAreNone(_ name: String) throws {
    let guide = try HostileGuide()
    for words in [["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "first"]] {
      let identity = ["-c", "user.name=test", "-c", "user.email=test@localhost"]
      _ = try run(URL(filePath: "/usr/bin/git"), identity + words, in: guide.folder.url)
    }
    for arguments in [["diff", "--", name, "HEAD"], ["build", "--since=" + name]] {
      let result = try ended(guide, arguments)
      #expect(result.status >= 2, "\(name.debugDescription): \(result.said)")
      expectHarmless(result.said)
    }
    #expect(!FileManager.default.fileExists(atPath: guide.folder.file("fired").path))
    #expect(!FileManager.default.fileExists(atPath: guide.folder.file("content/fired").path))
  }

  /// Loose files whose languages and names would lead elsewhere make a guide inside its folder.
  @Test func adoptedFilesOfStrangers() throws {
    let guide = try HostileGuide([
      "outside/secret.md": "the secret of another folder",
      "loose/de-DE/a.md": "# A\n", "loose/b.md": "---\nlang: ../../fired\n---\n# B\n",
    ])
    let manager = FileManager.default
    let loose = guide.folder.file("loose")
    try manager.createSymbolicLink(
      atPath: loose.path + "/de-DE/linked", withDestinationPath: "../../outside")
    try manager.createSymbolicLink(
      atPath: loose.path + "/de-DE/secret.md", withDestinationPath: "../../outside/secret.md")
    try #require(mkfifo(loose.path + "/de-DE/pipe.md", 0o644) == 0)
    let skipped = try ended(guide, ["init", "made", "--from", "loose"])
    #expect(skipped.status == 0)
    #expect(skipped.said.contains("Skipped (unknown language"))
    #expect(skipped.said.contains("loose/b.md"))
    try manager.removeItem(at: guide.folder.file("made"))
    try manager.removeItem(at: guide.folder.file("loose/b.md"))
    for name in ["\u{1B}[2J", "a\n::error::x", "a\u{202E}b", "..", "a\\..\\b"] {
      try guide.folder.write("# \(name)\n", to: "loose/de-DE/\(name).md")
    }
    let made = try ended(guide, ["init", "made", "--from", "loose"])
    expectHarmless(made.said)
    #expect(!made.said.split(separator: "\n").contains { $0.hasPrefix("::") })
    let paths = try FolderContents(of: guide.folder.url).paths
    #expect(
      !paths.contains { $0.hasPrefix("fired") || $0.hasPrefix("made") && $0.contains("secret") })
  }

  /// Parts with links, pipes, names that no site has and other people's lists.
  @Test func partsOfStrangers() throws {
    let guide = try HostileGuide(["outside/secret.html": "the secret of another folder"])
    for locale in ["en-US", "de-DE"] {
      try #require(try guide.build(["--locales", locale, "--output", locale]).status == 0)
    }
    let part = guide.folder.file("de-DE")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: part.path + "/linked", withDestinationPath: "../outside")
    try manager.createSymbolicLink(
      atPath: part.path + "/page.html", withDestinationPath: "../outside/secret.html")
    try #require(mkfifo(part.path + "/pipe", 0o644) == 0)
    try guide.folder.write("../../outside/secret.html\n", to: "de-DE/.rolebook")
    let result = try ended(guide, ["assemble", "en-US", "de-DE"])
    #expect(result.status == 0, "\(result.said)")
    let site = try FolderContents(of: guide.folder.file("public"))
    #expect(site.paths.contains("de-DE/index.html"))
    #expect(!site.paths.contains { $0.contains("linked") || $0 == "page.html" || $0 == "pipe" })
    for name in ["\u{1B}[2J.html", "a\n::error::x", "a\\b", "\u{9B}31m"] {
      try guide.folder.write("x", to: "de-DE/" + name)
      let refused = try ended(guide, ["assemble", "en-US", "de-DE"])
      expectHarmless(refused.said)
      #expect(!refused.said.split(separator: "\n").contains { $0.hasPrefix("::") })
      try manager.removeItem(at: guide.folder.file("de-DE/" + name))
    }
    for index in [
      "[]",
      #"{"source_locale":"\u001b[2J","responsibilities":[],"locales":[{"tag":"\u001b[2J/../.."}]}"#,
    ] {
      for locale in ["en-US", "de-DE"] { try guide.folder.write(index, to: locale + "/guide.json") }
      let refused = try ended(guide, ["assemble", "en-US", "de-DE"])
      #expect(refused.status == 3)
      expectHarmless(refused.said)
    }
  }
}
