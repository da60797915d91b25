import Base
import Foundation
import TestSupport
import Testing

/// Base 64, compared with Foundation's.
@Suite struct Base64Tests {
  @Test func bytesGoThereAndBack() {
    var random = RandomNumbers(seed: 64)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      var text: [UInt8] = []
      text.appendBase64(bytes)
      #expect(String(decoding: text, as: UTF8.self) == Data(bytes).base64EncodedString())
      #expect([UInt8](base64: text) == bytes)
    }
    #expect([UInt8](base64: "a b".utf8) == nil)
  }
}
