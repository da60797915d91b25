import Foundation
import TestSupport
import Testing

/// A build of what was built before says the same and writes nothing; any change is built.
@Suite struct UnchangedBuildTests {
  private static let document = "---\ntitle: Home\ndescription: A guide.\n---\n# Home\n\n"

  private func built(_ guide: GuideFolder, _ options: [String] = []) throws -> String {
    let result = try guide.rolebook(["build"] + options)
    try #require(result.status == 0, "\(result.errors)")
    return result.errors
  }

  @Test func sayTheSameAgain() throws {
    let guide = try GuideFolder()
    try guide.folder.write(Self.document + "[x](gone.md)\n", to: "content/en-US/index.md")
    let first = try built(guide)
    #expect(first.contains("content/en-US/index.md:7:1: warning: "))
    let second = try built(guide)
    #expect(first.split(separator: "\n").dropLast() == second.split(separator: "\n").dropLast())
    #expect(second.contains(" 0 files written, "))
    let elsewhere = try built(guide, ["--content", "./content"])
    #expect(elsewhere.contains("./content/en-US/index.md:7:1: warning: "))
  }

  @Test(arguments: [
    ("content/en-US/index.md", document + "Changed.\n"),
    ("content/en-US/locale.yml", "title: Another\nparties: {provider: Provider}\n"),
    ("content/en-US/new.md", "# New\n"), ("templates/strings/en.yml", "home: Start\n"),
    ("public/en-US/index.html", "tampered"), ("public/.rolebook-build", "rolebook-build 1\n\n"),
  ]) func aChangeIsBuilt(path: String, text: String) throws {
    let guide = try GuideFolder()
    try guide.folder.write("home: Home\n", to: "templates/strings/en.yml")
    _ = try built(guide)
    let record = try Data(contentsOf: guide.folder.file("public/.rolebook-build"))
    #expect(try built(guide).contains(" 0 files written, "))
    try guide.folder.write(text, to: path)
    let isOfTheGuide = !path.hasPrefix("public/")
    #expect(try built(guide).contains(" 0 files written, ") == (path.hasSuffix("-build")))
    let again = try Data(contentsOf: guide.folder.file("public/.rolebook-build"))
    #expect((again != record) == isOfTheGuide)
    let page = try String(contentsOf: guide.folder.file("public/en-US/index.html"), encoding: .utf8)
    #expect(!page.contains("tampered"))
  }

  @Test func anOptionIsBuilt() throws {
    let guide = try GuideFolder()
    _ = try built(guide)
    let moved = try built(guide, ["--base-path", "/guides/"])
    #expect(!moved.contains(" 0 files written, "))
  }
}
