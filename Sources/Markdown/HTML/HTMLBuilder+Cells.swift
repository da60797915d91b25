import Base

/// In a cell, blocks become marks between its inlines: a new clause, an item of a list.
extension HTMLBuilder {
  /// Begins a block in a cell.
  mutating func enterInCell(_ name: String) {
    switch name {
    case "ul", "ol":
      requestClause()
      lists.append(name == "ol")
    case "li" where !lists.isEmpty:
      pending = .item(level: lists.count, isOrdered: lists.last ?? false)
      (hasPendingBreak, itemHasContent) = (false, false)
    default: requestClause()
    }
  }

  /// Ends a block in a cell.
  mutating func leaveInCell(_ name: String) {
    switch name {
    case "ul", "ol":
      _ = lists.popLast()
      if lists.isEmpty { pending = hasContent ? .clause : nil }
      requestClause()
    case "li": return
    default: requestClause()
    }
  }

  /// Makes the next content a separate clause, or a separate line within an item.
  mutating func requestClause() {
    if case .item = pending { return }
    if lists.isEmpty {
      if hasContent { pending = .clause }
    } else if itemHasContent {
      hasPendingBreak = true
    }
  }

  /// Puts the mark that waits before the content that comes now.
  mutating func flushPending() {
    let (mark, hasBreak) = (pending, hasPendingBreak)
    (pending, hasPendingBreak, itemHasContent, hasContent) = (nil, false, true, true)
    if let mark {
      divide(mark.node)
    } else if hasBreak {
      addItemBreak()
    }
  }

  /// Begins a new line within an item, which is not a new line of the cell.
  private mutating func addItemBreak() {
    add(inline: .make(.text, [0x20]))
    add(inline: .markup("<br>"))
  }

  /// Takes a `br`.
  mutating func addBreak() {
    if mode == .cell, !lists.isEmpty {
      if pending == nil { addItemBreak() }
      return
    }
    let node = MarkdownNode.make(.htmlInline, Array("<br>".utf8))
    guard mode == .cell, frames.contains(where: { $0.isInline }), linkDepth == 0 else {
      if mode != .cell || pending == nil { add(inline: node) }
      return
    }
    if pending == nil { divide(node) }
  }

  /// Puts a mark right into the cell; the inline elements around it end before and begin again.
  private mutating func divide(_ mark: MarkdownNode?) {
    let open = frames.indices.filter { frames[$0].isInline }
    guard !open.isEmpty else {
      addToCell(mark)
      return
    }
    if linkDepth > 0, let index = open.last {
      if let node = MarkdownNode.make(.htmlInline, Array("<br>".utf8)) {
        frames[index].node?.append(node)
      }
      return
    }
    // Elements that the mark before opened again, and that stayed empty, are not needed.
    for index in open.reversed() where frames[index].isReopened {
      guard let node = frames[index].node, node.firstChild == nil else { break }
      node.remove()
    }
    addToCell(mark)
    divisionsLeft -= open.count
    var parent: MarkdownNode?
    for index in open {
      var node: MarkdownNode?
      if divisionsLeft > 0, let tags = frames[index].tags {
        node = .markup(tags.start, tags.end)
      }
      frames[index].node = node
      frames[index].isReopened = true
      guard let node else { continue }
      if let parent { parent.append(node) } else { addToCell(node) }
      parent = node
    }
  }

  /// Puts Markdown at the place of the events.
  mutating func add(_ nodes: [MarkdownNode], isBlock: Bool) {
    for node in nodes {
      if isBlock {
        if mode == .cell { flatten(node) } else { add(block: node) }
      } else if node.isBlank, isAtStart {
        node.remove()
      } else {
        add(inline: node)
      }
    }
  }

  /// Whether white space has nothing to part.
  private var isAtStart: Bool {
    switch mode {
    case .blocks: !isBehindInline
    case .inlines: false
    case .cell: pending != nil || hasPendingBreak
    }
  }

  /// Puts the inlines of a Markdown block into a cell.
  private mutating func flatten(_ root: MarkdownNode) {
    var open: [(node: MarkdownNode, isLeaving: Bool)] = [(root, false)]
    while let (node, isLeaving) = open.popLast() {
      let name = name(of: node)
      if isLeaving {
        leaveInCell(name)
        node.remove()
        continue
      }
      switch node.kind {
      case .paragraph, .heading:
        if node.kind == .heading { takeMarks(from: node) }
        enterInCell(name)
        for child in node.children { add(inline: child) }
        leaveInCell(name)
        node.remove()
      case .codeBlock:
        requestClause()
        add(inline: .make(.code, node.literal.map { $0 == 0x0A ? 0x20 : $0 }))
        requestClause()
        node.remove()
      case .list, .item, .blockQuote, .customBlock:
        enterInCell(name)
        open.append((node, true))
        open += node.children.reversed().map { ($0, false) }
      case .htmlBlock, .thematicBreak:
        requestClause()
        node.remove()
      default: add(inline: node)
      }
    }
  }

  private func name(of node: MarkdownNode) -> String {
    switch node.kind {
    case .list: node.isOrderedList ? "ol" : "ul"
    case .item: "li"
    default: "p"
    }
  }

  /// Makes a plain heading of a cell of a table inside a cell.
  private func takeMarks(from node: MarkdownNode) {
    guard let first = node.firstChild, first.literalBegins(with: TableRewriter.mark) else { return }
    edits.droppedTables.insert(node)
    edits.tables[node] = nil
    for text in [first, node.lastChild].compactMap({ $0 }) where text.kind == .text {
      text.setLiteral(text.literal.filter { $0 != TableRewriter.mark })
    }
  }
}

extension MarkdownNode {
  /// Whether it is white space between inlines.
  var isBlank: Bool {
    kind == .softBreak || (kind == .text && withLiteral { $0.allSatisfy { $0 == 0x20 } })
  }
}
