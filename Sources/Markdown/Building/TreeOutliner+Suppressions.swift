import Base

/// So many comments may precede the block that they refer to; more would take quadratic time.
private let mostCommentsInARow = 32

extension TreeOutliner {
  /// Reads a comment in a block of its own, which covers the block after it.
  ///
  /// The first block of a file speaks for all above it too: for front matter, and for what the file
  /// as a whole lacks.
  func suppression(block node: MarkdownNode, at location: SourceLocation) -> Suppression? {
    Suppression(node.literal, at: location) {
      var target = node.next
      var left = mostCommentsInARow
      while left > 0, let comment = target, comment.isComment {
        (target, left) = (comment.next, left - 1)
      }
      guard let target else { return nil }
      if target.isCell {
        // Cells that HTML only implies have no line.
        let cells = tables.indices.contains(table) ? tables[table].cells : []
        let lines = cells.map(\.line).filter { $0 > 0 }
        let first = isFirst(node) ? 1 : lines.first ?? location.line
        return first...max(first, lines.max() ?? first, location.line)
      }
      let first = isFirst(node) ? 1 : line(of: target)
      return first...max(first, lastLine(of: target))
    }
  }

  /// Reads a comment in running text, which covers the table row or block that contains it.
  func suppression(inline node: MarkdownNode, at location: SourceLocation) -> Suppression? {
    guard node.withLiteral({ $0.starts(with: "<!--".utf8) }) else { return nil }
    return Suppression(node.literal, at: location) {
      if isInCell { return location.line...location.line }
      var block = node
      while block.isInline, let parent = block.parent { block = parent }
      let first = line(of: block)
      return first...max(first, lastLine(of: block))
    }
  }

  /// The line in the file of a block.
  private func line(of node: MarkdownNode) -> Int {
    if let place = edits.places[node] { return places.location(of: place).line }
    return places.line(cmarkLine: node.line)
  }

  /// The line before the next block, or no end.
  private func lastLine(of block: MarkdownNode) -> Int {
    var node = block
    while true {
      if let next = node.next { return line(of: next) - 1 }
      guard let parent = node.parent else { return Int.max }
      node = parent
    }
  }

  /// Whether nothing but comments precedes a block.
  private func isFirst(_ node: MarkdownNode) -> Bool {
    guard let parent = node.parent, parent.parent == nil else { return false }
    var before = node.previous
    for _ in 0..<mostCommentsInARow {
      guard let comment = before else { return true }
      guard comment.isComment else { return false }
      before = comment.previous
    }
    return false
  }
}

extension MarkdownNode {
  /// Whether it is a block of HTML that is nothing but a comment.
  fileprivate var isComment: Bool {
    guard kind == .htmlBlock else { return false }
    let text = literal
    guard text.starts(with: "<!--".utf8) else { return false }
    let end = text.lastIndex { $0 > 0x20 } ?? 0
    return end >= 4 && text[...end].suffix(3).elementsEqual("-->".utf8)
  }

  fileprivate var isInline: Bool {
    switch kind {
    case .paragraph, .heading: false
    default: true
    }
  }
}
