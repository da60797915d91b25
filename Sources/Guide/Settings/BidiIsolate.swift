/// Keeps a text's direction to itself if it is within another text (UAX #9, section 2.4).
enum BidiIsolate {
  /// The text between U+2068 and U+2069 if the text around it could be painted in another order for
  /// it, else the text as it is.
  ///
  /// - Parameter isRightToLeft: which way the text around it is written.
  static func isolated(_ text: String, in isRightToLeft: Bool) -> String {
    text.unicodeScalars.contains { strays($0, isRightToLeft) } ? "\u{2068}\(text)\u{2069}" : text
  }

  /// Whether a character has the other direction, or sets one.
  private static func strays(_ scalar: Unicode.Scalar, _ isRightToLeft: Bool) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: return true
    case 0..<0x80: return isRightToLeft && scalar.properties.isAlphabetic
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      return !isRightToLeft && scalar.properties.isAlphabetic
    default: return isRightToLeft && scalar.properties.isAlphabetic
    }
  }
}
