import Foundation
import TestSupport
import Testing

/// The documentation and the program agree on commands and options.
@Suite struct CommandDocumentationTests {
  private let help: CommandHelp

  init() throws {
    help = try CommandHelp()
  }

  @Test func everyOptionIsInTheReference() throws {
    let reference = try MarkdownFile("docs/manual/commands.md")
    #expect(help.options.keys.contains("build"), "the help was not understood")
    for (command, options) in help.options.sorted(by: { $0.key < $1.key }) {
      let documented = reference.table(below: "`rolebook \(command)`").compactMap(\.first)
        .map { $0.components(separatedBy: ", ").last ?? $0 }
      #expect(documented == options, "the options of 'rolebook \(command)' in the reference")
    }
  }

  @Test(arguments: try MarkdownFile.all())
  func commandLinesUseWhatThereIs(file: MarkdownFile) {
    for example in file.code.flatMap(CommandLineExample.all) {
      if ["--help", "--version"].contains(example.command) { continue }
      guard help.options[example.command] != nil else {
        Issue.record("\(file.path): no command '\(example.command)' in: \(example.text)")
        continue
      }
      let unknown = Set(example.options).subtracting(help.names(of: example.command))
      #expect(unknown.sorted() == [], "\(file.path): in \(example.text)")
    }
  }

  @Test func everyCommandHasAnExample() throws {
    let examples = try MarkdownFile("docs/commands.md").code.flatMap(CommandLineExample.all)
    let missing = Set(help.options.keys).subtracting(examples.map(\.command))
    #expect(missing.sorted() == [], "commands without an example in docs/commands.md")
  }

  @Test func theReadmeIsShort() throws {
    let readme = try MarkdownFile("README.md")
    #expect(readme.prose.count + readme.code.count < 150)
    #expect(readme.links.contains { $0.hasSuffix(".png") })
  }

  @Test func commandLinesAreRead() {
    let line: Substring = "  $ cd guide && ./bin/rolebook build --jobs=2 --strict | cat # --x"
    let examples = CommandLineExample.all(in: line)
    #expect(examples.map(\.command) == ["build"])
    #expect(examples.map(\.options) == [["--jobs", "--strict"]])
  }
}
