import Base
import Markdown
import Testing

@testable import Guide

/// Which heading of the source each heading of a translation is.
@Suite struct HeadingAlignmentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let source: [String]
    let target: [String]
    let expected: [Int?]

    init(_ name: String, _ source: [String], _ target: [String], _ expected: [Int?]) {
      self.name = name
      self.source = source
      self.target = target
      self.expected = expected
    }

    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      "the same outline", ["# A", "## B", "### C", "## D"], ["# a", "## b", "### c", "## d"],
      [0, 1, 2, 3]),
    Case(
      "one more of another level", ["# A", "## B", "## D"], ["# a", "## b", "### x", "## d"],
      [0, 1, nil, 2]),
    Case(
      "one less of another level", ["# A", "## B", "### C", "## D"], ["# a", "## b", "## d"],
      [0, 1, 3]),
    Case("no title at the top", ["# A", "## B", "## C"], ["## b", "## c"], [1, 2]),
    Case(
      "anchors, in whatever order", ["# A", "## B {#b}", "## C {#c}"],
      ["# a", "## x {#c}", "## y {#b}"], [0, 2, 1]),
    Case(
      "an anchor divides what stands around it",
      ["# A", "## B", "## C {#c}", "## D"], ["# a", "## x {#c}", "## d"], [0, 2, 3]),
    Case(
      "an anchor that the source lacks", ["# A", "## B"], ["# a", "## x {#new}", "## b"],
      [0, nil, 1]),
    Case(
      "an anchor that is the source's slug", ["# A", "## Our part", "## B"],
      ["# a", "## b", "## x {#our-part}"], [0, nil, 1]),
    Case("nothing", [], ["# a"], [nil]),
    Case("nothing in the translation", ["# A"], [], []),
  ]) func pairs(_ table: Case) throws {
    func document(_ headings: [String], _ locale: String) throws -> Document {
      let text = headings.joined(separator: "\n\n")
      return try #require(
        DocumentParser.parse(
          SourceFile(path: "\(locale)/a.md", bytes: Array(text.utf8)),
          .init(key: "a", locale: locale, isResponsibilityDocument: false)
        ).document)
    }
    let source = try document(table.source, "en")
    let target = try document(table.target, "de")
    var ids = PageIDs(source, promised: [], locale: "en")
    ids.nameHeadings(aligned: [], sourceIDs: [])
    let aligned = HeadingAligner.align(
      source: source.headings, target: target.headings, sourceIDs: ids.headingIDs)
    #expect(aligned == table.expected)
  }
}
