import Base
import GuideFixtures
import Testing

@testable import Guide

/// A matrix has a size that its rows and parties together cannot pass.
@Suite struct MatrixBoundsTests {
  /// The findings of a guide of one row whose first parties have letters.
  private func findings(parties: Int, letters: Int) throws -> [String] {
    let names = (0..<parties).map { "p\($0)" }
    let fixture = try GuideFixture([
      "guide.yml": """
      source_locale: en
      locales: [en]
      limits: {cells: 4}
      parties: [\(names.joined(separator: ", "))]
      """,
      "raci/x.yml": "sections: {x: {raci: {"
        + names.prefix(letters).map { "\($0): R" }.joined(separator: ", ") + "}}}\n",
      "en/x.md": "# X {#x}\n\n|Task|Text|\n|-|-|\n|a|b|\n",
    ])
    let found = MatrixRules.checkWhole(Matrix(fixture.guide), of: fixture.guide)
    return found.filter { $0.severity == .error }.map(\.text)
  }

  @Test func aMatrixOfManyCellsIsAnError() throws {
    #expect(try findings(parties: 80, letters: 1) == [])
    let found = try findings(parties: 81, letters: 1)
    #expect(found.count == 1)
    #expect(
      found.first?.contains("the matrix of 1 row and 81 parties has more than 80 cells") ?? false)
  }

  @Test func aDocumentOfManyLettersIsAnError() throws {
    #expect(try findings(parties: 20, letters: 8) == [])
    let found = try findings(parties: 20, letters: 9)
    #expect(found.count == 1)
    #expect(
      found.first?.contains("the rows of this document have more than 8 letters") ?? false)
  }
}
