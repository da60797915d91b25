/// The name and the bytes of one template.
struct Source: Sendable {
  let name: String
  let bytes: [UInt8]

  /// An error at an offset, found by counting lines from the start.
  func error(at offset: Int, _ message: String) -> TemplateError {
    let lineStart = bytes[..<offset].lastIndex(of: Byte.lineFeed).map { $0 + 1 } ?? 0
    let column = bytes[lineStart..<offset].count { !Byte.isContinuation($0) } + 1
    return TemplateError(
      template: name, line: line(at: offset), column: column, message: message)
  }

  func line(at offset: Int) -> Int {
    bytes[..<offset].count { $0 == Byte.lineFeed } + 1
  }

  /// The start of the next line if nothing but blanks is left on this one, else nil.
  func nextLineIfBlank(from offset: Int) -> Int? {
    let end = endOfBlanks(from: offset)
    guard end < bytes.count else { return end }
    if bytes[end] == Byte.lineFeed { return end + 1 }
    let isBreak =
      bytes[end] == Byte.carriageReturn && end + 1 < bytes.count
      && bytes[end + 1] == Byte.lineFeed
    return isBreak ? end + 2 : nil
  }

  /// The blanks that the first line with anything else on it starts with.
  func firstIndentation(from offset: Int) -> Range<Int> {
    var lineStart = offset
    while lineStart < bytes.count, let next = nextLineIfBlank(from: lineStart) {
      lineStart = next
    }
    return lineStart..<endOfBlanks(from: lineStart)
  }

  func endOfBlanks(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, Byte.isBlank(bytes[end]) {
      end += 1
    }
    return end
  }

  func hasBytes(_ expected: [UInt8], at offset: Int) -> Bool {
    guard offset + expected.count <= bytes.count else { return false }
    for index in expected.indices where bytes[offset + index] != expected[index] {
      return false
    }
    return true
  }

  /// The offset of the first occurrence of the bytes, or nil.
  func firstOffset(of wanted: [UInt8], from offset: Int) -> Int? {
    var index = offset
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], hasBytes(wanted, at: index) { return index }
      index += 1
    }
    return nil
  }
}

/// The bytes that mean something between tags.
enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// A space or a tab.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// A blank or a part of a line break.
  static func isWhitespace(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == lineFeed || byte == carriageReturn
  }

  /// A byte that continues a code point in UTF-8.
  static func isContinuation(_ byte: UInt8) -> Bool {
    byte & 0b1100_0000 == 0b1000_0000
  }
}
