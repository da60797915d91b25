/// Control characters, which libyaml lets through if they are escaped.
enum YAMLControls {
  /// Whether no page may have the character.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }

  /// The first character of a text that no page may have; nil if it has none.
  static func firstForbidden(
    in text: String, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar? {
    // Those above U+007F begin with the byte C2.
    guard bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return nil }
    return text.unicodeScalars.first(where: isForbidden)
  }

  /// How many lines may begin as directives do: libyaml compares each with all others.
  private static let mostDirectives = 100

  /// The line, from 0, of the first directive that is too many; nil if they are few.
  static func lineOfExcessiveDirective(_ input: UnsafeBufferPointer<UInt8>) -> Int? {
    var count = 0
    var last: UInt8 = 0x0A
    for (offset, byte) in input.enumerated() {
      if byte == UInt8(ascii: "%"), last == 0x0A || last == 0x0D {
        count += 1
        if count > mostDirectives { return input.prefix(offset).count { $0 == 0x0A } }
      }
      last = byte
    }
    return nil
  }

  /// Text with U+FFFD for each character that no page may have.
  static func replaced(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard firstForbidden(in: text, of: bytes) != nil else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}
