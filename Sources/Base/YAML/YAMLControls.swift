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

  /// How many lines may begin as directives do: libyaml compares each with all others.
  private static let mostDirectives = 100

  /// The line, from 0, of the first directive that is too many; nil if they are few.
  static func lineOfExcessiveDirective(_ input: UnsafeBufferPointer<UInt8>) -> Int? {
    var (line, count) = (0, 0)
    var isStart = true
    for byte in input {
      if isStart, byte == UInt8(ascii: "%") {
        count += 1
        if count > mostDirectives { return line }
      }
      isStart = byte == 0x0A || byte == 0x0D
      if byte == 0x0A { line += 1 }
    }
    return nil
  }

  /// Text with U+FFFD for each character that no page may have.
  static func replaced(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}
