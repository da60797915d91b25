import Exchange
import Testing

/// Text files of rows, as spreadsheets of all countries write them.
@Suite struct SeparatedTextTests {
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    try SeparatedText(bytes).sheet.rows.map { row in
      (0...(row.cells.last?.column ?? 0)).map { row[$0] }
    }
  }

  @Test(arguments: [
    ("a,b\nc,d", ","), ("a;b;1,5\nc;d;2,5\n", ";"), ("a\tb, c\r\nd\te, f\r\n", "\t"),
    ("a|b|c\nd|e|f", "|"), ("\"a;b;c\",d\ne,f", ","), ("sep=;\na;b,c\n", ";"), ("word\n", ","),
    ("Matrix of the team\n\nTask;Lead;Desk\nDisks;A;R\n", ";"),
  ])
  func theSeparatorIsFound(text: String, separator: Character) throws {
    #expect(try SeparatedText(Array(text.utf8)).separator == separator)
  }

  @Test func quotedFieldsHoldAnything() throws {
    let text = "a,\"b, \"\"c\"\"\nd\",e\r\n,,\n\"\",f,\n"
    #expect(try rows(Array(text.utf8)) == [["a", "b, \"c\"\nd", "e"], ["", "f"]])
    let lines = try SeparatedText(Array(text.utf8)).sheet.rows.map(\.number)
    #expect(lines == [1, 4])
  }

  @Test func aQuoteThatIsNeverClosedIsText() throws {
    let text = "a,b\n\"c,d\ne,\"f\"\n"
    let file = try SeparatedText(Array(text.utf8))
    #expect(file.unclosedQuoteLine == nil)
    let open = try SeparatedText(Array("a,b\nc,\"d\ne,f\n".utf8))
    #expect(open.unclosedQuoteLine == 2)
    #expect(open.sheet.rows.map { $0[1] } == ["b", "\"d", "f"])
  }

  @Test(arguments: [
    ([0xEF, 0xBB, 0xBF, 0x61, 0x2C, 0x62] as [UInt8], TextEncoding.utf8, ["a", "b"]),
    ([0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0xE4, 0], .utf16LittleEndian, ["a", "ä"]),
    ([0xFE, 0xFF, 0, 0x61, 0, 0x2C, 0, 0xE4], .utf16BigEndian, ["a", "ä"]),
    ([0x61, 0, 0x2C, 0, 0x62, 0], .utf16LittleEndian, ["a", "b"]),
    ([0x61, 0x2C, 0xE4, 0x80], .windows1252, ["a", "ä€"]),
    ([0x61, 0x2C, 0xC3, 0xA4], .utf8, ["a", "ä"]),
  ])
  func theEncodingIsFound(bytes: [UInt8], encoding: TextEncoding, fields: [String]) throws {
    let file = try SeparatedText(bytes)
    #expect(file.encoding == encoding)
    #expect(file.sheet.rows.first?.cells.map(\.text) == fields)
  }

  @Test func everyLineEndEndsARow() throws {
    #expect(try rows(Array("a,1\rb,2\r\nc,3\n".utf8)) == [["a", "1"], ["b", "2"], ["c", "3"]])
  }
}
