import Foundation
import TestSupport
import Testing

@testable import Base

/// Texts in another language of the same script are told by their frequent words.
@Suite struct LanguageProfileTests {
  private static let languages = LanguageProfile.languages

  /// A text of a language: words of its list that no other language has.
  private func text(_ index: Int, from random: inout RandomNumbers) -> String? {
    let others = Set(
      Self.languages.enumerated().filter { $0.offset != index }.flatMap(\.element.words))
    let own = Self.languages[index].words.filter { !others.contains($0) }
    guard own.count >= 4 else { return nil }
    // Words that no list has are between the others, as in a sentence.
    return (0..<16).map { $0 % 2 == 0 ? String(random.pick(own)) : "qwrtz" }.joined(separator: " ")
  }

  @Test func everyLanguageIsToldFromEveryOther() throws {
    var random = RandomNumbers(seed: 7)
    var told = 0
    for (index, language) in Self.languages.enumerated() {
      guard let text = text(index, from: &random) else { continue }
      for other in Self.languages {
        let tag = other.tag == "sr" ? "sr-Latn" : other.tag
        let found = LanguageProfile(locale: tag).otherLanguage(of: [text])
        #expect(
          found?.template == (other.tag == language.tag ? nil : language.name), "\(text), \(tag)")
        told += 1
      }
    }
    #expect(told > 1000)
  }

  @Test func shortTextsAndUnknownLanguagesAreLeftAlone() {
    let english = "The team that owns the device is the one that decides what to do with it."
    #expect(LanguageProfile(locale: "de-DE").otherLanguage(of: [english])?.template == "English")
    #expect(LanguageProfile(locale: "en-GB").otherLanguage(of: [english]) == nil)
    #expect(LanguageProfile(locale: "sw-KE").otherLanguage(of: [english]) == nil)
    #expect(LanguageProfile(locale: "sr-RS").otherLanguage(of: [english]) == nil)
    #expect(LanguageProfile(locale: "de").otherLanguage(of: ["the team that decides"]) == nil)
  }

  @Test(arguments: [
    ("zh-CN", "當事件發生時，團隊應該記錄問題並設定負責的人員，然後檢查與更新計劃。", "Traditional Chinese"),
    ("zh-TW", "当事件发生时，团队应该记录问题并设定负责的人员，然后检查与更新计划。", "Simplified Chinese"),
    ("zh-Hant-HK", "當事件發生時，團隊應該記錄問題並設定負責的人員，然後檢查與更新計劃。", nil),
    ("ja-JP", "当事件发生时，团队应该记录问题并设定负责的人员，然后检查与更新计划。", "Simplified Chinese"),
  ]) func writingsOfChineseAreTold(locale: String, text: String, name: String?) {
    #expect(LanguageProfile(locale: locale).otherLanguage(of: [text])?.template == name)
  }

  /// A name without a translation would be English in a German finding.
  @Test func everyNameIsTranslated() throws {
    let folder = Project.root.appending(path: "templates/messages")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for language in Self.languages {
        #expect(text.contains("\"\(language.name)\": "), "\(file) lacks '\(language.name)'")
      }
    }
  }
}
