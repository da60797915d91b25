extension [UInt8] {
  /// Appends text with HTML's special characters escaped, for element content and quoted attribute
  /// values alike (HTML Living Standard, "Escaping a string").
  @inlinable
  public mutating func appendEscapingHTML(_ text: some Sequence<UInt8>) {
    let isWhole: Void? = text.withContiguousStorageIfAvailable { appendEscaping($0) }
    if isWhole == nil { Array(text).withUnsafeBufferPointer { appendEscaping($0) } }
  }

  /// Copies runs of bytes that stay as they are, and escapes the others.
  @usableFromInline
  mutating func appendEscaping(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let index = text.first(from: start, where: referenced)
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      guard index < text.count, let reference = characterReference(for: text[index]) else { return }
      append(
        contentsOf: UnsafeBufferPointer(
          start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      start = index + 1
    }
  }
}

private func referenced(_ bytes: EightBytes) -> UInt64 {
  bytes.equal(UInt8(ascii: "&")) | bytes.equal(UInt8(ascii: "<")) | bytes.equal(UInt8(ascii: ">"))
    | bytes.equal(UInt8(ascii: "\"")) | bytes.equal(UInt8(ascii: "'"))
}

/// How a byte that means something to HTML is written, or nil for other bytes.
private func characterReference(for byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
