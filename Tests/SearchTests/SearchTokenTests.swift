import Base
import Testing

@testable import Search

@Suite struct SearchTokenTests {
  @Test(arguments: [
    ("Für Büro-Geräte, §5", "fur buro gerate 5"),
    ("ﬁne ½ ﷺ", "fine 1 2 صلي الله عليه وسلم"),
    ("İstanbul ІЇЙ Straße ŁÓDŹ", "istanbul іїи strasse lodz"),
    ("🔒 locked 𝐁old", "locked bold"),
    ("٣٤ كـتاب", "34 كتاب"), ("", ""), (" — ", ""),
  ])
  func textIsFoldedAsReadersTypeIt(_ text: String, _ key: String) {
    #expect(searchKey(text) == String(decoding: byDefinition(key), as: UTF8.self))
  }

  /// Marks that follow each other, hidden characters between them, jamo, and what UTF-16 writes as
  /// two units.
  @Test(arguments: [
    "เพื่อน กุ้ง ผู้ให้", "क़्ष  \u{915}\u{94D}\u{93C}", "\u{915}\u{94D}\u{200D}\u{93C}", "책임자 지정 ㈎",
    "責任者を指定する パスワード", "a\u{323}\u{301}b", "\u{1100}\u{1161}\u{11A8}", "𠮷野家 がぎ",
    "é\u{94D}\u{93C}", "\u{E01}\u{E38}\u{E48}\u{E38}",
  ])
  func charactersOneByOneMakeTheKeyOfTheWholeText(_ text: String) {
    var tokens = SearchTokens()
    for _ in 1...2 {
      tokens.read(text)
      #expect(tokens.key == byDefinition(text))
    }
  }

  @Test(arguments: [
    ("Patch the host", ["patch", "the", "host"]), ("補丁管理 IT", ["補丁", "丁管", "管理", "it"]),
    ("補", ["補"]), ("x補y", ["x補", "補y"]), ("𠮷野", ["𠮷野"]), ("", []),
  ])
  func wordsAndPairsAreTokens(_ text: String, _ expected: [String]) {
    var tokens = SearchTokens()
    tokens.read("something else before")
    tokens.read(text)
    #expect(tokens.ranges.map { String(decoding: tokens.key[$0], as: UTF8.self) } == expected)
  }

  private func byDefinition(_ text: String) -> [UInt8] {
    var writer = SearchKeyWriter()
    writer.append(decomposing: text)
    return writer.bytes
  }
}
