import Foundation
import TestSupport
import Testing

/// The command lines of the documentation work.
///
/// Those of the tutorial and of the recipes run in tests
/// of their own, with what they need around them.
@Suite struct DocumentationRunTests {
  /// A code block that runs the program.
  struct Example: Sendable, CustomTestStringConvertible {
    let file: String
    let script: String
    var testDescription: String { "\(file): \(script.prefix(60))" }
  }

  private static let elsewhere = ["docs/manual/tutorial.md", "docs/manual/how-to.md"]

  static func examples() throws -> [Example] {
    try MarkdownFile.all().filter { !elsewhere.contains($0.path) }.flatMap { file in
      // A preview runs until it is told to stop; it has tests of its own.
      file.blocks.filter { ["", "sh"].contains($0.language) }.map {
        $0.lines.filter { !$0.hasPrefix("rolebook preview") }.joined(separator: "\n")
      }
      .filter { text in text.split(separator: "\n").contains { $0.hasPrefix("rolebook ") } }
      .map { Example(file: file.path, script: $0) }
    }
  }

  /// What the examples speak of: the bundled guide with a history, sites of it, and older Markdown.
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

  @Test func thereAreExamples() throws {
    let files = Set(try Self.examples().map(\.file))
    #expect(files.isSuperset(of: ["README.md", "docs/exports.md", "docs/json-formats.md"]))
  }

  @Test(arguments: try examples())
  func itWorks(example: Example) throws {
    let folder = try Self.surroundings()
    let script = example.script.replacing("/srv/www", with: folder.file("www").path)
    let program = try Project.executable().path
    let result = try run(
      URL(filePath: "/bin/bash"),
      ["-e", "-o", "pipefail", "-c", "rolebook() { '\(program)' \"$@\"; }; " + script],
      in: folder.url,
      environment: [
        "HOME": folder.file("home").path, "MANPAGER": "cat", "LC_ALL": "C.UTF-8",
      ])
    #expect(result.status == 0, "\(example.script)\n\(result.errors)")
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
