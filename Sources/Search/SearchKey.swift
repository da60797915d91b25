import Base

/// The text as the site's search compares it, by the same steps as `fold` in `search-matching.js`.
///
/// It is in NFKD and in small letters, without invisible characters and the marks of scripts that
/// leave them out. A few letters are as readers type them, and digits of Arabic scripts are 0 to 9.
/// All else is a space, with one space between words.
public func searchKey(_ text: String) -> String {
  var tokens = SearchTokens()
  tokens.read(text)
  return String(decoding: tokens.key, as: UTF8.self)
}

/// Writes a search key: one space between words, none at its ends.
struct SearchKeyWriter {
  private(set) var bytes: [UInt8] = []
  private var pendingSpace = false

  /// Empties the key and keeps its memory.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    pendingSpace = false
  }

  /// Appends a byte of folded text, of which a space says that there is no letter.
  mutating func append(_ byte: UInt8) {
    if byte == 0x20 {
      pendingSpace = true
      return
    }
    writeSpace()
    bytes.append(byte)
  }

  /// Appends text up to the next byte that isn't ASCII.
  ///
  /// - Returns: the offset of that byte.
  mutating func appendASCII(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let end = text.first(from: start) { $0.from(0x80) }
    var last = bytes.count
    var isBehindSpace = pendingSpace
    // There is room for a space that was pending before.
    bytes.append(contentsOf: repeatElement(0, count: end - start + 1))
    bytes.withUnsafeMutableBufferPointer { bytes in
      for position in start..<end {
        let form = searchForm(ofASCII: text[position])
        if form == 0x20 {
          isBehindSpace = true
          continue
        }
        if isBehindSpace, last > 0 {
          bytes[last] = 0x20
          last += 1
        }
        isBehindSpace = false
        bytes[last] = form
        last += 1
      }
    }
    bytes.removeLast(bytes.count - last)
    pendingSpace = isBehindSpace
    return end
  }

  private mutating func writeSpace() {
    if pendingSpace, !bytes.isEmpty { bytes.append(0x20) }
    pendingSpace = false
  }

  /// Appends a text by the definition: decomposed as a whole, so that marks come in their order.
  mutating func append(decomposing text: String) {
    var folded: [UInt8] = []
    for scalar in compatibilityDecomposed(text).unicodeScalars {
      folded.removeAll(keepingCapacity: true)
      appendSearchForm(of: scalar, to: &folded)
      for byte in folded { append(byte) }
    }
  }
}

/// The form of a byte of ASCII in a search key: a small letter, a digit or a space.
func searchForm(ofASCII byte: UInt8) -> UInt8 {
  switch byte {
  case 0x30...0x39, 0x61...0x7A: byte
  case 0x41...0x5A: byte | 0x20
  default: 0x20
  }
}

/// Appends a decomposed character's form in a search key; a space if it is not a letter.
func appendSearchForm(of scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
  switch scalar.value {
  case 0..<0x80: bytes.append(searchForm(ofASCII: UInt8(truncatingIfNeeded: scalar.value)))
  // Small Cyrillic, Hangul, Kana and Han letters, which stay as they are.
  case 0x430...0x44F, 0x1100...0x11FF, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF:
    bytes.append(contentsOf: scalar.utf8)
  default:
    if isDropped(scalar) { return }
    for small in scalar.properties.lowercaseMapping.unicodeScalars where !isDropped(small) {
      if let typed = typedLetters[small] {
        bytes.append(contentsOf: typed.utf8)
      } else if let digit = arabicDigit(small) {
        bytes.append(digit)
      } else if isSearchable(small) {
        bytes.append(contentsOf: small.utf8)
      } else {
        bytes.append(0x20)
      }
    }
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
