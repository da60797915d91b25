import Base

/// The most that Excel takes of one thing (Microsoft, "Excel specifications and limits").
enum SpreadsheetLimit {
  /// UTF-16 code units in a cell.
  static let cell = 32_767
  /// Characters in a hyperlink.
  static let url = 2_079
  /// Hyperlinks on a sheet.
  static let links = 65_530
  /// UTF-16 code units in a sheet's name.
  static let sheetName = 31
  /// Rows of a sheet below its head.
  static let rows = 1_048_575
}

/// Text in a form that a cell can contain.
///
/// Characters that XML bans are replaced. Text that Excel would unescape is escaped (ECMA-376 part
/// 1, section 22.9.2.19), and text that is too long ends in an ellipsis.
func cellText(_ text: String) -> String {
  var result = text
  let isSuspect = result.withUTF8 { bytes in
    bytes.first(from: 0) { $0.below(0x20) | $0.equal(UInt8(ascii: "_")) | $0.equal(0xEF) }
      < bytes.count
  }
  if isSuspect {
    result = String(
      String.UnicodeScalarView(text.unicodeScalars.map { isXML($0) ? $0 : "\u{FFFD}" }))
    result = escapingEscapes(result)
  }
  return cut(result, to: SpreadsheetLimit.cell)
}

/// Text of at most that many UTF-16 code units, with an ellipsis if it is cut.
func cut(_ text: String, to limit: Int) -> String {
  guard text.utf8.count > limit, text.utf16.count > limit else { return text }
  var room = limit - 1
  let kept = text.prefix { character in
    room -= character.utf16.count
    return room >= 0
  }
  return kept + "…"
}

/// Whether a cell may contain a character: those of XML 1.0, section 2.2, but for the carriage
/// return, which its readers change.
private func isXML(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: true
  case 0..<0x20, 0xFFFE, 0xFFFF: false
  default: true
  }
}

/// Puts `_x005F_` in the place of an underscore with which `_xHHHH_` begins.
private func escapingEscapes(_ text: String) -> String {
  let bytes = Array(text.utf8)
  guard bytes.count >= 7 else { return text }
  var result: [UInt8] = []
  for (index, byte) in bytes.enumerated() {
    let isEscape =
      byte == UInt8(ascii: "_") && index + 6 < bytes.count && bytes[index + 1] == UInt8(ascii: "x")
      && bytes[index + 6] == UInt8(ascii: "_")
      && bytes[(index + 2)..<(index + 6)].allSatisfy(isHexDigit)
    if isEscape { result += Array("_x005F_".utf8) } else { result.append(byte) }
  }
  return String(decoding: result, as: UTF8.self)
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
    UInt8(ascii: "A")...UInt8(ascii: "F"):
    true
  default: false
  }
}
