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

  /// Files without a language in their names are the source, unless they are fewer than half.
  @Test(arguments: [(1, 1, "en"), (1, 2, "en"), (1, 3, "de"), (2, 4, "en"), (2, 5, "de")])
  func aFewFilesWithoutLanguageAreNoSource(
    untagged: Int, tagged: Int, source: String
  ) async throws {
    var files: [String: String] = [:]
    for number in 1...untagged { files["docs/p\(number).md"] = Self.lettered + WholeSiteTests.en }
    for number in 1...tagged { files["docs/de/p\(number).md"] = Self.lettered + WholeSiteTests.de }
    #expect(try await AdoptedMatrix(files).source == source)
    #expect(try await AdoptedMatrix(files, locale: "en").source == "en")
  }
}
