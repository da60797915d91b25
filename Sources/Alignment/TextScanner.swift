/// Reads texts once for their length, their sentences, their lines and the words they keep.
struct TextScanner {
  /// In code points.
  private(set) var length = 0
  private(set) var sentenceCount = 0
  private(set) var lineBreakCount = 0
  /// Each as often as it is there.
  private(set) var keptTokens: [String] = []

  /// Reads one text more.
  mutating func scan(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      scanWords(bytes)
      scanMarks(bytes)
    }
  }

  private mutating func scanWords(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var isTelling = false
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x61...0x7A: continue
      case 0x30...0x39: isTelling = true
      case 0x41...0x5A: isTelling = isTelling || index > start
      default:
        if isTelling { keep(bytes[start..<index]) }
        (start, isTelling) = (index + 1, false)
      }
    }
    if isTelling { keep(bytes[start...]) }
  }

  /// Keeps a word of Latin letters and digits in small letters; a single one says nothing.
  private mutating func keep(_ word: Slice<UnsafeBufferPointer<UInt8>>) {
    guard word.count >= 2 else { return }
    keptTokens.append(
      String(unsafeUninitializedCapacity: word.count) { buffer in
        for (index, byte) in word.enumerated() {
          buffer[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        }
        return word.count
      })
  }

  private mutating func scanMarks(_ bytes: UnsafeBufferPointer<UInt8>) {
    var codePoints = 0
    for byte in bytes { codePoints += byte & 0xC0 == 0x80 ? 0 : 1 }
    length += codePoints
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x0A: lineBreakCount += 1
      case 0x21, 0x2E, 0x3F:
        let isLast = index + 1 == bytes.count
        if isLast || bytes[index + 1] <= 0x20 { sentenceCount += 1 }
      case 0xD8, 0xDB, 0xE0, 0xE3, 0xEF:
        if Self.endsSentence(byte, bytes[(index + 1)...].prefix(2)) { sentenceCount += 1 }
      default: break
      }
    }
  }

  /// The full stops, exclamation marks, and question marks of other scripts, by their first byte
  /// and those behind it.
  ///
  /// They are of Arabic, Urdu, Devanagari, Chinese, and Japanese, and the full-width forms.
  private static func endsSentence(
    _ lead: UInt8, _ rest: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    switch (lead, rest.first, rest.last) {
    case (0xD8, 0x9F, _), (0xDB, 0x94, _): true
    case (0xE0, 0xA5, 0xA4), (0xE0, 0xA5, 0xA5), (0xE3, 0x80, 0x82): true
    case (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x8E): true
    default: false
    }
  }
}

/// The words of a text that are likely to be in every translation.
///
/// They are in Latin letters and digits, with a digit, two capitals, or a capital after the first
/// letter. In languages with Latin letters, a plain capital says little, so names such as "Exchange" are
/// left to the words that both texts have.
public func keptTokens(in text: String) -> Set<String> {
  var scanner = TextScanner()
  scanner.scan(text)
  return Set(scanner.keptTokens)
}
