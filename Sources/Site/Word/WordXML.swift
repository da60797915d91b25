extension [UInt8] {
  /// Appends text with the characters escaped that XML gives a meaning to.
  ///
  /// Those that it forbids (XML 1.0,
  /// section 2.2) become `�`, as in workbooks; a carriage return, which its readers change, a space.
  mutating func appendXML(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: self += "&amp;".utf8
      case 0x3C: self += "&lt;".utf8
      case 0x3E: self += "&gt;".utf8
      case 0x22: self += "&quot;".utf8
      case 0x0D: append(0x20)
      case 0x09, 0x0A: append(UInt8(truncatingIfNeeded: scalar.value))
      case 0..<0x20, 0xFFFE, 0xFFFF: self += "\u{FFFD}".utf8
      default: self += Character(scalar).utf8
      }
    }
  }
}

/// A text as the value of an XML attribute or as the content of an element.
func xml(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.appendXML(text)
  return String(decoding: bytes, as: UTF8.self)
}

/// A part of a text that is written in one direction.
struct DirectedText: Equatable {
  var text: String
  var isRightToLeft: Bool

  /// The parts of a text: each word goes by its letters, and what is between words of two directions by the
  /// paragraph's.
  static func parts(of text: String, inRightToLeft isRightToLeft: Bool) -> [DirectedText] {
    let scalars = Array(text.unicodeScalars)
    let directions = scalars.map(direction)
    let strong = directions.compactMap(\.self)
    guard strong.contains(!isRightToLeft) else {
      return [DirectedText(text: text, isRightToLeft: isRightToLeft)]
    }
    var parts: [DirectedText] = []
    func append(_ range: Range<Int>, _ isRightToLeft: Bool) {
      guard !range.isEmpty else { return }
      let text = String(String.UnicodeScalarView(scalars[range]))
      if parts.last?.isRightToLeft == isRightToLeft {
        parts[parts.count - 1].text += text
      } else {
        parts.append(DirectedText(text: text, isRightToLeft: isRightToLeft))
      }
    }
    var last = isRightToLeft
    var start = 0
    var end = 0
    for (index, direction) in directions.enumerated() {
      guard let direction else { continue }
      let isSame = direction == last && index > 0
      append(start..<end, last)
      append(end..<index, isSame ? last : isRightToLeft)
      (start, end, last) = (index, index + 1, direction)
    }
    append(start..<end, last)
    append(end..<scalars.count, isRightToLeft)
    return parts
  }

  /// Whether a letter is written from right to left; nil if it is not a letter.
  private static func direction(_ scalar: Unicode.Scalar) -> Bool? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: false
    case 0..<0x80: nil
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      scalar.properties.isAlphabetic ? true : nil
    default: scalar.properties.isAlphabetic ? false : nil
    }
  }
}
