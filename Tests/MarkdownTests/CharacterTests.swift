import Base
import Testing

@testable import Markdown

@Suite struct CharacterTests {
  @Test func controlCharactersAreReplacedAndReported() throws {
    let parsed = try Parsed("a\u{0}b\n책\u{1B}[31m\u{7F}\tc\u{C}\n")
    #expect(parsed.html.contains("a\u{FFFD}b\n책\u{FFFD}[31m\u{FFFD}\tc"))
    #expect(
      parsed.diagnostics.map(\.location.description) == [
        "guide.md:1:2", "guide.md:2:2", "guide.md:2:7",
      ])
    #expect(parsed.diagnostics.first?.message == "control character 0x0 in the text")
    #expect(parsed.diagnostics.allSatisfy { $0.id == .controlCharacter })
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0xEC, 0xB1, 0x85, 0xFF], "guide.md:2:2"), ([0xC3], "guide.md:1:1"),
      ([0x23, 0x20, 0xFE, 0x6C], "guide.md:1:3"),
      ([0x0D, 0x0A, 0x61, 0xED, 0xA0, 0x80], "guide.md:2:2"),
    ] as [([UInt8], String)])
  func whatIsNotUTF8IsRefusedAtItsPlace(bytes: [UInt8], place: String) {
    let result = DocumentParser.parse(
      SourceFile(path: "guide.md", bytes: bytes),
      .init(key: "guide", locale: "en-US", isResponsibilityDocument: false))
    #expect(result.document == nil)
    #expect(result.diagnostics.map(\.id) == [.encodingInvalid])
    #expect(result.diagnostics.map(\.location.description) == [place])
  }

  @Test func referencesBringInNoControlCharacters() throws {
    let parsed = try Parsed("a&#27;b &#0; &#x7f;c | d\n--|--\n&#1; | e\n", responsibilities: true)
    #expect(
      !parsed.html.unicodeScalars.contains {
        $0.value < 0x0A || $0.value == 0x1B || $0.value == 0x7F
      })
    #expect(parsed.html.contains("a\u{FFFD}b \u{FFFD} \u{FFFD}c"))
    #expect(parsed.document.rows.first?.title == "\u{FFFD}")
  }

  @Test(arguments: ["", "\n", "\r", " ", "\u{FEFF}", "---\n---\n"])
  func nothingIsADocument(markdown: String) throws {
    let parsed = try Parsed(markdown)
    #expect(parsed.html.isEmpty)
    #expect(parsed.messages.isEmpty)
    #expect(parsed.document.title == "Guide")
  }
}
