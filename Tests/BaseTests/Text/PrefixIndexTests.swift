import TestSupport
import Testing

@testable import Base

/// The index finds what looking at every text would.
@Suite struct PrefixIndexTests {
  @Test func findsWhatALoopFinds() {
    for seed in 0..<400 as Range<UInt64> {
      var random = RandomNumbers(seed: seed)
      func text(_ longest: Int) -> [UInt8] {
        (0..<random.number(in: 0...longest)).map { _ in UInt8(random.number(in: 97...98)) }
      }
      let texts = (0..<random.number(in: 0...12)).map { _ in text(4) }
      let other = text(8)
      for position in 0...other.count {
        var found: Set<Int> = []
        other.withUnsafeBufferPointer { bytes in
          PrefixIndex(texts).forEachPrefix(of: bytes, from: position) { number, end in
            found.insert(number)
            #expect(end == position + texts[number].count)
          }
        }
        let expected = texts.indices.filter {
          other[position...].starts(with: texts[$0]) && texts.firstIndex(of: texts[$0]) == $0
        }
        #expect(found == Set(expected), "seed \(seed)")
      }
    }
  }

  /// Every pair of code units in a string, surrogates alone and in pairs, is a text or an error.
  @Test func surrogatesAreReadOrRefused() throws {
    let units = ["0041", "D7FF", "D800", "DBFF", "DC00", "DFFF", "E000", "FFFF", "d83d", "de00"]
    for first in units {
      for second in units + [""] {
        let escape = "\\u" + first + (second.isEmpty ? "" : "\\u" + second)
        let value = try? JSONText.parse(Array("\"\(escape)\"".utf8)).text
        let codes = [first, second].compactMap { UInt16($0, radix: 16) }
        let isValid = String(validating: codes, as: UTF16.self)
        #expect(value == isValid, "\(escape)")
      }
    }
  }

  @Test func editsAreAccountedFor() {
    for seed in 0..<500 as Range<UInt64> {
      var random = RandomNumbers(seed: seed)
      let original = (0..<random.number(in: 0...20)).map { _ in UInt8(random.number(in: 0...3)) }
      var edits = ByteEdits(original)
      for _ in 0..<4 {
        let start = random.number(in: 0...original.count)
        let end = random.number(in: start...original.count)
        edits.replace(start..<end, with: [9, 9])
      }
      var result = edits.applied()
      #expect(edits.account(for: result), "seed \(seed)")
      if let index = result.indices.first(where: { result[$0] < 9 }) {
        result[index] = 8
        #expect(!edits.account(for: result), "seed \(seed)")
      }
    }
  }
}
