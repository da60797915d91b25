import TestSupport
import Testing

/// Pages have no barrier that axe can find, in light and dark, at a desk and on a phone.
@Suite(.serialized) struct BarrierTests {
  private let site: BuiltSite
  private let axe: Axe

  init() throws {
    site = try BuiltSite()
    axe = try Axe()
  }

  @Test(arguments: ["en-US", "ar-SA", "ko-KR", "de-DE", "fr-FR", "sv-SE", "zh-CN"])
  func noKindOfPageHasBarriers(_ locale: String) throws {
    let browser = try Browser(.init(languages: [locale]))
    for kind in PageKind.allCases {
      try browser.visit(site.server.url(kind.path(in: locale)))
      if kind == .search {
        try browser.waitFor("return document.querySelector('.search-result mark') !== null")
      }
      // The desk's width of every page is seen to below. Colors differ by direction at most.
      let schemes = ["en-US", "ar-SA"].contains(locale) ? ["light", "dark"] : ["light"]
      try expectNoBarriers("\(kind) in \(locale)", browser, widths: [390], schemes: schemes)
    }
  }

  /// Every single page, since each locale has texts and names of its own.
  @Test func noPageHasBarriers() throws {
    let browser = try Browser()
    let pages = try SiteCrawler(site.folder).pagePaths
    #expect(pages.count > 100)
    for page in pages {
      let address = page.hasSuffix("index.html") ? String(page.dropLast("index.html".count)) : page
      try browser.visit(site.server.url("/" + (address.isEmpty ? "?choose" : address)))
      // Each kind of page is in each locale, and its colors are the same in all.
      let isOfALocale = page.contains("/") && !page.hasPrefix("status")
      let schemes = !isOfALocale || page.hasPrefix("en-US/") ? ["light", "dark"] : ["light"]
      try expectNoBarriers(page, browser, widths: [1440], schemes: schemes)
    }
  }

  /// Contacts, reviews, and changes, which the bundled guide has none of.
  @Test(arguments: ["en-US", "ar-SA", "ja-JP"])
  func noContactOrReviewHasBarriers(_ locale: String) throws {
    let site = try ReviewedGuide.site()
    let browser = try Browser(.init(languages: [locale]))
    for path in [
      "reviews/", "parties/provider/", "roles-and-responsibilities/", "getting-help/", "changes/",
    ] {
      try browser.visit(site.server.url("/\(locale)/\(path)"))
      try expectNoBarriers("\(path) in \(locale)", browser, widths: [1440, 1024, 390])
      let widths = try browser.waitFor(
        "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]",
        as: [Int].self)
      #expect(widths[0] <= widths[1], "\(path) in \(locale) is too wide")
    }
    try browser.visit(site.server.url("/status/"))
    try expectNoBarriers("status of \(locale)", browser)
    try browser.resize(width: 1440, height: 900, isMobile: false)
    try browser.visit(
      site.server.url("/\(locale)/matrix/?row=roles-and-responsibilities--printing"))
    for part in ["[data-panel-review] li", ".panel-changes .chip"] {
      try browser.waitFor("return document.querySelector('.panel[open] \(part)') !== null")
    }
    let shown = try browser.waitFor(
      """
      const panel = document.querySelector('.panel[open]');
      return [panel.querySelectorAll('.panel-letters .panel-contact').length,
        panel.querySelectorAll('[data-panel-review] .review-changed').length,
        panel.querySelector('.panel-contact a[href^="mailto:"]') !== null].join(' ');
      """, as: String.self)
    #expect(shown == "2 3 true")
    try browser.execute("document.querySelector('.panel[open]').style.zIndex = 100")
    try expectNoBarriers(
      "row's panel in \(locale)", browser, widths: [1440],
      judging: ["color-contrast", "target-size"])
  }

  @Test(arguments: ["en-US", "ar-SA"])
  func noOpenedPartHasBarriers(_ locale: String) throws {
    let browser = try Browser(.init(languages: [locale]))
    try browser.visit(site.server.url(PageKind.document.path(in: locale)))
    try browser.press("/")
    try browser.focusedElement().type("vpn")
    try browser.waitFor("return document.querySelector('.search-popup .search-result') !== null")
    try browser.press(Key.down)
    try expectNoBarriers("search popup in \(locale)", browser, widths: [1440])
    try browser.press(Key.escape)
    try browser.element(".switcher summary").click()
    try expectNoBarriers("switcher in \(locale)", browser)

    try browser.visit(site.server.url(PageKind.matrix.path(in: locale)))
    try browser.element("tbody th[scope=row] > a").click()
    try browser.waitFor(
      "return document.querySelector('.panel[open] .panel-text [class]') !== null")
    try browser.element(".panel-language summary").click()
    try browser.waitFor("return document.querySelector('.panel-other-title') !== null")
    // axe knows no top layer: it takes heads that stick for something in front of the dialog.
    try browser.execute("document.querySelector('.panel[open]').style.zIndex = 100")
    // Behind a modal dialog there is no page whose regions could be judged.
    try expectNoBarriers(
      "row's panel in \(locale)", browser,
      judging: ["color-contrast", "target-size"])

    try browser.resize(width: 390, height: 844, isMobile: true)
    try browser.visit(site.server.url(PageKind.document.path(in: locale)))
    try browser.element(".menu-button").click()
    try browser.waitFor("return document.querySelector('.navigation:popover-open') !== null")
    #expect(try browser.element(".navigation a[aria-current]").isDisplayed())
    try expectNoBarriers("menu in \(locale)", browser, widths: [390])
  }

  /// The documents of a large guide, which the navigation filters.
  @Test(arguments: ["en-US", "ko-KR"])
  func noFilterOfDocumentsHasBarriers(_ locale: String) throws {
    let guide = try LargeGuide(documents: 200)
    let site = try BuiltSite(of: guide.folder.url, isStrict: false)
    let browser = try Browser(.init(languages: [locale]))
    try browser.visit(site.server.url("/\(locale)/service-7/"))
    try browser.element("[data-document-filter]").type("12")
    try browser.waitFor(
      "return document.querySelector('.navigation-filter [role=status]').textContent.trim() !== ''")
    try expectNoBarriers("filter of documents in \(locale)", browser, widths: [1440])
  }

  /// Expects no violation, and that the rules for contrast and for targets' sizes had something to
  /// judge: an audit that skipped them would find nothing either.
  private func expectNoBarriers(
    _ page: String, _ browser: Browser, widths: [Int] = [1440, 390],
    schemes: [String] = ["light", "dark"],
    judging rules: [String] = ["color-contrast", "target-size", "html-has-lang", "region"],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for width in widths {
      try browser.resize(width: width, height: 900, isMobile: width < 500)
      for scheme in schemes {
        try browser.emulate(["prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"])
        // In the dark only colors are others.
        let colors = ["color-contrast", "link-in-text-block"]
        let audit = try axe.audit(browser, rules: scheme == "dark" ? colors : nil)
        #expect(
          audit.violations.map(\.description) == [], "\(page), \(scheme), \(width) wide",
          sourceLocation: sourceLocation)
        for rule in rules where scheme == "light" || colors.contains(rule) {
          #expect(audit.judged.contains(rule), "\(rule) on \(page)", sourceLocation: sourceLocation)
        }
      }
    }
  }
}
