import Base

/// Makes nodes of cmark's tree from parsed HTML.
///
/// An element that Markdown has too becomes cmark's own node, so later stages read both alike. The
/// others become nodes that carry their tags. Nothing here is deeper than `HTMLSource` lets it be.
struct HTMLBuilder {
  /// The kinds of nodes that may go into a place.
  enum Mode {
    /// Blocks; runs of inlines become paragraphs.
    case blocks
    /// Only inlines; blocks lose their tags.
    case inlines
    /// The inlines of a cell, in which marks represent blocks.
    case cell
  }

  struct Frame {
    let name: String
    /// The node that takes the content; nil if the element has no node of its own.
    var node: MarkdownNode?
    var isInline = false
    /// Makes the node again, for content that a clause's end divides.
    var tags: (start: Markup, end: Markup)?
    /// Whether a mark divided it.
    var isReopened = false
    /// Whether the last that went in is an inline.
    var endsInInline = false
  }

  let html: ParsedHTML
  let mode: Mode
  var edits: TreeEdits
  var frames: [Frame] = []
  /// The node before which everything goes.
  let goal: MarkdownNode
  var paragraph: MarkdownNode?
  var topEndsInInline = false
  /// Whether a link is around it all.
  let isInLink: Bool
  var linkDepth = 0
  var preDepth = 0
  /// The lists that are open in a cell: whether they are numbered.
  var lists: [Bool] = []
  /// The mark to put before the next content of a cell.
  var pending: CellMark?
  var hasPendingBreak = false
  var itemHasContent = false
  var hasContent = false
  /// How many inlines may still be divided.
  var divisionsLeft = 10_000
  /// How many columns and cells a table may have.
  let limits: HTMLTable.Limits

  init(
    _ html: ParsedHTML, _ mode: Mode, before goal: MarkdownNode, isInLink: Bool, edits: TreeEdits,
    _ limits: HTMLTable.Limits
  ) {
    self.html = html
    self.mode = mode
    self.goal = goal
    self.isInLink = isInLink
    self.edits = edits
    self.limits = limits
  }

  /// Builds the nodes of the events.
  mutating func build(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch html.events[index] {
      case .text(let text): add(text: text)
      case .end: leave()
      case .start(let element): index = enter(element, index)
      }
      index += 1
    }
    finishParagraph()
  }

  // MARK: Elements

  /// Takes an element's start.
  ///
  /// - Returns: the index of the last event that was used up.
  mutating func enter(_ element: HTMLElement, _ index: Int) -> Int {
    let end = html.ends[index]
    if let nodes = html.nodes(of: element) {
      add(nodes, isBlock: element.name == "hr")
      return end
    }
    switch element.name {
    case "br": addBreak()
    case "wbr": add(inline: .make(.htmlInline, Array("<wbr>".utf8)))
    case "hr": addRule()
    case "img": addImage(element)
    case "table" where mode == .blocks:
      addAnchor(of: element)
      addTable(element, index..<end)
    case "pre": return enterPreformatted(element, index)
    case "code":
      guard preDepth == 0, let text = html.text(in: (index + 1)..<end) else { break }
      addAnchor(of: element)
      add(inline: .make(.code, text.map { $0 == 0x0A ? 0x20 : $0 }))
      return end
    default: break
    }
    if HTMLElements.voids.contains(element.name) || (element.name == "table" && mode == .blocks) {
      return end
    }
    if element.name == "a" {
      enterLink(element, index)
    } else if HTMLElements.inlines.contains(element.name) {
      enterInline(element, index)
    } else {
      enterBlock(element, index)
    }
    return index
  }

  /// Ends the innermost element.
  mutating func leave() {
    guard let frame = frames.popLast() else { return }
    if frame.name == "link" { linkDepth -= 1 }
    if frame.name == "pre" { preDepth -= 1 }
    if mode == .cell, !frame.isInline { leaveInCell(frame.name) }
    guard let node = frame.node, !frame.isInline else { return }
    if preDepth == 0 { node.trimEnd() }
    if frame.name == "p", node.firstChild == nil { node.remove() }
  }

  // MARK: Places of nodes

  var innermost: Int? { frames.lastIndex { $0.node != nil } }

  /// Whether the last that went where the events are is an inline.
  var isBehindInline: Bool { innermost.map { frames[$0].endsInInline } ?? topEndsInInline }

  /// Puts a block at the place of the events.
  mutating func add(block node: MarkdownNode) {
    finishParagraph()
    if let index = innermost, let parent = frames[index].node {
      parent.append(node)
      frames[index].endsInInline = false
    } else {
      goal.insertBefore(node)
      topEndsInInline = false
    }
  }

  /// Puts an inline at the place of the events.
  mutating func add(inline node: MarkdownNode?) {
    guard let node else { return }
    if mode == .cell { flushPending() }
    if let index = innermost, let parent = frames[index].node {
      parent.append(node)
      frames[index].endsInInline = true
      return
    }
    topEndsInInline = true
    guard mode == .blocks else {
      goal.insertBefore(node)
      return
    }
    if paragraph == nil, let new = MarkdownNode.make(.paragraph) {
      goal.insertBefore(new)
      paragraph = new
    }
    paragraph?.append(node)
  }

  /// Puts an inline of a cell beside its elements that are still open.
  mutating func addToCell(_ node: MarkdownNode?) {
    if let node { goal.insertBefore(node) }
  }

  mutating func finishParagraph() {
    guard let done = paragraph else { return }
    paragraph = nil
    done.trimEnd()
    if done.firstChild == nil { done.remove() }
  }

  mutating func add(text: [UInt8]) {
    let isBlank = text.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if preDepth == 0, !isBehindInline {
      let isInElement = innermost.map { frames[$0].isInline } ?? false
      if isBlank && (!isInElement || mode == .cell) { return }
      if !isInElement, mode != .inlines {
        add(
          inline: .make(.text, text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }))
        return
      }
    }
    if mode == .cell, isBlank, pending != nil || hasPendingBreak { return }
    add(inline: .make(.text, mode == .blocks ? text : text.map { $0 == 0x0A ? 0x20 : $0 }))
  }

  /// Puts an element's anchor before its content.
  mutating func addAnchor(of element: HTMLElement) {
    let nodes = HTMLNodes.anchor(of: element)
    guard let first = nodes.first else { return }
    edits.places[first] = html.place(of: element)
    let isAtBlock = mode == .blocks && paragraph == nil && !(frames.last?.isInline ?? false)
    guard isAtBlock, !HTMLElements.inlines.contains(element.name), element.name != "a",
      frames.last?.node?.kind != .heading, let block = MarkdownNode.block("")
    else {
      for node in nodes { add(inline: node) }
      return
    }
    add(block: block)
    for node in nodes { block.append(node) }
  }

}

extension MarkdownNode {
  /// Takes white space off the end of the last text.
  func trimEnd() {
    guard let last = lastChild, last.kind == .text else { return }
    var text = last.literal
    let count = text.count
    while let byte = text.last, byte == 0x20 || (0x09...0x0D).contains(byte) { text.removeLast() }
    if text.isEmpty { last.remove() } else if text.count < count { last.setLiteral(text) }
  }
}
