import Base

/// Writes comma-separated values that no spreadsheet takes for formulas.
///
/// If a list's separator is `;`, as in German, French, and Swedish, Excel divides a line at each
/// `;`. Quotes in the middle of such a cell protect nothing. So a sign that could begin a formula
/// is neutralized at a field's beginning and behind every separator of some program. An apostrophe
/// before it makes it text.
struct CSVWriter {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Writes one record, every field in quotes.
  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func append(_ field: String) {
    var field = field
    bytes.append(UInt8(ascii: "\""))
    if field.withUTF8(Self.needsCare) {
      for scalar in neutralized(field.unicodeScalars) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
        if scalar == "\"" { bytes.append(UInt8(ascii: "\"")) }
      }
    } else {
      bytes.append(contentsOf: field.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a text has a quote, or a place at which a formula could begin.
  private static func needsCare(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let place = text.first(from: 0) {
      $0.below(0x20) | $0.equal(UInt8(ascii: "\"")) | $0.equal(UInt8(ascii: ";"))
        | $0.equal(UInt8(ascii: "|")) | $0.equal(0xEF)
    }
    guard place == text.count, let first = text.first else { return place < text.count }
    // A sign behind another character of ASCII, as in an address, is in the middle of a cell.
    return (first <= 0x20 || first >= 0x7F || isSign(first)) && text.contains(where: isSign)
  }

  /// Whether a character of ASCII begins formulas.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "@"): true
    default: false
    }
  }

  /// The text with an apostrophe wherever a cell could begin as a formula.
  ///
  /// White space and quotes that a program may drop do not matter.
  private func neutralized(_ text: String.UnicodeScalarView) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    /// The offset at which a cell could begin; nil in the middle of one.
    var beginning: Int? = 0
    for scalar in text {
      if let place = beginning {
        if Self.beginsFormula(scalar) {
          result.insert("'", at: place)
          beginning = nil
        } else if !Self.canBeDropped(scalar) {
          beginning = nil
        }
      }
      result.append(scalar)
      if Self.isSeparator(scalar) { beginning = result.count }
    }
    return result
  }

  /// The signs that begin formulas, in ASCII and as East Asian keyboards write them, and controls
  /// that spreadsheets drop before they look.
  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n": true
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    case "\u{FE66}", "\u{FE62}", "\u{FE63}", "\u{FE6B}": true
    default: false
    }
  }

  private static func canBeDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "\u{FEFF}", "\u{200B}": true
    case "\u{0}"..."\u{1F}": true
    default: scalar.properties.isWhitespace
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", "|", "\t", "\r", "\n", "\u{0B}", "\u{0C}": true
    default: false
    }
  }
}
