import Base
import Testing

@testable import Adoption

/// Letters come from tables of every kind that people write.
@Suite struct TableKindTests {
  @Test(arguments: TableKind.all)
  func lettersAreThoseOfTheTable(kind: TableKind) async throws {
    let adopted = try await AdoptedMatrix(["\(kind.locale)/plan.md": kind.text])
    #expect(adopted.rows == kind.rows, "\(adopted.report.joined(separator: "\n"))")
    #expect(adopted.findings.filter { $0.severity == .error }.map(\.text) == [])
  }

  /// Nothing is made up where a table cannot be read, and the report says so.
  @Test(arguments: [
    TableKind.table("Aufgabe|Trupp|Laden", "Malen|V|E", "Putzen|E|K"),
    TableKind.table("Role|Paint|Clean", "Crew|A|R", "Shop|R|A"),
  ])
  func whatCannotBeReadIsSaid(lines: [String]) async throws {
    let text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["en/plan.md": text])
    #expect(adopted.rows == [:])
    #expect(adopted.findings.contains { $0.id.rawValue == "letters/unread-table" })
    #expect(adopted.report.contains { $0.contains("not read") })
  }

  @Test func theUserSaysWhatSignsMean() async throws {
    let text =
      "# Plan\n\n## Part\n\n"
      + TableKind.table("Task|Crew|Shop", "Paint|✔|o", "Clean|o|✔").joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(
      ["en/plan.md": text], signs: ["✔": [.responsible, .accountable], "o": .consulted])
    #expect(
      adopted.rows == [
        "Paint": ["Crew": "RA", "Shop": "C"], "Clean": ["Crew": "C", "Shop": "RA"],
      ])
  }

  @Test func equalTitlesKeepTheirOrder() async throws {
    let lines = TableKind.table("Task|Crew|Shop", "Report|A|R", "Report|R|A", "Report|C|R")
    let text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["en/plan.md": text])
    #expect(adopted.rows == ["Report": ["Crew": "C", "Shop": "R"]])
    #expect(adopted.findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test func eachLanguageNamesThePartiesItself() async throws {
    let adopted = try await AdoptedMatrix([
      "en/plan.md": TableKind.cells[0].text,
      "de/plan.md": "# Plan\n\n## Teil\n\n"
        + TableKind.table("Aufgabe|Trupp|Laden", "Malen|A|R", "Putzen|R|A").joined(separator: "\n"),
    ])
    #expect(adopted.names == ["en": ["Crew", "Shop"], "de": ["Trupp", "Laden"]])
  }
}
