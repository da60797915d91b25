import Foundation
import TestSupport
import Testing

/// The command lines of the documentation work.
///
/// Those of the tutorial, the recipes, and the days that are marked as `sh` run in tests of their
/// own, with what they need around them.
@Suite struct DocumentationRunTests {
  /// A code block that runs the program.
  struct Example: Sendable, CustomTestStringConvertible {
    let file: String
    let script: String
    var testDescription: String { "\(file): \(script.prefix(60))" }
  }

  private static let elsewhere = [
    "docs/manual/tutorial.md", "docs/manual/how-to.md", "docs/manual/translators-day.md",
    "docs/manual/admins-day.md",
  ]

  static func examples() throws -> [Example] {
    try MarkdownFile.all().flatMap { file in
      let languages = elsewhere.contains(file.path) ? [""] : ["", "sh"]
      return file.blocks.filter { languages.contains(String($0.language)) }.map(\.text)
        .filter { text in text.split(separator: "\n").contains { $0.hasPrefix("rolebook ") } }
        .map { Example(file: file.path, script: $0) }
    }
  }

  /// The subjects of the examples: the bundled guide with a history, sites of it, and older
  /// Markdown.
  private static func surroundings() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.copy(Project.content, to: "content")
    for locale in ["en-US", "de-DE"] {
      let page = Project.content.appending(path: "\(locale)/roles-and-responsibilities.md")
      try folder.copy(page, to: "old-documentation/\(locale)/roles-and-responsibilities.md")
    }
    for path in [".local/share/bash-completion/completions/x", ".config/fish/completions/x"] {
      try folder.write("", to: "home/" + path)
    }
    try folder.write(
      "kind: Group\nmetadata: {name: customer-it}\nspec: {profile: {email: it@example.com}}\n",
      to: "org.yaml")
    try folder.write("party,phone\ncustomer-it,+49 30 901820\n", to: "contacts.csv")
    try folder.write(try tableOfTheReadme(), to: "RACI.md")
    let script = """
      git init --quiet; git add content
      commit() { git -c user.name=test -c user.email=test@localhost commit --quiet "$@"; }
      commit --message first; git tag v1.0; commit --message second --allow-empty
      """
    let made = try run(URL(filePath: "/bin/bash"), ["-ec", script], in: folder.url)
    try #require(made.status == 0, "\(made.errors)")
    let built = try run(Project.executable(), ["build", "--output", "old"], in: folder.url)
    try #require(built.status == 0, "\(built.errors)")
    try folder.copy(folder.file("old"), to: "public")
    return folder
  }

  /// The table that the README begins with.
  private static func tableOfTheReadme() throws -> String {
    try #require(try MarkdownFile("README.md").blocks.first { $0.language == "markdown" }).text
  }

  /// The site of the README's table has its letters, and its condition.
  @Test func theTableOfTheReadmeBecomesAMatrix() throws {
    let folder = try Self.surroundings()
    let script = """
      rolebook init my-guide --from RACI.md --locale en && cd my-guide
      rolebook export --format json
      """
    let result = try DocumentationShell.run(script, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let json = result.output
    let letters = json.matches(of: /"letters":"([A-Z]+)"/).map { String($0.1) }
    #expect(letters == ["R", "A", "I", "RA", "C", "C", "RA", "I"])
    #expect(json.contains("\"remark\":\"after an incident\""))
  }

  @Test func thereAreExamples() throws {
    let files = Set(try Self.examples().map(\.file))
    #expect(
      files.isSuperset(of: [
        "README.md", "docs/commands.md", "docs/exports.md", "docs/json-formats.md",
        "docs/manual/tutorial.md",
      ]))
    #expect(try Self.examples().contains { $0.script == "rolebook preview" })
  }

  @Test(arguments: try examples())
  func itWorks(example: Example) throws {
    let folder = try Self.surroundings()
    let script = example.script.replacing("/srv/www", with: folder.file("www").path)
    let result = try DocumentationShell.run(
      script, in: folder.url,
      environment: [
        "HOME": folder.file("home").path, "MANPAGER": "cat", "LC_ALL": "C.UTF-8",
      ])
    #expect(result.status == 0, "\(example.script)\n\(result.errors)")
  }

  @Test func previewsAreLookedAtAndEnded() throws {
    let folder = try Self.surroundings()
    let script = "rolebook preview --port 8080 --quiet\nrolebook check\necho after"
    let result = try DocumentationShell.run(script, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(/previewed http:\/\/127\.0\.0\.1:\d+\/\n/))
    #expect(result.output.hasSuffix("after\n"))
    let broken = try DocumentationShell.run(
      "rolebook preview --content nowhere; echo after", in: folder.url)
    #expect(broken.status != 0)
    #expect(broken.errors.contains("nowhere: no such content folder"))
    #expect(!broken.output.contains("after"))
  }

  @Test(arguments: try MarkdownFile.all())
  func makeHasWhatIsMade(file: MarkdownFile) throws {
    let makefile = try String(
      contentsOf: Project.root.appending(path: "Makefile"), encoding: .utf8)
    for line in file.code + file.prose.flatMap({ $0.matches(of: /`(make [a-z-]+)`/).map(\.1) }) {
      for match in line.matches(of: /(?:^|sudo )make ([a-z-]+)/) {
        #expect(makefile.contains("\n\(match.1):"), "\(file.path): \(line)")
      }
    }
  }
}
