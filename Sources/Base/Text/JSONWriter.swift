// Text has the operations on characters that every stage needs. They are the forms of JSON, HTML,
// and URLs, and the Unicode rules of slugs and comparisons. Bytes in, bytes out.

/// Writes JSON (RFC 8259) into a buffer, in the order of the calls, without white space.
///
/// The caller opens and closes objects and arrays in pairs; the writer sets the commas.
public struct JSONWriter {
  /// The output so far.
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  /// Starts empty, with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    beginObject()
    try body(&self)
    endObject()
  }

  /// Opens an object that `endObject` closes.
  public mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  /// Closes an object that `beginObject` opened.
  public mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    beginArray()
    try body(&self)
    endArray()
  }

  /// Opens an array that `endArray` closes.
  public mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  /// Closes an array that `beginArray` opened.
  public mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes a member's key; its value must follow.
  public mutating func key(_ name: String) {
    separate()
    quote(name.utf8)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string, or null.
  public mutating func value(_ text: String?) {
    separate()
    if let text { quote(text.utf8) } else { bytes.append(contentsOf: "null".utf8) }
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func value(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes a member with a string value, or null.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  /// Writes a member with a whole number.
  public mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  /// Writes a member with a Boolean.
  public mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// Writes a member whose key and string value are UTF-8 already.
  public mutating func member(utf8 name: ArraySlice<UInt8>, _ text: [UInt8]) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    quote(text[...])
    needsComma = true
  }

  private mutating func quote(_ text: ArraySlice<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    text.withUnsafeBufferPointer { quote($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func quote(_ text: String.UTF8View) {
    bytes.append(UInt8(ascii: "\""))
    let isWhole: Void? = text.withContiguousStorageIfAvailable { quote($0) }
    if isWhole == nil { Array(text).withUnsafeBufferPointer { quote($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies runs of bytes that stay as they are, and escapes the others.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let end = text.first(from: start, where: Self.escaped)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      guard end < text.count else { return }
      escape(text[end])
      start = end + 1
    }
  }

  private static func escaped(_ bytes: EightBytes) -> UInt64 {
    bytes.below(0x20) | bytes.equal(0x7F) | bytes.equal(UInt8(ascii: "\""))
      | bytes.equal(UInt8(ascii: "\\")) | bytes.equal(UInt8(ascii: "<"))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    default:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 15))
    }
  }
}

/// The upper-case hexadecimal digit of a value below 16.
func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
