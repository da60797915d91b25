import Testing

@testable import Adoption

/// One cell says who has which letter, in any of the ways in which people write it.
@Suite struct StatedNameTests {
  /// How a letter and names are written, and how such parts are divided.
  struct Notation: Sendable, CustomStringConvertible {
    let pattern: String
    let divider: String
    var description: String { "\(pattern)\(divider)" }

    func cell(_ parts: [(letter: String, names: [String])]) -> String {
      let texts = parts.flatMap { part in
        pattern.contains("NN")
          ? [
            pattern.replacing("NN", with: part.names.joined(separator: ", "))
              .replacing("L", with: part.letter)
          ]
          : part.names.map { name in
            pattern.replacing("N", with: name).replacing("L", with: part.letter)
          }
      }
      return texts.joined(separator: divider)
    }
  }

  static let notations: [Notation] =
    ["L: NN", "**L**: NN", "L – NN", "L - NN", "L = NN", "`L`: NN"].flatMap { pattern in
      ["; ", ", ", "<br>", "<br>- ", "；"].map { Notation(pattern: pattern, divider: $0) }
    }
    + ["L: NN", "**L:** NN", "L:NN"].flatMap { pattern in
      [" ", " / ", " \\| "].map { Notation(pattern: pattern, divider: $0) }
    }
    + ["N (L)", "N: L", "N – L", "N - L", "N [L]", "(L) N", "N = **L**"].flatMap { pattern in
      [", ", "; ", "<br>", "<br>• "].map { Notation(pattern: pattern, divider: $0) }
    }
    + [
      Notation(pattern: "<li>L: NN</li>", divider: ""),
      Notation(pattern: "<li>N (L)</li>", divider: ""),
      Notation(pattern: "<p>L – NN</p>", divider: ""),
    ]

  @Test(arguments: notations) func namesHaveTheLettersBesideThem(notation: Notation) async throws {
    let rows: [(String, [(letter: String, names: [String])])] = [
      ("Paint", [("R", ["Pia"]), ("A", ["Max"])]),
      ("Clean", [("A", ["Pia"]), ("R", ["Max", "Crew"]), ("C", ["Shop team"])]),
      ("Count", [("R", ["Shop team"]), ("A", ["Max"]), ("I", ["Pia"])]),
    ]
    let all = ["Task|RACI", "Task|Assignment", "Task|Who", "Task|Remarks|Roles"]
    let start = notation.cell(rows[0].1).utf8.count % 2
    for heads in [all[start], all[start + 2]] {
      let middle = heads.count(where: { $0 == "|" }) > 1 ? "|By night" : ""
      let lines = TableKind.table(heads, rows.map { "\($0.0)\(middle)|\(notation.cell($0.1))" })
      let adopted = try await AdoptedMatrix([
        "en/plan.md": "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
      ])
      #expect(
        adopted.rows == [
          "Paint": ["Pia": "R", "Max": "A"],
          "Clean": ["Pia": "A", "Max": "R", "Crew": "R", "Shop team": "C"],
          "Count": ["Shop team": "R", "Max": "A", "Pia": "I"],
        ], "\(heads): \(lines)\n\(adopted.report.joined(separator: "\n"))")
    }
  }

  /// A cell of another form among them is named, and the others are read.
  @Test func cellsOfAnotherFormAreNamed() async throws {
    let lines = TableKind.table(
      "Task|RACI", "Paint|R: Pia, A: Max", "Clean|as in May", "Count|R: Max, A: Pia", "Close|-")
    let adopted = try await AdoptedMatrix([
      "en/plan.md": "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    ])
    #expect(adopted.rows["Count"] == ["Max": "R", "Pia": "A"])
    #expect(adopted.rows["Clean"] == [:])
    let found = adopted.findings.filter { $0.id == .cellUnread }
    #expect(found.map(\.location.line) == [8])
  }

  /// A cell that is too long to be kept is named, in each kind of table.
  @Test(arguments: [
    ("Task|RACI", "R: Pia, A: Max"), ("Task|Responsible", "Pia"), ("Task|Responsible", "Pia, Max"),
  ])
  func longCellsAreNamed(head: String, cell: String) async throws {
    let long = Array(repeating: cell, count: 401 / cell.count + 1).joined(separator: ", ")
    let lines = TableKind.table(head, "Paint|\(cell)", "Clean|\(long)", "Count|\(cell)")
    let adopted = try await AdoptedMatrix([
      "en/plan.md": "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    ])
    #expect(adopted.rows["Count"]?.isEmpty == false, "\(adopted.report)")
    #expect(adopted.rows["Clean"] == [:])
    let found = adopted.findings.filter { $0.id == .cellUnread }
    #expect(found.map(\.location.line) == [8])
  }

  /// Labels without names are reported, and do not become parties.
  @Test(arguments: ["R: , A:", "R:, A:", "R: – A: –"])
  func labelsAloneAreNoParties(cell: String) async throws {
    let lines = TableKind.table(
      "Task|RACI", "Paint|R: Pia, A: Max", "Clean|\(cell)", "Count|R: Max, A: Pia")
    let adopted = try await AdoptedMatrix([
      "en/plan.md": "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    ])
    #expect(adopted.names["en"] == ["Pia", "Max"])
    #expect(adopted.rows["Clean"] == [:])
  }

  /// A label in each cell, or in a few, is a state and no statement.
  @Test(arguments: [
    ["Paint|A - open", "Clean|R - ready", "Count|A - open"],
    ["Paint|R: Pia, A: Max", "Clean|in May", "Count|in June"],
    ["Paint|see A: walls", "Clean|see R: floors", "Count|none"],
  ])
  func statesAreNoStatements(rows: [String]) async throws {
    let lines = TableKind.table("Step|State", rows)
    let adopted = try await AdoptedMatrix([
      "en/plan.md": "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    ])
    #expect(adopted.rows.values.flatMap(\.values) == [], "\(adopted.report)")
  }

  /// A translation names the same people with the same letters.
  @Test func translationsAreCompared() async throws {
    func text(_ head: String, _ rows: String...) -> String {
      "# Plan\n\n## Part {#part}\n\n"
        + TableKind.table(head, rows).joined(separator: "\n") + "\n"
    }
    let adopted = try await AdoptedMatrix([
      "en/plan.md": text(
        "Task|RACI", "Paint|R: Crew, A: Boss", "Clean|R: Boss, A: Crew", "Count|R: Crew, A: Boss"),
      "de/plan.md": text(
        "Aufgabe|RACI", "Malen|R: Trupp, A: Chefin", "Putzen|R: Chefin, A: Trupp",
        "Zählen|R: Trupp, C: Chefin"),
    ])
    #expect(adopted.names["de"] == ["Trupp", "Chefin"])
    let found = adopted.findings.filter { $0.id == .lettersDiffer }
    #expect(found.map { "\($0.location.path.suffix(10)):\($0.location.line)" } == ["de/plan.md:9"])
  }
}
