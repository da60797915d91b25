extension MarkdownNode {
  /// Whether it is a cell of a table.
  var isCell: Bool {
    kind == .heading && firstChild?.literalBegins(with: TableRewriter.mark) ?? false
  }

  var isInlineHTML: Bool {
    kind == .htmlInline && withLiteral { !$0.starts(with: "<!--".utf8) }
  }

  var isInLink: Bool {
    var node: MarkdownNode? = self
    while let inline = node {
      switch inline.kind {
      case .link: return true
      case .paragraph, .heading: return false
      default: node = inline.parent
      }
    }
    return false
  }

  /// Takes a byte out of the text.
  func strip(_ byte: UInt8) {
    if withLiteral({ $0.contains(byte) }) { setLiteral(literal.filter { $0 != byte }) }
  }

  /// Puts the marks around a cell into texts of their own.
  func partMarks() {
    guard let start = MarkdownNode.make(.text, [TableRewriter.mark]),
      let end = MarkdownNode.make(.text, [TableRewriter.mark])
    else { return }
    for text in [firstChild, lastChild].compactMap({ $0 }) where text.kind == .text {
      text.setLiteral(text.literal.filter { $0 != TableRewriter.mark })
    }
    firstChild?.insertBefore(start)
    append(end)
  }
}
