import Foundation
import TestSupport
import Testing

/// A site on a disk, opened without a server.
@Suite(.serialized) struct OfflineTests {
  /// A site that was built to be opened from a disk.
  private struct Disk {
    let folder: TemporaryFolder

    init(_ content: URL) throws {
      folder = try TemporaryFolder()
      let result = try run(
        Project.executable(),
        ["build", "--offline", "--content", content.path, "--output", "a guide"], in: folder.url)
      try #require(result.status == 0, "\(result.errors)")
    }

    func url(_ path: String) -> String {
      let parts = path.split(separator: "?", maxSplits: 1)
      let file = folder.file("a guide/" + parts[0]).absoluteString
      return parts.count > 1 ? file + "?" + parts[1] : file
    }
  }

  private let titles =
    "return [...document.querySelectorAll('.search-title')].map((it) => it.textContent)"

  private func expectQuiet(_ browser: Browser) throws {
    #expect(try browser.takeLog().map(\.description) == [])
  }

  @Test func theFirstPageLeadsToTheReadersLanguage() throws {
    let disk = try Disk(Project.content)
    let browser = try Browser(.init(languages: ["ko-KR"]))
    try browser.visit(disk.url("index.html"))
    try browser.expectAddress("/ko-KR/index.html")
    try browser.element("footer a[href$='?choose']").click()
    try browser.expectAddress("/index.html?choose")
    try browser.element("a[hreflang='ar-SA']").click()
    try browser.expectAddress("/ar-SA/index.html")
    try expectQuiet(browser)
  }

  @Test(arguments: [
    ("en-US", "printers", "Printing"), ("ar-SA", "الطباعة", "الطباعة"), ("ko-KR", "인쇄", "인쇄"),
  ])
  func wordsAreFoundInTheBoxAndOnThePage(locale: String, word: String, title: String) throws {
    let disk = try Disk(Project.content)
    let browser = try Browser(.init(languages: [locale]))
    try browser.visit(disk.url("\(locale)/getting-help/index.html"))
    try browser.element("input[name=q]").type(word)
    try browser.waitFor("return document.querySelector('.search-popup .search-title') !== null")
    #expect(try browser.evaluate(titles, as: [String].self).first?.contains(title) == true)
    try browser.element(".search-popup a").click()
    try browser.waitFor("return location.hash.endsWith('printing')")
    try browser.visit(disk.url("\(locale)/search/index.html?q=\(word)"))
    try browser.waitFor("return document.querySelector('.search-page .search-title') !== null")
    #expect(try browser.evaluate(titles, as: [String].self).first?.contains(title) == true)
    try expectQuiet(browser)
  }

  @Test(arguments: ["en-US", "ar-SA"])
  func theMatrixFiltersAndOpensRows(_ locale: String) throws {
    let disk = try Disk(Project.content)
    let browser = try Browser(.init(languages: [locale]))
    try browser.visit(disk.url("\(locale)/matrix/index.html?party=customer-it&letter=A"))
    let rows =
      "return document.querySelectorAll('.matrix tbody tr:not(.matrix-section, [hidden])').length"
    try browser.waitFor("return document.querySelector('.filter-used') !== null")
    let filtered = try browser.evaluate(rows, as: Int.self)
    #expect((1..<15).contains(filtered))
    try browser.element("[type=reset]").click()
    try browser.waitFor("return !location.search.includes('letter')")
    #expect(try browser.evaluate(rows, as: Int.self) == 15)
    try browser.execute(
      "document.getElementById('roles-and-responsibilities--printing').querySelector('th a').click()"
    )
    try browser.waitFor(
      "return document.querySelector('dialog.panel[open] .panel-text [class]') !== null")
    #expect(try browser.url().contains("row=roles-and-responsibilities--printing"))
    try browser.execute("document.querySelector('.panel-language summary').click()")
    try browser.waitFor("return document.querySelector('.panel-other a') !== null")
    try browser.element("[data-panel-close]").click()
    try browser.element(".switcher summary").click()
    try browser.element(".switcher-panel a[hreflang='de-DE']").click()
    try browser.waitFor("return location.pathname.endsWith('/de-DE/matrix/index.html')")
    try expectQuiet(browser)
  }

  @Test func aLargeGuideScrollsAndIsSearched() throws {
    let guide = try LargeGuide(documents: 400)
    let disk = try Disk(guide.folder.url)
    let browser = try Browser()
    try browser.visit(disk.url("en-US/search/index.html"))
    let title = LargeGuide.title(123, 1)
    try browser.element("input[name=q]").type(title)
    try browser.waitFor("return document.querySelector('.search-page .search-title') !== null")
    #expect(try browser.evaluate(titles, as: [String].self).first == title)
    for page in [
      "en-US/index.html", "en-US/matrix/index.html", "en-US/parties/customer/index.html",
    ] {
      try browser.visit(disk.url(page))
      try browser.waitFor(
        "return document.querySelectorAll('.matrix tbody th[scope=row] a').length > 20")
      let target = try browser.evaluate(
        "return document.querySelector('.matrix tbody th[scope=row] > a').href", as: String.self)
      #expect(target.contains("/en-US/service-0/index.html#"), "\(page): \(target)")
    }
    try browser.visit(disk.url("en-US/matrix/index.html?row=service-399--third"))
    try browser.waitFor(
      "return document.querySelector('dialog.panel[open] .panel-text')?.textContent.trim() > ''")
    try expectQuiet(browser)
  }

  @Test(arguments: ["en-US", "ar-SA"])
  func thePageToPrintHasTheDay(_ locale: String) throws {
    let disk = try Disk(Project.content)
    let browser = try Browser(.init(languages: [locale]))
    try browser.visit(disk.url("\(locale)/print.html"))
    #expect(try browser.element(".book-date").isDisplayed())
    #expect(try browser.element("html").attribute("data-print-date")?.isEmpty == false)
    try browser.element(".book-contents > ol > li:nth-child(2) > a").click()
    try browser.waitFor("return document.querySelector(':target')?.matches('.book-chapter')")
    try expectQuiet(browser)
  }
}
