/// The plain text of inlines, white space folded to single spaces and trimmed.
enum InlineText {
  /// The text of nodes and all below them, an image's being what stands for it.
  static func text(of nodes: [MarkdownNode]) -> String {
    var bytes: [UInt8] = []
    var pending = Array(nodes.reversed())
    while let node = pending.popLast() {
      switch node.kind {
      case .text, .code: bytes += node.literal.lazy.filter { $0 != TableRewriter.mark }
      case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
      case .htmlInline: if HTMLTag(node.literal).name == "br" { bytes.append(UInt8(ascii: " ")) }
      default: pending += node.children.reversed()
      }
    }
    return folded(bytes)
  }

  /// Bytes as text with white space folded.
  static func folded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var pendingSpace = false
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        pendingSpace = true
      } else {
        if pendingSpace && !result.isEmpty { result.append(0x20) }
        pendingSpace = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
