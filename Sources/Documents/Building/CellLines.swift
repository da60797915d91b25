/// The inlines of a cell, cut at `<br>`: lines, grouped into clauses at two and more breaks.
struct CellLines {
  /// A line, and whether it is an item of a faked list, its dash taken off.
  struct Line {
    var nodes: [MarkdownNode]
    var isItem: Bool

    /// The line's plain text.
    var text: String { InlineText.text(of: nodes) }
  }

  /// The clauses, each with its lines; neither is ever empty.
  let clauses: [[Line]]
  /// Nodes that show nothing, where there is no line that could hold them.
  let remainder: [MarkdownNode]
  /// The raw HTML that was freed.
  let consumed: [MarkdownNode]

  /// Cuts the children of a cell; the breaks between them are freed.
  init(cutting cell: MarkdownNode) {
    var clauses: [[Line]] = [[]]
    var current: [MarkdownNode] = []
    var consumed: [MarkdownNode] = []
    var isAfterBreak = false
    /// Ends a line; what shows nothing waits for the next one, white space goes.
    func endLine() {
      guard current.contains(where: \.isContent) else {
        let blanks = current.filter(\.isBlankText)
        current.removeAll { blanks.contains($0) }
        for node in blanks { node.remove() }
        return
      }
      let isItem = Self.takeDash(from: current, isAfterBreak: isAfterBreak)
      clauses[clauses.count - 1].append(Line(nodes: current, isItem: isItem))
      current = []
    }
    var breaks = 0
    for node in cell.children {
      if node.isBreak {
        endLine()
        breaks += 1
        if breaks == 2, clauses.last?.isEmpty == false { clauses.append([]) }
        isAfterBreak = true
        consumed.append(node)
      } else {
        if node.isContent { breaks = 0 }
        current.append(node)
      }
    }
    endLine()
    for node in consumed { node.remove() }
    clauses.removeAll(where: \.isEmpty)
    if let clause = clauses.indices.last {
      clauses[clause][clauses[clause].count - 1].nodes += current
      current = []
    }
    self.clauses = clauses
    self.remainder = current
    self.consumed = consumed
  }

  /// Whether a break in the cell is followed by a dash, as a faked list's items are.
  static func mayHoldItems(_ cell: MarkdownNode) -> Bool {
    let children = cell.children
    return zip(children, children.dropFirst()).contains { first, second in
      guard first.isBreak, second.kind == .text else { return false }
      return dashWidth(second.literal.drop { $0 == 0x20 }) != nil
    }
  }

  /// Takes the dash off a line that is meant as a list item.
  ///
  /// Translations drop the space behind the dash, or double the dash; a digit or a further
  /// sign behind it makes it a number, and at a cell's very beginning only a dash with a space
  /// counts.
  private static func takeDash(from nodes: [MarkdownNode], isAfterBreak: Bool) -> Bool {
    guard let node = nodes.first(where: { $0.kind != .htmlInline && !$0.isBlankText }),
      node.kind == .text
    else { return false }
    let literal = node.literal
    let text = literal.drop { $0 == TableRewriter.mark || $0 == 0x20 }
    guard let width = dashWidth(text) else { return false }
    var rest = text.dropFirst(width)
    while isAfterBreak, let more = dashWidth(rest) { rest = rest.dropFirst(more) }
    let kept = withoutLeadingSpace(rest)
    let isSpaced = kept.count < rest.count
    let needsSpace =
      !isAfterBreak || text.first == UInt8(ascii: "*") || rest.first.map(isDigit) == true
    if needsSpace && !isSpaced { return false }
    let isLast = kept.allSatisfy { $0 == TableRewriter.mark }
    if isLast, !nodes.contains(where: { $0 != node && $0.isContent }) { return false }
    let mark = literal.first == TableRewriter.mark ? [TableRewriter.mark] : []
    node.setLiteral(mark + kept)
    return true
  }

  /// The text behind spaces, the non-breaking one and the ideographic one included.
  private static func withoutLeadingSpace(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for space in [" ", "\u{A0}", "\u{202F}", "\u{3000}"] where text.starts(with: space.utf8) {
      return withoutLeadingSpace(text.dropFirst(space.utf8.count))
    }
    return text
  }

  /// The bytes of a hyphen, dash, bullet, middle dot or asterisk at the start.
  private static func dashWidth(_ text: ArraySlice<UInt8>) -> Int? {
    for dash in ["-", "–", "—", "•", "·", "*"] where text.starts(with: dash.utf8) {
      return dash.utf8.count
    }
    return nil
  }
}

extension MarkdownNode {
  fileprivate var isBreak: Bool { kind == .htmlInline && HTMLTag(literal).name == "br" }

  fileprivate var isBlankText: Bool {
    kind == .softBreak
      || (kind == .text && literal.allSatisfy { $0 == 0x20 || $0 == TableRewriter.mark })
  }

  /// Whether the node shows anything: text or an image, at any depth.
  fileprivate var isContent: Bool {
    var pending = [self]
    while let node = pending.popLast() {
      switch node.kind {
      case .htmlInline, .softBreak, .lineBreak: continue
      case .image: return true
      case .text, .code: if !node.isBlankText { return true }
      default: pending += node.children
      }
    }
    return false
  }
}
