import Foundation
import TestSupport
import Testing

/// Five real, machine-translated files become a site in two commands.
@Suite(.needsShared) struct AdoptedGuideTests {
  @Test func everyLocaleHasAllRowsUnderTheSameIDs() throws {
    let guide = try AdoptedGuide()
    try guide.build()
    let first = try MatrixFacts(of: "zh-CN", in: guide.site)
    #expect(
      first.sections.map(\.id) == [
        "microsofts-roles-and-responsibilities", "your-roles-and-responsibilities",
      ])
    #expect(first.sections.map(\.rows.count) == [6, 9])
    #expect(Set(first.rows.map(\.id)).count == 15)
    for locale in guide.locales {
      let matrix = try MatrixFacts(of: locale, in: guide.site)
      #expect(matrix.sections.map(\.id) == first.sections.map(\.id), "\(locale)")
      #expect(matrix.rows.map(\.id) == first.rows.map(\.id), "\(locale)")
      #expect(matrix.rows.allSatisfy { $0.url.hasPrefix("/\(locale)/") }, "\(locale)")
    }
  }

  /// Rows that no translator could swap unseen, by a word that each title has.
  @Test(arguments: [
    ("de-DE", ["MDM", "Change", "Apps", "VPN", "Drucken"]),
    ("fr-FR", ["mdm", "modifications", "Applications", "VPN", "Impression"]),
    ("ko-KR", ["MDM", "변경", "앱", "VPN", "인쇄"]),
    ("sv-SE", ["MDM", "Förändring", "Apps", "VPN", "Utskrift"]),
    ("zh-CN", ["MDM", "变更", "Apps", "VPN", "打印"]),
  ])
  func rowsAreTheirTranslations(locale: String, words: [String]) throws {
    let guide = try AdoptedGuide()
    try guide.build()
    let rows = try MatrixFacts(of: locale, in: guide.site).rows
    for (index, word) in zip([0, 6, 10, 13, 14], words) {
      #expect(rows[index].title.contains(word), "\(rows[index].title) at \(index)")
    }
  }

  @Test func everyLinkAndFragmentLeadsSomewhere() throws {
    let guide = try AdoptedGuide()
    try guide.build()
    #expect(try SiteCrawler(guide.site).problems() == [])
  }

  @Test func everyDocumentLeadsToItsFourTranslations() throws {
    let guide = try AdoptedGuide()
    try guide.build()
    for locale in guide.locales {
      for folder in ["", "\(guide.key)/", "matrix/", "search/"] {
        let page = HTMLPage(
          try Data(contentsOf: guide.site.appending(path: "\(locale)/\(folder)index.html")),
          at: "\(locale)/\(folder)index.html")
        let targets = page.elements("a").filter { $0["hreflang"] != nil }.compactMap { $0["href"] }
        for other in guide.locales where other != locale {
          #expect(targets.contains("/\(other)/\(folder)"), "\(locale)/\(folder) to \(other)")
        }
      }
    }
  }

  @Test func bundledLettersFitTheSameText() throws {
    let guide = try AdoptedGuide()
    try guide.takeBundledLetters()
    try guide.build()
    let bundled = try TemporaryFolder()
    let built = try run(
      Project.executable(),
      ["build", "--content", Project.content.path, "--output", bundled.file("site").path],
      in: bundled.url)
    #expect(built.status == 0, "\(built.errors)")
    let expected = try MatrixFacts(of: "en-US", in: bundled.file("site")).rows
    for locale in guide.locales {
      let rows = try MatrixFacts(of: locale, in: guide.site).rows
      #expect(rows.map(\.id) == expected.map(\.id), "\(locale)")
      #expect(
        rows.map { $0.assignments.mapValues(\.letters) }
          == expected.map { $0.assignments.mapValues(\.letters) }, "\(locale)")
    }
  }

  @Test func twoHundredDocumentsHaveThreeThousandRows() throws {
    let guide = try AdoptedGuide()
    try guide.multiply(by: 200)
    try guide.build()
    for locale in guide.locales {
      let matrix = try MatrixFacts(of: locale, in: guide.site)
      #expect(matrix.rows.count == 3_000, "\(locale)")
      #expect(matrix.sections.map(\.rows.count) == (0..<400).map { $0 % 2 == 0 ? 6 : 9 })
    }
  }

  /// Past 500 rows the matrix page is an overview, and leads to the rows of each document.
  @Test func aGuideWithAnOverviewHasNoDeadLink() throws {
    let guide = try AdoptedGuide()
    try guide.takeBundledLetters()
    try guide.multiply(by: 34)
    try guide.build()
    let overview = HTMLPage(
      try Data(contentsOf: guide.site.appending(path: "sv-SE/matrix/index.html")),
      at: "sv-SE/matrix/index.html")
    let targets = Set(overview.elements("a").compactMap { $0["href"] })
    for number in 1...34 {
      let anchor = "#service-0\(number < 10 ? "0" : "")\(number)--"
      #expect(targets.contains { $0.hasPrefix("/sv-SE/matrix/service-") && $0.contains(anchor) })
    }
    let party = HTMLPage(
      try Data(contentsOf: guide.site.appending(path: "sv-SE/parties/customer-it/index.html")),
      at: "sv-SE/parties/customer-it/index.html")
    let matrices = Set(party.elements("a").compactMap { $0["href"] }).filter {
      $0.hasPrefix("/sv-SE/matrix/service-")
    }
    #expect(matrices.count == 34)
    #expect(try SiteCrawler(guide.site).problems() == [])
  }
}
