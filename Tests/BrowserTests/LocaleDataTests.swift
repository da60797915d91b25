import Base
import Foundation
import Guide
import TestSupport
import Testing

/// The program's own tables of plural forms and numbers say what the browser's CLDR says.
@Suite struct LocaleDataTests {
  private static let tags: [String] = {
    let folder = Project.templates.appending(path: "strings")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.sorted()
  }()

  /// Languages of which the browser knows nothing.
  private func known(_ browser: Browser) throws -> [String] {
    let list = Self.tags.map { "'\($0)'" }.joined(separator: ",")
    return try browser.evaluate(
      "return Intl.PluralRules.supportedLocalesOf([\(list)])", as: [String].self)
  }

  @Test func pluralFormsAreTheBrowsers() throws {
    let browser = try Browser()
    try browser.open("about:blank")
    let numbers = Array(0...200) + [1000, 1_000_000, 1_000_001, 2_000_000]
    let tags = try known(browser)
    #expect(tags.count >= 40)
    for tag in tags + ["ca-ES", "pt-AO", "cy", "ga", "mt", "fil", "be", "mk", "hsb"] {
      let theirs = try browser.evaluate(
        "const it = new Intl.PluralRules('\(tag)'); return \(numbers).map((n) => it.select(n))",
        as: [String].self)
      let ours = numbers.map { PluralRules(tag).category(of: $0).rawValue }
      let isKnown = try browser.evaluate(
        "return Intl.PluralRules.supportedLocalesOf(['\(tag)']).length", as: Int.self)
      if isKnown == 1 { #expect(ours == theirs, "\(tag)") }
    }
  }

  @Test func numbersAreTheBrowsers() throws {
    let browser = try Browser()
    try browser.open("about:blank")
    let numbers = Array(0...200) + [999, 1000, 9999, 12345, 123_456, 1_234_567, 123_456_789]
    // Chromium has no numbers of Icelandic.
    for tag in try known(browser) where tag != "is" {
      let url = Project.templates.appending(path: "strings/\(tag).yml")
      let root = YAMLParser.parse([UInt8](try Data(contentsOf: url)), path: url.path).root
      let examples = root?.members?.first { $0.key == "numbers" }?.value.text ?? ""
      // Guides in Arabic are written with Western digits.
      let asked = tag == "ar" ? "ar-u-nu-latn" : tag
      let theirs = try browser.evaluate(
        "const it = new Intl.NumberFormat('\(asked)'); return \(numbers).map((n) => it.format(n))",
        as: [String].self)
      #expect(numbers.map(NumberStyle(examples).text) == theirs, "\(tag)")
    }
  }

  @Test(arguments: ["en-US", "ar-SA", "fr-FR"])
  func scriptsFillWordsAsTheProgramDoes(tag: String) throws {
    let site = try BuiltSite()
    let browser = try Browser()
    try browser.visit(site.server.url("/\(tag)/matrix/"))
    let assets = try FileManager.default.contentsOfDirectory(
      atPath: site.folder.appending(path: "assets").path)
    let script = try #require(assets.first { $0.hasPrefix("words.") })
    let word = PluralWord.text([
      .zero: "z", .one: "{count} one {it}", .two: "two", .few: "{count} few", .many: "{count} many",
      .other: "{count} other {it}",
    ])
    let numbers = try browser.evaluate("return document.body.dataset.numbers", as: String.self)
    let table = StringTable(words: ["word": word, "numbers": numbers], tag: tag)
    let counts = Array(0...200) + [1234, 12345, 1_000_000]
    for value in ["RC", "עברית", "12", "a\u{200F}b"] {
      let theirs = try browser.evaluate(
        """
        return import('/assets/\(script)').then(({ counted }) =>
          \(counts).map((n) => counted(`\(word)`, n, { it: '\(value)' })))
        """, as: [String].self)
      #expect(counts.map { table.counted("word", $0, ["it": value]) } == theirs)
    }
  }
}
