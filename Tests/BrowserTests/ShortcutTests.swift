import TestSupport
import Testing

/// The list of keys, and the choice of light or dark.
@Suite(.serialized) struct ShortcutTests {
  private let site: BuiltSite

  init() throws {
    site = try BuiltSite()
  }

  private let isOpen = "return document.querySelector('dialog.shortcuts[open]') !== null"
  private let isClosed = "return document.querySelector('dialog.shortcuts[open]') === null"

  @Test func aQuestionMarkListsTheKeys() throws {
    let (browser, axe) = (try Browser(), try Axe())
    for (path, key) in [
      ("/en-US/getting-help/", "Ctrl"), ("/de-DE/matrix/", "Strg"), ("/ar-SA/", "Ctrl"),
      ("/ko-KR/404.html", "Ctrl"), ("/status/", "Ctrl"),
    ] {
      try browser.visit(site.server.url(path))
      try browser.press("?")
      try browser.waitFor(isOpen)
      let keys = try browser.texts(".shortcuts kbd")
      #expect(keys.contains(key) && keys.contains("/") && keys.contains("?"), "\(path): \(keys)")
      #expect(!(try browser.texts(".shortcuts dd").contains("")))
      let violations = try axe.audit(
        browser,
        rules: ["color-contrast", "target-size", "button-name", "definition-list", "dlitem"])
      #expect(violations.violations.map(\.description) == [], "\(path)")
      try browser.press("?")
      try browser.waitFor(isClosed)
    }
    try browser.expectQuiet()
  }

  @Test func theFooterOpensTheListAndFieldsTakeTheKey() throws {
    let browser = try Browser()
    try browser.resize(width: 390, height: 844, isMobile: true)
    try browser.visit(site.server.url("/sv-SE/matrix/"))
    try browser.element("footer [data-shortcuts]").click()
    try browser.waitFor(isOpen)
    #expect(
      try browser.evaluate(
        "return document.documentElement.scrollWidth <= innerWidth", as: Bool.self))
    try browser.press(Key.escape)
    try browser.waitFor(isClosed)
    try browser.element("#_filter-text").type("?")
    #expect(try browser.evaluate(isClosed, as: Bool.self))
    try browser.expectQuiet()
  }

  @Test func theChoiceOfDarkIsKept() throws {
    let browser = try Browser()
    try browser.emulate(["prefers-color-scheme": "light"])
    try browser.open(site.server.url("/en-US/"))
    let background = "return getComputedStyle(document.body).backgroundColor"
    let light = try browser.evaluate(background, as: String.self)
    try browser.element("[data-theme-choice] option[value=dark]").click()
    try browser.waitFor("return document.documentElement.dataset.theme === 'dark'")
    #expect(try browser.evaluate(background, as: String.self) != light)
    try browser.open(site.server.url("/ar-SA/matrix/"))
    #expect(try browser.evaluate(background, as: String.self) != light)
    #expect(
      try browser.evaluate(
        "return document.querySelector('[data-theme-choice]').value", as: String.self) == "dark")
    try browser.element("[data-theme-choice] option[value='']").click()
    try browser.waitFor("return document.documentElement.dataset.theme === undefined")
    #expect(try browser.evaluate(background, as: String.self) == light)
    try browser.expectQuiet()
  }
}
