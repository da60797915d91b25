import Foundation
import TestSupport
import Testing

/// Searching as an admin does: by a title, by a part of a word, and with the keyboard alone.
@Suite(.serialized) struct SearchTests {
  private let site: BuiltSite

  init() throws {
    site = try BuiltSite()
  }

  @Test(arguments: Language.all)
  func theFirstHitIsTheRowAndKeysLeadThere(_ language: Language) throws {
    let browser = try Browser(.init(languages: [language.tag]))
    try browser.visit(site.server.url("/\(language.tag)/matrix/"))
    try browser.press("/")
    #expect(try browser.focusedElement().attribute("name") == "q")
    let rows = try site.matrix(of: language.tag).rows
    #expect(rows.count == 15)
    for row in rows {
      let namesakes = rows.filter { $0.title == row.title }
      let hits = try hits(for: row.title, browser)
      #expect(Set(hits.prefix(namesakes.count)) == Set(namesakes.map(\.url)), "\(row.title)")
      let marked = try browser.evaluate(
        "return [...document.querySelector('.search-result .search-title')"
          + ".querySelectorAll('mark')].map((mark) => mark.textContent).join('')",
        as: String.self)
      #expect(marked == row.title)
    }
    for sample in language.samples {
      let url = try #require(rows.first { $0.id == sample.row }?.url)
      let hits = try hits(for: sample.query, browser)
      #expect(hits.contains(url), "\(sample.query)")
      if sample.isFirst { #expect(hits.first == url, "\(sample.query)") }
      let marks = "a.search-result[href='\(url)'] mark"
      #expect(try !browser.elements(marks).isEmpty, "\(sample.query)")
    }
    try useTheKeyboard(language, try #require(rows.first { $0.id == "printing" }), browser)
    try browser.expectQuiet()
  }

  /// Empties the box that has the focus, types, and gives the hits' addresses.
  private func hits(for query: String, _ browser: Browser) throws -> [String] {
    try browser.execute("document.activeElement.select()")
    try browser.focusedElement().type(query)
    let script = """
      const results = [...document.querySelectorAll('.search-popup:not([hidden]) .search-result')]
        .map((link) => link.getAttribute('href'));
      return results.length ? results : null
      """
    return try browser.waitFor(script, as: [String].self)
  }

  /// Opens the box, moves among the hits, closes it, and follows a hit, all by keys.
  private func useTheKeyboard(
    _ language: Language, _ row: MatrixFacts.Row, _ browser: Browser
  ) throws {
    try browser.visit(site.server.url("/\(language.tag)/getting-help/"))
    try browser.press("/")
    try browser.waitFor("return document.activeElement.ariaExpanded === 'false'")
    let box = try browser.focusedElement()
    #expect(try box.role() == "combobox")
    #expect(try box.attribute("aria-expanded") == "false")
    #expect(try hits(for: row.title, browser).first == row.url)
    #expect(try box.attribute("aria-expanded") == "true")
    try expectAnnouncedCount(browser)
    #expect(try activeOption(browser) == nil)
    try browser.press(Key.up)
    let last = try activeOption(browser)
    #expect(last != nil && last != row.url)
    try browser.press(Key.down + Key.down)
    #expect(try activeOption(browser) == row.url)
    try browser.press(Key.escape)
    #expect(try box.attribute("aria-expanded") == "false")
    #expect(try browser.elements(".search-popup:not([hidden])").isEmpty)
    _ = try hits(for: row.title, browser)
    try browser.press(Key.down + Key.enter)
    try browser.expectAddress(row.url)
    try browser.expectTarget(row.id)
  }

  /// The option that assistive technology is told to be the active one, by its address.
  private func activeOption(_ browser: Browser) throws -> String? {
    let script = """
      const id = document.activeElement.getAttribute('aria-activedescendant');
      const option = document.getElementById(id);
      return option?.getAttribute('aria-selected') === 'true' ? option.getAttribute('href') : null
      """
    return try browser.evaluate(script, as: String?.self)
  }

  /// The status says how many there are, in the page's language.
  private func expectAnnouncedCount(_ browser: Browser) throws {
    let loading = """
      return fetch(document.querySelector('form.search-form').dataset.searchIndex)
        .then((response) => response.json())
        .then((index) => { window.countWords = index.words.count; return true; })
      """
    #expect(try browser.evaluate(loading, as: Bool.self))
    let script = """
      const status = document.querySelector('.search-status');
      const forms = window.countWords.split('\\n').map((it) => it.replace(/^(zero|one|two|few|many|other) /, ''));
      const text = status.textContent;
      return status.getAttribute('role') === 'status' && text !== '' && forms.some((form) => {
        const [before, after = ''] = form.split('{count}');
        return text.startsWith(before) && text.endsWith(after)
          && (/[1-9]/.test(text) || !form.includes('{count}'));
      })
      """
    #expect(try browser.waitFor(script))
  }

  @Test(arguments: ["de-DE", "ar-SA"])
  func theSearchPageIsALink(_ locale: String) throws {
    let browser = try Browser(.init(languages: [locale]))
    let rows = try site.matrix(of: locale).rows
    let row = try #require(rows.first { $0.id == "identity-management" })
    let query = try #require(row.title.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    try browser.visit(site.server.url("/\(locale)/search/?q=\(query)"))
    let results = "document.querySelectorAll('.search-results .search-result')"
    try browser.waitFor("return \(results).length > 0")
    let first = "return \(results)[0].getAttribute('href')"
    #expect(try browser.evaluate(first, as: String.self) == row.url)
    #expect(try browser.element("#_query").isDisplayed())
    try expectAnnouncedCount(browser)
    let printing = try #require(rows.first { $0.id == "printing" })
    try browser.element("#_query").clear()
    try browser.element("#_query").type(printing.title)
    try browser.expectAddress("/\(locale)/search/?q=\(printing.title)")
    try browser.reload()
    try browser.waitFor("return \(results).length > 0")
    #expect(try browser.evaluate(first, as: String.self) == printing.url)
    try browser.element("#_query").clear()
    try browser.element("#_query").type("qqqq<img src=x>")
    let nothing = try browser.waitFor(
      "const text = document.querySelector('.search-status').textContent;"
        + "return text.includes('qqqq') ? text : null", as: String.self)
    #expect(nothing.contains("qqqq<img src=x>"))
    #expect(try browser.elements(".search-result").isEmpty)
    try browser.expectQuiet()
  }

  @Test func enterWithoutAChoiceOpensTheSearchPage() throws {
    let browser = try Browser()
    try browser.visit(site.server.url("/en-US/matrix/"))
    try browser.press("/")
    try browser.focusedElement().type("printing" + Key.enter)
    try browser.expectAddress("/en-US/search/?q=printing")
    try browser.waitFor("return document.querySelector('.search-results .search-result') !== null")
    try browser.expectQuiet()
  }

  @Test func aPhoneHasASearchPage() throws {
    let browser = try Browser()
    try browser.resize(width: 390, height: 844, isMobile: true)
    try browser.visit(site.server.url("/ko-KR/matrix/"))
    try browser.element(".search-link").click()
    try browser.expectAddress("/ko-KR/search/")
    try browser.element("#_query").type("인쇄")
    try browser.waitFor("return document.querySelector('.search-results mark') !== null")
    try browser.element(".search-results .search-result").click()
    try browser.expectAddress("/ko-KR/roles-and-responsibilities/#printing")
    try browser.expectTarget("printing")
    try browser.expectQuiet()
  }
}
