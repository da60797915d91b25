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
  /// The breaks that were freed.
  let consumed: [MarkdownNode]

  /// Cuts the children of a cell; the breaks between them are freed.
  init(cutting cell: MarkdownNode) {
    var clauses: [[Line]] = [[]]
    var current: [MarkdownNode] = []
    var consumed: [MarkdownNode] = []
    var isAfterBreak = false
    func endLine() {
      guard !InlineText.text(of: current).isEmpty || current.contains(where: \.holdsImage) else {
        return
      }
      let isItem = Self.takeDash(from: current.first, isAfterBreak: isAfterBreak)
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
        if !node.isBlankText { breaks = 0 }
        current.append(node)
      }
    }
    endLine()
    for node in consumed { node.remove() }
    self.clauses = clauses.filter { !$0.isEmpty }
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
  private static func takeDash(from node: MarkdownNode?, isAfterBreak: Bool) -> Bool {
    guard let node, node.kind == .text else { return false }
    let literal = node.literal
    let isMarked = literal.first == TableRewriter.mark
    let text = literal.drop { $0 == TableRewriter.mark || $0 == 0x20 }
    guard let width = dashWidth(text) else { return false }
    var rest = text.dropFirst(width)
    while isAfterBreak, let more = dashWidth(rest) { rest = rest.dropFirst(more) }
    guard let next = rest.first else { return false }
    let needsSpace = !isAfterBreak || text.first == UInt8(ascii: "*") || isDigit(next)
    if needsSpace && next != 0x20 { return false }
    let kept = rest.drop { $0 == 0x20 }
    if kept.isEmpty { return false }
    node.setLiteral((isMarked ? [TableRewriter.mark] : []) + kept)
    return true
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

  /// Whether the node is or holds an image, which counts as content without being text.
  fileprivate var holdsImage: Bool {
    kind == .image || children.contains { $0.kind == .image }
  }
}
