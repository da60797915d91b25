/// Divides texts into the tokens by which the site's search finds them: words and, in writing
/// without spaces, each pair of neighbours.
///
/// It remembers what each character becomes, so that a text is read in one pass without being
/// decomposed as a whole.
public struct SearchTokens {
  /// Where the tokens of the text that was read last stand in its key.
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
    if !writeEach(text) {
      writer.clear()
      writer.append(decomposing: text)
    }
    ranges.removeAll(keepingCapacity: true)
    let key = writer.bytes
    var start = 0
    for position in 0...key.count where position == key.count || key[position] == 0x20 {
      if position > start { appendTokens(of: start..<position, in: key) }
      start = position + 1
    }
  }

  /// Writes the key character by character.
  ///
  /// - Returns: whether that is the key. Marks that follow each other come in an order of their
  ///   own, which only the whole text tells.
  private mutating func writeEach(_ text: String) -> Bool {
    var isBehindMark = false
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        writer.append(searchForm(ofASCII: UInt8(truncatingIfNeeded: scalar.value)))
        isBehindMark = false
        continue
      }
      let form = forms.form(of: scalar)
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

  private mutating func appendTokens(of word: Range<Int>, in key: [UInt8]) {
    guard Self.isDividedIntoPairs(word, in: key) else {
      ranges.append(word)
      return
    }
    var previous = word.lowerBound
    var position = previous + Self.width(ofLead: key[previous])
    while position < word.upperBound {
      let end = position + Self.width(ofLead: key[position])
      ranges.append(previous..<end)
      (previous, position) = (position, end)
    }
  }

  /// Whether a word of two letters and more has one of a script that is written without spaces.
  private static func isDividedIntoPairs(_ word: Range<Int>, in key: [UInt8]) -> Bool {
    var position = word.lowerBound
    while position < word.upperBound {
      let width = width(ofLead: key[position])
      if width >= 3, width < word.count {
        var value = UInt32(key[position]) & (0x7F >> UInt32(width))
        for byte in key[(position + 1)..<(position + width)] {
          value = value << 6 | UInt32(byte & 0x3F)
        }
        if isWrittenWithoutSpaces(value) { return true }
      }
      position += width
    }
    return false
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

/// What single characters become in a search key, each found out once.
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
  /// Where the forms of each block of 256 characters begin; nil for blocks not met so far.
  private var blocks = [Int?](repeating: nil, count: 0x1100)

  mutating func form(of scalar: Unicode.Scalar) -> Form {
    let block = Int(scalar.value >> 8)
    let start: Int
    if let known = blocks[block] {
      start = known
    } else {
      start = forms.count
      blocks[block] = start
      forms.append(contentsOf: repeatElement(nil, count: 256))
    }
    let index = start + Int(scalar.value & 0xFF)
    if let known = forms[index] { return known }
    let form = makeForm(of: scalar)
    forms[index] = form
    return form
  }

  private mutating func makeForm(of scalar: Unicode.Scalar) -> Form {
    var form = Form(start: bytes.count)
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
