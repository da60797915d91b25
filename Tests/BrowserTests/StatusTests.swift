import Foundation
import TestSupport
import Testing

/// The pages that tell of work to do: the map of `/status/`, and rows that changed in the source.
@Suite(.serialized) struct StatusTests {
  private let site: BuiltSite
  private let content: TemporaryFolder

  /// The bundled guide with its translations left behind in every way.
  init() throws {
    let content = try TemporaryFolder()
    self.content = content
    try content.copy(Project.content, to: "content")
    func edit(_ path: String, _ change: (String) -> String) throws {
      try content.write(change(try content.read("content/" + path)), to: "content/" + path)
    }
    let roles = "roles-and-responsibilities"
    try edit("en-US/\(roles).md") {
      $0.replacing("| Apps |", with: "| Applications |")
        + "| <a name=\"scanning\"></a>Scanning | Your IT admins look after scanners. |\n"
    }
    try edit("raci/\(roles).yml") {
      $0.replacing(
        "network-infrastructure: {}",
        with: "network-infrastructure: {raci: {customer-it: A, operations: R}}")
        + "      scanning: {}\n"
    }
    try edit("en-US/index.md") { $0 + "\nOne more sentence.\n" }
    try edit("fr-FR/getting-help.md") {
      $0.replacing("order:", with: "translation: machine\norder:")
    }
    try edit("sv-SE/reading-the-matrix.md") { $0.replacing("source_digest:", with: "other:") }
    try FileManager.default.removeItem(at: content.file("content/ko-KR/getting-help.md"))
    site = try BuiltSite(of: content.file("content"), isStrict: false)
  }

  @Test func theyHaveNoBarriers() throws {
    #expect(try SiteCrawler(site.folder).problems() == [])
    let (browser, axe) = (try Browser(), try Axe())
    let document = "roles-and-responsibilities/"
    for page in ["status/", "de-DE/\(document)", "ar-SA/\(document)", "ar-SA/matrix/"] {
      try browser.visit(site.server.url("/" + page))
      for (width, scheme) in [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")] {
        try browser.resize(width: width, height: 900, isMobile: width < 500)
        try browser.emulate(["prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"])
        let audit = try axe.audit(browser)
        #expect(audit.violations.map(\.description) == [], "\(page), \(scheme), \(width) wide")
        let overflow = "return document.documentElement.scrollWidth - innerWidth"
        #expect(try browser.evaluate(overflow, as: Int.self) <= 0, "\(page), \(width) wide")
      }
    }
    try browser.expectQuiet()
  }

  @Test func aFieldLeadsToItsFindings() throws {
    let browser = try Browser()
    try browser.visit(site.server.url("/status/"))
    try browser.element(".heat-map a[href='#_findings-de-DE-2']").click()
    try browser.expectTarget("_findings-de-DE-2")
    let group = ".heat-group:has(#_findings-de-DE-2)"
    let places = try browser.texts("\(group) .finding-place")
    #expect(places.count == 3)
    for rule in ["changed-wording", "changed-owner", "responsibility-missing"] {
      #expect(places.contains { $0.contains("de-DE/") && $0.hasSuffix("/\(rule)") }, "\(rule)")
    }
    try browser.expectQuiet()
  }

  /// Two states that look the same without colour differ in nothing that one could see.
  @Test func theMapReadsWithoutColour() throws {
    let browser = try Browser()
    try browser.visit(site.server.url("/status/"))
    let looks = try browser.evaluate(
      """
      return [...document.querySelectorAll('.heat-legend .heat')].map((field) => {
        const style = getComputedStyle(field);
        const pattern = style.backgroundImage.replace(/(color|rgba?)\\([^()]*\\)/g, '');
        return [pattern, style.backgroundSize, style.borderStyle].join(' ');
      })
      """, as: [String].self)
    #expect(looks.count == 8)
    #expect(Set(looks).count == looks.count)
    let signs = try browser.texts(".heat-legend .heat-signs")
    #expect(Set(signs).count == 8 && !signs.contains(""))
    let shown = try browser.evaluate(
      """
      return [...new Set([...document.querySelectorAll('.heat-map td .heat')].map(
        (field) => field.className.split(' ')[1]))].sort()
      """, as: [String].self)
    #expect(
      shown == [
        "heat-current", "heat-machine", "heat-missing", "heat-mixed", "heat-owner", "heat-stale",
        "heat-unstamped",
      ])
  }
}
