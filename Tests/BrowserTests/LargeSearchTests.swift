import Foundation
import TestSupport
import Testing

/// Searching a guide whose index is split.
@Suite(.serialized) struct LargeSearchTests {
  private static let documents = 400
  private let site: BuiltSite

  init() throws {
    let guide = try LargeGuide(documents: Self.documents)
    site = try BuiltSite(of: guide.folder.url, isStrict: false)
  }

  /// The titles of the results of a query on the search page, best first.
  private func titles(for query: String, _ browser: Browser) throws -> [String] {
    try browser.execute("document.querySelector('input[name=q]').select()")
    try browser.element("input[name=q]").type(query)
    let script = """
      const titles = [...document.querySelectorAll('.search-page .search-title')];
      return new URLSearchParams(location.search).get('q') === '\(query)'
        ? titles.map((title) => title.textContent) : null
      """
    return try browser.waitFor(script, as: [String].self)
  }

  @Test func aRowIsFoundByItsTitleAPartAndAMistake() throws {
    let index = try Data(contentsOf: site.folder.appending(path: "en-US/search/index.json"))
    #expect(String(decoding: index, as: UTF8.self).contains("\"entry_counts\":["))
    let browser = try Browser()
    try browser.visit(site.server.url("/en-US/search/"))
    for (number, row) in [(50, 0), (123, 1), (Self.documents - 1, 2)] {
      let title = LargeGuide.title(number, row)
      #expect(try titles(for: title, browser).first == title)
      #expect(try titles(for: title.uppercased(), browser).first == title)
      let mistaken = title.replacing("r", with: "rr", maxReplacements: 1)
      #expect(try titles(for: mistaken, browser).contains(title), "\(mistaken)")
    }
    for part in ["useum", "rinte", "atewa", "rchiv", "eceptio"] {
      #expect(try titles(for: part, browser).first?.contains(part) == true, "\(part)")
    }
    #expect(try titles(for: "nowhere-to-be-found-zzz", browser) == [])
    try browser.visit(site.server.url("/ko-KR/search/"))
    let korean = LargeGuide.koreanTitle(77, 2)
    #expect(try titles(for: korean, browser).first == korean)
    #expect(try titles(for: korean + "를", browser).first == korean)
    try browser.expectQuiet()
  }

  @Test func aPhraseOfATextLeadsToItsRow() throws {
    let browser = try Browser()
    try browser.visit(site.server.url("/en-US/search/"))
    #expect(try titles(for: "217 x1", browser).first == LargeGuide.title(217, 1))
    try browser.expectQuiet()
  }

  @Test func choicesNarrowTheResultsAndStayInTheAddress() throws {
    let browser = try Browser()
    try browser.visit(site.server.url("/en-US/search/?q=Museum&party=customer&letter=A"))
    let letters = try browser.waitFor(
      """
      const held = [...document.querySelectorAll('.search-page .search-meta')];
      return held.length ? held.map((it) => it.textContent) : null
      """, as: [String].self)
    #expect(letters.allSatisfy { $0.contains("CustomerRA") }, "\(letters.first ?? "")")
    let chosen = "return document.querySelector('[name=party]').value"
    #expect(try browser.evaluate(chosen, as: String.self) == "customer")
    try browser.execute(
      """
      const letter = document.querySelector('[name=letter]');
      letter.value = 'I';
      letter.dispatchEvent(new Event('change', { bubbles: true }));
      """)
    try browser.waitFor("return location.search === '?q=Museum&party=customer&letter=I'")
    try browser.waitFor(
      "return document.querySelector('.search-meta').textContent.includes('CustomerI')")
    try browser.expectQuiet()
  }
}
