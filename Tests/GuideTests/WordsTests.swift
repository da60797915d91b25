import Base
import Testing

@testable import Guide

/// The small values that settings are made of.
@Suite struct WordsTests {
  @Test(arguments: [
    ("", "/"), ("/", "/"), ("guides", "/guides/"), ("/guides", "/guides/"), ("guides/", "/guides/"),
    ("/a/b-c_d.e~f", "/a/b-c_d.e~f/"),
  ]) func aBasePathHasASlashAtBothEnds(text: String, expected: String) {
    #expect(BasePath.normalized(text) == expected)
  }

  @Test(arguments: [
    "..", "/a/../b", "a/./b", "//host/x", "/a//b", "/ä", "/a b", "/a?b", "/a#b", "\\a", "/a%20b",
    "https://a.example/b",
  ]) func otherTextIsNoBasePath(text: String) {
    #expect(BasePath.normalized(text) == nil)
  }

  @Test(arguments: [
    ("R", "R"), ("AR", "RA"), ("ICAR", "RACI"), ("", ""), ("CI", "CI"),
  ]) func lettersAreReadInAnyOrderAndWrittenInOne(text: String, expected: String) throws {
    #expect(try LetterSet.parse(text, .raci).get().text == expected)
  }

  @Test(arguments: [
    ("X", Character("X"), false), ("R A", " ", false), ("r", "r", false), ("RÁ", "Á", false),
    ("RAR", "R", true), ("А", "А", false),
  ]) func otherLettersAreRefused(text: String, character: Character, isDouble: Bool) {
    guard case .failure(let unknown) = LetterSet.parse(text, .raci) else {
      Issue.record("'\(text)' was taken for letters")
      return
    }
    #expect(unknown.character == character)
    #expect(unknown.isDouble == isDouble)
  }

  @Test(arguments: [
    ("de-DE", ["de-DE", "de"]), ("zh-CN", ["zh-CN", "zh-Hans", "zh"]),
    ("zh-TW", ["zh-TW", "zh-Hant"]), ("zh-Hant-HK", ["zh-Hant-HK", "zh-Hant", "zh-TW"]),
    ("zh", ["zh", "zh-Hans"]), ("sr-Latn-RS", ["sr-Latn-RS", "sr-Latn"]),
    ("sr-RS", ["sr-RS", "sr-Cyrl", "sr"]), ("es-419", ["es-419", "es"]),
  ]) func wordsComeInTheScriptOfTheLocale(tag: String, chain: [String]) {
    #expect(LanguageTag.chain(of: tag) == chain)
  }

  @Test func manyEqualNamesTakeLinearTime() {
    var ids = IdentifierSet(reserved: ["a-3"])
    let names = (0..<50_000).map { _ in ids.takeNumbered("a") }
    #expect(names.prefix(4) == ["a", "a-2", "a-4", "a-5"])
    #expect(Set(names).count == 50_000)
  }

  private func loader(_ files: [String: String]) -> (StringLoader, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let sources = files.sorted { $0.key < $1.key }.map { name, text in
      (name: name, file: SourceFile(path: "strings/\(name).yml", bytes: Array(text.utf8)))
    }
    return (StringLoader(sources, diagnostics: &diagnostics), diagnostics)
  }

  @Test func eachWordComesFromTheFirstOfTheChainThatHasIt() throws {
    let (strings, findings) = loader([
      "en": "a: en\nb: en\nc: en\nd: en\ne: en\nf: en\n",
      "de": "a: de\nb: de\nc: de\nd: de\ne: de\n",
      "de-CH": "a: de-CH\nb: de-CH\nc: de-CH\nd: de-CH\n", "zh": "a: zh\nb: zh\nc: zh\n",
      "zh-CN": "a: zh-CN\nb: zh-CN\n",
    ])
    #expect(findings.isEmpty)
    let said = LocaleSettings.load(
      SourceFile(path: "zh-CN/locale.yml", bytes: Array("strings: {a: own}".utf8)),
      locale: "zh-CN", parties: []
    ).settings
    let table = strings.table(
      for: "zh-CN", source: "de-CH", settings: said, localeFile: .init(path: "zh-CN/locale.yml")
    ).table
    #expect(
      ["a", "b", "c", "d", "e", "f", "g"].map { table[$0] } == [
        "own", "zh-CN", "zh", "de-CH", "de", "en", "g",
      ])
  }

  @Test func wordsThatALocaleLacksOrNobodyReadsAreReported() {
    let (strings, _) = loader(["en": "a: 1\nb: 2\nc: 3\nd: 4\nsearch: 5\n", "sv": "a: 1\n"])
    let said = LocaleSettings.load(
      SourceFile(path: "sv/locale.yml", bytes: Array("strings:\n  b: x\n  serch: y\n".utf8)),
      locale: "sv", parties: []
    ).settings
    let findings = strings.table(
      for: "sv", source: "en", settings: said, localeFile: .init(path: "sv/locale.yml")
    ).diagnostics
    #expect(
      findings.map(\.text) == [
        "sv/locale.yml: warning: 3 UI words have no text in 'sv', such as 'c', 'd', 'search' "
          + "[strings/missing]\n  hint: add templates/strings/sv.yml, or 'strings' here",
        "sv/locale.yml:3:3: warning: no template reads the UI word 'serch' [strings/unknown]\n"
          + "  hint: did you mean 'search'?",
      ])
    #expect(strings.hasWords(for: "sv-FI"))
    #expect(!strings.hasWords(for: "fi-FI"))
  }

  @Test func brokenWordsAreReportedAtTheirPlace() {
    let (_, findings) = loader(["en": "a: 1\nb: [x]\na: 2\n", "fr": "- x\n"])
    #expect(
      findings.sortedByPlace().map(\.text) == [
        "strings/en.yml:2:4: error: 'b' must be text, not a list [yaml/invalid]",
        "strings/en.yml:3:1: error: 'a' is written twice [yaml/duplicate-key]\n"
          + "strings/en.yml:1:1: note: first written here",
        "strings/fr.yml:1:1: error: the file must be a mapping, not a list [yaml/invalid]",
      ])
  }

  @Test(arguments: [
    ("{count} rows", "12 rows"), ("rows: {count}", "rows: 12"), ("{count}{count}", "1212"),
    ("{other} {count}", "{other} 12"), ("no place", "no place"), ("{count", "{count"), ("}{", "}{"),
    ("{} {count}", "{} 12"), ("{name}", "{count}"),
  ]) func placeholdersAreFilledOnce(word: String, expected: String) {
    let table = StringTable(words: ["key": word])
    #expect(table.filled("key", ["count": "12", "name": "{count}"]) == expected)
  }
}
