import Foundation
import TestSupport
import Testing

/// For any content of a file: a site or a finding with its place, in bounded memory, never a
/// signal.
@Suite(.serialized) struct HostileSizeTests {
  /// The memory that a build may use, with any content of the guide's files.
  static let mostMemory = 512 << 20

  private static var sizes: [Int] {
    Torture.isFull ? [1 << 16, 1 << 20, 3_000_000, 10 << 20] : [1 << 18]
  }

  @Test func familiesAreManyAndDiffer() {
    let names = PathologicalFamily.all.map(\.name)
    #expect(names.count >= 100)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: PathologicalFamily.all)
  func familyEndsWellAtAnySize(_ family: PathologicalFamily) throws {
    for size in Self.sizes {
      let guide = try HostileGuide([family.path: family.text(size - 64)])
      try expectGoodEnd(try guide.build(), family.name, size, mention: family.path)
    }
  }

  /// The same hostile document in two languages, whose rows are then aligned.
  @Test(arguments: PathologicalFamily.all.filter { $0.path == "content/en-US/x.md" })
  func familyInTwoLanguagesEndsWell(_ family: PathologicalFamily) throws {
    let size = Torture.isFull ? 1 << 20 : 1 << 15
    let text = family.text(size - 64)
    let guide = try HostileGuide([family.path: text, "content/de-DE/x.md": "Wort\n\n" + text])
    try expectGoodEnd(try guide.build(), family.name + " twice", size, mention: nil)
  }

  @Test(arguments: HostileCombination.all)
  func filesThatDoNotFitEachOther(_ combination: HostileCombination) throws {
    let count = Torture.isFull ? 20_000 : 4_000
    let guide = try HostileGuide(combination.files(count))
    let result = try guide.build()
    try expectGoodEnd(result, combination.testDescription, count, mention: nil)
    #expect(result.said.contains("[\(combination.finding)]"), "\(result.said.prefix(500))")
  }

  /// Expects a site, or findings that name the file.
  private func expectGoodEnd(
    _ result: MeasuredCommand, _ name: String, _ size: Int, mention path: String?
  ) throws {
    Torture.figure(
      "\(String(format: "%.2f", result.processorSeconds)) s of processors, "
        + "\(result.peakMemory >> 20) MiB, exit \(result.status): \(name), \(size >> 10) KiB")
    #expect(result.signal == nil, "\(name) at \(size)")
    #expect(result.status <= 1, "\(name) at \(size): \(result.said.suffix(500))")
    #expect(result.peakMemory <= Self.mostMemory, "\(name) at \(size)")
    if result.status == 1, let path {
      #expect(result.said.contains("\(path):"), "\(name) at \(size): \(result.said.prefix(500))")
    }
  }

  @Test(arguments: [
    ("![[]()\n", 50_000, "limit/images", "x.md:501:1: warning:"),
    ("> ", 50_000, "limit/nesting", "x.md:1:103: warning:"),
    ("aaaaaa", 50_000, "limit/line-length", "x.md:1:200001: warning:"),
    ("c|d|e\n", 200_000, "limit/cells", "x.md:83336:1: warning:"),
  ])
  func whatIsBeyondALimitIsShownAsText(
    unit: String, count: Int, rule: String, place: String
  ) throws {
    let start = rule == "limit/cells" ? "a|b|c\n-|-|-\n" : ""
    let guide = try HostileGuide([
      "content/en-US/x.md": start + String(repeating: unit, count: count) + "<b>&"
    ])
    let result = try guide.build()
    #expect(result.status == 0)
    #expect(result.said.contains("[\(rule)]"))
    #expect(result.said.contains(place), "\(result.said)")
    let page = try guide.folder.read("public/en-US/x/index.html")
    #expect(page.contains("<pre class=\"plain-text\">"))
    #expect(page.contains("&lt;b&gt;&amp;</pre>"))
    #expect(page.components(separatedBy: unit.replacing(">", with: "&gt;")).count > count)
    #expect(try guide.build(["--strict"]).status == 1)
  }

  @Test func limitsCanBeRaised() throws {
    let deep = String(repeating: "> ", count: 60) + "deep\n"
    let guide = try HostileGuide(["content/en-US/x.md": deep])
    #expect(try guide.build().said.contains("x.md:1:103: warning: quotations and lists nested"))
    let settings = try #require(HostileGuide.files["content/guide.yml"])
    try guide.folder.write(settings + "limits: {nesting: 60}\n", to: "content/guide.yml")
    #expect(!(try guide.build().said.contains("limit/")))
    #expect(try guide.folder.read("public/en-US/x/index.html").contains("<p>deep</p>"))
  }

  @Test(arguments: [
    "guide.yml", "en-US/locale.yml", "raci/x.yml", "en-US/x.md", "en-US/picture.png",
    "en-US/unused.zip",
  ]) func filesOfAGigabyte(path: String) throws {
    let guide = try HostileGuide(["content/en-US/index.md": "# Home\n\n![p](picture.png)\n"])
    let file = guide.folder.file("content/" + path)
    if !FileManager.default.fileExists(atPath: file.path) {
      try guide.folder.write("", to: "content/" + path)
    }
    try #require(truncate(file.path, 1 << 30) == 0)
    let result = try guide.build()
    try expectGoodEnd(result, "1 GiB of \(path)", 1 << 30, mention: nil)
    if path == "en-US/unused.zip" {
      #expect(result.status == 0)
    } else {
      #expect(result.status == 1)
      // A defect of a picture is reported at the place that shows it.
      let place = path.hasSuffix(".png") ? "content/en-US/index.md:3:1" : path
      #expect(result.said.contains("\(place): error: "), "\(result.said)")
      #expect(result.said.contains("[limit/file-size]"))
    }
  }

  @Test func tinyFilesWithoutNumber() throws {
    let count = Torture.count("ROLEBOOK_TINY_FILES", ci: 3_000, torture: 1_000_000)
    let guide = try HostileGuide()
    if count < 300_000 {
      let settings = try #require(HostileGuide.files["content/guide.yml"])
      try guide.folder.write(settings + "limits: {files: \(count / 2)}\n", to: "content/guide.yml")
    }
    for number in 0..<count {
      let path = guide.folder.file("content/en-US/\(number % 100)-\(number).md").path
      close(open(path, O_CREAT | O_WRONLY, 0o644))
    }
    let result = try guide.build()
    try expectGoodEnd(result, "\(count) files", count, mention: nil)
    #expect(result.status == 1)
    #expect(result.said.contains("content/en-US: error: the guide has more than"))
  }

  @Test func foldersWithoutDepth() throws {
    let guide = try HostileGuide()
    var path = guide.folder.file("content/en-US").path
    while path.utf8.count < 4_000 {
      path += "/deeper"
      try #require(mkdir(path, 0o755) == 0)
    }
    try expectGoodEnd(try guide.build(), "deep folders", path.utf8.count, mention: nil)
  }
}
