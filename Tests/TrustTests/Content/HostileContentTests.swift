import Foundation
import TestSupport
import Testing

/// Nothing that a writer can write runs in a reader's browser or asks another host for anything.
@Suite(.serialized) struct HostileContentTests {
  /// Counts what runs, in every frame.
  private static let trap = """
    window.fired = () => { top.firedCount = (top.firedCount ?? 0) + 1; };
    window.alert = window.confirm = window.prompt = window.fired;
    """

  @Test func vectorsAreManyAndOfEveryTechnique() {
    let counts = Dictionary(grouping: AttackVector.all, by: \.technique).mapValues(\.count)
    #expect(AttackVector.all.count >= 500)
    for technique in AttackVector.Technique.allCases {
      #expect(counts[technique, default: 0] >= 20)
    }
    Torture.figure(
      "\(AttackVector.all.count) attack vectors in \(HostileSite.sinks.count) sinks of text")
  }

  @Test func nothingRunsAndNoRequestLeaves() throws {
    for round in 0..<Torture.count("ROLEBOOK_CONTENT_ROUNDS", ci: 1, torture: 5) {
      let site = try HostileSite(round: round)
      try #require(site.result.status == 0, "\(site.result.errors)")
      expectHarmless(site.result.said)
      // Without a policy of the server's: the pages themselves must be harmless.
      let server = try StaticServer(
        serving: site.folder.file("public"), options: .init(fields: [:]))
      let pages = try site.pages()
      #expect(pages.count > 1_000)
      let browser = try trappedBrowser()
      try browser.open(server.url("/en-US/"))
      let found = try complaints(browser, pages)
      #expect(found == [])
      for page in pages where Self.isToBeOpened(page) {
        try browser.open(server.url("/" + page))
        try expectNothingFired(browser, page)
      }
      try search(browser, server, round)
    }
  }

  /// With escaping switched off the same checks find what they look for.
  @Test func withoutEscapingTheTrapSprings() throws {
    let templates = try TemporaryFolder()
    try templates.copy(Project.templates, to: "templates")
    for file in try FileManager.default.contentsOfDirectory(atPath: Project.templates.path)
    where file.hasSuffix(".mustache") {
      let text = try templates.read("templates/" + file)
      try templates.write(
        text.replacing(/\{\{([a-z][\w.]*)\}\}/) { "{{{\($0.1)}}}" }, to: "templates/" + file)
    }
    let site = try HostileSite(round: 0, templates: templates.file("templates"))
    try #require(site.result.status == 0, "\(site.result.errors)")
    let server = try StaticServer(serving: site.folder.file("public"), options: .init(fields: [:]))
    let browser = try trappedBrowser()
    try browser.open(server.url("/404.html"))
    let found = try complaints(browser, try site.pages())
    #expect(found.count > 100)
    for page in ["en-US/", "en-US/matrix/", "de-DE/search/"] {
      try browser.open(server.url("/" + page))
    }
    #expect(try browser.evaluate("return top.firedCount ?? 0", as: Int.self) > 0)
  }

  /// The vectors themselves are live: as a page's own markup many of them run.
  @Test func vectorsAreLive() throws {
    let folder = try TemporaryFolder(files: ["index.html": "<!DOCTYPE html><title>x</title>"])
    let server = try StaticServer(serving: folder.url, options: .init(fields: [:]))
    let browser = try trappedBrowser()
    try browser.open(server.url())
    let script = """
      for (const text of arguments[0]) {
        const frame = document.createElement('iframe');
        frame.srcdoc = text;
        document.body.append(frame);
      }
      """
    let tags = AttackVector.all.filter { [.tag, .mutation].contains($0.technique) }.map(\.text)
    try browser.execute(script, .array(tags.map { .string($0) }))
    try browser.waitFor("return (top.firedCount ?? 0) >= 60", seconds: 60)
    let count = try browser.evaluate("return top.firedCount", as: Int.self)
    Torture.figure(
      "\(count) of \(tags.count) vectors of markup fire by themselves where nothing is escaped")
  }

  /// Whether a browser opens a page, beside parsing it: in CI each kind of page once.
  private static func isToBeOpened(_ page: String) -> Bool {
    if page.contains("/titles/") || page.contains("/names/") { return false }
    return Torture.isFull || page.hasPrefix("en-US/") || !page.contains("/")
  }

  private func trappedBrowser() throws -> Browser {
    let browser = try Browser()
    try browser.command("Page.enable")
    try browser.command("Page.addScriptToEvaluateOnNewDocument", ["source": .string(Self.trap)])
    return browser
  }

  private func expectNothingFired(_ browser: Browser, _ page: String) throws {
    let fired = try browser.evaluate("return top.firedCount ?? 0", as: Int.self)
    #expect(fired == 0, "\(page)")
    let log = try browser.takeLog().map(\.description)
    let asked = log.filter { $0.contains("attacker.example") || $0.contains("NAME_NOT_RESOLVED") }
    #expect(asked == [], "\(page)")
  }

  /// Forbidden markup that an HTML parser finds in the pages.
  private func complaints(_ browser: Browser, _ pages: [String]) throws -> [String] {
    var result: [String] = []
    for start in stride(from: 0, to: pages.count, by: 200) {
      let part = pages[start..<min(start + 200, pages.count)].map { page in
        "/" + (page.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? page)
      }
      result += try browser.evaluate(
        MarkupRules.script, .array(part.map { .string($0) }), as: [String].self)
    }
    return result
  }

  /// Searches for vectors, and for their common part.
  private func search(_ browser: Browser, _ server: StaticServer, _ round: Int) throws {
    let step = Torture.isFull ? 7 : 60
    let texts = stride(from: round, to: AttackVector.all.count, by: step).map {
      AttackVector.all[$0].text
    }
    for text in ["fired", "onerror"] + texts {
      let query = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      try browser.open(server.url("/en-US/search/?q=\(query)"))
      try expectNothingFired(browser, "search for \(text.debugDescription)")
    }
    try browser.open(server.url("/en-US/search/?q=fired"))
    try browser.waitFor("return document.querySelector('.search-results a') !== null")
    let markup =
      "document.querySelector('.search-results').querySelector('img, script, svg, iframe')"
    #expect(try browser.evaluate("return \(markup) === null", as: Bool.self))
    try expectNothingFired(browser, "search results")
  }
}

/// Expects that a terminal shows nothing but what is written.
func expectHarmless(_ said: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let harmful = said.unicodeScalars.filter { scalar in
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
  #expect(harmful.map { String($0.value, radix: 16) } == [], sourceLocation: sourceLocation)
}
