import TestSupport
import Testing

/// Rows are in the order that the reader asks for, and the address names it.
@Suite(.serialized) struct OrderTests {
  private let site: BuiltSite

  init() throws {
    site = try BuiltSite()
  }

  private func titles(_ browser: Browser) throws -> [String] {
    try browser.evaluate(
      """
      return [...document.querySelectorAll('table.matrix tbody tr:not(.matrix-section)')]
        .filter((row) => row.checkVisibility()).map((row) => row.querySelector('a').textContent)
      """, as: [String].self)
  }

  @Test func aHeadPutsRowsInItsOrderThenTheOtherWayThenBack() throws {
    let browser = try Browser()
    let given = try site.matrix(of: "en-US").rows.map(\.title)
    try browser.visit(site.server.url("/en-US/matrix/"))
    #expect(try titles(browser) == given)
    let head = "th[data-sort=title]"
    try browser.element(head + " .sort").click()
    let rising = try titles(browser)
    #expect(rising != given && rising.sorted() == given.sorted())
    #expect(rising.first == given.min() && rising.last == given.max())
    #expect(try browser.element(head).attribute("aria-sort") == "ascending")
    try browser.expectAddress("/en-US/matrix/?sort=title")

    try browser.element(head + " .sort").click()
    #expect(try titles(browser) == rising.reversed() || titles(browser).first == rising.last)
    #expect(try browser.element(head).attribute("aria-sort") == "descending")
    try browser.reload()
    #expect(try titles(browser).first == rising.last)

    try browser.element(head + " .sort").click()
    #expect(try titles(browser) == given)
    #expect(try browser.element(head).attribute("aria-sort") == nil)
    try browser.expectAddress("/en-US/matrix/")
    try browser.expectQuiet()
  }

  @Test func aPartysOrderBeginsWithWhatItAnswersFor() throws {
    let browser = try Browser()
    let rows = try site.matrix(of: "en-US").rows
    try browser.visit(site.server.url("/en-US/matrix/?sort=party.provider"))
    let shown = try titles(browser)
    let accountable = rows.filter { $0.assignments["provider"]?.letters.contains("A") == true }
    #expect(!accountable.isEmpty)
    #expect(Set(shown.prefix(accountable.count)) == Set(accountable.map(\.title)))
    let holders = rows.count { $0.assignments["provider"] != nil }
    let without = Set(rows.filter { $0.assignments["provider"] == nil }.map(\.id))
    #expect(without.count == rows.count - holders)
    try browser.expectQuiet()
  }

  @Test func aSectionAloneIsShown() throws {
    let browser = try Browser()
    let matrix = try site.matrix(of: "en-US")
    let section = try #require(matrix.sections.last)
    try browser.visit(site.server.url("/en-US/matrix/"))
    try browser.execute(
      """
      const choice = document.getElementById('_filter-section');
      choice.selectedIndex = choice.options.length - 1;
      choice.dispatchEvent(new Event('input', { bubbles: true }));
      """)
    #expect(try titles(browser) == section.rows.map(\.title))
    #expect(try browser.url().contains("?section="))
    try browser.expectQuiet()
  }

  /// Titles are in the order of the page's language, and numbers in that of their values.
  @Test func eachLanguageHasItsOrder() throws {
    let rows = ["Zebra", "Ärger", "Test 10", "Apfel", "Test 9"]
    var files = [
      "guide.yml": "source_locale: de-DE\nlocales: [de-DE, sv-SE]\nparties: [a]\n",
      "raci/all.yml": "sections: {all: {raci: {a: RA}, responsibilities: {"
        + rows.indices.map { "row-\($0): {}" }.joined(separator: ", ") + "}}}\n",
    ]
    for locale in ["de-DE", "sv-SE"] {
      files["\(locale)/locale.yml"] = "title: T\nparties: {a: A}\n"
      files["\(locale)/all.md"] =
        "# All\n\n## All <a name=\"all\"></a>\n\n| A | B |\n| --- | --- |\n"
        + rows.enumerated().map { "| <a name=\"row-\($0)\"></a>\($1) | Text. |\n" }.joined()
    }
    let folder = try TemporaryFolder(files: files)
    let site = try BuiltSite(of: folder.url, isStrict: false)
    let browser = try Browser()
    for (locale, expected) in [
      ("de-DE", ["Apfel", "Ärger", "Test 9", "Test 10", "Zebra"]),
      ("sv-SE", ["Apfel", "Test 9", "Test 10", "Zebra", "Ärger"]),
    ] {
      try browser.visit(site.server.url("/\(locale)/matrix/?sort=title"))
      try browser.waitFor("return document.querySelector('.matrix-ordered') !== null")
      #expect(try titles(browser) == expected, "\(locale)")
      // The order of a few rows must not decide about all of them later.
      try browser.visit(site.server.url("/\(locale)/matrix/?sort=title&text=test"))
      try browser.waitFor("return document.querySelector('.matrix-ordered') !== null")
      #expect(try titles(browser) == ["Test 9", "Test 10"])
      try browser.execute(
        """
        const field = document.getElementById('_filter-text');
        field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        """)
      #expect(try titles(browser) == expected, "\(locale), after a filter")
    }
    try browser.expectQuiet()
  }
}
