/// The plain text of inlines, white space folded to single spaces and trimmed.
enum InlineText {
  /// The text of nodes and all below them, an image's being its alternative text.
  static func text(of nodes: ArraySlice<MarkdownNode>) -> String {
    if nodes.count == 1, let node = nodes.first, node.kind == .text {
      return node.withLiteral { folded(withoutMarks($0)) }
    }
    var bytes: [UInt8] = []
    for node in nodes { append(node, to: &bytes) }
    return folded(bytes)
  }

  /// The text of a block's inlines.
  static func text(in block: MarkdownNode) -> String {
    if let child = block.firstChild, child.next == nil, child.kind == .text {
      return child.withLiteral { folded(withoutMarks($0)) }
    }
    var bytes: [UInt8] = []
    append(block, to: &bytes)
    return folded(bytes)
  }

  /// Appends the text of a node and all below it.
  private static func append(_ root: MarkdownNode, to bytes: inout [UInt8]) {
    var node = root
    while true {
      switch node.kind {
      case .text, .code: node.withLiteral { append($0, to: &bytes) }
      case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
      case .htmlInline:
        if node.isBreak || node.literalBegins(with: TableRewriter.mark) {
          bytes.append(UInt8(ascii: " "))
        }
      default:
        if let child = node.firstChild {
          node = child
          continue
        }
      }
      while node != root, node.next == nil, let parent = node.parent { node = parent }
      guard node != root, let next = node.next else { return }
      node = next
    }
  }

  /// Appends a literal without the marks around a cell.
  static func append(_ literal: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: withoutMarks(literal))
  }

  /// A literal without the marks around a cell, which appear nowhere else.
  private static func withoutMarks(
    _ literal: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, literal.count)
    if start < end, literal[start] == TableRewriter.mark { start += 1 }
    if start < end, literal[end - 1] == TableRewriter.mark { end -= 1 }
    return UnsafeBufferPointer(rebasing: literal[start..<end])
  }

  /// Text without the spaces of fixed width at its ends that other programs put into cells.
  static func withoutFixedSpace(_ text: String) -> String {
    guard text.utf8.first ?? 0 >= 0xC2 || text.utf8.last ?? 0 >= 0x80 else { return text }
    var rest = text.unicodeScalars[...]
    while let first = rest.first, isSpace(first) { rest = rest.dropFirst() }
    while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
    return rest.count == text.unicodeScalars.count ? text : String(rest)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF
  }

  /// Bytes as text with white space folded.
  static func folded(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { folded($0) }
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { result in
      var count = 0
      var pendingSpace = false
      for byte in bytes {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          pendingSpace = true
          continue
        }
        if pendingSpace && count > 0 {
          result[count] = 0x20
          count += 1
        }
        pendingSpace = false
        result[count] = byte
        count += 1
      }
      return count
    }
  }
}

extension MarkdownNode {
  /// Whether it is a `br` tag.
  var isBreak: Bool {
    guard kind == .htmlInline else { return false }
    return withLiteral { tag in
      if tag.count == 4, tag[1] == UInt8(ascii: "b"), tag[2] == UInt8(ascii: "r") { return true }
      let letters = tag.lazy.map { $0 | 0x20 }
      let mayBeBreak =
        letters.dropFirst().starts(with: "br".utf8)
        || letters.dropFirst(2).starts(with: "br".utf8)
      return mayBeBreak && HTMLTag(tag).name == "br"
    }
  }
}
