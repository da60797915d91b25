import Base
import GuideFixtures
import Testing

@testable import Guide

/// The rules of the matrix, each broken once, and each at its place.
@Suite struct MatrixRulesTests {
  static let parties = ["one", "two", "three", "four", "five", "six"]

  /// A guide of one document with two sections.
  ///
  /// - Parameters:
  ///   - raci: the file of letters, with marks.
  ///   - extra: other files, which take the place of the usual ones.
  static func files(
    _ raci: String, parties: [String], extra: [String: String] = [:]
  ) -> [String: String] {
    let files = [
      "guide.yml":
        "source_locale: en\nlocales: [en, sv]\nparties: [\(parties.joined(separator: ", "))]\n",
      "raci/roles.yml": raci,
      "en/roles.md": """
      ## Ours

      Row | Text
      --- | ---
      Apps | First.<br><br>Second.
      Help | Only.

      ## Yours

      Row | Text
      --- | ---
      Print | Only.
      """,
    ]
    return files.merging(extra) { $1 }
  }

  /// The letters of the three rows; sections declare none.
  static func rows(
    _ apps: String, _ help: String = "{raci: {one: RA}}", head: String = ""
  ) -> String {
    """
    \(head)sections:
      ours:
        responsibilities:
          ⟦apps: \(apps)
          help: \(help)
      yours:
        responsibilities:
          print: {raci: {two: RA}}
    """
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let raci: String
    var parties = ["one", "two"]
    var extra: [String: String] = [:]
    let findings: [String]

    init(
      _ name: String, _ raci: String, parties: [String] = ["one", "two"],
      extra: [String: String] = [:], _ findings: String...
    ) {
      self.name = name
      self.raci = raci
      self.parties = parties
      self.extra = extra
      self.findings = findings
    }

    var testDescription: String { name }
  }

  @Test(arguments: [
    Case("all is well", rows("{raci: {one: RA, two: I}}")),
    Case(
      "nobody accountable", rows("{raci: {one: R}}"),
      "⟦: warning: 'apps' has no accountable party [matrix/accountable-count]\n"
        + "  hint: give exactly one party an A"),
    Case(
      "two accountable", rows("{raci: {one: RA, two: A}}"),
      "⟦: warning: 'apps' has 2 accountable parties: 'one', 'two' [matrix/accountable-count]\n"
        + "  hint: give exactly one party an A"),
    Case(
      "nobody responsible", rows("{raci: {one: A}}"),
      "⟦: warning: 'apps' has no responsible party [matrix/responsible-missing]\n"
        + "  hint: give a party an R, or write 'accountable_does_work: true'"),
    Case(
      "the accountable party does the work",
      rows("{raci: {one: A}}", head: "accountable_does_work: true\n")),
    Case(
      "no letters at all", rows("{raci: {}}").replacing("⟦apps", with: "⟦⟦apps"),
      "⟦: warning: 'apps' has no accountable party [matrix/accountable-count]\n"
        + "  hint: give exactly one party an A",
      "⟦: warning: 'apps' has no responsible party [matrix/responsible-missing]\n"
        + "  hint: give a party an R, or write 'accountable_does_work: true'"),
    Case(
      "consulted and informed", rows("{raci: {one: RA, two: CI}}"),
      "⟦: warning: 'apps' has 'two' both consulted and informed [matrix/consulted-and-informed]\n"
        + "  hint: remove the I; a consulted party is already informed"),
    Case(
      "four bystanders are not too many",
      rows("{raci: {one: RA, two: C, three: C, four: I, five: I}}", "{raci: {six: RA}}"),
      parties: parties),
    Case(
      "five bystanders",
      rows("{raci: {one: RA, two: C, three: C, four: I, five: I, six: I}}"), parties: parties,
      "⟦: warning: 'apps' has 5 parties consulted or informed [matrix/many-bystanders]"),
    Case(
      "a party without letters", rows("{raci: {one: RA}}"), parties: ["one", "two", "three"],
      "guide.yml:3:21: warning: the party 'three' has no letters [matrix/idle-party]"),
    Case(
      "three parties may work everywhere",
      rows("{raci: {two: RA, three: I}}", "{raci: {one: C, two: RA}}"),
      parties: ["one", "two", "three"]),
    Case(
      "of four parties one works everywhere",
      rows("{raci: {two: RA, three: I}}", "{raci: {one: C, two: RA, four: I}}"),
      parties: ["one", "two", "three", "four"],
      "guide.yml:3:16: warning: the party 'two' is responsible or accountable in 3 of 3 rows "
        + "[matrix/overloaded-party]\n  hint: split the party, or share its work"),
    Case(
      "evidence that no clause answers",
      rows("{raci: {one: RA}}", "{raci: {one: RA}, evidence: {one: ⟦2}}")
        .replacing("⟦apps", with: "apps"),
      "⟦: error: 'help' has 1 clause, but no clause 2 [raci/evidence-unanswered]\n"
        + "en/roles.md:6:1: note: the row is here"),
    Case("evidence for the last clause", rows("{raci: {one: RA}, evidence: {one: 2}}")),
    Case(
      "evidence without letters",
      rows("{raci: {one: RA}, evidence: {two: ⟦1}}").replacing("⟦apps", with: "apps"),
      "⟦: warning: 'apps' has evidence for 'two', which has no letters "
        + "[raci/evidence-without-letters]"),
    Case(
      "one title in two sections",
      """
      sections:
        ours:
          raci: {one: RA}
          responsibilities:
            ⟧apps: {}
            help: {}
        yours:
          responsibilities:
            ⟦customer-apps: {raci: {two: RA}}
      """,
      extra: [
        "en/roles.md": """
        ## Ours

        Row | Text
        --- | ---
        Apps | A.
        Help | B.

        ## Yours

        Row | Text
        --- | ---
        APPS | C.
        """
      ],
      "⟦: warning: 'customer-apps' and 'apps' have the same title 'APPS' [matrix/shared-title]\n"
        + "⟧: note: the other one\n"
        + "  hint: declare the letters of both, so that the split is clear"),
    Case(
      "one title in two sections with a declared split",
      """
      sections:
        ours:
          responsibilities:
            apps: {raci: {one: RA}}
        yours:
          responsibilities:
            customer-apps: {raci: {two: RA}}
      """,
      extra: [
        "en/roles.md": "## Ours\n\nA | B\n--- | ---\nApps | A.\n\n"
          + "## Yours\n\nA | B\n--- | ---\nApps | C.\n"
      ]),
    Case(
      "equal names of R and A", rows("{raci: {one: RA}}"),
      extra: ["sv/locale.yml": "strings: {raci_r: Ansvarig, raci_a: ANSVARIG}\n"],
      "sv/locale.yml: warning: R and A are both called 'Ansvarig' in 'sv' [strings/equal-labels]\n"
        + "  hint: set 'raci_r' and 'raci_a' under 'strings' in its locale.yml"),
  ]) func rule(_ table: Case) throws {
    let marked = MarkedFiles(
      Self.files(table.raci, parties: table.parties, extra: table.extra))
    let fixture = try GuideFixture(marked.files)
    #expect(fixture.diagnostics.map(\.text) == [])
    let findings = MatrixRules.check(Matrix(fixture.guide), of: fixture.guide).sortedByPlace()
    #expect(findings.map(\.text) == marked.placed(table.findings))
  }
}

/// The letters of each row in the matrix.
@Suite struct MatrixValueTests {
  private func matrix(_ raci: String) throws -> (matrix: Matrix, guide: Guide) {
    let guide = try GuideFixture(
      MatrixRulesTests.files(raci, parties: ["one", "two"])
    ).guide
    return (Matrix(guide), guide)
  }

  private func text(_ row: Matrix.Row) -> [String] {
    row.assignments.map { assignment in
      guard let assignment else { return "" }
      let evidence = assignment.evidence.map { " \($0)" } ?? ""
      return "\(assignment.letters.text) \(assignment.origin.rawValue)\(evidence)"
    }
  }

  @Test func declaredLettersTakeThePlaceOfAllInheritedOnes() throws {
    let (matrix, _) = try matrix(
      """
      sections:
        ours:
          raci: {one: RA, two: I}
          responsibilities:
            apps: {evidence: {two: 2}}
            help: {raci: {two: AR}, evidence: {two: 1}}
        yours:
          raci: {one: A, two: R}
          responsibilities:
            print:
      """)
    #expect(
      matrix.rows.map(text) == [
        ["RA inherited", "I inherited 2"], ["", "RA declared 1"], ["A inherited", "R inherited"],
      ])
    #expect(matrix.rowsOfDocument == [0..<3])
    #expect(matrix.counts(ofParty: 0, .raci) == [1, 2, 0, 0])
    #expect(matrix.counts(ofParty: 1, .raci) == [2, 1, 0, 1])
    #expect(matrix.counts(ofParty: 1, .raci, in: 0..<1) == [0, 0, 0, 1])
  }

  @Test func aRowThatNoEntryAnswersHasNoLetters() throws {
    let (matrix, guide) = try matrix(
      "sections:\n  ours:\n    raci: {one: RA}\n    responsibilities: {apps: {}, help: {}}\n")
    #expect(matrix.rows.map(text) == [["RA inherited", ""], ["RA inherited", ""], ["", ""]])
    #expect(guide.documents[0].responsibilities.map(\.id) == ["apps", "help", "print"])
    #expect(MatrixRules.check(matrix, of: guide).map(\.id) == [.partyIdle])
  }
}
