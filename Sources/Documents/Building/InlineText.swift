/// The plain text of inlines, white space folded to single spaces and trimmed.
enum InlineText {
  /// The text of nodes and all below them, an image's being what stands for it.
  static func text(of nodes: [MarkdownNode]) -> String {
    var bytes: [UInt8] = []
    var pending = Array(nodes.reversed())
    while let node = pending.popLast() {
      switch node.kind {
      case .text, .code: node.withLiteral { append($0, to: &bytes) }
      case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
      case .htmlInline: if HTMLTag(node.literal).name == "br" { bytes.append(UInt8(ascii: " ")) }
      default: pending += node.children.reversed()
      }
    }
    return folded(bytes)
  }

  /// Appends a literal without the marks around a cell.
  static func append(_ literal: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let isMarked = literal.first == TableRewriter.mark || literal.last == TableRewriter.mark
    if isMarked {
      bytes += literal.lazy.filter { $0 != TableRewriter.mark }
    } else {
      bytes.append(contentsOf: literal)
    }
  }

  /// Bytes as text with white space folded.
  static func folded(_ bytes: [UInt8]) -> String {
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
