import Base
import Testing

@testable import Adoption

/// Tables of one section are read each in its own way.
@Suite struct SectionTableTests {
  /// Tables with the letters that they give, or none.
  private static let tables: [(lines: [String], rows: [String: [String: String]])] = [
    (
      TableKind.table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A"),
      ["Paint": ["Crew": "A", "Shop": "R"], "Clean": ["Crew": "R", "Shop": "A"]]
    ),
    (
      TableKind.table("Task|Responsible|Accountable", "Count|Crew|Shop", "Close|Shop|Crew"),
      ["Count": ["Crew": "R", "Shop": "A"], "Close": ["Shop": "R", "Crew": "A"]]
    ),
    (TableKind.table("Wall|North|South", "Grade|A|C", "Paper|C|A"), [:]),
    (TableKind.table("Word|Explanation", "Primer|The first coat of paint on a wall"), [:]),
  ]

  @Test(arguments: tables.indices, tables.indices)
  func eachTableIsReadInItsWay(first: Int, second: Int) async throws {
    let pair = [Self.tables[first], Self.tables[second]]
    guard first != second, pair.contains(where: { !$0.rows.isEmpty }) else { return }
    let text =
      "# Plan\n\n## Part\n\n"
      + pair.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n\nText.\n\n") + "\n"
    let adopted = try await AdoptedMatrix(["en/plan.md": text])
    let expected = pair[0].rows.merging(pair[1].rows) { $1 }
    #expect(adopted.rows == expected, "\(adopted.report.joined(separator: "\n"))")
    #expect(!adopted.findings.containsError)
  }
}
