import Foundation
import TestSupport
import Testing

/// An administrator's questions about a guide of 3,000 rows are answered in three actions.
@Suite(.serialized) struct AskedQuestionsTests {
  /// A reader whose actions are counted: a click, a text, a key, a choice.
  private final class Reader {
    let browser: Browser
    private var actions = 0

    init() throws {
      browser = try Browser(.init(languages: ["en-US"]))
    }

    /// Begins again on a page.
    func visit(_ url: String) throws {
      actions = 0
      try browser.visit(url)
    }

    func click(_ selector: String) throws {
      actions += 1
      try browser.element(selector).click()
    }

    func press(_ key: String) throws {
      actions += 1
      try browser.press(key)
    }

    func type(_ text: String) throws {
      actions += 1
      try browser.focusedElement().type(text)
    }

    func choose(_ value: String, from list: String) throws {
      actions += 1
      try browser.execute(
        """
        const list = document.querySelector(arguments[0]);
        list.value = arguments[1];
        list.dispatchEvent(new Event('input', { bubbles: true }));
        """, .string(list), .string(value))
    }

    /// Waits until the page says what was asked.
    func expect(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
      #expect(actions <= 3, sourceLocation: sourceLocation)
      do {
        try browser.waitFor(script)
      } catch {
        Issue.record("\(error)", sourceLocation: sourceLocation)
      }
    }
  }

  private static let firstResult = "document.querySelector('.search-popup .search-result')"
  private static let rows =
    "[...document.querySelectorAll('.matrix tbody tr:not(.matrix-section, .matrix-gap)')]"
    + ".filter((row) => row.checkVisibility())"

  private let guide: AskedGuide
  private let site: BuiltSite

  init() throws {
    guide = try AskedGuide()
    site = try BuiltSite(
      of: guide.content, isStrict: false, ["--since", "HEAD", "--date", "2026-11-30"])
  }

  @Test func tenQuestionsTakeThreeActionsEach() throws {
    let matrix = try site.matrix(of: "en-US")
    #expect(matrix.rows.count == AskedGuide.rowCount)
    let own = matrix.rows.filter { $0.assignments["security"] != nil }
    let reader = try Reader()
    try whoDoesIt(reader)
    try whatIsMine(reader, own)
    try whatChangedSinceMay(reader)
    try whoIsTold(reader)
    try aColleagueSeesIt(reader)
    try allRowsInExcel(reader, own)
    try inArabic(reader)
    try onThePhone(reader)
    try onPaper(reader, own)
    try findsADocument(reader)
    try reader.browser.expectQuiet()
    try offline(reader)
  }

  /// Rows far down are made when the reader scrolls to them, and when an address names them.
  @Test func farRowsAreMade() throws {
    let browser = try Browser()
    try browser.visit(site.server.url("/en-US/matrix/"))
    try browser.waitFor("return \(Self.rows).length > 10")
    for (place, number) in [
      ("1", AskedGuide.rowCount + 1), ("0", 2), ("1", AskedGuide.rowCount + 1),
    ] {
      try browser.waitFor(
        """
        const box = document.querySelector('.matrix-scroll');
        box.scrollTop = box.scrollHeight * \(place);
        return document.querySelector('[aria-rowindex="\(number)"]')?.checkVisibility() ?? false
        """)
    }
    let last = try browser.evaluate(
      """
      const row = document.querySelector('[aria-rowindex="\(AskedGuide.rowCount + 1)"]');
      return [row.id, row.querySelector('a').textContent]
      """, as: [String].self)
    try browser.visit(site.server.url("/en-US/matrix/?row=\(last[0])"))
    try browser.waitFor(
      "return document.querySelector('dialog.panel[open] h2')?.textContent === '\(last[1])'")
    try browser.expectQuiet()
  }

  private func home() -> String { site.server.url("/en-US/") }

  private func whoDoesIt(_ reader: Reader) throws {
    try reader.visit(home())
    try reader.press("/")
    try reader.type("who is responsible for recovery for Oslo payroll")
    try reader.expect(
      """
      const first = \(Self.firstResult)?.textContent ?? '';
      return first.includes('Recovery for Oslo Payroll') && /Operations\\s*A/.test(first)
        && /Vendor\\s*R/.test(first)
      """)
  }

  private func whatIsMine(_ reader: Reader, _ own: [MatrixFacts.Row]) throws {
    try reader.visit(home())
    try reader.click("[data-party-card='security'] a")
    try reader.expect(
      """
      const count = document.querySelector('.filter-count')?.textContent ?? '';
      const all = '\(own.count.formatted(.number.locale(Locale(identifier: "en_US"))))';
      return count.includes(all) && \(Self.rows).length > 10
        && \(Self.rows).every((row) => row.querySelector('td .chip'))
      """)
  }

  private func whatChangedSinceMay(_ reader: Reader) throws {
    try reader.visit(home())
    try reader.click(".navigation a[href$='changes/']")
    try reader.expect(
      """
      const rows = [...document.querySelectorAll('table.changes tbody')];
      const texts = rows.map((row) => row.textContent.replace(/\\s+/g, ' '));
      return document.querySelector('main time')?.textContent.includes('May 1, 2026')
        && texts.length === 1 && texts[0].includes('\(AskedGuide.changed)')
        && /Security\\s*–\\s*A/.test(texts[0])
      """)
  }

  private func whoIsTold(_ reader: Reader) throws {
    try reader.visit(home())
    try reader.press("/")
    try reader.type("who is informed about training for Cairo network")
    try reader.expect(
      """
      const first = \(Self.firstResult)?.textContent ?? '';
      return first.includes('Training for Cairo Network') && /Customer\\s*I/.test(first)
      """)
  }

  /// The address that is copied shows a colleague the same row.
  private func aColleagueSeesIt(_ reader: Reader) throws {
    try reader.visit(site.server.url("/en-US/matrix/?section=lisbon--mail--tasks"))
    try reader.browser.waitFor("return \(Self.rows).length > 10")
    try reader.click(".matrix tbody th[scope=row] > a")
    try reader.browser.waitFor("return document.querySelector('dialog.panel[open]') !== null")
    try reader.click("[data-panel-copy]")
    try reader.expect(
      "return document.querySelector('[data-panel-copy]').textContent.includes('Copied')")
    let address = try reader.browser.element("[data-panel-copy]").attribute("data-copy")
    try reader.visit(address ?? "")
    try reader.expect(
      "return document.querySelector('dialog.panel[open] h2')?.textContent === '\(AskedGuide.changed)'"
    )
  }

  private func allRowsInExcel(_ reader: Reader, _ own: [MatrixFacts.Row]) throws {
    let folder = try TemporaryFolder()
    try reader.browser.command(
      "Browser.setDownloadBehavior",
      ["behavior": "allow", "downloadPath": .string(folder.url.path)])
    try reader.visit(home())
    try reader.click("[data-party-card='security'] a")
    try reader.browser.waitFor("return \(Self.rows).length > 10")
    try reader.click("[data-workbook]")
    let file = try workbook(in: folder)
    let sheet = try #require(try Spreadsheet.sheets(file).first)
    #expect(sheet.rows.dropFirst().map { $0.first ?? "" } == own.map(\.title))
    try reader.expect("return true")
  }

  private func workbook(in folder: TemporaryFolder) throws -> URL {
    let limit = Date(timeIntervalSinceNow: 20)
    while Date() < limit {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      if let name = names.first(where: { $0.hasSuffix(".xlsx") }) { return folder.file(name) }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return try #require(nil as URL?, "no workbook was saved")
  }

  private func inArabic(_ reader: Reader) throws {
    try reader.visit(site.server.url("/en-US/lisbon/mail/#backup"))
    try reader.click(".switcher summary")
    try reader.click(".switcher-panel a[hreflang='ar-SA']")
    try reader.expect(
      """
      return document.dir === 'rtl' && document.readyState === 'complete'
        && document.querySelector(':target')?.textContent.includes('النسخ الاحتياطي في لشبونة')
      """)
    try reader.browser.expectAddress("/ar-SA/lisbon/mail/#backup")
  }

  private func onThePhone(_ reader: Reader) throws {
    try reader.browser.resize(width: 390, height: 844, isMobile: true)
    try reader.visit(home())
    try reader.click("main input[name=q]")
    try reader.type("billing Quito storage")
    try reader.browser.waitFor(
      "return \(Self.firstResult)?.textContent.includes('Billing for Quito Storage') ?? false")
    try reader.click(".search-popup .search-result")
    try reader.expect("return location.hash === '#billing' && document.readyState === 'complete'")
    try reader.browser.expectTarget("billing")
    let width = try reader.browser.evaluate(
      "return document.documentElement.scrollWidth", as: Int.self)
    #expect(width <= 390)
    try reader.browser.resize(width: 1440, height: 900)
  }

  /// The printout has the shown rows, says which they are, and has nothing else around them.
  private func onPaper(_ reader: Reader, _ own: [MatrixFacts.Row]) throws {
    try reader.visit(site.server.url("/en-US/matrix/"))
    try reader.browser.waitFor("return \(Self.rows).length > 10")
    try reader.choose("security", from: "#_filter-party")
    try reader.browser.waitFor("return location.search === '?party=security'")
    let paper = try reader.browser.printed()
    #expect(paper.starts(with: Array("%PDF".utf8)) && paper.count > 50_000)
    try reader.browser.emulate(media: "print")
    try reader.expect(
      """
      return \(Self.rows).length === \(own.count)
        && !document.querySelector('.filter .field').checkVisibility()
        && document.querySelector('.filter-count').checkVisibility()
        && document.querySelector('.filter-count').dataset.chosen
          === document.querySelector('#_filter-party').selectedOptions[0].textContent
        && !document.querySelector('.navigation').checkVisibility()
      """)
    try reader.browser.emulate(["prefers-reduced-motion": "reduce"])
  }

  /// The navigation shows the documents near the page, and finds all others.
  private func findsADocument(_ reader: Reader) throws {
    try reader.visit(site.server.url("/en-US/lisbon/mail/"))
    let shown = try reader.browser.texts(".navigation-tree > li > ul > li > a")
    #expect(shown.count == 10 && shown.contains("Lisbon Mail"))
    #expect(try reader.browser.elements(".navigation-tree a").count < 40)
    try reader.click(".navigation input")
    try reader.type("accra print")
    try reader.expect(
      """
      const found = [...document.querySelectorAll('.navigation li > a')]
        .filter((link) => link.checkVisibility()).map((link) => link.firstChild.textContent);
      return found.includes('Accra Printing') && !found.includes('Lisbon Mail')
      """)
    try reader.click(".navigation a[href$='/accra/printing/']")
    try reader.expect("return document.querySelector('h1').textContent === 'Accra Printing'")
  }

  private func offline(_ reader: Reader) throws {
    let folder = try TemporaryFolder()
    let result = try run(
      Project.executable(),
      ["build", "--offline", "--content", guide.content.path, "--output", "disk"], in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    let page = folder.file("disk/en-US/index.html").absoluteString
    try reader.visit(page)
    try reader.press("/")
    try reader.type("who is responsible for recovery for Oslo payroll")
    try reader.expect(
      "return \(Self.firstResult)?.textContent.includes('Recovery for Oslo Payroll') ?? false")
    try reader.visit(folder.file("disk/en-US/lisbon/mail/index.html").absoluteString)
    try reader.click(".navigation input")
    try reader.type("accra print")
    try reader.expect(
      """
      return [...document.querySelectorAll('.navigation a[href$="/accra/printing/index.html"]')]
        .some((link) => link.checkVisibility())
      """)
    try reader.visit(page)
    try reader.press("?")
    try reader.expect("return document.querySelector('.shortcuts[open]') !== null")
    #expect(try reader.browser.takeLog().map(\.description) == [])
  }
}
