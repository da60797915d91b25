import TestSupport
import Testing

/// The matrix shows fewer rows on demand, and the address says which.
@Suite(.serialized) struct FilterTests {
  private let site: BuiltSite

  init() throws {
    site = try BuiltSite()
  }

  @Test(arguments: ["en-US", "ko-KR", "ar-SA"])
  func partyLetterAndWordsNarrowTheMatrix(_ locale: String) throws {
    let browser = try Browser(.init(languages: [locale]))
    let rows = try site.matrix(of: locale).rows
    try browser.visit(site.server.url("/\(locale)/matrix/"))
    try expectRows(rows, of: rows.count, browser)

    try choose("operations", from: "#_filter-party", browser)
    let held = rows.filter { $0.assignments["operations"] != nil }
    #expect(held.count < rows.count)
    try expectRows(held, of: rows.count, browser)
    try browser.expectAddress("/\(locale)/matrix/?party=operations")

    try choose("R", from: "#_filter-letter", browser)
    let responsible = held.filter { $0.assignments["operations"]?.letters.contains("R") == true }
    #expect(responsible.count < held.count)
    try expectRows(responsible, of: rows.count, browser)
    try browser.expectAddress("/\(locale)/matrix/?party=operations&letter=R")

    let wanted = try #require(responsible.first { $0.id == "service-support" })
    try browser.element("#_filter-text").type(wanted.title.uppercased())
    try expectRows([wanted], of: rows.count, browser)
    #expect(try browser.url().contains("text="))

    try browser.reload()
    try expectRows([wanted], of: rows.count, browser)
    let fields = "return ['party', 'letter', 'text'].map((name) => document.forms"
    let values = "[document.forms.length - 1].elements[name].value)"
    #expect(
      try browser.evaluate(fields + values, as: [String].self)
        == ["operations", "R", wanted.title.uppercased()])

    try browser.element(".filter button[type=reset]").click()
    try expectRows(rows, of: rows.count, browser)
    try browser.expectAddress("/\(locale)/matrix/")
    try browser.expectQuiet()
  }

  @Test func aLetterAloneAndWordsOfTheSectionCount() throws {
    let browser = try Browser()
    let matrix = try site.matrix(of: "en-US")
    let rows = matrix.rows
    try browser.visit(site.server.url("/en-US/matrix/?letter=c"))
    let consulted = rows.filter { row in
      row.assignments.values.contains { $0.letters.contains("C") }
    }
    try expectRows(consulted, of: rows.count, browser)
    try browser.visit(site.server.url("/en-US/matrix/?party=nobody&letter=x&text="))
    try expectRows(rows, of: rows.count, browser)
    try browser.visit(site.server.url("/en-US/matrix/?text=qqqq"))
    try expectRows([], of: rows.count, browser)
    try browser.expectQuiet()
  }

  @Test func backUndoesAFilterAndNothingMatchingSaysSo() throws {
    let browser = try Browser()
    let rows = try site.matrix(of: "en-US").rows
    try browser.visit(site.server.url("/en-US/matrix/"))
    try expectRows(rows, of: rows.count, browser)
    try choose("provider", from: "#_filter-party", browser)
    try browser.expectAddress("?party=provider")
    try browser.execute("history.back()")
    try browser.expectAddress("/en-US/matrix/")
    try expectRows(rows, of: rows.count, browser)

    try browser.visit(site.server.url("/en-US/matrix/?text=qqqq"))
    try browser.waitFor("return !document.querySelector('.matrix-empty').hidden")
    #expect(try !browser.element(".matrix").isDisplayed())
    try browser.element(".matrix-empty button").click()
    try browser.waitFor("return document.querySelector('.matrix-empty').hidden")
    try expectRows(rows, of: rows.count, browser)
    try browser.expectAddress("/en-US/matrix/")
    try browser.expectQuiet()
  }

  /// A letter may be written small or large.
  @Test(arguments: ["a", "A"])
  func aLettersCaseDoesNotMatter(_ letter: String) throws {
    let browser = try Browser()
    let rows = try site.matrix(of: "en-US").rows
    try browser.visit(site.server.url("/en-US/matrix/?party=provider&letter=\(letter)"))
    let held = rows.filter { $0.assignments["provider"]?.letters.contains("A") == true }
    try expectRows(held, of: rows.count, browser)
  }

  @Test func aPartysPageLeadsToItsRows() throws {
    let browser = try Browser()
    let rows = try site.matrix(of: "en-US").rows
    try browser.visit(site.server.url("/en-US/parties/app-packager/"))
    try browser.element("main a[href$='/matrix/?party=app-packager']").click()
    try expectRows(
      rows.filter { $0.assignments["app-packager"] != nil }, of: rows.count, browser)
    try browser.element(".switcher summary").click()
    try browser.element(".switcher-panel a[hreflang='fr-FR']").click()
    try browser.expectAddress("/fr-FR/matrix/?party=app-packager")
    try expectRows(
      try site.matrix(of: "fr-FR").rows.filter { $0.assignments["app-packager"] != nil },
      of: rows.count, browser)
    try browser.expectQuiet()
  }

  /// Goes down to an option with the arrow key: WebDriver's click on an option fires other events
  /// than a reader does.
  private func choose(_ value: String, from list: String, _ browser: Browser) throws {
    let place = try browser.evaluate(
      "return [...document.querySelector(arguments[0]).options]"
        + ".findIndex((option) => option.value === arguments[1])",
      .string(list), .string(value), as: Int.self)
    try #require(place >= 0, "the list has no '\(value)'")
    try browser.element(list).type(String(repeating: Key.down, count: place))
  }

  /// Expects that those rows and no others can be seen, and that the status counts them.
  private func expectRows(
    _ rows: [MatrixFacts.Row], of total: Int, _ browser: Browser,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let script = """
      const rows = [...document.querySelectorAll('.matrix tbody tr:not(.matrix-section)')];
      return rows.filter((row) => row.checkVisibility()).map((row) => row.id.split('--').pop());
      """
    let counts = """
      const text = document.querySelector('.filter [role=status]').textContent;
      const numbers = text.match(/\\d+/g)?.map(Number) ?? [];
      return numbers.includes(\(rows.count)) && numbers.includes(\(total))
      """
    _ = try? browser.waitFor(counts, seconds: 3)
    let shown = try browser.evaluate(script, as: [String].self)
    #expect(shown == rows.map(\.id), sourceLocation: sourceLocation)
    let status = try browser.texts(".filter [role=status]")
    let isCounted = try browser.evaluate(counts, as: Bool.self)
    #expect(isCounted, "\(status)", sourceLocation: sourceLocation)
  }
}
