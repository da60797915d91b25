import TestSupport
import Testing

/// Without JavaScript the pages still say and link everything; only search and filters need it.
@Suite(.serialized) struct PlainTests {
  private let site: BuiltSite

  init() throws {
    site = try BuiltSite()
  }

  @Test(arguments: ["de-DE", "ar-SA"])
  func everyFactIsThere(_ locale: String) throws {
    let browser = try Browser(.init(languages: [locale]))
    try browser.allowScripts(false)
    try chooses(locale, browser)
    let matrix = try site.matrix(of: locale)
    try matrixHasAllLetters(locale, matrix, browser)
    try documentHasAllLetters(locale, matrix, browser)
    try partiesHaveTheirRows(matrix, browser)
    try browser.visit(site.server.url("/\(locale)/search/"))
    #expect(try browser.element("noscript .notice").isDisplayed())
    try switcherLeads(from: locale, browser)
    try browser.resize(width: 390, height: 844, isMobile: true)
    try browser.visit(site.server.url("/\(locale)/getting-help/"))
    try browser.element(".menu-button").click()
    #expect(try browser.element(".navigation a[href$='/matrix/']").isDisplayed())
    try browser.expectTarget("_navigation")
    try browser.expectQuiet()
  }

  private func chooses(_ locale: String, _ browser: Browser) throws {
    try browser.visit(site.server.url())
    #expect(try browser.texts(".chooser-name") == Language.all.map(\.name))
    try browser.element(".chooser-list a[hreflang='\(locale)']").click()
    try browser.expectAddress("/\(locale)/")
  }

  /// A table's cells as a reader sees them, a row a line, the cells divided by bars.
  private func cells(_ rows: String, _ browser: Browser) throws -> [String] {
    let script = """
      return [...document.querySelectorAll(arguments[0])].map((row) =>
        [...row.cells].map((cell) => cell.innerText.trim()).join('|'))
      """
    return try browser.evaluate(script, .string(rows), as: [String].self)
  }

  private func matrixHasAllLetters(
    _ locale: String, _ matrix: MatrixFacts, _ browser: Browser
  ) throws {
    try browser.visit(site.server.url("/\(locale)/matrix/"))
    let expected = matrix.rows.map { row in
      ([row.title] + matrix.parties.map { row.assignments[$0.id]?.letters ?? "" })
        .joined(separator: "|")
    }
    let shown = try cells(".matrix tbody tr:not(.matrix-section)", browser)
    #expect(shown.map { $0.replacing("\n", with: "") } == expected)
    #expect(try !browser.element(".filter").isDisplayed())
  }

  private func documentHasAllLetters(
    _ locale: String, _ matrix: MatrixFacts, _ browser: Browser
  ) throws {
    try browser.visit(site.server.url("/\(locale)/roles-and-responsibilities/"))
    for row in matrix.rows {
      let assignments = try browser.texts("tr[id='\(row.id)'] .assignments > span")
      let expected = matrix.parties.compactMap { party in
        row.assignments[party.id].map { party.name + $0.letters }
      }
      #expect(assignments.map { $0.replacing("\n", with: "") } == expected, "\(row.id)")
      #expect(try !browser.elements("tr[id='\(row.id)'] .clause").isEmpty)
    }
  }

  private func partiesHaveTheirRows(_ matrix: MatrixFacts, _ browser: Browser) throws {
    for party in matrix.parties {
      try browser.visit(site.server.url(party.url))
      let expected = matrix.rows.compactMap { row in
        row.assignments[party.id].map { "\(row.title)|\($0.letters)" }
      }
      let shown = try cells(".matrix tbody tr:not(.matrix-section)", browser)
      #expect(shown.map { $0.replacing("\n", with: "") } == expected, "\(party.id)")
    }
  }

  private func switcherLeads(from locale: String, _ browser: Browser) throws {
    try browser.visit(site.server.url("/\(locale)/parties/provider/"))
    try browser.element(".switcher summary").click()
    #expect(try browser.texts(".switcher-panel a[hreflang]") == Language.all.map(\.name))
    try browser.element(".switcher-panel a[hreflang='sv-SE']").click()
    try browser.expectAddress("/sv-SE/parties/provider/")
  }
}
