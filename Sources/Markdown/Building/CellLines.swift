/// The inlines of a cell, cut at `<br>`: lines, grouped into clauses at two and more breaks.
struct CellLines {
  /// A line, and whether it is an item of a list.
  ///
  /// The list can be faked by dashes, which are removed, or written as HTML.
  struct Line {
    /// Its nodes, as a range of the cell's.
    var nodes: Range<Int>
    /// The depth of the item's list, from 1; 0 for a line that is not an item.
    var level: Int
    var isOrdered = false

    var isItem: Bool { level > 0 }
  }

  /// The clauses, each as a range of the lines; none is ever empty.
  private(set) var clauses: [Range<Int>] = []
  private(set) var lines: [Line] = []
  /// The raw HTML that was freed.
  private(set) var consumed: [MarkdownNode] = []
  private var nodes: [MarkdownNode] = []
  /// The index of the first node that belongs to no line so far.
  private var lineStart = 0
  /// The index of the first node since the last break.
  private var breakStart = 0
  /// Whether one of them shows anything.
  private var hasContent = false
  /// The item that the next line is, if HTML says so.
  private var item: Line?

  /// Cuts the children of a cell; the breaks between them are freed.
  init(cutting cell: MarkdownNode) {
    var clauseStart = 0
    var breaks = 0
    var isAfterBreak = false
    var next = cell.firstChild
    while let node = next {
      next = node.next
      let mark = CellMark(node)
      if mark != nil || node.isBreak {
        endLine(isAfterBreak: isAfterBreak)
        breaks = mark == nil ? breaks + 1 : 2
        if breaks >= 2, lines.count > clauseStart {
          clauses.append(clauseStart..<lines.count)
          clauseStart = lines.count
        }
        isAfterBreak = true
        if let mark { item = Line(mark) }
        consumed.append(node)
      } else {
        if !hasContent, node.isContent { (breaks, hasContent) = (0, true) }
        nodes.append(node)
      }
    }
    endLine(isAfterBreak: isAfterBreak)
    if lines.count > clauseStart { clauses.append(clauseStart..<lines.count) }
    for node in consumed { node.remove() }
    if !lines.isEmpty {
      lines[lines.count - 1].nodes = lines[lines.count - 1].nodes.lowerBound..<nodes.count
      lineStart = nodes.count
    }
  }

  /// Nodes that show nothing, if there is no line that could contain them.
  var remainder: ArraySlice<MarkdownNode> { nodes[lineStart...] }

  /// A line's nodes.
  func nodes(of line: Line) -> ArraySlice<MarkdownNode> { nodes[line.nodes] }

  /// A clause's plain text.
  func text(ofClause clause: Range<Int>) -> String {
    if clause.count == 1 { return text(of: lines[clause.lowerBound]) }
    return lines[clause].map(text).joined(separator: "\n")
  }

  private func text(of line: Line) -> String { InlineText.text(of: nodes(of: line)) }

  /// Ends a line; nodes that show nothing wait for the next one, and white space is dropped.
  private mutating func endLine(isAfterBreak: Bool) {
    defer { (breakStart, hasContent) = (nodes.count, false) }
    guard hasContent else {
      // Nodes before the last break were looked at then.
      let kept = nodes[breakStart...].filter { !$0.isBlankText }
      for node in nodes[breakStart...] where node.isBlankText { node.remove() }
      nodes.replaceSubrange(breakStart..., with: kept)
      return
    }
    var line = item ?? Line(nodes: 0..<0, level: 0)
    item = nil
    if !line.isItem, Self.takeDash(from: nodes[breakStart...], isAfterBreak: isAfterBreak) {
      line.level = 1
    }
    line.nodes = lineStart..<nodes.count
    lines.append(line)
    lineStart = nodes.count
  }

  /// Whether the cell has lists or paragraphs written as HTML, or a break that is followed by a
  /// dash, as a faked list's items are.
  static func mayHoldItems(_ cell: MarkdownNode) -> Bool {
    var next = cell.firstChild
    while let node = next {
      next = node.next
      if CellMark(node) != nil { return true }
      guard let next, next.kind == .text, node.isBreak else { continue }
      if dashWidth(next.literal.drop { $0 == 0x20 }) != nil { return true }
    }
    return false
  }

  /// Takes the dash off a line that is meant as a list item.
  ///
  /// Translations drop the space behind the dash, or double the dash. A digit or a further sign
  /// behind it makes it a number. At the beginning of a cell, only a dash with a space counts.
  private static func takeDash(from nodes: ArraySlice<MarkdownNode>, isAfterBreak: Bool) -> Bool {
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
    let spaces = [" ", "\u{A0}", "\u{202F}", "\u{3000}"]
    var rest = text
    while let first = rest.first, first == 0x20 || first >= 0xC2,
      let space = spaces.first(where: { rest.starts(with: $0.utf8) })
    {
      rest = rest.dropFirst(space.utf8.count)
    }
    return rest
  }

  /// The bytes of a hyphen, dash, bullet, middle dot or asterisk at the start.
  private static func dashWidth(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, "-*".utf8.contains(first) || first >= 0xC2 else { return nil }
    for dash in ["-", "–", "—", "•", "·", "*"] where text.starts(with: dash.utf8) {
      return dash.utf8.count
    }
    return nil
  }
}

extension CellLines.Line {
  /// The line that a mark begins; nil if it is not an item.
  fileprivate init?(_ mark: CellMark) {
    guard case .item(let level, let isOrdered) = mark else { return nil }
    self.init(nodes: 0..<0, level: level, isOrdered: isOrdered)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether it is nothing but white space, non-breaking spaces and the marks of a cell.
  fileprivate var isBlank: Bool {
    var position = 0
    while position < count {
      let byte = self[position]
      if byte == 0x20 || byte == TableRewriter.mark {
        position += 1
      } else if byte == 0xC2, position + 1 < count, self[position + 1] == 0xA0 {
        position += 2
      } else {
        return false
      }
    }
    return true
  }
}

extension MarkdownNode {
  fileprivate var isBlankText: Bool {
    kind == .softBreak
      || (kind == .text
        && withLiteral { $0.isBlank })
  }

  /// Whether the node shows anything: text or an image, at any depth.
  fileprivate var isContent: Bool {
    if kind == .text { return !isBlankText }
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
