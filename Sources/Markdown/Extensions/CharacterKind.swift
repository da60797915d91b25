/// The class of a character in the rules of delimiters, CommonMark 0.30, section 6.2.
enum CharacterKind {
  case space
  case punctuation
  case other

  /// The kind of the character that begins at a byte; white space behind the end.
  init(at position: Int, in bytes: [UInt8]) {
    guard position < bytes.count else {
      self = .space
      return
    }
    let length: Int =
      switch bytes[position] {
      case 0..<0x80: 1
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      default: 4
      }
    self.init(bytes[position..<min(position + length, bytes.count)])
  }

  /// The kind of the character that ends before a byte; white space before the beginning.
  init(before position: Int, in bytes: [UInt8]) {
    var start = position - 1
    while start > 0, position - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0, start < position else {
      self = .space
      return
    }
    self.init(bytes[start..<position])
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first else {
      self = .space
      return
    }
    if first == TableRewriter.mark || first == 0x20 || (0x09...0x0D).contains(first) {
      self = .space
    } else if first < 0x80 {
      let isWord = isLetter(first) || isDigit(first) || first < 0x20 || first == 0x7F
      self = isWord ? .other : .punctuation
    } else {
      let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
      self = scalar.map(Self.init) ?? .other
    }
  }

  private init(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      self = .punctuation
    default: self = .other
    }
  }
}
