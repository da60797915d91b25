extension MarkdownNode {
  /// Whether it is in running text.
  var isInlinePiece: Bool {
    switch kind {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .link, .image, .emphasis, .strong: true
    default: false
    }
  }

  /// Removes the text of a paragraph before the end of a comment; false if nothing is left.
  func cut(behind end: [UInt8]) -> Bool {
    guard kind == .paragraph else { return false }
    for child in children {
      guard child.kind == .text, let rest = HTMLScanner.end(of: end, in: child.literal[...]) else {
        child.remove()
        continue
      }
      let text = child.literal[rest...].drop { $0 == 0x20 }
      if text.isEmpty { child.remove() } else { child.setLiteral(text) }
      break
    }
    while let first = firstChild, first.kind == .softBreak { first.remove() }
    return firstChild != nil
  }
}

/// Counts the lines of raw HTML, asked for by rising offsets.
struct LineCounter {
  private let bytes: [UInt8]
  private let start: NodePlace
  private var line = 0
  private var lineStart = 0
  private var position = 0

  init(_ bytes: [UInt8], _ start: NodePlace) {
    self.bytes = bytes
    self.start = start
  }

  mutating func place(of offset: Int) -> NodePlace {
    while position < offset {
      if bytes[position] == 0x0A { (line, lineStart) = (line + 1, position + 1) }
      position += 1
    }
    return start.moved(lines: line, bytes: offset - lineStart)
  }
}
