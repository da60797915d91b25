import Base

/// Reads the top level of front matter in TOML: text, numbers, dates, and Booleans.
///
/// Lists and tables belong to other tools and are skipped, like everything unknown (TOML 1.0.0,
/// sections "Key/Value Pair", "String", and "Table"). Nothing in it is ever an error.
struct TOMLFrontMatter {
  private let bytes: ArraySlice<UInt8>
  private let path: String
  private var line: Int
  private var position: Int
  private var lineStart: Int
  private var members: [YAMLNode.Member] = []
  private var keys: Set<String> = []

  /// Reads TOML as a mapping.
  ///
  /// - Parameter firstLine: the line in the file of its first line.
  static func read(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int) -> YAMLNode {
    var reader = TOMLFrontMatter(
      bytes: bytes, path: path, line: firstLine, position: bytes.startIndex,
      lineStart: bytes.startIndex)
    while reader.position < bytes.endIndex, reader.readLine() {}
    let place = SourceLocation(path: path, line: firstLine, column: 1)
    return YAMLNode(content: .mapping(reader.members), location: place)
  }

  private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private var place: SourceLocation {
    let column = bytes[lineStart..<position].count { $0 & 0xC0 != 0x80 } + 1
    return SourceLocation(path: path, line: line, column: column)
  }

  /// Reads one line, or as many as its value takes.
  ///
  /// - Returns: whether the top level goes on.
  private mutating func readLine() -> Bool {
    skipSpace()
    if current == UInt8(ascii: "[") { return false }
    let keyPlace = place
    if let key = readKey() {
      skipSpace()
      if take("=") {
        skipSpace()
        let valuePlace = place
        if let content = readValue(), keys.insert(key).inserted {
          members.append(
            .init(
              key: key, keyLocation: keyPlace,
              value: YAMLNode(content: content, location: valuePlace)))
        }
      }
    }
    while let byte = current, byte != 0x0A, byte != 0x0D { position += 1 }
    endLine()
    return true
  }

  private mutating func endLine() {
    guard let byte = current else { return }
    position += 1
    if byte == 0x0D, current == 0x0A { position += 1 }
    line += 1
    lineStart = position
  }

  private mutating func readKey() -> String? {
    if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") { return readString() }
    let start = position
    while let byte = current, isLetter(byte) || isDigit(byte) || "_-.".utf8.contains(byte) {
      position += 1
    }
    return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  private mutating func readValue() -> YAMLNode.Content? {
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return readString().map { .scalar($0, isPlain: false) }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      skipCollection()
      return .sequence([])
    default:
      let start = position
      while let byte = current, byte != 0x0A, byte != 0x0D, byte != UInt8(ascii: "#") {
        position += 1
      }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      let trimmed = text.split(separator: " ").joined(separator: " ")
      return trimmed.isEmpty ? nil : .scalar(trimmed, isPlain: true)
    }
  }

  /// Passes over a list or an inline table, strings in it included.
  private mutating func skipCollection() {
    var depth = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if readString() == nil { position += 1 }
        continue
      case UInt8(ascii: "#"):
        while let byte = current, byte != 0x0A, byte != 0x0D { position += 1 }
        continue
      case 0x0A, 0x0D:
        endLine()
        continue
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
  }

  /// Reads a string of one of the four forms; nil if it does not end.
  private mutating func readString() -> String? {
    guard let quote = current else { return nil }
    let start = (position, line, lineStart)
    let isLong = bytes[position...].prefix(3).elementsEqual([quote, quote, quote])
    position += isLong ? 3 : 1
    if isLong, current == 0x0A || current == 0x0D { endLine() }
    var result: [UInt8] = []
    while let byte = current {
      if byte == quote, !isLong || bytes[position...].prefix(3).allSatisfy({ $0 == quote }) {
        position = min(position + (isLong ? 3 : 1), bytes.endIndex)
        return String(decoding: result, as: UTF8.self)
      }
      if byte == 0x0A || byte == 0x0D {
        guard isLong else { break }
        result.append(0x0A)
        endLine()
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        position += 1
        readEscape(into: &result)
      } else {
        result.append(byte)
        position += 1
      }
    }
    (position, line, lineStart) = start
    return nil
  }

  /// Reads the characters behind a backslash.
  private mutating func readEscape(into result: inout [UInt8]) {
    guard let byte = current else { return }
    if byte == 0x0A || byte == 0x0D {
      // A backslash at a line's end joins the lines.
      while let byte = current, byte <= 0x20 {
        if byte == 0x0A || byte == 0x0D { endLine() } else { position += 1 }
      }
      return
    }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = bytes[position...].prefix(byte == UInt8(ascii: "u") ? 4 : 8)
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      position += digits.count
      let scalar = value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
      result += Array(String(Character(scalar.value < 0x20 ? "\u{FFFD}" : scalar)).utf8)
    case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "e"): return
    default: result.append(byte)
    }
  }

  @discardableResult
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, isSpaceOrTab(byte) { position += 1 }
  }
}
