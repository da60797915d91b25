import Base

/// Tells whether a document may have anything that GitHub adds to the inlines of CommonMark.
///
/// Most documents do not, and need no second look at their text.
struct ExtensionScan {
  /// Whether it may have bare addresses, strikethrough, or tasks.
  private(set) var mayHoldInlines = false
  /// Whether it may have footnotes.
  private(set) var mayHoldFootnotes = false

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var position = bytes.first(from: 0, where: Self.isSign)
      while position < bytes.count, !(mayHoldInlines && mayHoldFootnotes) {
        look(at: position, bytes)
        position = bytes.first(from: position + 1, where: Self.isSign)
      }
    }
  }

  /// Which bytes need a closer look.
  private static func isSign(_ bytes: EightBytes) -> UInt64 {
    bytes.equal(UInt8(ascii: "~")) | bytes.equal(UInt8(ascii: "@")) | bytes.equal(UInt8(ascii: ":"))
      | bytes.equal(UInt8(ascii: "w")) | bytes.equal(UInt8(ascii: "["))
  }

  private mutating func look(at position: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes[position] {
    case UInt8(ascii: "~"), UInt8(ascii: "@"): mayHoldInlines = true
    case UInt8(ascii: ":") where Self.has("//", at: position + 1, bytes): mayHoldInlines = true
    case UInt8(ascii: "w") where Self.has("ww.", at: position + 1, bytes): mayHoldInlines = true
    case UInt8(ascii: "[") where position + 1 < bytes.count:
      if bytes[position + 1] == UInt8(ascii: "^") { mayHoldFootnotes = true }
      if position + 2 < bytes.count, bytes[position + 2] == UInt8(ascii: "]") {
        mayHoldInlines = true
      }
    default: return
    }
  }

  private static func has(
    _ text: StaticString, at start: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
  }
}
