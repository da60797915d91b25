import Foundation
import Testing

@testable import Base

@Suite struct JSONWriterTests {
  static let nasty = [
    "", "\"", "\\", "\\\"", "/", "\u{0}", "\u{1}\u{8}\u{C}\u{1F}\u{7F}", "\n\r\t", "</script>",
    "<!--", "\u{2028}\u{2029}", "é", "e\u{301}", "책임", "👩‍👩‍👧", "a\u{FEFF}b", "\u{10FFFF}", "\r\n",
    "null", "{}", "\u{202E}x",
  ]

  @Test func everyStringComesBackAsItWas() throws {
    var writer = JSONWriter()
    writer.array { writer in for text in Self.nasty { writer.value(text) } }
    let read = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String]
    for (text, original) in zip(try #require(read), Self.nasty) {
      #expect(Array(text.utf8) == Array(original.utf8))
    }
  }

  @Test func everyKeyComesBackAsItWas() throws {
    for key in Self.nasty {
      var writer = JSONWriter()
      writer.object { $0.member(key, 1) }
      let read = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Int]
      #expect(Array(try #require(read?.keys.first).utf8) == Array(key.utf8))
    }
  }

  @Test func commasStandBetweenAndNowhereElse() {
    var writer = JSONWriter(capacity: 100)
    writer.object { writer in
      writer.member("text", "a")
      writer.member("none", nil as String?)
      writer.member("number", -5)
      writer.member("flag", true)
      writer.key("list")
      writer.array { writer in
        writer.array { _ in }
        writer.object { _ in }
        writer.value(false)
        writer.value(Int.max)
        writer.value(nil as String?)
      }
      writer.key("last")
      writer.object { $0.member("x", false) }
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"text":"a","none":null,"number":-5,"flag":true,"#
        + #""list":[[],{},false,9223372036854775807,null],"last":{"x":false}}"#)
  }

  @Test func markupInStringsIsHarmlessInsideAPage() {
    var writer = JSONWriter()
    writer.value("</script><!--")
    #expect(!writer.bytes.contains(UInt8(ascii: "<")))
  }
}

@Suite struct HTMLTextTests {
  @Test func everythingThatHTMLGivesAMeaningIsEscaped() {
    var bytes: [UInt8] = Array("x".utf8)
    bytes.appendEscapingHTML("<a href=\"x\" title='y'>&amp; 책</a>".utf8)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "x&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp; 책&lt;/a&gt;")
  }
}

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Apps", "apps"), ("Straße", "strasse"), ("ÄÖÜ", "aou"), ("café", "cafe"),
    ("cafe\u{301}", "cafe"), ("ﬁn", "fin"), ("Ⅷ", "viii"), ("ＡＢＣ", "abc"), ("İ", "i"), ("I", "i"),
    ("soft\u{AD}hyphen", "softhyphen"), ("", ""), ("中文", "中文"), ("عَرَبِيّ", "عربي"),
  ]) func lettersCompareEqual(text: String, expected: String) {
    #expect(folded(text) == expected)
    #expect(folded(folded(text)) == folded(text))
  }

  @Test func composedAndDecomposedHangulFoldToTheSameBytes() {
    #expect(
      Array(folded("책임").utf8) == Array(folded("책임".decomposedStringWithCanonicalMapping).utf8))
  }

  @Test(arguments: [
    ("Roles & Responsibilities", "roles-responsibilities"), ("Microsoft's part", "microsofts-part"),
    ("Microsoft’s part", "microsofts-part"), ("  --a--b-- ", "a-b"), ("책임 및 역할", "책임-및-역할"),
    ("Zuständigkeit", "zustandigkeit"), ("!?", ""), ("", ""), ("C++ 1.2", "c-1-2"), ("角色", "角色"),
    ("a_b", "a-b"),
  ]) func aSlugKeepsLettersAndDigits(text: String, expected: String) {
    #expect(Array(slug(text).utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("Straße 책임 1", "strasse-1"), ("책임", ""), ("VPN 을 설정", "vpn"), ("App-Ä", "app-a"),
    ("책 a 책 b", "a-b"),
  ]) func anASCIISlugHasNothingElse(text: String, expected: String) {
    #expect(asciiSlug(text) == expected)
  }
}

@Suite struct URLTextTests {
  @Test(arguments: [
    ("a/b-c_d.e~f", "a/b-c_d.e~f"), ("a b", "a%20b"), ("ä", "%C3%A4"),
    ("a?b#c&d=e", "a%3Fb%23c%26d%3De"),
    ("100%", "100%25"), ("<\">'", "%3C%22%3E%27"), ("책", "%EC%B1%85"), ("..\\x", "..%5Cx"),
    ("", ""),
  ]) func whatURLsReserveIsEncoded(text: String, expected: String) {
    #expect(percentEncoded(text) == expected)
    #expect(percentDecoded(expected) == text)
  }

  @Test(arguments: [
    ("%e4%b8%ad", "中"), ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%41%", "A%"), ("%FF", nil),
    ("a%00b", nil), ("%2541", "%41"), ("%+1", "%+1"),
  ]) func decodingLeavesAloneWhatIsNoSequence(text: String, expected: String?) {
    #expect(percentDecoded(text) == expected)
  }
}
