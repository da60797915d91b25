import Foundation
import TestSupport
import Testing

/// A writer saves a file and sees it, in the page that is open, at the same place.
@Suite(.serialized) struct PreviewTests {
  private let preview: RunningPreview

  init() throws {
    preview = try RunningPreview(copyOf: Project.content, templates: Project.templates)
  }

  private static let document = "content/de-DE/roles-and-responsibilities.md"

  private func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = preview.folder.file(path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old), "\(path) has no '\(old)'")
    try text.replacing(old, with: new, maxReplacements: 1)
      .write(to: file, atomically: true, encoding: .utf8)
  }

  private func open(_ path: String, _ reader: Browser.Reader = .init()) throws -> Browser {
    let browser = try Browser(reader)
    try browser.visit(preview.url(path))
    try browser.waitFor("return document.querySelector('.preview-bar p') !== null")
    return browser
  }

  private func expectNoBarriers(
    _ browser: Browser, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let violations = try Axe().violations(in: browser).map(\.description)
    #expect(violations == [], sourceLocation: sourceLocation)
  }

  private func shows(_ text: String) -> String {
    "return document.body?.innerText.includes('\(text)')"
  }

  @Test func eachKindOfChangeIsSeenInTheOpenPage() throws {
    let browser = try open("/de-DE/roles-and-responsibilities/")
    let first = try String(contentsOf: preview.folder.file(Self.document), encoding: .utf8)
    try (first + "\nEin neuer Absatz.\n").write(
      to: preview.folder.file(Self.document), atomically: true, encoding: .utf8)
    try browser.waitFor(shows("Ein neuer Absatz."))

    try edit("templates/document.mustache", "{{$main}}", "{{$main}}<p>Aus der Vorlage</p>")
    try browser.waitFor(shows("Aus der Vorlage"))

    try edit("templates/strings/de.yml", "on_this_page: \"", "on_this_page: \"Wörter: ")
    try browser.waitFor(shows("Wörter: "))

    try edit("content/guide.yml", "\nparties:\n", "\nparties:\n  - added-party\n")
    try browser.waitFor(
      "return document.querySelector('a[href$=\"/parties/added-party/\"]') !== null")
    try browser.expectQuiet()
  }

  @Test(arguments: ["/de-DE/roles-and-responsibilities/", "/ar-SA/roles-and-responsibilities/"])
  func theReaderStaysAtTheSameRow(_ path: String) throws {
    let browser = try open(path)
    let place = "document.getElementById('printing').getBoundingClientRect().top"
    try browser.execute("document.getElementById('printing').scrollIntoView(); scrollBy(0, -150)")
    let before = try browser.evaluate("return \(place)", as: Double.self)
    let locale = String(path.split(separator: "/")[0])
    let file = "content/\(locale)/roles-and-responsibilities.md"
    let text = try String(contentsOf: preview.folder.file(file), encoding: .utf8)
    let heading = try #require(text.firstRange(of: "\n## "))
    let longer = text.replacingCharacters(
      in: heading,
      with: String(repeating: "\nSome more words of a new paragraph.\n", count: 5) + "\n## ")
    try longer.write(to: preview.folder.file(file), atomically: true, encoding: .utf8)
    try browser.waitFor(shows("Some more words of a new paragraph."))
    try browser.waitFor("return Math.abs(\(place) - \(before)) < 3")
    try browser.expectQuiet()
  }

  @Test(arguments: ["ko-KR", "ar-SA"], [1440, 390])
  func errorsLieOverTheLastGoodPage(_ locale: String, _ width: Int) throws {
    let browser = try open("/\(locale)/matrix/", .init(languages: [locale], width: width))
    try edit("content/raci/roles-and-responsibilities.yml", "provider: RA", "provider: RX")
    try browser.waitFor("return document.querySelector('.preview-overlay[open] li') !== null")
    let problem = try browser.evaluate(
      """
      const problem = [...document.querySelectorAll('.preview-overlay li')]
        .find((item) => item.textContent.includes('raci/unknown-letter'));
      return [problem.querySelector('.preview-place code').textContent,
        problem.querySelector('pre').textContent, problem.querySelector('mark').textContent]
      """, as: [String].self)
    #expect(problem[0].hasPrefix("content/raci/roles-and-responsibilities.yml:"))
    #expect(problem[1].contains("provider: RX"))
    #expect(problem[2] == "R")
    #expect(
      try browser.evaluate("return document.querySelectorAll('tr[id]').length", as: Int.self) == 15)
    try expectNoBarriers(browser)
    try browser.press(Key.escape)
    try browser.waitFor("return document.querySelector('.preview-overlay[open]') === null")
    try edit("content/raci/roles-and-responsibilities.yml", "provider: RX", "provider: RA")
    try browser.waitFor("return document.querySelector('.preview-bar-broken') === null")
    try browser.expectQuiet()
  }

  @Test func findingsStandBesideTheirRows() throws {
    try edit(Self.document, "](reading-the-matrix.md#letters)", "](reading.md#letters)")
    try preview.wait(for: "link/unresolved", at: "/-/facts?page=/de-DE/roles-and-responsibilities/")
    let browser = try open("/de-DE/roles-and-responsibilities/")
    try browser.waitFor("return document.querySelector('.preview-beside') !== null")
    let beside = try browser.evaluate(
      """
      const beside = document.querySelector('.preview-beside');
      return [beside.previousElementSibling.tagName, beside.querySelector('code').textContent]
      """, as: [String].self)
    #expect(beside[0] == "H1")
    #expect(beside[1].hasPrefix(Self.document + ":"))
    try browser.element(".preview-found summary").click()
    try expectNoBarriers(browser)
    try browser.expectQuiet()
  }

  @Test func eachCellSaysWhereItIsWritten() throws {
    let browser = try open("/en-US/matrix/")
    try browser.element(".preview-bar button").click()
    try browser.waitFor("return document.querySelector('td .preview-source') !== null")
    let places = try browser.evaluate(
      """
      return [...document.querySelectorAll('tr[id] td')].filter((cell) => cell.textContent.trim())
        .map((cell) => cell.title)
      """, as: [String].self)
    #expect(places.count > 30)
    for place in places {
      let parts = place.split(separator: ":")
      try #require(parts.count == 3, "\(place)")
      let text = try String(contentsOf: preview.folder.file(String(parts[0])), encoding: .utf8)
      let line = try #require(
        Int(parts[1]).map { text.split(separator: "\n", omittingEmptySubsequences: false)[$0 - 1] })
      let column = try #require(Int(parts[2]))
      #expect(line.dropFirst(column - 1).firstMatch(of: /^[a-z-]+: [RACI]+/) != nil, "\(place)")
    }
    try expectNoBarriers(browser)
    try browser.expectQuiet()
  }

  @Test func aRowThatChangedInTheSourceIsMarked() throws {
    let browser = try open(
      "/-/compare?document=roles-and-responsibilities&left=en-US&right=de-DE")
    let marked =
      "return [...document.querySelectorAll('.compare-row:has(.row-notice)')].map((it) => it.id)"
    #expect(try browser.evaluate(marked, as: [String].self) == [])
    let path = "content/en-US/roles-and-responsibilities.md"
    let text = try String(contentsOf: preview.folder.file(path), encoding: .utf8)
    let row = try #require(
      text.split(separator: "\n").first { $0.lowercased().contains("| printing") })
    try edit(path, String(row), String(row).replacing(".", with: ", as it is now."))
    try browser.waitFor("\(marked).length > 0", as: Bool.self)
    #expect(try browser.evaluate(marked, as: [String].self) == ["printing"])
    try browser.expectQuiet()
  }

  @Test(arguments: [1440, 390])
  func twoVersionsStandSideBySide(_ width: Int) throws {
    let browser = try open("/ar-SA/roles-and-responsibilities/", .init(width: width))
    let link = try browser.evaluate(
      "return document.querySelector('.preview-bar a[href^=\"/-/compare\"]').getAttribute('href')",
      as: String.self)
    try browser.visit(preview.url(link))
    try browser.waitFor("return document.querySelector('.preview-bar p') !== null")
    let rows = try browser.evaluate(
      """
      return [...document.querySelectorAll('.compare-row')].map((row) =>
        [row.id, ...[...row.cells].map((cell) => cell.lang)].join(' '))
      """, as: [String].self)
    #expect(rows.count == 15)
    #expect(rows.allSatisfy { $0.hasSuffix(" en-US ar-SA") })
    try expectNoBarriers(browser)
    try browser.expectQuiet()
  }

  /// The bar has a place of its own: all of a page can be scrolled above it.
  @Test(arguments: [1440, 390])
  func theBarLiesOverNoText(_ width: Int) throws {
    let browser = try open("/en-US/roles-and-responsibilities/", .init(width: width))
    try browser.execute("scrollTo(0, document.documentElement.scrollHeight)")
    try browser.waitFor(
      """
      const bar = document.querySelector('.preview-bar').getBoundingClientRect();
      const { bottom } = document.querySelector('.site-footer').getBoundingClientRect();
      return Math.abs(bar.bottom - innerHeight) < 2 && bottom <= bar.top + 1
      """)
    try browser.expectQuiet()
  }

  @Test func aComparisonShowsLettersListsAndOnlyDifferences() throws {
    try edit(
      "content/en-US/getting-help.md", "\n## ", "\n## Lists\n\n- **one**\n- two\n\n## ")
    try edit(
      "content/en-US/roles-and-responsibilities.md", "\n## ", "\nOne more paragraph.\n\n## ")
    try preview.wait(for: "Lists", at: "/en-US/getting-help/")
    let browser = try open("/-/compare?document=getting-help&left=en-US&right=de-DE")
    try browser.waitFor(
      "return document.querySelectorAll('.compare-text ul > li > strong').length === 1")

    try browser.visit(
      preview.url("/-/compare?document=roles-and-responsibilities&left=en-US&right=de-DE"))
    let letters = try browser.evaluate(
      """
      return [...document.querySelectorAll('#printing .compare-letters')]
        .map((list) => [...list.querySelectorAll('.chip')].map((it) => it.textContent).join(''))
      """, as: [String].self)
    #expect(letters.count == 2 && letters[0] == letters[1] && letters[0].contains("A"))
    try browser.element("[name=only]").click()
    try browser.element(".compare-choice button").click()
    try browser.waitFor("return location.search.includes('only=differences')")
    try browser.waitFor("return document.querySelector('.preview-bar p') !== null")
    #expect(try browser.elements(".compare-row").isEmpty)
    #expect(try browser.elements(".compare-text").count > 1)
    try edit(
      "content/en-US/roles-and-responsibilities.md", "\nOne more paragraph.\n\n## ", "\n## ")
    try browser.waitFor(
      """
      return document.querySelector('.compare-text') === null
        && document.querySelector('.preview-bar p') !== null
      """)
    try expectNoBarriers(browser)
    try browser.expectQuiet()
  }
}
