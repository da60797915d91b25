/// The encodings that spreadsheets write text files in.
public enum TextEncoding: String, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, the lower byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, the higher byte first.
  case utf16BigEndian = "UTF-16BE"
  /// The encoding of Western Windows.
  case windows1252 = "Windows-1252"
  /// The encoding of Windows in another language.
  case ofLanguage = "Windows"

  /// The text of a file, in the encoding that its mark or its bytes tell.
  ///
  /// Text that is neither UTF-8 nor UTF-16 is taken for Windows-1252, which every byte fits.
  public static func decode(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(bytes.dropFirst(3))
      if isUTF8(rest) { return (rest, .utf8) }
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return (fromUTF16(bytes.dropFirst(2), isBig: false), .utf16LittleEndian)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return (fromUTF16(bytes.dropFirst(2), isBig: true), .utf16BigEndian)
    }
    if let isBig = unmarkedUTF16(bytes) {
      return (fromUTF16(bytes[...], isBig: isBig), isBig ? .utf16BigEndian : .utf16LittleEndian)
    }
    return isUTF8(bytes) ? (bytes, .utf8) : (fromWindows1252(bytes), .windows1252)
  }

  /// Whether Windows-1252 has all letters of a language.
  public static func isWestern(_ language: String) -> Bool { LegacyEncoding.isWestern(language) }

  /// The text of a file in the encoding of Windows for a language, and the encoding's name.
  ///
  /// It is nil if the bytes are not in that encoding, or if there is none.
  public static func decode(
    _ bytes: [UInt8], language: String
  ) -> (text: [UInt8], name: String)? {
    let western = LegacyEncoding.isWestern(language) ? "CP1252" : nil
    guard let name = LegacyEncoding.name(of: language) ?? western,
      let text = LegacyEncoding.decode(bytes, name)
    else { return nil }
    return (text, name)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// Which byte of a pair is the higher one, if nearly all of one kind are zero; nil if not.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(1_024)
    guard head.count >= 4, head.contains(0) else { return nil }
    let evenZeros = head.enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
    let oddZeros = head.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
    if oddZeros > head.count / 4, evenZeros == 0 { return false }
    if evenZeros > head.count / 4, oddZeros == 0 { return true }
    return nil
  }

  private static func fromUTF16(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var first: UInt8?
    for byte in bytes {
      if let before = first {
        units.append(
          isBig ? UInt16(before) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(before))
        first = nil
      } else {
        first = byte
      }
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      guard byte >= 0x80 else {
        result.append(byte)
        continue
      }
      let code = byte < 0xA0 ? windowsCodes[Int(byte) - 0x80] : UInt32(byte)
      result += Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
    }
    return result
  }

  /// The characters of bytes 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252).
  private static let windowsCodes: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
