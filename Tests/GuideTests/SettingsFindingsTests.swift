import Base
import GuideFixtures
import Testing

@testable import Guide

/// Defects of one of the YAML files, each finding at its place.
@Suite struct SettingsFindingsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let findings: [String]

    init(_ text: String, _ findings: String...) {
      self.text = text
      self.findings = findings
    }

    var testDescription: String { text }

    /// The file without marks, and the findings at the marked places.
    func placed(as path: String) -> (file: SourceFile, findings: [String]) {
      let marked = MarkedFiles([path: text])
      let bytes = Array((marked.files[path] ?? "").utf8)
      return (SourceFile(path: path, bytes: bytes), marked.placed(findings))
    }
  }

  @Test(arguments: [
    Case("", "guide.yml: error: the file is empty [guide/invalid]"),
    Case(
      "⟦[]\n",
      "⟦: error: guide.yml must be a mapping, not a list [guide/invalid]"),
    Case("⟦locales: [en]\n", "⟦: error: 'source_locale' is missing [guide/invalid]"),
    Case("⟦source_locale: en\n", "⟦: error: 'locales' is missing [guide/invalid]"),
    Case("⟦source_locale: en\nlocales: []\n", "⟦: error: 'locales' is missing [guide/invalid]"),
    Case(
      "source_locale: ⟦[en]\nlocales: [en]\n",
      "⟦: error: 'source_locale' must be text, not a list [guide/invalid]"),
    Case(
      "source_locale: en\nlocales: ⟦en\n",
      "⟦: error: 'locales' must be a list, not text [guide/invalid]"),
    Case(
      "source_locale: en\nlocales: [en, ⟦{}]\n",
      "⟦: error: an entry of 'locales' must be text, not a mapping [guide/invalid]"),
    Case(
      "source_locale: ⟦en-UK\nlocales: [en-US, de]\n",
      "⟦: error: the source locale 'en-UK' is not one of 'locales' [guide/invalid]\n"
        + "  hint: did you mean 'en-US'?"),
    Case(
      "source_locale: en\nlocales: [en, ⟦e, ⟦de_DE, ⟦deutschland, ⟦../x]\n",
      "⟦: error: 'e' in 'locales' is not a language tag such as 'de-DE' [guide/invalid]",
      "⟦: error: 'de_DE' in 'locales' is not a language tag such as 'de-DE' [guide/invalid]",
      "⟦: error: 'deutschland' in 'locales' is not a language tag such as 'de-DE' [guide/invalid]",
      "⟦: error: '../x' in 'locales' is not a language tag such as 'de-DE' [guide/invalid]"),
    Case(
      "source_locale: en\nlocales: [⟧en, ⟦EN]\n",
      "⟦: error: 'EN' appears twice in 'locales' [guide/invalid]\n⟧: note: the first one is here"),
    Case(
      "source_locale: en\nlocales: [en]\nparties: [⟦a b, ⟦-x, ⟦über, x_1]\n",
      "⟦: error: 'a b' in 'parties' is not ASCII letters, digits, '-' and '_', beginning with a "
        + "letter or digit [guide/invalid]",
      "⟦: error: '-x' in 'parties' is not ASCII letters, digits, '-' and '_', beginning with a "
        + "letter or digit [guide/invalid]",
      "⟦: error: 'über' in 'parties' is not ASCII letters, digits, '-' and '_', beginning with a "
        + "letter or digit [guide/invalid]"),
    Case(
      "source_locale: en\nlocales: [en]\nparties:\n  - ⟧a\n  - ⟦a\n",
      "⟦: error: 'a' appears twice in 'parties' [guide/invalid]\n⟧: note: the first one is here"),
    Case(
      "source_locale: en\nlocales: [en]\n⟦base_pth: /\n",
      "⟦: error: unknown key 'base_pth' in guide.yml [yaml/unknown-key]\n"
        + "  hint: did you mean 'base_path'?"),
    Case(
      "⟧source_locale: en\nlocales: [en]\n⟦source_locale: de\n",
      "⟦: error: 'source_locale' is written twice [yaml/duplicate-key]\n"
        + "⟧: note: first written here"),
    Case(
      "source_locale: en\nlocales: [en\nparties⟦: []\n",
      "⟦: error: did not find expected ',' or ']' [yaml/invalid]"),
    Case(
      "source_locale: en\nlocales: [en]\nbase_path: ⟦../x\n",
      "⟦: error: 'base_path' must be a path such as '/guides/desktop/' [guide/invalid]"),
    Case(
      "source_locale: en\nlocales: [en]\nsite_url: ⟦https://a.example/x\n",
      "⟦: error: 'site_url' must be an origin such as 'https://intranet.example' [guide/invalid]\n"
        + "  hint: write the path under 'base_path'"),
    Case(
      "source_locale: en\nlocales: [en]\nlinks: ⟦{}\n",
      "⟦: error: 'links' must be a list, not a mapping [guide/invalid]"),
    Case(
      "source_locale: en\nlocales: [en]\nlinks:\n  - ⟦prefix: a\n  - ⟦to: https://a\n"
        + "  - ⟦{prefix: a, to: ftp://a}\n  - ⟦x\n",
      "⟦: error: a link rule needs 'prefix' and 'to', an http or https address [guide/invalid]",
      "⟦: error: a link rule needs 'prefix' and 'to', an http or https address [guide/invalid]",
      "⟦: error: a link rule needs 'prefix' and 'to', an http or https address [guide/invalid]",
      "⟦: error: a link rule must be a mapping, not text [guide/invalid]"),
    Case(
      "source_locale: en\nlocales: [en, de]\nfallback:\n  ⟦dee: [de]\n  de: [⟦enn]\n",
      "⟦: error: 'dee' in 'fallback' is not one of 'locales' [guide/invalid]\n"
        + "  hint: did you mean 'de'?",
      "⟦: error: 'enn' in 'fallback' is not one of 'locales' [guide/invalid]\n"
        + "  hint: did you mean 'en'?"),
    Case(
      "source_locale: en\nlocales: [en]\nfallback: ⟦[en]\n",
      "⟦: error: 'fallback' must be a mapping, not a list [guide/invalid]"),
  ]) func guideYAML(_ table: Case) {
    let (file, expected) = table.placed(as: "guide.yml")
    let (settings, findings) = GuideSettings.load(file)
    #expect(findings.sortedByPlace().map(\.text) == expected)
    #expect(findings.containsError)
    _ = settings
  }

  @Test(arguments: [
    Case("⟦- x\n", "⟦: error: locale.yml must be a mapping, not a list [locale/invalid]"),
    Case("title: ⟦[x]\n", "⟦: error: 'title' must be text, not a list [locale/invalid]"),
    Case(
      "⟦titl: x\n",
      "⟦: error: unknown key 'titl' in locale.yml [yaml/unknown-key]\n"
        + "  hint: did you mean 'title'?"),
    Case("direction: ⟦left\n", "⟦: error: 'direction' must be ltr or rtl [locale/invalid]"),
    Case("direction: ⟦\"\"\n", "⟦: error: 'direction' must be ltr or rtl [locale/invalid]"),
    Case("parties: ⟦[a]\n", "⟦: error: 'parties' must be a mapping, not a list [locale/invalid]"),
    Case(
      "parties:\n  ⟦custmer: {name: K}\n",
      "⟦: error: unknown party 'custmer' [raci/unknown-party]\n"
        + "  hint: did you mean 'customer'?"),
    Case(
      "parties:\n  ⟦customer:\n",
      "⟦: error: the party 'customer' needs a 'name' [locale/invalid]"),
    Case(
      "parties:\n  ⟦customer: {name: \" \"}\n",
      "⟦: error: the party 'customer' needs a 'name' [locale/invalid]"),
    Case(
      "parties:\n  customer: ⟦[x]\n",
      "⟦: error: the party 'customer' must be a mapping, not a list [locale/invalid]"),
    Case(
      "parties:\n  customer: {name: K, ⟦shrt: L}\n",
      "⟦: error: unknown key 'shrt' in the party 'customer' [yaml/unknown-key]\n"
        + "  hint: did you mean 'short'?"),
    Case("strings: ⟦x\n", "⟦: error: 'strings' must be a mapping, not text [locale/invalid]"),
    Case(
      "strings:\n  search: ⟦{}\n", "⟦: error: 'search' needs the form 'other' [locale/invalid]"),
  ]) func localeYAML(_ table: Case) {
    let (file, expected) = table.placed(as: "de/locale.yml")
    let loaded = LocaleSettings.load(file, locale: "de", parties: ["provider", "customer"])
    #expect(loaded.diagnostics.sortedByPlace().map(\.text) == expected)
  }

  @Test(arguments: [
    Case("# nothing\n", "raci/roles.yml: error: the file is empty [raci/invalid]"),
    Case("⟦text\n", "⟦: error: the file must be a mapping, not text [raci/invalid]"),
    Case(
      "⟦section: {}\n",
      "⟦: error: unknown key 'section' in the file [yaml/unknown-key]\n"
        + "  hint: did you mean 'sections'?"),
    Case(
      "accountable_does_work: ⟦yes\n",
      "⟦: error: 'accountable_does_work' must be true or false [raci/invalid]"),
    Case(
      "accountable_does_work: ⟦\"true\"\n",
      "⟦: error: 'accountable_does_work' must be true or false [raci/invalid]"),
    Case("sections: ⟦[]\n", "⟦: error: 'sections' must be a mapping, not a list [raci/invalid]"),
    Case(
      "sections:\n  a: ⟦[]\n",
      "⟦: error: the section 'a' must be a mapping, not a list [raci/invalid]"),
    Case(
      "sections:\n  a: {⟦racy: {}}\n",
      "⟦: error: unknown key 'racy' in the section 'a' [yaml/unknown-key]\n"
        + "  hint: did you mean 'raci'?"),
    Case(
      "sections:\n  a:\n    raci: {⟦custmer: A}\n",
      "⟦: error: unknown party 'custmer' [raci/unknown-party]\n"
        + "  hint: did you mean 'customer'?"),
    Case(
      "sections:\n  a:\n    raci: {⟦nobody-near: A}\n",
      "⟦: error: unknown party 'nobody-near' [raci/unknown-party]\n"
        + "  hint: add it to 'parties' in guide.yml"),
    Case(
      "sections:\n  a:\n    raci: {customer: ⟦RX, provider: ⟦AA}\n",
      "⟦: error: unknown letter 'X' in 'RX' [raci/unknown-letter]\n"
        + "  hint: use R, A, C, and I",
      "⟦: error: the letter 'A' appears twice in 'AA' [raci/unknown-letter]\n"
        + "  hint: use R, A, C, and I"),
    Case(
      "sections:\n  a:\n    raci: {customer: ⟦ra}\n",
      "⟦: error: unknown letter 'r' in 'ra' [raci/unknown-letter]\n"
        + "  hint: use R, A, C, and I"),
    Case(
      "sections:\n  a:\n    raci: {customer: ⟦[R, A]}\n",
      "⟦: error: the letters of 'customer' must be text, not a list [raci/invalid]"),
    Case(
      "sections:\n  a:\n    raci: {⟧customer: R, ⟦customer: A}\n",
      "⟦: error: 'customer' is written twice [yaml/duplicate-key]\n"
        + "⟧: note: first written here"),
    Case(
      "sections:\n  a:\n    responsibilities: ⟦[x]\n",
      "⟦: error: 'responsibilities' must be a mapping, not a list [raci/invalid]"),
    Case(
      "sections:\n  a:\n    responsibilities:\n      ⟦a.1: {}\n      ⟦책임: {}\n",
      "⟦: error: 'a.1' is not a valid id [raci/invalid]\n  hint: use ASCII letters, digits, "
        + "'-' and '_', beginning with a letter or digit",
      "⟦: error: '책임' is not a valid id [raci/invalid]\n  hint: use ASCII letters, digits, "
        + "'-' and '_', beginning with a letter or digit"),
    Case(
      "sections:\n  a:\n    responsibilities: {⟧x: {}}\n  b:\n    responsibilities: {⟦x: {}}\n",
      "⟦: error: the id 'x' appears twice in this file [raci/duplicate-responsibility]\n"
        + "⟧: note: the first one is here"),
    Case(
      "sections:\n  a:\n    responsibilities:\n      x: {evidnce: {}, raci: ⟦x}\n"
        .replacing("evidnce", with: "⟦evidnce"),
      "⟦: error: unknown key 'evidnce' in 'x' [yaml/unknown-key]\n"
        + "  hint: did you mean 'evidence'?",
      "⟦: error: 'raci' must be a mapping, not text [raci/invalid]"),
    Case(
      "sections:\n  a:\n    responsibilities:\n      x: {evidence: {⟦customr: 1}}\n",
      "⟦: error: unknown party 'customr' [raci/unknown-party]\n"
        + "  hint: did you mean 'customer'?"),
    Case(
      "sections:\n  a:\n    responsibilities:\n"
        + "      x: {evidence: {customer: ⟦0, provider: ⟦one}}\n",
      "⟦: error: the evidence of 'customer' must be a clause's number, from 1 [raci/invalid]",
      "⟦: error: the evidence of 'provider' must be a clause's number, from 1 [raci/invalid]"),
    Case(
      "sections:\n  a:\n    responsibilities:\n      x: {evidence: {customer: ⟦\"1\"}}\n",
      "⟦: error: the evidence of 'customer' must be a clause's number, from 1 [raci/invalid]"),
  ]) func raciYAML(_ table: Case) {
    let (file, expected) = table.placed(as: "raci/roles.yml")
    let loaded = RaciFile.load(
      file, key: "roles", parties: ["provider", "customer"], letters: .raci)
    #expect(loaded.diagnostics.sortedByPlace().map(\.text) == expected)
  }

  @Test(arguments: ["guide.yml", "de/locale.yml", "raci/roles.yml"])
  func bytesThatAreNotUTF8AreFound(path: String) {
    let file = SourceFile(path: path, bytes: Array("a: 1\nb: x".utf8) + [0xE9, 0x0A])
    let findings =
      switch path {
      case "guide.yml": GuideSettings.load(file).1
      case "de/locale.yml": LocaleSettings.load(file, locale: "de", parties: []).diagnostics
      default: RaciFile.load(file, key: "roles", parties: [], letters: .raci).diagnostics
      }
    #expect(
      findings.map(\.text) == [
        "\(path):2:5: error: the file is not valid UTF-8 (the first invalid byte is 0xe9) [file/invalid-utf-8]\n"
          + "  hint: save the file as UTF-8"
      ])
  }
}
