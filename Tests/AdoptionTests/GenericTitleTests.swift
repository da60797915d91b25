import Base
import Guide
import Testing

@testable import Adoption

/// Titles that every document could have do not become parties.
@Suite struct GenericTitleTests {
  private static let files = (AdoptedMatrix.strings?.tableWords ?? [:]).keys.sorted()

  private static func words(_ language: String, _ key: String) -> [String] {
    (AdoptedMatrix.strings?.tableWords[language]?[key] ?? "").split(separator: ",")
      .map { $0.trimmingPrefix(" ").description }
  }

  /// A section around a title names the party; without one, no section does.
  @Test(arguments: files) func partiesAreNotCalledSo(language: String) async throws {
    let task = try #require(Self.words(language, "read_task").first)
    let titles = Self.words(language, "read_heading").filter { $0.count > 1 }
    #expect(titles.count > 8)
    let text = "Northwind paints these walls in May and in June"
    let table = TableKind.table("\(task)|Northwind text", "Paint|\(text)").joined(separator: "\n")
    for (title, number) in zip(titles, ["", "2.1 "]) {
      let around = "# Northwind\n\n## Fabrikam\n\n### \(number)\(title)\n\n\(table)\n"
      let adopted = try await AdoptedMatrix(["plan.md": around], locale: language)
      #expect(adopted.rows == ["Paint": ["Fabrikam": "RA"]], "\(language): \(title)")
    }
    let alone = try await AdoptedMatrix(
      ["plan.md": "# \(titles[2])\n\n## \(task)\n\n\(table)\n"], locale: language)
    #expect(alone.rows == ["Paint": [:]], "\(language): \(titles[2])")
    #expect(alone.parties == [])
    #expect(alone.report.contains { $0.contains("no title says whose duties these are") })
  }

  /// A text in parentheses or a number says nothing of a party, unless it is one.
  @Test(arguments: [
    ("en", "Responsibility matrix (no overlaps)"), ("en", "2. Roles & responsibilities (draft)"),
    ("en", "Responsibility matrix – version 2"), ("en", "RACI matrix: who does what"),
    ("en", "Updated RACI matrix 2026"), ("en", "Responsibilities at a glance"), ("en", "Phase 1"),
    ("de", "Verantwortungsmatrix (ohne Überschneidungen)"), ("de", "Aufgaben (Entwurf)"),
    ("fr", "Matrice des responsabilités (sans recouvrement)"), ("zh", "职责矩阵（无重叠）"),
  ])
  func asidesNameNobody(locale: String, title: String) async throws {
    let table = TableKind.table("Task|Description", "Paint|Paints the walls in May and in June")
    let text = "# Plan\n\n## Fabrikam\n\n### \(title)\n\n" + table.joined(separator: "\n")
    let adopted = try await AdoptedMatrix(["\(locale)/plan.md": text + "\n"])
    #expect(adopted.rows == ["Paint": ["Fabrikam": "RA"]])
  }

  /// Titles with a name in them are parties.
  @Test(arguments: [
    "Responsibilities of Northwind", "Overview of the crew", "Customer responsibilities",
    "Your tasks", "The crew", "Responsibilities (Customer)", "Tasks (your team)",
  ])
  func namesAreParties(title: String) async throws {
    let table = TableKind.table("Task|Description", "Paint|Paints the walls in May and in June")
    let adopted = try await AdoptedMatrix([
      "en/plan.md": "# Plan\n\n## \(title)\n\n\(table.joined(separator: "\n"))\n"
    ])
    #expect(adopted.rows == ["Paint": [title: "RA"]])
  }
}
