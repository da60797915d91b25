/// The text as the site's search compares it, by the same steps as `fold` in `search.js`: NFKD,
/// without invisible characters and the marks of scripts that leave them out, small letters, a few
/// letters as readers type them, digits of Arabic scripts as 0 to 9, all else a space, one space
/// between words.
public func searchKey(_ text: String) -> String {
  String(decoding: searchKeyBytes(text), as: UTF8.self)
}

private func searchKeyBytes(_ text: String) -> [UInt8] {
  var key = SearchKeyWriter(capacity: text.utf8.count)
  if text.utf8.allSatisfy({ $0 < 0x80 }) {
    for byte in text.utf8 { key.appendASCII(byte) }
  } else {
    for scalar in compatibilityDecomposed(text).unicodeScalars { key.append(scalar) }
  }
  return key.bytes
}

private struct SearchKeyWriter {
  private(set) var bytes: [UInt8] = []
  private var pendingSpace = false

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func appendASCII(_ byte: UInt8) {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: append(byte: byte)
    case 0x41...0x5A: append(byte: byte | 0x20)
    default: pendingSpace = true
    }
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x80: appendASCII(UInt8(truncatingIfNeeded: scalar.value))
    case 0x300...0x36F: return
    // Small Cyrillic, Hangul, Kana and Han letters, which stay as they are.
    case 0x430...0x44F, 0x1100...0x11FF, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF:
      append(letter: scalar)
    default: appendByProperties(scalar)
    }
  }

  private mutating func appendByProperties(_ scalar: Unicode.Scalar) {
    if isDropped(scalar) { return }
    for small in scalar.properties.lowercaseMapping.unicodeScalars where !isDropped(small) {
      if let typed = typedLetters[small] {
        for byte in typed.utf8 { append(byte: byte) }
      } else if let digit = arabicDigit(small) {
        append(byte: digit)
      } else if isSearchable(small) {
        append(letter: small)
      } else {
        pendingSpace = true
      }
    }
  }

  private mutating func append(letter: Unicode.Scalar) {
    flushSpace()
    if let units = UTF8.encode(letter) { bytes.append(contentsOf: units) }
  }

  private mutating func append(byte: UInt8) {
    flushSpace()
    bytes.append(byte)
  }

  private mutating func flushSpace() {
    if pendingSpace, !bytes.isEmpty { bytes.append(0x20) }
    pendingSpace = false
  }
}

/// Letters that readers type otherwise.
private let typedLetters: [Unicode.Scalar: String] = [
  "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
  "ς": "σ", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه",
]

private func arabicDigit(_ scalar: Unicode.Scalar) -> UInt8? {
  switch scalar.value {
  case 0x660...0x669, 0x6F0...0x6F9: 0x30 + UInt8(scalar.value & 15)
  default: nil
  }
}

/// Letters, numbers and marks.
private func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
    true
  default: false
  }
}

/// Format characters, the kashida, and marks that are optional in writing.
private func isDropped(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value == 0x640 || scalar.properties.generalCategory == .format { return true }
  return optionalMarks.contains { $0.contains(scalar.value) }
}

/// The marks of the scripts Inherited, Arabic, Hebrew and Cyrillic (Unicode 16, `Scripts.txt`)
/// without the Japanese voicing marks, which tell letters apart.
private let optionalMarks: [ClosedRange<UInt32>] = [
  0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF...0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5,
  0x5C7...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670...0x670, 0x6D6...0x6DC, 0x6DF...0x6E4,
  0x6E7...0x6E8, 0x6EA...0x6ED, 0x897...0x89F, 0x8CA...0x8E1, 0x8E3...0x8FF, 0x951...0x954,
  0x1AB0...0x1AEB, 0x1CD0...0x1CD2, 0x1CD4...0x1CE0, 0x1CE2...0x1CE8, 0x1CED...0x1CED,
  0x1CF4...0x1CF4, 0x1CF8...0x1CF9, 0x1DC0...0x1DFF, 0x20D0...0x20F0, 0x2DE0...0x2DFF,
  0x302A...0x302D, 0xA66F...0xA672, 0xA674...0xA67D, 0xA69E...0xA69F, 0xFB1E...0xFB1E,
  0xFE00...0xFE0F, 0xFE20...0xFE2F, 0x101FD...0x101FD, 0x102E0...0x102E0, 0x10EFA...0x10EFF,
  0x1133B...0x1133B, 0x1CF00...0x1CF46, 0x1D167...0x1D169, 0x1D17B...0x1D182, 0x1D185...0x1D18B,
  0x1D1AA...0x1D1AD,
  0x1E08F...0x1E08F, 0xE0100...0xE01EF,
]

/// Calls `body` with each search token of a text: its words and, in writing without spaces, each
/// pair of neighbours.
public func forEachSearchToken(of text: String, _ body: (String) -> Void) {
  for word in searchKeyBytes(text).split(separator: 0x20) {
    if word.contains(where: { $0 >= 0xE0 }), let pairs = pairs(ofWord: word) {
      for pair in pairs { body(pair) }
    } else {
      body(String(decoding: word, as: UTF8.self))
    }
  }
}

/// The pairs of neighbours; nil for a word of a script that writes spaces, and for one letter.
private func pairs(ofWord word: ArraySlice<UInt8>) -> [String]? {
  let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
  guard scalars.count > 1, scalars.contains(where: isWrittenWithoutSpaces) else { return nil }
  return zip(scalars, scalars.dropFirst()).map { first, second in
    var pair = ""
    pair.unicodeScalars.append(first)
    pair.unicodeScalars.append(second)
    return pair
  }
}

/// Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar letters, by their blocks.
private func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0x20000...0x323AF:
    true
  default: false
  }
}
