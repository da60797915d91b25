import Testing

@testable import Adoption

/// Of languages with as many documents each, one whose tables say who does what is the source.
@Suite struct SourceChoiceTests {
  private static let lettered =
    "# Part\n\n"
    + TableKind.table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A")
    .joined(separator: "\n")
  private static let named =
    "# Part\n\n"
    + TableKind.table("Task|Responsible|Accountable", "Paint|Kim|Lou", "Clean|Lou|Kim")
    .joined(separator: "\n")
  private static let plain = "# Part\n\nNothing but text.\n"

  @Test(arguments: [
    (["en": plain, "fr": lettered], "fr"), (["de": plain, "es": lettered], "es"),
    (["de": lettered, "en": lettered, "es": plain], "en"), (["de": plain, "en": plain], "en"),
    (["en": plain, "sv": named], "sv"),
  ])
  func lettersDecideBetweenEquals(texts: [String: String], source: String) async throws {
    let files = texts.map { ("\($0.key)/part.md", $0.value) }
    let adopted = try await AdoptedMatrix(Dictionary(uniqueKeysWithValues: files))
    #expect(adopted.source == source)
  }
}
