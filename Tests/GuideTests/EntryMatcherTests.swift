import Base
import Markdown
import Testing

@testable import Guide

/// Which entry of a `raci` file each row of the source is.
@Suite struct EntryMatcherTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// The titles, each with an anchor before it where it starts with `#`.
    let rows: [String]
    let ids: [String]
    /// The id of each row; nil for a row that stays alone.
    let expected: [String?]

    init(_ name: String, rows: [String], ids: [String], _ expected: [String?]) {
      self.name = name
      self.rows = rows
      self.ids = ids
      self.expected = expected
    }

    var testDescription: String { name }
  }

  @Test(arguments: [
    Case("in order", rows: ["Regeln", "Hilfe"], ids: ["mdm", "support"], ["mdm", "support"]),
    Case(
      "entries in another order than the titles they are slugs of",
      rows: ["User support", "Change management", "Apps"],
      ids: ["apps", "user-support", "change-management"],
      ["user-support", "change-management", "apps"]),
    Case(
      "one slug settled, the others in order",
      rows: ["Apps", "Regeln", "Hilfe"], ids: ["mdm", "apps", "support"],
      ["apps", "mdm", "support"]),
    Case(
      "anchors before all else",
      rows: ["#support Apps", "#apps Support"], ids: ["apps", "support"], ["support", "apps"]),
    Case(
      "titles that name each other's entries are not paired in order",
      rows: ["Change management process", "Monitoring for security"],
      ids: ["security-monitoring", "change-management"],
      ["change-management", "security-monitoring"]),
    Case(
      "one row more than entries: what agrees in words pairs, the rest stays alone",
      rows: ["Security monitoring and response", "Fax", "Printing at home"],
      ids: ["security-monitoring", "printing"], ["security-monitoring", nil, "printing"]),
    Case(
      "one row more than entries, in a script without ASCII letters: none is guessed",
      rows: ["정책 관리", "사용자 지원", "앱"], ids: ["mdm", "support"], [nil, nil, nil]),
    Case(
      "one entry more than rows",
      rows: ["Printing at home", "Security monitoring and response"],
      ids: ["security-monitoring", "fax", "printing"], ["printing", "security-monitoring"]),
    Case(
      "an entry that agrees with two rows is neither's",
      rows: ["Support at home", "Support at work", "Fax"], ids: ["support", "fax"],
      [nil, nil, "fax"]),
    Case(
      "an anchor that no entry has keeps its row alone",
      rows: ["#other Apps", "Hilfe"], ids: ["apps", "support"], [nil, nil]),
    Case(
      "two rows with one title", rows: ["Apps", "Apps"], ids: ["apps", "apps-2"],
      ["apps", "apps-2"]),
    Case("no rows", rows: [], ids: ["apps"], []),
    Case("no entries", rows: ["Apps"], ids: [], [nil]),
  ]) func pairs(_ table: Case) throws {
    let rows = table.rows.map { title in
      let words = title.split(separator: " ", maxSplits: 1)
      guard title.hasPrefix("#"), words.count == 2 else { return "\(title) | Text." }
      return "<a name=\"\(words[0].dropFirst())\"></a>\(words[1]) | Text."
    }
    let text = AssemblyTests.document([("Ours", rows)])
    let parsed = DocumentParser.parse(
      SourceFile(path: "roles.md", bytes: Array(text.utf8)),
      .init(key: "roles", locale: "en", isResponsibilityDocument: true))
    let document = try #require(parsed.document)
    let yaml = table.ids.isEmpty ? "{}" : AssemblyTests.raci([("ours", table.ids)])
    let raci = RaciFile.load(
      SourceFile(path: "roles.yml", bytes: Array(yaml.utf8)), key: "roles", parties: ["provider"],
      letters: .raci
    ).raci
    let match = EntryMatcher.match(
      raci, rows: document.rows, sections: document.rows.map { _ in "ours" })
    #expect(match.map { $0.map { table.ids[$0.entry] } } == table.expected)
  }

  @Test func rowsOfOneSectionNeverTakeEntriesOfAnother() throws {
    let text = AssemblyTests.document([
      ("Ours", ["User support | We."]), ("Yours", ["User support | You.", "Extra | You."]),
    ])
    let document = try #require(
      DocumentParser.parse(
        SourceFile(path: "roles.md", bytes: Array(text.utf8)),
        .init(key: "roles", locale: "en", isResponsibilityDocument: true)
      ).document)
    let yaml = AssemblyTests.raci([
      ("ours", ["user-support", "fax"]), ("yours", ["customer-user-support", "extra"]),
    ])
    let raci = RaciFile.load(
      SourceFile(path: "roles.yml", bytes: Array(yaml.utf8)), key: "roles", parties: ["provider"],
      letters: .raci
    ).raci
    let match = EntryMatcher.match(
      raci, rows: document.rows, sections: ["ours", "yours", "yours"])
    #expect(match.map { $0?.entry } == [0, 2, 3])
  }
}
