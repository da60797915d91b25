import Testing

@testable import Base

/// The severity of a finding by the guide's setting of its rule, and by strict mode.
@Suite struct SeverityTableTests {
  @Test(
    arguments: [
      (nil, false, Severity.warning), (nil, true, .error), ("off", false, nil), ("off", true, nil),
      ("note", false, .note), ("note", true, .note), ("warning", true, .warning),
      ("error", false, .error), ("error", true, .error),
    ] as [(String?, Bool, Severity?)])
  func theGuideDecidesBeforeStrictMode(said: String?, isStrict: Bool, expected: Severity?) throws {
    let finding = Diagnostic(
      .linkUnresolved, "m", at: SourceLocation(path: "a.md", line: 1, column: 2), locale: "de",
      hint: "h")
    let weights = try said.map {
      [DiagnosticID.linkUnresolved: try #require(SeverityTable.Weight($0))]
    }
    let weighed = SeverityTable(weights ?? [:], isStrict: isStrict).weigh(finding)
    #expect(weighed?.severity == expected)
    #expect(weighed == nil || weighed?.hint == "h" && weighed?.locale == "de")
  }

  @Test(arguments: SeverityTable.Weight.names) func everyWordIsKnown(name: String) {
    #expect(SeverityTable.Weight(name) != nil)
    #expect(SeverityTable.Weight(name.uppercased()) == nil)
  }

  @Test func notesWeighLeastAndErrorsMost() {
    #expect([Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
  }
}
