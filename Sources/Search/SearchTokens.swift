import Base

/// Divides texts into the tokens by which the site's search finds them: words and, in writing
/// without spaces, each pair of neighbors.
///
/// It remembers the folded form of each character, so a text is read in one pass without being
/// decomposed as a whole.
public struct SearchTokens {
  /// The ranges of the last text's tokens in its key.
  public private(set) var ranges: [Range<Int>] = []
  private var writer = SearchKeyWriter()
  private var forms = SearchForms()

  /// The text that was read last, as the search compares it.
  public var key: [UInt8] { writer.bytes }

  /// Starts without a text.
  public init() {}

  /// Reads the next text.
  public mutating func read(_ text: String) {
    writer.clear()
    var text = text
    if !text.withUTF8({ writeEach($0) }) {
      writer.clear()
      writer.append(decomposing: text)
    }
    ranges.removeAll(keepingCapacity: true)
    writer.bytes.withUnsafeBufferPointer { key in
      let mayBePairs = key.first(from: 0) { $0.from(0xE0) } < key.count
      var start = 0
      while start < key.count {
        let end = key.first(from: start) { $0.equal(0x20) }
        if mayBePairs, Self.isDividedIntoPairs(start..<end, in: key) {
          Self.appendPairs(of: start..<end, in: key, to: &ranges)
        } else {
          ranges.append(start..<end)
        }
        start = end + 1
      }
    }
  }

  /// Writes the key character by character.
  ///
  /// - Returns: whether that is the key. Marks that follow each other come in an order of their
  ///   own, which only the whole text tells.
  private mutating func writeEach(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isBehindMark = false
    var position = 0
    while position < text.count {
      if text[position] < 0x80 {
        position = writer.appendASCII(of: text, from: position)
        isBehindMark = false
        continue
      }
      let end = position + Self.width(ofLead: text[position])
      let form = forms.form(of: Self.codePoint(text, position..<end))
      position = end
      if form.holdsMark {
        if isBehindMark { return false }
        isBehindMark = true
      } else if form.count > 0 {
        isBehindMark = false
      }
      for position in form.start..<(form.start + form.count) {
        writer.append(forms.bytes[position])
      }
    }
    return true
  }

  private static func appendPairs(
    of word: Range<Int>, in key: UnsafeBufferPointer<UInt8>, to ranges: inout [Range<Int>]
  ) {
    var previous = word.lowerBound
    var position = previous + width(ofLead: key[previous])
    while position < word.upperBound {
      let end = position + width(ofLead: key[position])
      ranges.append(previous..<end)
      (previous, position) = (position, end)
    }
  }

  /// Whether a word of two letters and more has one of a script that is written without spaces.
  private static func isDividedIntoPairs(
    _ word: Range<Int>, in key: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var position = word.lowerBound
    while position < word.upperBound {
      let width = width(ofLead: key[position])
      if width >= 3, width < word.count {
        let codePoint = codePoint(key, position..<(position + width))
        if isWrittenWithoutSpaces(codePoint) { return true }
      }
      position += width
    }
    return false
  }

  /// The code point of two bytes and more of UTF-8.
  private static func codePoint(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> UInt32 {
    var value = UInt32(text[range.lowerBound]) & (0x7F >> UInt32(range.count))
    for position in range.dropFirst() { value = value << 6 | UInt32(text[position] & 0x3F) }
    return value
  }

  /// How many bytes a character takes in UTF-8.
  private static func width(ofLead byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar letters, by their blocks.
  private static func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0x20000...0x323AF:
      true
    default: false
    }
  }
}

/// The forms of single characters in a search key, each found out once.
private struct SearchForms {
  /// A form's place in `bytes`.
  struct Form {
    var start = 0
    var count = 0
    /// Whether it has a mark that takes part in the order of marks.
    var holdsMark = false
  }

  /// All forms one after another.
  private(set) var bytes: [UInt8] = []
  private var forms: [Form?] = []
  /// The start of the forms of each block of 256 characters; nil for blocks not met so far.
  private var blocks = [Int?](repeating: nil, count: 0x1100)

  mutating func form(of codePoint: UInt32) -> Form {
    let block = Int(codePoint >> 8)
    let start: Int
    if let known = blocks[block] {
      start = known
    } else {
      start = forms.count
      blocks[block] = start
      forms.append(contentsOf: repeatElement(nil, count: 256))
    }
    let index = start + Int(codePoint & 0xFF)
    if let known = forms[index] { return known }
    let form = makeForm(of: codePoint)
    forms[index] = form
    return form
  }

  private mutating func makeForm(of codePoint: UInt32) -> Form {
    var form = Form(start: bytes.count)
    guard let scalar = Unicode.Scalar(codePoint) else { return form }
    for part in compatibilityDecomposed(String(scalar)).unicodeScalars {
      let before = bytes.count
      appendSearchForm(of: part, to: &bytes)
      if bytes.count > before, part.properties.canonicalCombiningClass != .notReordered {
        form.holdsMark = true
      }
    }
    form.count = bytes.count - form.start
    return form
  }
}
