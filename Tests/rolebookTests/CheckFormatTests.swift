import Foundation
import TestSupport
import Testing

/// The findings of a guide in the forms that other programs read.
@Suite struct CheckFormatTests {
  private struct Log: Decodable {
    struct Run: Decodable {
      struct Tool: Decodable {
        struct Driver: Decodable {
          let name: String
          let rules: [Rule]
        }
        let driver: Driver
      }
      struct Rule: Decodable {
        struct Configuration: Decodable { let level: String }
        let id: String
        let defaultConfiguration: Configuration
      }
      let tool: Tool
      let columnKind: String
      let results: [Result]
    }
    struct Result: Decodable {
      let ruleId: String
      let ruleIndex: Int
      let level: String
      let message: Message
      let locations: [Location]
      let relatedLocations: [Location]?
    }
    struct Message: Decodable { let text: String }
    struct Location: Decodable {
      struct Physical: Decodable {
        struct Artifact: Decodable { let uri: String }
        struct Region: Decodable, Equatable {
          let startLine: Int
          let startColumn: Int
        }
        let artifactLocation: Artifact
        let region: Region?
      }
      let physicalLocation: Physical
    }
    let version: String
    let runs: [Run]
  }

  /// Findings that nobody can read are a failure, not a success.
  @Test(
    arguments: [
      "check", "check --format json", "check --format sarif", "--help", "--version", "init --help",
    ], ["> /dev/full", ">&-"])
  func resultsThatCannotBeWrittenAreAFailure(command: String, output: String) throws {
    let guide = try GuideFolder(["en-US/a.md": "# A\n\n[b](b.md)\n"])
    let before = try FolderContents(of: guide.folder.url)
    let result = try run(
      URL(filePath: "/bin/sh"),
      ["-c", "'\(try Project.executable().path)' \(command) \(output)"], in: guide.folder.url)
    #expect(result.status == 3, "\(result.errors)")
    #expect(result.errors.contains("cannot write to standard output: "), "\(result.errors)")
    #expect(before.differences(from: try FolderContents(of: guide.folder.url)) == [])
  }

  /// A guide with a link to nothing behind letters of two UTF-16 units, in a file with a space.
  private func guide() throws -> GuideFolder {
    var files = GuideFolder.plain
    files["en-US/a page.md"] = "# Page\n\n𝔘𝔘 100 %, [x](gone.md)\n"
    files["raci/gone.yml"] = "sections: {}\n"
    return try GuideFolder(files)
  }

  @Test func sarifNamesRuleAndPlace() throws {
    let result = try guide().rolebook(["check", "--quiet", "--format", "sarif"])
    let log = try JSONDecoder().decode(Log.self, from: Data(result.output.utf8))
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect(run.tool.driver.name == "Rolebook")
    #expect(run.columnKind == "unicodeCodePoints")
    for found in run.results {
      let rule = run.tool.driver.rules[found.ruleIndex]
      #expect(rule.id == found.ruleId)
      #expect(["error", "warning"].contains(found.level))
    }
    let link = try #require(run.results.first { $0.ruleId == "link/unresolved" })
    #expect(link.level == "warning")
    #expect(link.message.text.contains("'gone.md'"))
    let place = try #require(link.locations.first).physicalLocation
    #expect(place.artifactLocation.uri == "content/en-US/a%20page.md")
    #expect(place.region == .init(startLine: 3, startColumn: 11))
    let whole = try #require(run.results.first { $0.ruleId == "raci/without-document" })
    #expect(whole.level == "warning")
    #expect(whole.locations.first?.physicalLocation.region == nil)
  }

  /// A guide whose findings have a hint, notes, a locale, no line, and each severity.
  private func guideOfAllForms() throws -> GuideFolder {
    var files = GuideFolder.plain
    files["en-US/a page.md"] = "---\ntranslation: machine\n---\n# Page\n\n[x](gone.md)\n"
    files["en-US/b.md"] = "---\ntitle: a\ntitle: b\n---\n"
    files["raci/gone.yml"] = "sections: {}\n"
    files["raci/broken.yml"] = "sections: []\n"
    return try GuideFolder(files)
  }

  @Test func sarifIsWhatItsSchemaAllows() throws {
    let guide = try guideOfAllForms()
    let result = try guide.rolebook(["check", "--quiet", "--format", "sarif"])
    let log = try JSONDecoder().decode(Log.self, from: Data(result.output.utf8))
    #expect(Set(log.runs.flatMap(\.results).map(\.level)) == ["error", "warning", "note"])
    try guide.folder.write(result.output, to: "log.json")
    let clean = try GuideFolder().rolebook(["check", "--quiet", "--format", "sarif"])
    try guide.folder.write(clean.output, to: "clean.json")
    let schema = JSONSchema(try Project.sarifSchema())
    let files = ["log.json", "clean.json"].map(guide.folder.file)
    #expect(try schema.violations(in: files).map(\.description) == [])
  }

  @Test(arguments: [
    ("\"level\":\"warning\"", "\"level\":\"fatal\""),
    ("\"version\":\"2.1.0\"", "\"version\":\"2\""),
    ("\"startLine\":6", "\"startLine\":0"), ("\"results\":", "\"findings\":"),
    ("unicodeCodePoints", "codePoints"), ("\"name\":\"Rolebook\",", ""),
  ]) func theSchemaOfSARIFRefuses(written: String, broken: String) throws {
    let guide = try guideOfAllForms()
    let result = try guide.rolebook(["check", "--quiet", "--format", "sarif"])
    try #require(result.output.contains(written))
    try guide.folder.write(result.output.replacing(written, with: broken), to: "log.json")
    let schema = JSONSchema(try Project.sarifSchema())
    #expect(try !schema.violations(in: [guide.folder.file("log.json")]).isEmpty)
  }

  @Test func annotationsAreOneLineEach() throws {
    let folder = try guide()
    let result = try folder.rolebook(["check", "--quiet", "--format", "github"])
    let lines = result.output.split(separator: "\n")
    let text = try folder.rolebook(["check", "--quiet", "--format", "json"])
    let count = text.output.components(separatedBy: "\"severity\"").count - 1
    #expect(lines.count == count && count > 1)
    #expect(
      lines.contains {
        $0.hasPrefix(
          "::warning file=content/en-US/a page.md,line=3,col=11,title=link/unresolved::the link")
          && $0.contains("%0Ahint: ")
      }, "\(result.output)")
    #expect(lines.allSatisfy { $0.hasPrefix("::warning ") || $0.hasPrefix("::error ") })
  }

  @Test func aNoteIsANotice() throws {
    let result = try guideOfAllForms().rolebook(["check", "--format", "github"])
    let notice = "::notice file=content/en-US/a page.md,line=2,col=1,title=translation/machine::"
    #expect(result.output.contains(notice), "\(result.output)")
    #expect(result.errors.hasPrefix("1 error, 4 warnings, 1 note\n"), "\(result.errors)")
  }

  @Test func aBuildPassesOverNotes() throws {
    var files = GuideFolder.plain
    files["en-US/a.md"] = "---\ntranslation: machine\n---\n# Page\n"
    let guide = try GuideFolder(files)
    let build = try guide.rolebook(["build", "--quiet"])
    #expect(build.status == 0 && build.errors == "")
    let check = try guide.rolebook(["check"])
    #expect(check.output.contains("a.md:2:1: note: ") && check.status == 0)
    #expect(check.errors == "0 errors, 0 warnings, 1 note\n")
  }

  @Test func manyFindingsAreCountedByRule() throws {
    var files = GuideFolder.plain
    files["en-US/a.md"] = "# Page\n\n![x](y.png)\n" + (1...9).map { "[x](\($0).md)\n" }.joined()
    let check = try GuideFolder(files).rolebook(["check"])
    #expect(
      check.errors == "0 errors, 10 warnings\n  9 link/unresolved\n  1 link/image-missing\n")
  }

  @Test func theGuideWeighsRules() throws {
    var files = GuideFolder.plain
    files["guide.yml", default: ""] +=
      "severities: {link/unresolved: error, link/image-missing: off}\n"
    files["en-US/a.md"] = "# Page\n\n![x](y.png) [x](y.md)\n"
    let build = try GuideFolder(files).rolebook(["build", "--quiet"])
    #expect(build.status == 1)
    #expect(build.errors.hasPrefix("content/en-US/a.md:3:13: error: the link to 'y.md'"))
    #expect(!build.errors.contains("image"))
  }

  @Test func theBundledGuideHasNoFindings() throws {
    let guide = try GuideFolder([:])
    let check = try guide.rolebook(["check", "--strict", "--content", Project.content.path])
    #expect(check.output == "" && check.errors == "0 errors, 0 warnings\n")
  }

  @Test func noTextBeginsACommandOfItsOwn() throws {
    var files = GuideFolder.plain
    files["en-US/a, b.md"] = "# Page\n\n[x](gone%25.md \"::error::\")\n"
    let result = try GuideFolder(files).rolebook(["check", "--quiet", "--format", "github"])
    let line = try #require(result.output.split(separator: "\n").first)
    #expect(line.contains("file=content/en-US/a%2C b.md,"))
    #expect(!line.dropFirst(2).contains("::error"))
  }
}
