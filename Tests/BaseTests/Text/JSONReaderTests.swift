import Foundation
import TestSupport
import Testing

@testable import Base

/// JSON is read as RFC 8259 has it.
@Suite struct JSONReaderTests {
  private func parse(_ text: String) throws -> JSONText { try .parse(Array(text.utf8)) }

  @Test(arguments: [
    ("null", JSONText.null), (" true ", .boolean(true)), ("false", .boolean(false)),
    ("-1.5e3", .number("-1.5e3")), (#""a\"\\\/\n\u00e9""#, .string("a\"\\/\né")),
    (#""\ud83d\ude00 역""#, .string("😀 역")), ("[]", .array([])),
    ("[1, [2]]", .array([.number("1"), .array([.number("2")])])), ("{ }", .object([])),
    (
      #"{"b":1 , "a":[]}"#,
      .object([.init(key: "b", value: .number("1")), .init(key: "a", value: .array([]))])
    ),
  ]) func valuesAreRead(text: String, value: JSONText) throws {
    #expect(try parse(text) == value)
  }

  @Test(arguments: [
    ("", 0), ("nul", 0), ("[1,]", 3), ("{\"a\" 1}", 5), ("{a:1}", 1), ("\"a", 2), ("1 2", 2),
    ("\"\u{1}\"", 1), (#""\x""#, 3), (#""\ud800""#, 7), (#""\u12g4""#, 3), ("[", 1), ("--", 0),
  ]) func otherTextIsRefusedAtItsPlace(text: String, offset: Int) {
    #expect(throws: JSONError(offset: offset)) { try parse(text) }
  }

  @Test func deepNestingIsRefusedAtOnce() {
    #expect(throws: JSONError(offset: 64)) { try parse(String(repeating: "[", count: 100_000)) }
    #expect(throws: JSONError.self) { try JSONText.parse([0x22, 0xFF, 0x22]) }
  }

  /// Code units in any order are the text that UTF-16 makes of them, or are refused.
  @Test func codeUnitsAreTextOrRefused() {
    let edges: [UInt16] = [
      0, 0x20, 0x41, 0xD7FF, 0xD800, 0xD83D, 0xDBFF, 0xDC00, 0xDE00, 0xDFFF, 0xE000, 0xFFFF,
    ]
    var random = RandomNumbers(seed: 14)
    for _ in 0..<caseCount("ROLEBOOK_JSON_CASES", default: 5_000) {
      let units = (0..<random.number(in: 1...5)).map { _ in
        random.once(in: 4) ? UInt16(random.number(in: 0...0xFFFF)) : random.pick(edges)
      }
      let digits = units.map { String($0, radix: 16) }
      let escapes = digits.map { "\\u" + String(repeating: "0", count: 4 - $0.utf8.count) + $0 }
      let text = "\"" + escapes.joined() + "\""
      let expected = String(validating: units, as: UTF16.self)
      #expect(
        (try? parse(text))?.text.map { Array($0.utf16) } == expected.map { Array($0.utf16) },
        "\(text)")
    }
  }

  @Test func membersAreFound() throws {
    let value = try parse(#"{"a":{"b":"c"},"d":[1]}"#)
    #expect(value["a"]?["b"]?.text == "c")
    #expect(value["d"]?.elements == [.number("1")])
    #expect(value["x"] == nil && value["a"]?.text == nil && value["a"]?.elements == [])
    #expect(value.members.map(\.key) == ["a", "d"])
  }
}
