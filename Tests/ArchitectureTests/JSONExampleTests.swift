import Foundation
import TestSupport
import Testing

/// The examples of the JSON formats are what they say.
@Suite struct JSONExampleTests {
  private let document: MarkdownFile

  init() throws {
    document = try MarkdownFile("docs/json-formats.md")
  }

  @Test func examplesAreJSON() throws {
    let examples = document.blocks.filter { $0.language == "json" }
    #expect(examples.count == 5)
    for example in examples {
      #expect(throws: Never.self, "\(example.text)") {
        try JSONSerialization.jsonObject(with: Data(example.text.utf8))
      }
    }
  }

  @Test func examplesFollowTheirSchemas() throws {
    let folder = try TemporaryFolder()
    let examples = document.blocks.filter { $0.language == "json" }
    let names = ["matrix", "guide-index", "search-index", "findings", "changes"]
    #expect(examples.count == names.count)
    for (name, example) in zip(names, examples) {
      try folder.write(example.text, to: name + ".json")
      let schema = JSONSchema(Project.templates.appending(path: "schemas/\(name).schema.json"))
      let violations = try schema.violations(in: [folder.file(name + ".json")])
      #expect(violations.map(\.description) == [])
    }
  }

  @Test func questionsAreAnswered() throws {
    let folder = try TemporaryFolder()
    let built = try run(
      Project.executable(),
      [
        "build", "--quiet", "--content", Project.content.path, "--templates",
        Project.templates.path, "--output", folder.file("public").path,
      ])
    #expect(built.status == 0, "\(built.errors)")
    let questions = document.blocks.filter { $0.text.hasPrefix("jq ") }
    #expect(questions.count == 5)
    for question in questions {
      let shell = URL(filePath: "/bin/bash")
      let answer = try run(shell, ["-c", question.text], in: folder.url)
      #expect(answer.status == 0, "\(question.text)\n\(answer.errors)")
      // Nothing is the right answer to what needs work: the bundled guide is up to date.
      let isEmpty = question.text.contains("!= \"current\"")
      #expect(answer.output.isEmpty == isEmpty, "\(question.text)\n\(answer.output)")
    }
  }
}
