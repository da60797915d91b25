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
    for (index, byte) in bytes.enumerated() {
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
    for (index, byte) in bytes.enumerated() {
      guard byte & 0xC0 != 0x80 else { continue }
      length += 1
      switch byte {
      case 0x0A: lineBreakCount += 1
      case 0x21, 0x2E, 0x3F:
        let isLast = index + 1 == bytes.count
        if isLast || bytes[index + 1] <= 0x20 { sentenceCount += 1 }
      case 0xD8...0xEF where Self.endsSentence(bytes[index...]): sentenceCount += 1
      default: break
      }
    }
  }

  /// The full stops, exclamation and question marks of other scripts: Arabic, Urdu, Devanagari,
  /// Chinese and Japanese, and the full-width forms.
  private static func endsSentence(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    marks.contains { $0.count <= bytes.count && bytes.starts(with: $0) }
  }

  private static let marks = ["؟", "۔", "।", "॥", "。", "！", "？", "．"].map { Array($0.utf8) }
}

/// The words of a text that are likely to stand in every translation: in Latin letters and digits,
/// and with a digit, two capitals or a capital after the first letter in them.
///
/// In languages that write with Latin letters a plain capital says little, so names such as
/// "Exchange" are left to the words that both texts have.
public func keptTokens(in text: String) -> Set<String> {
  var scanner = TextScanner()
  scanner.scan(text)
  return Set(scanner.keptTokens)
}
