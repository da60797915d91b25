/// A value of JSON (RFC 8259), members in the order of the text.
public enum JSONText: Equatable, Sendable {
  case null
  case boolean(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONText])
  case object([Member])

  /// A member of an object.
  public struct Member: Equatable, Sendable {
    /// Its name.
    public let key: String
    /// Its value.
    public let value: JSONText
  }

  /// A member's value; nil if there is none, or if this is not an object.
  public subscript(_ key: String) -> JSONText? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string; nil for anything else.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The elements of an array; none for anything else.
  public var elements: [JSONText] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The members of an object; none for anything else.
  public var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  /// Reads a whole text.
  ///
  /// - Throws: `JSONError` at the first byte that does not belong there, past 64 levels, and past
  ///   four million values. So no text takes much more memory than its bytes.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONText {
    var reader = JSONReader(bytes)
    return try reader.read()
  }
}

/// A text that is not JSON.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// How many bytes before the place are well-formed.
  public let offset: Int

  /// A message with the place of the text's first error.
  public var description: String { "not valid JSON from byte \(offset) on" }
}

private struct JSONReader {
  private static let deepest = 64
  private static let mostValues = 4_000_000
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private var valueCount = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() throws(JSONError) -> JSONText {
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw error }
    return value
  }

  private var error: JSONError { JSONError(offset: position) }
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func take(_ character: Character) -> Bool {
    skipSpace()
    guard next == character.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func take(word: String, _ value: JSONText) throws(JSONError) -> JSONText {
    guard bytes[position...].starts(with: word.utf8) else { throw error }
    position += word.utf8.count
    return value
  }

  private mutating func value() throws(JSONError) -> JSONText {
    skipSpace()
    guard valueCount < Self.mostValues else { throw error }
    valueCount += 1
    switch next.map({ Character(Unicode.Scalar($0)) }) {
    case "{": return try nested { (reader) throws(JSONError) in try reader.object() }
    case "[": return try nested { (reader) throws(JSONError) in try reader.array() }
    case "\"": return .string(try string())
    case "t": return try take(word: "true", .boolean(true))
    case "f": return try take(word: "false", .boolean(false))
    case "n": return try take(word: "null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONError) -> JSONText
  ) throws(JSONError) -> JSONText {
    guard depth < Self.deepest else { throw error }
    depth += 1
    position += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONError) -> JSONText {
    var members: [JSONText.Member] = []
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      let key = try string()
      guard take(":") else { throw error }
      members.append(.init(key: key, value: try value()))
    } while take(",")
    guard take("}") else { throw error }
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSONText {
    var elements: [JSONText] = []
    if take("]") { return .array([]) }
    repeat { elements.append(try value()) } while take(",")
    guard take("]") else { throw error }
    return .array(elements)
  }

  private mutating func number() throws(JSONError) -> JSONText {
    let start = position
    while let byte = next, byte >= 0x30 && byte <= 0x39 || "+-.eE".utf8.contains(byte) {
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(text) != nil else {
      position = start
      throw error
    }
    return .number(text)
  }

  private mutating func string() throws(JSONError) -> String {
    guard next == UInt8(ascii: "\"") else { throw error }
    position += 1
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw error }
      position += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
    guard next != nil else { throw error }
    position += 1
    guard let valid = String(validating: text, as: UTF8.self) else { throw error }
    return valid
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = next else { throw error }
    position += 1
    switch Character(Unicode.Scalar(byte)) {
    case "\"", "\\", "/": text.append(byte)
    case "b": text.append(0x08)
    case "f": text.append(0x0C)
    case "n": text.append(0x0A)
    case "r": text.append(0x0D)
    case "t": text.append(0x09)
    case "u": text += Array(String(Character(try scalar())).utf8)
    default: throw error
    }
  }

  /// The digits after `\u`: four digits, or two times four for a pair of surrogates.
  private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: "\\u".utf8) else {
      throw error
    }
    position += 2
    let second = try codeUnit()
    guard (0xDC00..<0xE000).contains(second) else { throw error }
    let value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + (UInt32(second) & 0x3FF)
    guard let scalar = Unicode.Scalar(value) else { throw error }
    return scalar
  }

  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error }
    position += 4
    return value
  }
}
