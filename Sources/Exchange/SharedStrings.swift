/// The texts that cells of a workbook share (ECMA-376 part 1, section 18.4.9).
enum SharedStrings {
  /// The texts in order; none if there is no such file.
  static func read(
    _ bytes: [UInt8]?, _ limits: ExchangeLimits
  ) throws(ExchangeError) -> [String] {
    guard let bytes else { return [] }
    var strings: [String] = []
    var text = RichText()
    try XMLReader.read(bytes, limits) { event throws(ExchangeError) in
      text.take(event)
      if case .end("si") = event { strings.append(text.finish()) }
    }
    return strings
  }
}

/// Text that comes in runs of different fonts; how it is read aloud is left out.
struct RichText {
  private var text = ""
  private var isText = false
  private var phonetic = 0

  /// Takes a piece of a string item.
  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start(let element):
      if element.name == "rPh" { phonetic += 1 }
      isText = element.name == "t"
    case .text(let piece): if isText, phonetic == 0 { text += piece }
    case .end(let name):
      if name == "rPh" { phonetic -= 1 }
      isText = false
    }
  }

  /// The whole text; the next begins empty.
  mutating func finish() -> String {
    defer { text = "" }
    return cellText(text)
  }
}

/// The text that an escaped one means.
///
/// `_x000D_` is a carriage return (ECMA-376 part 1, section 22.9.2.19), all line ends are one line
/// feed, and control characters go.
func cellText(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 < 0x20 || $0 == 0x7F }) else {
    return text
  }
  var result: [UInt8] = []
  let bytes = Array(text.utf8)
  var index = 0
  while index < bytes.count {
    if let code = escapedUnit(bytes[index...]) {
      result += Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
      index += 7
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: lineFeedsAlone(result), as: UTF8.self)
}

/// The code unit of `_xHHHH_` at the beginning of some bytes; nil if they begin otherwise.
private func escapedUnit(_ bytes: ArraySlice<UInt8>) -> UInt32? {
  let unit = Array(bytes.prefix(7))
  guard unit.count == 7, unit[0] == UInt8(ascii: "_"), unit[1] == UInt8(ascii: "x"),
    unit[6] == UInt8(ascii: "_")
  else { return nil }
  let digits = unit[2..<6]
  guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
  return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
}

/// Bytes with each line end as one line feed, and without other control characters but tabs.
func lineFeedsAlone(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var previous: UInt8 = 0
  for byte in bytes {
    switch byte {
    case 0x0D: result.append(0x0A)
    case 0x0A: if previous != 0x0D { result.append(byte) }
    case 0x09, 0x20...0x7E, 0x80...: result.append(byte)
    default: break
    }
    previous = byte
  }
  return result
}
