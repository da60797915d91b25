import Foundation
import TestSupport
import Testing

@testable import Markdown

/// The examples of the GitHub Flavored Markdown specification's section on tables.
@Suite struct TableConformanceTests {
  struct Example {
    let number: Int
    let markdown: String
    let html: String
  }

  @Test(.needsShared) func everyExampleOfTheSpecificationRendersAsWritten() throws {
    let shared = try #require(Project.shared)
    let text = try String(
      contentsOf: shared.appending(path: "suites/gfm-tables.txt"), encoding: .utf8)
    let examples = examples(in: text)
    #expect(examples.count == 8)
    for example in examples {
      let parsed = try Parsed(example.markdown)
      #expect(parsed.html == example.html, "example \(example.number)")
    }
  }

  private func examples(in text: String) -> [Example] {
    let fence = String(repeating: "`", count: 32)
    let blocks = text.components(separatedBy: "\(fence) example table\n").dropFirst()
    return blocks.enumerated().compactMap { index, block in
      guard let end = block.range(of: fence) else { return nil }
      let parts = block[..<end.lowerBound].components(separatedBy: "\n.\n")
      guard parts.count == 2 else { return nil }
      return Example(number: index + 1, markdown: parts[0] + "\n", html: parts[1])
    }
  }
}
