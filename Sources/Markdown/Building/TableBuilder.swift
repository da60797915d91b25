import Base

/// Puts the cells that cmark parsed one by one together to tables.
struct TableBuilder {
  private let layouts: [TableLayout]
  private let isResponsibilityDocument: Bool
  /// The cells of all tables, in order.
  private(set) var cells: [Document.Cell] = []
  /// The clauses of each cell that may describe a responsibility; empty for other documents.
  private(set) var clauses: [[String]] = []
  /// The tables' places, in order.
  private(set) var tables: [Document.Table] = []
  /// Raw HTML that is freed.
  private(set) var consumed: [MarkdownNode] = []
  /// The number of lines of the tables so far.
  private var lineCount = 0
  /// Whether the line at hand has only numbers and codes so far, so that its title comes next.
  private var beginsWithCode = false

  /// The length in bytes of the longest text that is kept of a cell that cannot be a title.
  private static let maximumTextLength = 400

  init(_ layouts: [TableLayout], isResponsibilityDocument: Bool) {
    self.layouts = layouts
    self.isResponsibilityDocument = isResponsibilityDocument
    let count = layouts.reduce(0) { $0 + $1.cells.count }
    cells.reserveCapacity(count)
    if isResponsibilityDocument { clauses.reserveCapacity(count) }
  }

  /// Rebuilds all tables from their cells, which come in order.
  mutating func build(_ cells: [TreeOutline.Cell]) {
    var rest = cells[...]
    while let first = rest.first {
      let group = rest.prefix { $0.table == first.table }
      buildTable(group)
      rest = rest.dropFirst(group.count)
    }
  }

  private mutating func buildTable(_ group: ArraySlice<TreeOutline.Cell>) {
    guard let first = group.first, let last = group.last else { return }
    let layout = layouts[first.table]
    let holdsRows = isResponsibilityDocument && layout.holdsResponsibilities
    let firstCell = cells.count
    tables.append(
      .init(
        heading: first.heading, isResponsibilities: holdsRows,
        columnCount: layout.alignments.count, headerCount: layout.headerRows,
        lines: lineCount..<(lineCount + last.row + 1), firstCell: firstCell))
    let block = MarkdownNode.block(
      Markup(.tableStart(table: first.table)), Markup(.tableEnd(table: first.table)))
    if let block { first.node.insertBefore(block) }
    for cell in group {
      let mayBeRow = holdsRows && cell.row >= layout.headerRows
      let markup = markup(cell, layout, lastRow: last.row, mayBeRow: mayBeRow)
      let node = MarkdownNode.markup(markup.before, markup.after)
      if let block, let node { block.append(node) }
      fill(node ?? cell.node, with: cell, mayBeRow: mayBeRow)
      cell.node.remove()
    }
    lineCount += last.row + 1
  }

  /// Fills a cell's element and takes down its facts.
  private mutating func fill(
    _ node: MarkdownNode, with cell: TreeOutline.Cell, mayBeRow: Bool
  ) {
    let isStrong = cell.node.isStrong
    guard mayBeRow else {
      let text = InlineText.text(in: cell.node)
      fillPlain(node, with: cell)
      add(cell, text, isStrong: isStrong)
      return
    }
    let mayBeTitle = cell.column == 0 || beginsWithCode
    let anchor = mayBeTitle ? ExplicitAnchor.take(from: cell.node) : nil
    consumed += anchor?.consumed ?? []
    if cell.column == 0 {
      let text = InlineText.text(in: cell.node)
      beginsWithCode = isCode(text)
      node.takeChildren(of: cell.node)
      add(cell, text, anchor: anchor?.name, isStrong: isStrong)
      return
    }
    let marked = CellText.marked(in: cell.node)
    let lines = CellLines(cutting: cell.node)
    consumed += lines.consumed
    let texts = ClauseBuilder.buildDescription(lines, into: node, number: cells.count)
    let text = marked ?? (texts.count == 1 ? texts[0] : texts.joined(separator: "\n"))
    beginsWithCode = beginsWithCode && cell.column < 2 && !text.isEmpty && isCode(text)
    add(cell, text, anchor: anchor?.name, clauses: texts, isStrong: isStrong)
  }

  private mutating func add(
    _ cell: TreeOutline.Cell, _ text: String, anchor: String? = nil, clauses texts: [String] = [],
    isStrong: Bool
  ) {
    let text = InlineText.withoutFixedSpace(text)
    let layout = layouts[cell.table]
    let columnCount = layout.alignments.count
    let source = layout.cells[cell.row * columnCount + cell.column]
    let mayBeTitle = cell.column == 0 || cell.column < 4 && columnCount > 2
    let isKept = mayBeTitle || text.utf8.count <= Self.maximumTextLength
    cells.append(
      .init(
        text: isKept ? text : "", location: cell.location, anchor: anchor,
        clauseCount: texts.count, links: cell.links, columnSpan: source.columnSpan,
        rowSpan: source.rowSpan, isStrong: isStrong, isLong: !isKept))
    if isResponsibilityDocument { clauses.append(texts) }
  }

  private mutating func fillPlain(_ node: MarkdownNode, with cell: TreeOutline.Cell) {
    guard CellLines.mayHoldItems(cell.node) else {
      node.takeChildren(of: cell.node)
      return
    }
    let lines = CellLines(cutting: cell.node)
    consumed += lines.consumed
    ClauseBuilder.buildPlain(lines, into: node)
  }

  /// The tags around a cell, with those of its row and of the table's parts if it is the first
  /// or last of them.
  private func markup(
    _ cell: TreeOutline.Cell, _ layout: TableLayout, lastRow: Int, mayBeRow: Bool
  ) -> (before: Markup, after: Markup) {
    let isHead = cell.row < layout.headerRows
    var before: Markup = ""
    var after: Markup = ""
    if cell.column == 0 {
      appendRowStart(
        cell.row, layout, mayBeRow ? lineCount + cell.row : nil, to: &before)
    }
    let place = layout.cells[cell.row * layout.alignments.count + cell.column]
    // A head has a place of its own, too: in a transposed table it names a row.
    let isNamed = mayBeRow || isHead && isResponsibilityDocument && layout.holdsResponsibilities
    if isNamed, !place.isCovered {
      before.append("<")
      before.append(.cellTag(cell: cells.count))
      if isHead { appendAlignment(cell.column, place, layout, to: &before) }
      appendSpans(place, to: &before)
      after.append(.cellEnd(cell: cells.count))
    } else if !place.isCovered {
      let isHeader = isHead || place.isHeader
      before.append(isHeader ? "<th" : "<td")
      if isHeader, !isHead, cell.column == 0 { before.append(" scope=\"row\"") }
      appendAlignment(cell.column, place, layout, to: &before)
      appendSpans(place, to: &before)
      after.append(isHeader ? "</th>\n" : "</td>\n")
    }
    if cell.column == layout.alignments.count - 1 {
      after.append("</tr>\n")
      if isHead, cell.row == layout.headerRows - 1 { after.append("</thead>\n") }
      if cell.row == lastRow && !isHead { after.append("</tbody>\n") }
    }
    return (before, after)
  }

  private func appendAlignment(
    _ column: Int, _ place: TableLayout.Cell, _ layout: TableLayout, to markup: inout Markup
  ) {
    let own = place.alignment
    let alignment = own == .none ? layout.alignments[column] : own
    if alignment != .none { markup.append(.cellAlignment(alignment)) }
  }

  /// Ends a cell's start tag.
  private func appendSpans(_ place: TableLayout.Cell, to markup: inout Markup) {
    if place.columnSpan > 1 { markup.append(" colspan", number: place.columnSpan) }
    if place.rowSpan > 1 { markup.append(" rowspan", number: place.rowSpan) }
    markup.append(">")
  }

  private func appendRowStart(
    _ number: Int, _ layout: TableLayout, _ line: Int?, to markup: inout Markup
  ) {
    if number == 0, layout.headerRows > 0 { markup.append("<thead>\n") }
    if number == layout.headerRows { markup.append("<tbody>\n") }
    markup.append("<tr")
    if let line { markup.append(.rowAttributes(line: line)) }
    markup.append(">\n")
  }
}

/// Whether a text is a number, a code of numbers and capitals such as `REQ-12`, or nothing, as in a
/// column of numbers.
///
/// Words with numbers such as `Step 1` are titles; `a)` and `iv)` are numbers.
public func isCode(_ text: String) -> Bool {
  if isListMark(text) { return true }
  var letters = 0
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x20: letters = 0
    case 0x61...0x7A where letters > 0: return false
    case 0x41...0x5A, 0x61...0x7A: letters += 1
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"),
      UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: ")"):
      letters = 0
    default: return false
    }
    if letters > 4 { return false }
  }
  return text.utf8.count <= 16
    && (text.isEmpty || text.utf8.contains { (0x30...0x39).contains($0) })
}

/// Whether a text is a letter or a small Roman numeral with a parenthesis behind it.
private func isListMark(_ text: String) -> Bool {
  guard text.utf8.last == UInt8(ascii: ")"), (2...5).contains(text.utf8.count) else { return false }
  let mark = text.utf8.dropLast()
  let isRoman = mark.allSatisfy { "ivxIVX".utf8.contains($0) }
  return isRoman
    || mark.count == 1 && (mark.first ?? 0) | 0x20 >= 0x61 && (mark.first ?? 0) | 0x20 <= 0x7A
}

extension MarkdownNode {
  /// Whether all text of a cell is in one strong element.
  fileprivate var isStrong: Bool {
    var strong = false
    var next = firstChild
    while let node = next {
      next = node.next
      switch node.kind {
      case .strong where !strong: strong = true
      case .text
      where node.withLiteral({ $0.allSatisfy { $0 == 0x20 || $0 == TableRewriter.mark } }):
        continue
      case .htmlInline: continue
      default: return false
      }
    }
    return strong
  }
}
