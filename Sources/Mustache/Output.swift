extension [UInt8] {
  /// Appends what a variable tag shows of a value.
  mutating func append(_ value: Value, isEscaped: Bool) {
    switch value {
    case .null, .list, .object: break
    case .bool(let value): self += (value ? "true" : "false").utf8
    case .integer(let number): self += String(number).utf8
    case .html(let markup): self += markup
    case .text(var text):
      text.withUTF8 { bytes in
        if isEscaped {
          appendEscaped(bytes)
        } else {
          append(contentsOf: bytes)
        }
      }
    }
  }

  /// Appends text so that HTML shows it as it is, in content and in quoted attributes.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      guard let reference = characterReference(for: text[index]) else { continue }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      append(
        contentsOf: UnsafeBufferPointer(
          start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }
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
