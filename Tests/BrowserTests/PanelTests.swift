import TestSupport
import Testing

/// A row opens in a panel with its letters, its text and the same row in other languages, and the
/// address of that state leads there again.
@Suite(.serialized) struct PanelTests {
  private let site: BuiltSite

  init() throws {
    site = try BuiltSite()
  }

  private static let anchor = "roles-and-responsibilities--printing"
  private let isOpen =
    "return document.querySelector('dialog.panel[open] .panel-text [class]') !== null"

  @Test(arguments: ["en-US", "ar-SA", "ko-KR"])
  func aRowOpensByKeysAndItsAddressLeadsThere(_ locale: String) throws {
    let browser = try Browser(.init(languages: [locale]))
    let row = try #require(try site.matrix(of: locale).rows.first { $0.id == "printing" })
    try browser.visit(site.server.url("/\(locale)/matrix/"))
    try browser.execute(
      "document.getElementById('\(Self.anchor)').querySelector('th a').focus()")
    try browser.press(Key.enter)
    try browser.waitFor(isOpen)
    try browser.expectAddress("/\(locale)/matrix/?row=\(Self.anchor)")
    try expectRow(row, browser)
    #expect(
      try browser.evaluate(
        "return document.activeElement.closest('dialog') !== null", as: Bool.self))

    try browser.press(Key.escape)
    try browser.expectAddress("/\(locale)/matrix/")
    try browser.waitFor("return document.querySelector('dialog.panel[open]') === null")
    #expect(try browser.focusedElement().text() == row.title)

    try browser.visit(site.server.url("/\(locale)/matrix/?row=\(Self.anchor)"))
    try browser.waitFor(isOpen)
    try expectRow(row, browser)
    try browser.element("[data-panel-close]").click()
    try browser.expectAddress("/\(locale)/matrix/")
    try browser.expectQuiet()
  }

  @Test func otherLanguagesComeWithoutLeaving() throws {
    let browser = try Browser()
    try browser.visit(site.server.url("/en-US/matrix/?row=\(Self.anchor)"))
    try browser.waitFor(isOpen)
    let names = try browser.evaluate(
      "return [...document.querySelectorAll('.panel-language summary span')].map((it) => it.lang)",
      as: [String].self)
    #expect(
      names == ["de-DE", "fr-FR", "ko-KR", "sv-SE", "zh-CN", "ar-SA", "es-ES", "ja-JP", "pt-BR"])
    try browser.execute(
      "document.querySelector('.panel-language span[lang=ar-SA]').closest('summary').click()")
    let other = try browser.waitFor(
      """
      const other = document.querySelector('.panel-other a')?.closest('.panel-other');
      return other ? [other.lang, other.dir, other.querySelector('a').textContent] : null
      """, as: [String].self)
    let arabic = try #require(try site.matrix(of: "ar-SA").rows.first { $0.id == "printing" })
    #expect(other == ["ar-SA", "rtl", arabic.title])
    try browser.expectAddress("/en-US/matrix/?row=\(Self.anchor)")
    try browser.expectQuiet()
  }

  @Test func aRowSaysHowItChanged() throws {
    let site = try ReviewedGuide.site()
    try expectChanges { site.server.url("/en-US/matrix/?row=" + $0) }
  }

  @Test func aRowSaysHowItChangedOnADisk() throws {
    let folder = try ReviewedGuide.folder()
    let options = ["build", "--offline", "--output", "site"] + ReviewedGuide.options
    let built = try run(try Project.executable(), options, in: folder.url)
    try #require(built.status == 0, "\(built.errors)")
    try expectChanges {
      folder.file("site/en-US/matrix/index.html").absoluteString + "?row=" + $0
    }
  }

  /// Expects that one row gained a letter and has other words, and that all others are as they were.
  private func expectChanges(_ address: (_ row: String) -> String) throws {
    let browser = try Browser()
    try browser.visit(address(Self.anchor))
    let shown = try browser.waitFor(
      """
      const changes = document.querySelector('.panel-changes');
      return changes?.checkVisibility() ? [
        ...[...changes.querySelectorAll('tbody tr')].map((row) =>
          [...row.cells].map((cell) => cell.textContent.trim()).join(' | ')),
        ...[...changes.querySelectorAll('del, ins')].map((it) => it.localName + ' ' + it.textContent.trim()),
        changes.parentElement.querySelector('h3').textContent.replace(/\\s+/g, ' '),
      ] : null
      """, as: [String].self)
    #expect(
      shown == [
        "Microsoft | – | I", "del manage", "ins repair",
        "What changed November 30, 2026",
      ])
    try browser.element("[data-panel-previous]").click()
    try browser.waitFor(
      """
      return !document.querySelector('.panel h2').textContent.includes('Printing')
        && document.querySelector('.panel-text .clause') !== null
        && !document.querySelector('[data-panel-changes]').checkVisibility()
      """)
    try browser.expectQuiet()
  }

  /// The panel says what the matrix says of a row, and marks a clause for each letter with evidence.
  private func expectRow(_ row: MatrixFacts.Row, _ browser: Browser) throws {
    #expect(try browser.element(".panel h2").text() == row.title)
    let letters = try browser.evaluate(
      """
      return [...document.querySelectorAll('.panel-letters li')].map((item) =>
        [...item.querySelectorAll('.chip')].map((chip) => chip.textContent).join(''))
      """, as: [String].self)
    #expect(letters.sorted() == row.assignments.values.map(\.letters).sorted())
    let grounds = try browser.evaluate(
      "return document.querySelectorAll('.panel-text .clause-grounds').length", as: Int.self)
    #expect((grounds > 0) == row.assignments.values.contains { $0.evidence != nil })
  }
}
