/// The Markdown that cmark read.
///
/// Unlike cmark's nodes, it shows which characters were escaped.
struct ParsedLines {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for position in bytes.indices
    where bytes[position] == 0x0A
      || bytes[position] == 0x0D && (position + 1 == bytes.count || bytes[position + 1] != 0x0A)
    {
      starts.append(position + 1)
    }
    self.starts = starts
  }

  /// A text's bytes with 0x01 for those that an escape or an entity represents.
  ///
  /// Text that is not found in the line that cmark names is returned unchanged.
  func shape(of node: MarkdownNode, _ literal: [UInt8]) -> [UInt8] {
    guard node.line >= 1, node.line <= starts.count, node.byteColumn >= 1 else { return literal }
    var source = starts[node.line - 1] + node.byteColumn - 1
    var shape = literal
    var position = 0
    while position < literal.count {
      guard source < bytes.count else { return literal }
      if bytes[source] == UInt8(ascii: "\\"), source + 1 < bytes.count,
        bytes[source + 1] == literal[position], isEscapable(literal[position])
      {
        shape[position] = 0x01
        (position, source) = (position + 1, source + 2)
      } else if bytes[source] == UInt8(ascii: "&"), let end = entityEnd(source) {
        repeat {
          shape[position] = 0x01
          position += 1
        } while position < literal.count && literal[position] & 0xC0 == 0x80
        source = end
      } else {
        guard bytes[source] == literal[position] else { return literal }
        (position, source) = (position + 1, source + 1)
      }
    }
    return shape
  }

  private func isEscapable(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isLetter(byte) && !isDigit(byte)
  }

  private func entityEnd(_ start: Int) -> Int? {
    var position = start + 1
    while position < min(bytes.count, start + 34) {
      let byte = bytes[position]
      if byte == UInt8(ascii: ";") { return position > start + 1 ? position + 1 : nil }
      guard isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "#") else { return nil }
      position += 1
    }
    return nil
  }
}
