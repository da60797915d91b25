import Foundation
import TestSupport
import Testing

/// The guide that `init` makes without older texts.
struct StarterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let made = try run(try Project.executable(), ["init", "guide"], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
  }

  private func rolebook(_ arguments: String...) throws -> RunningCommand.Result {
    try run(try Project.executable(), arguments, in: folder.file("guide"))
  }

  /// Each party's letters are those that a reader of the texts expects, whatever the kind of table.
  @Test func tablesOfEachKindHaveTheirLetters() throws {
    let checked = try rolebook("check", "--strict", "--all")
    #expect(checked.status == 0)
    #expect(checked.errors == "0 errors, 0 warnings\n")
    let rows = try rolebook("export", "--format", "csv").output.split(separator: "\r\n").dropFirst()
    let letters = rows.map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: ["\""]) }
      return "\(cells[0]): \(cells[4]) \(cells[5])"
    }
    #expect(
      letters == [
        "backups: RA C", "user-accounts:  RA", "updates: RA I", "update-tests: R A",
        "new-features: RA C", "training: I RA", "monitoring: RA ", "reports:  RA",
        "network: RA ", "passwords:  RA",
      ])
  }

  /// The tutorial and a writer in a hurry delete the examples; the rest has no finding.
  @Test func theExamplesCanBeDeleted() throws {
    for path in ["content/en-US/tables.md", "content/raci/tables.yml"] {
      try FileManager.default.removeItem(at: folder.file("guide/" + path))
    }
    #expect(try rolebook("check", "--strict").errors == "0 errors, 0 warnings\n")
  }
}
