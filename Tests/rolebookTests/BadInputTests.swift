import Foundation
import TestSupport
import Testing

/// Input and output that no fixture folder can contain: bytes that are not text, and failing
/// folders.
@Suite struct BadInputTests {
  /// Builds the plain guide, spoils something, builds again; the site must stay as it was.
  private func expectRefusal(
    _ arguments: [String] = ["build"], status: Int32, errors: String,
    sourceLocation: SourceLocation = #_sourceLocation, spoil: (TemporaryFolder) throws -> Void
  ) throws {
    let guide = try GuideFolder()
    try #require(try guide.rolebook(["build"]).status == 0)
    let before = try guide.site()
    try spoil(guide.folder)
    let result = try guide.rolebook(arguments)
    #expect(result.status == status, sourceLocation: sourceLocation)
    let said = result.errors.replacing(guide.folder.url.path, with: "FOLDER")
    #expect(said == errors, sourceLocation: sourceLocation)
    #expect(before.differences(from: try guide.site()) == [], sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ("en-US/index.md", "# Caf\u{0}x", "1:6"), ("guide.yml", "# \n\u{0}", "2:1"),
    ("en-US/locale.yml", "title: \u{0}", "1:8"), ("raci/index.yml", "\n\n \u{0}", "3:2"),
  ]) func bytesThatAreNotUTF8(path: String, text: String, place: String) throws {
    let guide = try GuideFolder()
    try #require(try guide.rolebook(["build"]).status == 0)
    let before = try guide.site()
    let bytes = Data(text.utf8.map { $0 == 0 ? 0xE9 : $0 })
    try guide.folder.write(bytes, to: "content/\(path)")
    let result = try guide.rolebook(["build"])
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        """
        content/\(path):\(place): error: the file is not valid UTF-8 (the first invalid byte is 0xe9) \
        [file/invalid-utf-8]
          hint: save the file as UTF-8

        """))
    #expect(result.errors.hasSuffix("; public was not changed\n"))
    #expect(before.differences(from: try guide.site()) == [])
  }

  @Test func noContentFolder() throws {
    try expectRefusal(
      ["build", "--content", "nowhere"], status: 3,
      errors: "rolebook: error: nowhere: no such content folder\n"
    ) { _ in }
  }

  @Test func noTemplatesFolder() throws {
    try expectRefusal(
      ["build", "--templates", "nowhere"], status: 3,
      errors: "rolebook: error: nowhere: no such templates folder\n"
    ) { _ in }
  }

  @Test func foreignFilesInTheOutput() throws {
    let guide = try GuideFolder()
    try guide.folder.write("mine", to: "public/thesis.txt")
    let refused = try guide.rolebook(["build"])
    #expect(refused.status == 3)
    #expect(refused.errors.contains("'thesis.txt'"))
    #expect(try guide.site().paths == ["thesis.txt"])
    #expect(try guide.rolebook(["build", "--force"]).status == 0)
    #expect(try guide.folder.read("public/thesis.txt") == "mine")
    #expect(try guide.site().paths.contains("en-US/index.html"))
  }

  @Test(arguments: ["file", "file/public", "/proc/public"])
  func anOutputThatCannotBeWritten(output: String) throws {
    let guide = try GuideFolder()
    try guide.folder.write("mine", to: "file")
    let before = try FolderContents(of: guide.folder.url)
    let result = try guide.rolebook(["build", "--output", output])
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("rolebook: error: "))
    #expect(result.errors.contains(output == "/proc/public" ? "/proc" : "file"))
    #expect(before.differences(from: try FolderContents(of: guide.folder.url)) == [])
  }

  /// The program beside templates of which one is gone, as after a broken copy.
  @Test func aMissingTemplate() throws {
    let guide = try GuideFolder()
    try #require(try guide.rolebook(["build"]).status == 0)
    let before = try guide.site()
    try guide.folder.copy(try Project.executable(), to: "tool/rolebook")
    try guide.folder.copy(Project.templates, to: "tool/templates")
    try FileManager.default.removeItem(at: guide.folder.file("tool/templates/party.mustache"))
    let result = try run(guide.folder.file("tool/rolebook"), ["build"], in: guide.folder.url)
    #expect(result.status == 3)
    #expect(result.errors.contains("party"))
    #expect(before.differences(from: try guide.site()) == [])
    try FileManager.default.removeItem(at: guide.folder.file("tool/templates"))
    let bare = try run(guide.folder.file("tool/rolebook"), ["build"], in: guide.folder.url)
    #expect(bare.status == 3)
    #expect(bare.errors.hasPrefix("rolebook: error: the templates are missing"))
  }

  @Test(arguments: [
    ("\u{FEFF}", "\n"), ("", "\r\n"), ("\u{FEFF}", "\r\n"),
  ]) func byteOrderMarksAndLineEndsMakeNoDifference(mark: String, end: String) throws {
    var texts = GuideFolder.plain
    texts["raci/roles.yml"] =
      "sections:\n  ours:\n    responsibilities:\n      apps: {raci: {provider: RA}}\n"
    texts["en-US/roles.md"] =
      "---\ntitle: Roles\n---\n# Roles\n\n## Ours\n\nRow | Text\n--- | ---\nApps | One.\n\n"
      + "```\ncode\n\ncode\n```\n"
    let plain = try GuideFolder(texts)
    let other = try GuideFolder(
      texts.mapValues { mark + $0.replacing("\n", with: end) })
    for guide in [plain, other] {
      let result = try guide.rolebook(["build", "--quiet"])
      #expect(result.status == 0)
      #expect(result.errors == "")
    }
    #expect(try plain.site().differences(from: try other.site()) == [])
  }

  /// Two spellings of one name, which Unicode calls the same.
  @Test func namesThatUnicodeCallsTheSame() throws {
    let composed = "Caf\u{E9}"
    let decomposed = "Cafe\u{301}"
    let guide = try GuideFolder()
    try guide.folder.write("# One\n", to: "content/en-US/\(composed).md")
    try #require(try guide.rolebook(["build"]).status == 0)
    let before = try guide.site()
    try guide.folder.write("# Two\n", to: "content/en-US/\(decomposed).md")
    let result = try guide.rolebook(["build"])
    #expect(result.status == 1)
    // The first in the order of bytes stays.
    #expect(
      result.errors.contains(
        "content/en-US/\(composed).md: error: another name in this folder has the same "
          + "characters in a different Unicode form [file/invalid-name]\n  hint: delete one of the two\n"
      ))
    #expect(before.differences(from: try guide.site()) == [])
  }
}
