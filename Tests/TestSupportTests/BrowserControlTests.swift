import Foundation
import TestSupport
import Testing

/// The browser shows what a page does, and tells what it may not do.
@Suite(.serialized) struct BrowserControlTests {
  private let folder: TemporaryFolder
  private let server: StaticServer

  init() throws {
    folder = try TemporaryFolder(files: [
      "index.html": """
      <!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
      <title>Control</title><link rel="stylesheet" href="/site.css"><script defer src="/site.js">
      </script><h1>Control</h1><noscript><p id="plain">No script</p></noscript>
      <label for="word">Word</label> <input id="word"><p id="echo"></p>
      <p class="wide">Wide</p><p class="dark">Dark</p><a href="/next/?from=home#part">On</a>
      """,
      "next/index.html": """
      <!doctype html><html lang="en"><title>Next</title><h1 id="part">Next</h1>
      <script>document.title = 'inline'</script><img alt="" src="http://intranet.example/x.png">
      """,
      "site.css": """
      .wide, .dark { display: none }
      @media (min-width: 600px) { .wide { display: block } }
      @media (prefers-color-scheme: dark) { .dark { display: block } }
      """,
      "site.js": """
      word.oninput = () => setTimeout(() => { echo.textContent = word.value + '!' }, 50)
      """,
    ])
    server = try StaticServer(serving: folder.url)
  }

  @Test func clicksTypesAndReads() throws {
    let browser = try Browser()
    try browser.open(server.url())
    #expect(try browser.title() == "Control")
    try browser.element("#word").type("Grüße")
    let echo = try browser.waitFor("return echo.textContent.endsWith('ße!')", as: Bool.self)
    #expect(echo)
    #expect(try browser.texts("#echo") == ["Grüße!"])
    #expect(try browser.element("#word").label() == "Word")
    #expect(try browser.element("#word").role() == "textbox")
    #expect(try browser.element("#word").attribute("class") == nil)
    try browser.press(Key.tab)
    #expect(try browser.focusedElement().text() == "On")
    try browser.press(Key.enter)
    #expect(try browser.waitFor("return location.pathname === '/next/'"))
    #expect(try browser.url() == server.url("/next/?from=home#part"))
    #expect(throws: (any Error).self) { try browser.element("#word") }
    #expect(try browser.evaluate("return Promise.resolve([1, 2])", as: [Int].self) == [1, 2])
  }

  @Test func thePolicyAndOtherHostsAreLogged() throws {
    let browser = try Browser()
    try browser.open(server.url())
    #expect(try browser.takeLog().filter { !$0.message.contains("favicon") }.isEmpty)
    try browser.open(server.url("/next/"))
    let log = try browser.takeLog()
    #expect(try browser.title() == "Next")
    #expect(log.contains { $0.message.contains("inline script") })
    #expect(log.contains { $0.message.contains("intranet.example") })
    #expect(log.allSatisfy { $0.level == "SEVERE" })
  }

  @Test func readersDiffer() throws {
    let browser = try Browser(.init(languages: ["ko-KR", "de"], width: 1000, height: 700))
    try browser.open(server.url())
    #expect(
      try browser.evaluate("return navigator.languages", as: [String].self) == ["ko-KR", "de"])
    #expect(try browser.evaluate("return innerWidth", as: Int.self) == 1000)
    #expect(try browser.element(".wide").isDisplayed())
    #expect(try !browser.element(".dark").isDisplayed())
    try browser.resize(width: 390, height: 844, isMobile: true)
    #expect(try !browser.element(".wide").isDisplayed())
    #expect(try browser.evaluate("return innerWidth", as: Int.self) == 390)
    try browser.emulate(["prefers-color-scheme": "dark"])
    #expect(try browser.element(".dark").isDisplayed())
    #expect(try browser.screenshot().starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try browser.printed().starts(with: Data("%PDF".utf8)))
  }

  @Test func pagesCanDoWithoutScripts() throws {
    let browser = try Browser()
    try browser.allowScripts(false)
    try browser.open(server.url())
    #expect(try browser.texts("#plain") == ["No script"])
    try browser.allowScripts(true)
    try browser.reload()
    #expect(try browser.elements("#plain").isEmpty)
  }
}
