import Testing

@testable import Guide

/// Words of a locale with values filled in.
@Suite struct FilledWordsTests {
  @Test(arguments: [
    ("en", "1,234 12,345,678", 1_234_567, "1,234,567"), ("es", "1234 12.345.678", 1234, "1234"),
    ("es", "1234 12.345.678", 12345, "12.345"), ("hi", "1,234 1,23,45,678", 123_456, "1,23,456"),
    ("hi", "1,234 1,23,45,678", 1_234_567_890, "1,23,45,67,890"), ("en", "", 1234, "1,234"),
    ("fa", "۱٬۲۳۴ ۱۲٬۳۴۵٬۶۷۸", 2026, "۲٬۰۲۶"), ("xx", "1234 12345678", 1_234_567, "1234567"),
    ("fr", "1\u{202F}234 12\u{202F}345\u{202F}678", 10_000, "10\u{202F}000"),
    ("en", "1,234 12,345,678", -5000, "-5,000"), ("en", "1,234 12,345,678", 0, "0"),
  ]) func numbersFollowTheExamples(tag: String, examples: String, number: Int, text: String) {
    #expect(NumberStyle(examples).text(number) == text)
  }

  @Test(arguments: [
    ("en", "{count} row", 1), ("en", "{count} rows", 0), ("ar", "few", 3), ("ar", "many", 11),
    ("ar", "zero", 0), ("ar", "two", 2), ("ru", "one", 21), ("ru", "few", 22), ("ru", "many", 11),
    ("lv", "zero", 0), ("sl", "two", 102), ("pl", "many", 21), ("ja", "{count} rows", 1),
  ]) func aNumberChoosesTheForm(tag: String, expected: String, count: Int) {
    let word =
      ["en", "ja"].contains(tag)
      ? PluralWord.text([.one: "{count} row", .other: "{count} rows"])
      : PluralWord.text([
        .zero: "zero", .one: "one", .two: "two", .few: "few", .many: "many", .other: "other",
      ])
    let table = StringTable(words: ["key": word], tag: tag)
    #expect(
      table.counted("key", count) == expected.replacingOccurrence(of: "{count}", with: "\(count)"))
  }

  @Test func aWordOfOneFormServesAllNumbers() {
    let table = StringTable(words: ["key": "rows: {count}"], tag: "ar")
    #expect(table.counted("key", 3) == "rows: 3")
    #expect(table.filled("key", ["count": "4"]) == "rows: 4")
  }

  @Test(arguments: [
    ("ar", "{party}: {before} ← {now}", "⁨Acme⁩: ⁨RC⁩ ← ⁨R⁩"),
    ("en", "{party}: {before} → {now}", "Acme: RC → R"),
  ]) func valuesKeepTheirDirection(tag: String, pattern: String, text: String) {
    let table = StringTable(words: ["key": pattern], tag: tag)
    let values = ["party": "Acme", "before": "RC", "now": "R"]
    #expect(table.filled("key", values) == text)
  }

  @Test(arguments: [
    ("en", "עברית", true), ("en", "English", false), ("ar", "12", false), ("ar", "عربي", false),
    ("ar", "日本", true), ("en", "a\u{202E}b", true), ("he", "C", true), ("en", "العربية 12", true),
  ]) func whatRunsTheOtherWayIsIsolated(tag: String, value: String, isIsolated: Bool) {
    let table = StringTable(words: ["key": "<{it}>"], tag: tag)
    let inner = isIsolated ? "\u{2068}\(value)\u{2069}" : value
    #expect(table.filled("key", ["it": value]) == "<\(inner)>")
  }

  @Test(arguments: [
    ("{label}: {value}", "Sprache: "), ("{label}：{value}", "Sprache："),
    ("{label}\u{A0}: {value}", "Sprache\u{A0}: "),
  ]) func aLabelBringsTheSpaceOfItsLanguage(pattern: String, text: String) {
    let table = StringTable(words: ["label_value": pattern, "language": "Sprache"])
    #expect(table.label("language") == text)
  }

  @Test(arguments: [
    ("2026-01-31", "31. Januar 2026"), ("2026-12-01", "1. Dezember 2026"), ("today", "today"),
    ("2026-13-01", "2026-13-01"), ("2026-01", "2026-01"),
  ]) func daysAreWrittenOut(day: String, text: String) {
    let months = LanguageFile.all.first { $0.tag == "de" }?.text("date_months") ?? ""
    let table = StringTable(
      words: ["date_months": months, "date_pattern": "{day}. {month} {year}"], tag: "de")
    #expect(table.date(day) == text)
  }

  @Test(arguments: [
    ("zh-HK", ["zh-HK", "zh-Hant", "zh-TW"]), ("zh-Hant", ["zh-Hant", "zh-TW"]),
    ("pt", ["pt", "pt-BR"]), ("pt-PT", ["pt-PT", "pt", "pt-BR"]),
    ("pt-AO", ["pt-AO", "pt-PT", "pt", "pt-BR"]), ("es-MX", ["es-MX", "es-419", "es"]),
    ("no-NO", ["no-NO", "nb-NO", "nb"]), ("nn", ["nn", "nb"]), ("iw", ["iw", "he"]),
    ("sr-ME", ["sr-ME", "sr-Latn"]), ("sr-Cyrl-RS", ["sr-Cyrl-RS", "sr-Cyrl", "sr"]),
    ("de-CH-1996", ["de-CH-1996", "de-CH", "de"]), ("az-Arab", ["az-Arab"]),
    ("pa-PK", ["pa-PK", "pa-Arab"]), ("zh-Hans-TW", ["zh-Hans-TW", "zh-Hans", "zh"]),
  ]) func wordsComeFromTheNearestRelative(tag: String, chain: [String]) {
    #expect(LanguageTag.chain(of: tag) == chain)
  }
}

extension String {
  fileprivate func replacingOccurrence(of text: String, with other: String) -> String {
    components(text).joined(separator: other)
  }

  private func components(_ separator: String) -> [String] {
    var parts: [String] = [""]
    var rest = self[...]
    while let character = rest.first {
      if rest.hasPrefix(separator) {
        parts.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        parts[parts.count - 1].append(character)
        rest = rest.dropFirst()
      }
    }
    return parts
  }
}
