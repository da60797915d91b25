import TestSupport
import Testing

/// The way of an admin from the first page to a clause and into another language.
@Suite(.serialized) struct WalkTests {
  private static let document = "roles-and-responsibilities"
  private let site: BuiltSite

  init() throws {
    site = try BuiltSite()
  }

  @Test(arguments: Language.all)
  func anAdminFindsTheWay(_ language: Language) throws {
    let browser = try Browser(.init(languages: [language.tag]))
    try chooses(language, browser)
    try browser.element("main a.button[href$='matrix/']").click()
    try browser.expectAddress("/\(language.tag)/matrix/")
    try followsALetterAndReturns(language, browser)
    try changesTheLanguage(language, browser)
    try browser.expectQuiet()
  }

  /// The first page leads on by itself; asked for the choice, it lists all and leads where told.
  private func chooses(_ language: Language, _ browser: Browser) throws {
    try browser.visit(site.server.url())
    try browser.expectAddress("/\(language.tag)/")
    try browser.visit(site.server.url("/?choose"))
    try browser.expectAddress("/?choose")
    #expect(try browser.texts(".chooser-name") == Language.all.map(\.name))
    let tags = try browser.elements(".chooser-list a").map { try $0.attribute("hreflang") }
    #expect(tags == Language.tags)
    try browser.element(".chooser-list a[hreflang='\(language.tag)']").click()
    try browser.expectAddress("/\(language.tag)/")
    try browser.expectQuiet()
  }

  /// Every letter with evidence leads to its clause, which is on the page; one is followed there
  /// and back.
  private func followsALetterAndReturns(_ language: Language, _ browser: Browser) throws {
    let row = "tr[id='\(Self.document)--security-monitoring']"
    try browser.element("\(row) a.chip-r[href$='.1']").click()
    try browser.expectAddress("/\(language.tag)/\(Self.document)/#security-monitoring.1")
    try browser.expectTarget("security-monitoring.1")
    let matrix = try site.matrix(of: language.tag)
    let evidence = matrix.rows.flatMap { $0.assignments.values.compactMap(\.evidence) }
    let clauses = Set(evidence.compactMap { $0.split(separator: "#").last.map(String.init) })
    #expect(clauses.count > 20)
    for clause in clauses.sorted() {
      #expect(try browser.element("[id='\(clause)']").text() != "")
    }
    try browser.element("tr[id='security-monitoring'] .row-links a[href*='/matrix/']").click()
    try browser.expectAddress("/\(language.tag)/matrix/#\(Self.document)--security-monitoring")
    try browser.expectTarget("\(Self.document)--security-monitoring")
    try browser.expectQuiet()
  }

  /// The switcher keeps the row, on the matrix and in the document; the first page then knows.
  private func changesTheLanguage(_ language: Language, _ browser: Browser) throws {
    let place = Language.tags.firstIndex(of: language.tag) ?? 0
    let other = Language.tags[(place + 1) % Language.tags.count]
    try browser.element(".switcher summary").click()
    #expect(try browser.texts(".switcher-panel a[hreflang]") == Language.all.map(\.name))
    #expect(try browser.texts(".switcher-panel [aria-current]") == [language.name])
    try browser.element(".switcher-panel a[hreflang='\(other)']").click()
    try browser.expectAddress("/\(other)/matrix/#\(Self.document)--security-monitoring")
    try browser.expectTarget("\(Self.document)--security-monitoring")
    try browser.execute("location.assign(document.querySelector('tr:target th a').href)")
    try browser.expectAddress("/\(other)/\(Self.document)/#security-monitoring")
    try browser.expectTarget("security-monitoring")
    try browser.element(".switcher summary").click()
    try browser.element(".switcher-panel a[hreflang='\(language.tag)']").click()
    try browser.expectAddress("/\(language.tag)/\(Self.document)/#security-monitoring")
    try browser.expectTarget("security-monitoring")
    try browser.element("tr:target details summary").click()
    // The opened menu is filled by a task of its own.
    let link = "tr:target details a[hreflang='\(other)']"
    try browser.waitFor("return document.querySelector(\"\(link)\") !== null")
    try browser.element(link).click()
    try browser.expectAddress("/\(other)/\(Self.document)/#security-monitoring")
    #expect(try browser.evaluate("return document.documentElement.lang", as: String.self) == other)
  }

  @Test func theFirstPageRemembersTheChoice() throws {
    let browser = try Browser(.init(languages: ["de-DE"]))
    try browser.visit(site.server.url("/?choose"))
    try browser.element(".chooser-list a[hreflang='sv-SE']").click()
    try browser.visit(site.server.url())
    try browser.expectAddress("/sv-SE/")
    try browser.element(".switcher summary").click()
    try browser.element(".switcher-panel a[hreflang='ar-SA']").click()
    try browser.expectAddress("/ar-SA/")
    try browser.visit(site.server.url())
    try browser.expectAddress("/ar-SA/")
    try browser.execute("document.cookie = 'rolebook_locale=tlh; path=/'")
    try browser.visit(site.server.url())
    try browser.expectAddress("/de-DE/")
    try browser.expectQuiet()
  }

  @Test func theFirstPageKnowsTheBrowsersLanguages() throws {
    let browser = try Browser()
    let agent = try browser.evaluate("return navigator.userAgent", as: String.self)
    for (languages, path) in [
      ("de", "/de-DE/"), ("fr-CA,en-US", "/fr-FR/"), ("nn-NO,ko", "/ko-KR/"),
      ("zh-Hans-SG", "/zh-CN/"), ("zh-TW", "/"), ("fi,pl", "/"),
    ] {
      let reader: JSONValue = ["userAgent": .string(agent), "acceptLanguage": .string(languages)]
      try browser.command("Network.setUserAgentOverride", reader)
      try browser.visit(site.server.url())
      try browser.expectAddress(":\(site.server.port)\(path)")
      let count = try browser.elements(".chooser-list a").count
      #expect(count == (path == "/" ? 10 : 0), "\(languages)")
    }
    try browser.expectQuiet()
  }
}
