import Foundation
import TestSupport
import Testing

@testable import Markdown

/// Generated documents render as `cmark-gfm -e table` renders them, but for known differences.
@Suite struct TableDifferentialTests {
  static let workers = 2

  struct Mismatch: Sendable {
    let markdown: String
    let expected: String
    let actual: String
  }

  @Test(arguments: 0..<workers) func tablesRenderAsTheReferenceRendersThem(worker: Int) throws {
    let count = caseCount("ROLEBOOK_TABLE_CASES", default: 10_000) / Self.workers
    let documents = (0..<count).map { number in
      var generator = TableMarkdownGenerator(seed: UInt64(worker * 1_000_000 + number))
      return generator.document()
    }
    let references = try Reference.render(documents)
    try #require(references.count == documents.count)
    var mismatches: [Mismatch] = []
    var tables = 0
    for (markdown, expected) in zip(documents, references) {
      let hasHTML = markdown.contains("<")
      // With a title, the first heading does not become one.
      let titled = "---\ntitle: T\n---\n" + markdown
      let actual = hasHTML ? renderTables(markdown) ?? "" : try Parsed(titled).html
      if expected.contains("<table>") { tables += 1 }
      guard actual != expected, KnownDifference.explaining(markdown, expected, actual) == nil
      else { continue }
      mismatches.append(.init(markdown: markdown, expected: expected, actual: actual))
    }
    #expect(tables > count / 3)
    mismatches.sort { $0.markdown.utf8.count < $1.markdown.utf8.count }
    for mismatch in mismatches.prefix(5) {
      Issue.record(
        """
        \(mismatches.count) documents differ; this one is
        \(mismatch.markdown.debugDescription)
        \(mismatch.markdown)
        the reference renders
        \(mismatch.expected)
        and we
        \(mismatch.actual)
        """)
    }
  }
}

/// The `cmark-gfm` command.
enum Reference {
  /// Renders each document by a process of its own, so that none can leak into the next.
  static func render(
    _ documents: [String], extensions: [String] = ["table"]
  ) throws -> [String] {
    let options = extensions.map { "-e \($0)" }.joined(separator: " ")
    let folder = try TemporaryFolder()
    for (number, document) in documents.enumerated() {
      try folder.write(document, to: "\(number).md")
    }
    let script = """
      number=0
      while [ $number -lt \(documents.count) ]; do
        cmark-gfm \(options) $number.md || exit 1
        printf '\\036'
        number=$((number + 1))
      done
      """
    let result = try run(URL(filePath: "/bin/sh"), ["-c", script], in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\u{1E}", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }
}
