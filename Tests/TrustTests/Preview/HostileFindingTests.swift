import Foundation
import TestSupport
import Testing

/// The preview's findings on hostile files run no code, as the pages don't.
@Suite(.serialized) struct HostileFindingTests {
  private static let trap = """
    window.fired = () => { top.firedCount = (top.firedCount ?? 0) + 1; };
    window.alert = window.confirm = window.prompt = window.fired;
    """

  /// How many errors a run tells at most, less the mark's.
  private static let mostErrors = 90

  /// Elements and attributes that the preview's script does not make.
  private static let foreign = """
    const own = ['preview-bar', 'preview-overlay', 'preview-beside', 'preview-source'];
    const elements = own.flatMap((name) => [...document.querySelectorAll(`.${name}, .${name} *`)]);
    const names = 'aside dialog ul ol li p strong span code pre mark details summary button a h2'
      .split(' ');
    const attributes = 'class lang dir role type href open title aria-label aria-pressed'.split(' ');
    return elements.flatMap((element) => [
      ...names.includes(element.localName) ? [] : [element.localName],
      ...element.getAttributeNames().filter((name) => !attributes.includes(name)),
      ...element.localName === 'a' && !/^[#/]/.test(element.getAttribute('href'))
        ? [element.getAttribute('href')] : [],
    ]);
    """

  /// Findings of a guide that builds, beside pages and in the bar.
  @Test func nothingOfAFindingRuns() throws {
    let site = try HostileSite()
    try #require(site.result.status == 0, "\(site.result.errors)")
    let preview = try RunningPreview(site.folder)
    let browser = try trappedBrowser()
    let step = Torture.isFull ? 40 : 200
    var paths = ["en-US/sinks-0/", "en-US/rows&0/", "en-US/rows&3/", "en-US/matrix/"]
    paths += try FolderContents(of: site.folder.file("public")).paths
      .filter { $0.hasPrefix("en-US/names/") && $0.hasSuffix("/index.html") }
      .map { String($0.dropLast("index.html".count)) }
      .enumerated().filter { $0.offset % step == 0 }.map(\.element)
    var shown = 0
    for path in paths {
      let address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      try browser.open(preview.url("/" + address))
      try browser.waitFor("return document.querySelector('.preview-bar p') !== null")
      shown += try browser.evaluate(
        "return document.querySelectorAll('.preview-finding').length", as: Int.self)
      try expectHarmless(browser, path)
    }
    #expect(shown > 100)
    Torture.figure("\(shown) findings of hostile files on \(paths.count) previewed pages: none ran")
  }

  /// Errors over the last good page: messages, places, source lines and hints that are vectors.
  @Test func nothingOfAnErrorRuns() throws {
    let preview = try RunningPreview(try HostileGuide().folder)
    let browser = try trappedBrowser()
    var shown = 0
    let starts = stride(from: 0, to: AttackVector.all.count, by: Self.mostErrors)
    for start in starts where Torture.isFull || start % (3 * Self.mostErrors) == 0 {
      try breakGuide(of: preview, by: AttackVector.all.dropFirst(start))
      shown += try openBroken(preview, browser)
      try expectHarmless(browser, "errors from \(start)")
    }
    #expect(shown > 300)
    Torture.figure("\(shown) errors that hold attack vectors over a previewed page: none ran")
  }

  /// With a script that takes text for markup the trap springs.
  @Test func aCarelessScriptIsFound() throws {
    let guide = try HostileGuide()
    try guide.folder.copy(Project.templates, to: "templates")
    let script = try guide.folder.read("templates/preview/preview.js")
    let careless = script.replacing(
      "element.append(...children);",
      with: "for (const child of children) typeof child === 'string' "
        + "? element.insertAdjacentHTML('beforeend', child) : element.append(child);")
    try #require(careless != script)
    try guide.folder.write(careless, to: "templates/preview/preview.js")
    let preview = try RunningPreview(guide.folder)
    let browser = try trappedBrowser()
    try breakGuide(of: preview, by: AttackVector.all.filter { $0.technique == .tag }[...])
    _ = try openBroken(preview, browser)
    try browser.waitFor("return (top.firedCount ?? 0) > 10")
    #expect(try !browser.evaluate(Self.foreign, as: [String].self).isEmpty)
  }

  /// Gives the guide settings whose names and values are vectors, the first of these.
  private func breakGuide(
    of preview: RunningPreview, by vectors: ArraySlice<AttackVector>
  ) throws {
    let mark = "broken-by-\(vectors.startIndex)"
    let settings = vectors.prefix(Self.mostErrors).map { "\(yaml($0.text)): \(yaml($0.text))\n" }
    try preview.folder.write(
      (HostileGuide.files["content/guide.yml"] ?? "") + "\(mark): 1\n" + settings.joined(),
      to: "content/guide.yml")
    try preview.wait(for: mark, at: "/-/facts?page=/")
  }

  /// Opens a page and gives the number of errors over it.
  private func openBroken(_ preview: RunningPreview, _ browser: Browser) throws -> Int {
    try browser.open(preview.url("/en-US/"))
    try browser.waitFor("return document.querySelector('dialog.preview-overlay[open]') !== null")
    return try browser.evaluate(
      "return document.querySelectorAll('.preview-overlay .preview-finding').length", as: Int.self)
  }

  /// A browser that counts what runs, and that no policy of the server's protects.
  private func trappedBrowser() throws -> Browser {
    let browser = try Browser()
    try browser.command("Page.enable")
    try browser.command("Page.setBypassCSP", ["enabled": true])
    try browser.command("Page.addScriptToEvaluateOnNewDocument", ["source": .string(Self.trap)])
    return browser
  }

  private func expectHarmless(_ browser: Browser, _ page: String) throws {
    #expect(try browser.evaluate(Self.foreign, as: [String].self) == [], "\(page)")
    #expect(try browser.evaluate("return top.firedCount ?? 0", as: Int.self) == 0, "\(page)")
    let log = try browser.takeLog().map(\.description)
    let asked = log.filter { $0.contains("attacker.example") || $0.contains("NAME_NOT_RESOLVED") }
    #expect(asked == [], "\(page)")
  }
}
