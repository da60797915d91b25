import Base
import Testing

/// Guides with something wrong in them: each finding is there, at its place, and no other is.
@Suite struct BrokenGuideTests {
  static let all =
    BrokenInlines.all + BrokenBlocks.all + BrokenSettings.all + BrokenLetters.all
    + BrokenTranslations.all + BrokenWords.all + BrokenFiles.all + BrokenSuppressions.all
    + BrokenStamps.all + BrokenTables.all
    + BrokenLimits.all + BrokenReviews.all

  @Test func thereAreEnough() {
    #expect(Self.all.count >= 300)
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }

  @Test(arguments: DiagnosticID.allCases) func everyRuleIsBrokenSomewhere(id: DiagnosticID) {
    #expect(Self.all.contains { $0.allRules.contains(id.rawValue) }, "no fixture finds \(id)")
  }

  @Test(arguments: all) func eachFindingIsAtItsPlace(guide: BrokenGuide) async throws {
    let found = try await guide.findings()
    #expect(found.places == guide.expected, "\(found.text)")
    for language in try MessageCoverage.languages() {
      let missing = language.missing(in: found.found)
      #expect(missing == [], "add these messages to templates/messages/\(language.tag).yml")
    }
  }

  @Test func aSoundGuideHasNoFindings() async throws {
    let found = try await BrokenGuide("sound", [:]).findings()
    #expect(found.places == [], "\(found.text)")
  }
}
