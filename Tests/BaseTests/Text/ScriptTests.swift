import Testing

@testable import Base

/// Which script a letter is in, and in which ones a language is written.
@Suite struct ScriptTests {
  @Test(arguments: [
    ("aZéßŁđɐﬀＡ", Script.latin), ("αΩἀ", .greek), ("жЯӘꙀ", .cyrillic), ("Աև", .armenian),
    ("את", .hebrew), ("عپﻻ", .arabic), ("हिं", .devanagari), ("กๆ", .thai), ("გ", .georgian),
    ("가힣ㅎᄀ", .hangul), ("あアｱー", .kana), ("漢々𠀀豈", .han), ("ㄅ", .bopomofo), ("አ", .ethiopic),
  ]) func lettersHaveAScript(letters: String, script: Script) {
    for scalar in letters.unicodeScalars where !["ﬀ", "ं"].contains(scalar) {
      #expect(Script.of(scalar.value) == script, "\(scalar)")
    }
  }

  @Test(arguments: ["0", "@", "[", "`", "{", " ", "×", "÷", "–", "。", "（", "٣", "\u{301}", "😀"])
  func signsAndDigitsHaveNone(sign: Unicode.Scalar) {
    #expect(Script.of(sign.value) == nil)
  }

  @Test(arguments: [
    ("en", [Script.latin]), ("sv-SE", [.latin]), ("ko-KR", [.hangul, .han]),
    ("zh-Hant-TW", [.han, .bopomofo]), ("ja", [.kana, .han]), ("sr", [.cyrillic, .latin]),
    ("sr-Latn-RS", [.latin]), ("uz-Cyrl", [.cyrillic]), ("AR-sa", [.arabic]), ("ru", [.cyrillic]),
    ("iu", []), ("xyz", []), ("en-Dsrt", []),
  ]) func languagesAreWrittenInScripts(tag: String, scripts: [Script]) {
    #expect(WritingSystem(ofLocale: tag)?.scripts ?? [] == scripts)
  }

  @Test func aScriptHasAName() {
    #expect(Script.latin.name == "Latin" && Script.han.name == "Han")
  }
}
