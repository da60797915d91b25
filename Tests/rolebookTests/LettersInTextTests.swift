import TestSupport
import Testing

/// A page shows letters once: in the cells of its table, or below the titles of its rows.
@Suite struct LettersInTextTests {
  /// The rows of a page whose letters are below their titles.
  private static func rowsWithLetters(_ page: String) -> [Bool] {
    page.components(separatedBy: #"<div class="assignments""#).dropFirst()
      .map { !$0.hasPrefix(" hidden") }
  }

  private static func page(
    _ settings: String, _ source: [String], _ translation: [String], locale: String
  ) throws -> String {
    func text(_ lines: [String]) -> String {
      "# Plan\n\n## Part <a name=\"part\"></a>\n\n\(lines[0])\n--- | --- | ---\n"
        + lines.dropFirst().map { $0 + "\n" }.joined()
    }
    let guide = try GuideFolder([
      "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [crew, shop]\n",
      "raci/plan.yml": "sections: {part: \(settings)}\n",
      "en/locale.yml": "title: Guide\nparties: {crew: Crew, shop: Shop}\n",
      "de/locale.yml": "title: Handbuch\nparties: {crew: Trupp, shop: Laden}\n",
      "en/plan.md": text(source), "de/plan.md": text(translation),
    ])
    let result = try guide.rolebook(["build"])
    try #require(result.status == 0, "\(result.errors)")
    let book = try guide.folder.read("public/\(locale)/print.html")
    let page = try guide.folder.read("public/\(locale)/plan/index.html")
    #expect(
      book.components(separatedBy: #"<div class="assignments""#).count - 1
        == rowsWithLetters(page).count { $0 })
    return page
  }

  private static let source = [
    "Task | Crew | Shop", "Paint | R (if ordered) | A", "Clean | RA | I",
  ]
  private static let translation = [
    "Aufgabe | Trupp | Laden", "Malen | R (falls bestellt) | A", "Putzen | RA | I",
  ]
  private static let letters = "{table: letters, responsibilities: {paint: {}, clean: {}}}"

  @Test(arguments: ["en", "de"])
  func cellsShowLetters(locale: String) throws {
    let page = try Self.page(Self.letters, Self.source, Self.translation, locale: locale)
    #expect(Self.rowsWithLetters(page) == [false, false])
  }

  @Test func headsShowTheLettersOfNames() throws {
    let page = try Self.page(
      "{table: columns, responsibilities: {paint: {}, clean: {}}}",
      ["Task | Responsible | Accountable", "Paint | Crew | Shop", "Clean | Shop | Shop"],
      [
        "Aufgabe | Durchführung | Verantwortung", "Malen | Trupp | Laden",
        "Putzen | Laden | Laden",
      ], locale: "de")
    #expect(Self.rowsWithLetters(page) == [false, false])
  }

  /// Other letters in the letters' file, or in a translation, and conditions that it lacks.
  @Test(arguments: [
    (
      "{table: letters, responsibilities: {paint: {}, clean: {raci: {crew: RA}}}}", translation,
      [false, true]
    ),
    (letters, [translation[0], "Malen | R | A", translation[2]], [true, false]),
    (letters, [translation[0], translation[1], "Putzen | R | I"], [true, true]),
  ])
  func othersAreShown(settings: String, translation: [String], expected: [Bool]) throws {
    let page = try Self.page(settings, Self.source, translation, locale: "de")
    #expect(Self.rowsWithLetters(page) == expected)
  }

  @Test func signsShowNone() throws {
    let page = try Self.page(
      "{table: ticks, responsibilities: {paint: {}, clean: {}}}",
      ["Task | Crew | Shop", "Paint | ✓ | ", "Clean | | ✓"],
      ["Aufgabe | Trupp | Laden", "Malen | ✓ | ", "Putzen | | ✓"], locale: "en")
    #expect(Self.rowsWithLetters(page) == [true, true])
  }
}
