import TestSupport
import Testing

/// No page is wider than the window, and the matrix keeps its head in sight.
@Suite(.serialized) struct LayoutTests {
  /// 320 is what a window of 1280 has left at 400 %.
  private static let widths = [320, 390, 900, 1440]

  @Test(arguments: ["de-DE", "ko-KR", "ar-SA"])
  func everyKindOfPageFits(_ locale: String) throws {
    let site = try BuiltSite()
    let browser = try Browser(.init(languages: [locale]))
    for kind in PageKind.allCases {
      try browser.visit(site.server.url(kind.path(in: locale)))
      if kind == .search {
        try browser.waitFor("return document.querySelector('.search-result mark') !== null")
      }
      try expectFit("\(kind) in \(locale)", browser)
    }
    try browser.visit(site.server.url(PageKind.matrix.path(in: locale)))
    for width in [900, 1440] {
      try browser.resize(width: width, height: 600)
      try expectHeadInSight(browser)
    }
    try browser.expectQuiet()
  }

  /// A page has the words that its script writes, so nothing moves while it loads.
  ///
  /// `make weight` measures how far things move.
  @Test(arguments: ["en-US", "ar-SA", "ko-KR"])
  func aPageHasTheWordsOfItsScript(_ locale: String) throws {
    let site = try BuiltSite()
    let browser = try Browser(.init(languages: [locale]))
    let count = "document.querySelector('.filter-count')"
    for kind in [PageKind.home, .matrix, .documentMatrix, .party] {
      try browser.visit(site.server.url(kind.path(in: locale)))
      try browser.waitFor("return \(count).dataset.chosen !== undefined")
      let written = try browser.evaluate(
        """
        return fetch(location.href).then((it) => it.text()).then((html) =>
          new DOMParser().parseFromString(html, 'text/html').querySelector('.filter-count').textContent)
        """, as: String.self)
      #expect(!written.isEmpty)
      let shown = try browser.evaluate("return \(count).textContent", as: String.self)
      #expect(written == shown, "\(kind)")
    }
    try browser.visit(site.server.url(PageKind.home.path(in: locale)))
    let isFirst = try browser.evaluate(
      """
      const [title, search] = ['main h1', 'main .search-form'].map((it) => document.querySelector(it));
      return (title.compareDocumentPosition(search) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
      """, as: Bool.self)
    #expect(isFirst, "the title of the home comes before its search")
    try browser.expectQuiet()
  }

  /// On paper no column of many is cut off: A4 across has 277 mm, and the book 269.
  @Test(arguments: [("matrix/", 1047), ("print.html", 1017)])
  func manyColumnsFitAPage(_ path: String, _ width: Int) throws {
    let guide = try WideGuide(parties: 40, rows: 4)
    let site = try BuiltSite(of: guide.folder.url, isStrict: false)
    let browser = try Browser()
    try browser.resize(width: width, height: 720)
    try browser.visit(site.server.url("/en-US/\(path)"))
    try browser.emulate(media: "print")
    try browser.waitFor(
      """
      const table = document.querySelector('table.matrix-wide, table.book-table-wide');
      return table.rows[0].cells.length === 41 && table.offsetWidth <= \(width)
      """)
  }

  @Test func longTablesAndWordsFitToo() throws {
    let guide = try WideGuide(parties: 12, rows: 100)
    let site = try BuiltSite(of: guide.folder.url, isStrict: false)
    let browser = try Browser()
    for path in ["", "duties/", "matrix/", "matrix/duties/", "parties/party-1/", "search/?q=duty"] {
      try browser.visit(site.server.url("/en-US/\(path)"))
      try expectFit(path, browser)
    }
    try browser.visit(site.server.url("/en-US/matrix/"))
    try expectHeadInSight(browser)
    let scrolls = """
      const box = document.querySelector('.matrix-scroll');
      box.scrollLeft = 10000;
      const first = box.querySelector('tbody tr:not(.matrix-section) th').getBoundingClientRect();
      return [box.scrollLeft, first.left - box.getBoundingClientRect().left]
      """
    try browser.resize(width: 900, height: 900)
    let places = try browser.evaluate(scrolls, as: [Double].self)
    #expect(places[0] > 50, "the table scrolls within its box")
    #expect(abs(places[1]) < 2, "the first column stays")
    try browser.expectQuiet()
  }

  /// On a phone each cell of a wide table of responsibilities says what its column is.
  @Test func cellsHaveTheirHeadsOnAPhone() throws {
    let guide = try TemporaryFolder(files: [
      "guide.yml": "source_locale: en-US\nlocales: [en-US]\nparties: [ops, desk]\n",
      "en-US/locale.yml": "title: Guide\nparties: {ops: Operations, desk: Service desk}\n",
      "en-US/index.md": "# Guide\n",
      "en-US/plain.md": "# Plain\n\n## All\n\n| Task | Operations | Service desk | Remark |\n"
        + "| --- | --- | --- | --- |\n| Backup | RA | I | Daily |\n| Restore | C | RA | Rarely |\n",
      "en-US/turned.md": "# Turned\n\n## All\n\n| | Backup | Restore |\n| --- | --- | --- |\n"
        + "| Operations | RA | C |\n| Service desk | I | RA |\n",
      "raci/plain.yml": "table: letters\n", "raci/turned.yml": "table: transposed\n",
    ])
    let site = try BuiltSite(of: guide.url, isStrict: false)
    let browser = try Browser()
    let heads = """
      return [...document.querySelectorAll('.responsibilities tbody td')].map((cell) => {
        const head = getComputedStyle(cell, '::before').content.replaceAll('"', '');
        return [head, cell.textContent.trim()].join(': ');
      })
      """
    for (path, expected) in [
      (
        "plain",
        [
          "Operations: RA", "Service desk: I", "Remark: Daily", "Operations: C",
          "Service desk: RA", "Remark: Rarely",
        ]
      ), ("turned", ["Backup: RA", "Restore: C", "Backup: I", "Restore: RA"]),
    ] {
      try browser.resize(width: 390, height: 844, isMobile: true)
      try browser.visit(site.server.url("/en-US/\(path)/"))
      #expect(try browser.evaluate(heads, as: [String].self) == expected, "\(path)")
      try browser.resize(width: 1024, height: 800)
      let wide = try browser.evaluate(heads, as: [String].self)
      #expect(wide.allSatisfy { $0.hasPrefix("none: ") }, "\(path)")
    }
    try browser.expectQuiet()
  }

  private func expectFit(
    _ page: String, _ browser: Browser, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for width in Self.widths {
      try browser.resize(width: width, height: 900, isMobile: width < 500)
      let overflow = """
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= window.innerWidth) return [];
        return [...document.querySelectorAll('body *')].filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return right > width + 1 || left < -1;
        }).slice(0, 5).map((element) => element.outerHTML.slice(0, 150))
          .concat('scrollWidth ' + document.documentElement.scrollWidth)
        """
      let wide = try browser.evaluate(overflow, as: [String].self)
      #expect(wide == [], "\(page), \(width) wide", sourceLocation: sourceLocation)
      let inner = try browser.evaluate("return window.innerWidth", as: Int.self)
      #expect(inner == width, "\(page) is laid out wider", sourceLocation: sourceLocation)
    }
  }

  /// Expects that the head can be seen when the last row is, whatever had to be scrolled.
  private func expectHeadInSight(_ browser: Browser) throws {
    try browser.waitFor(
      """
      const rows = document.querySelectorAll('.matrix tbody tr');
      rows[rows.length - 1].scrollIntoView({ block: 'end' });
      const isSeen = [...document.querySelectorAll('.matrix thead th')].slice(1, 4).map((head) => {
        const { left, top, width, height } = head.getBoundingClientRect();
        return head.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      return rows[0].getBoundingClientRect().top < 0 && isSeen.length === 3 && isSeen.every(Boolean)
      """)
  }
}
