/// An HTML table becomes cells as a pipe table's are: headings whose text is enclosed in marks.
extension HTMLBuilder {
  /// How many places of a grid may stay empty, as with pipe tables.
  private static let addedCellLimit = 100_000

  /// Puts a table at the place of the events.
  mutating func addTable(_ element: HTMLElement, _ range: Range<Int>) {
    let table = HTMLTable(html, range, limits)
    for caption in table.captions { addText(caption) }
    let written = table.rows.reduce(0) { $0 + $1.cells.count }
    let size = table.rows.count * table.columnCount
    guard written > 0 else { return }
    guard table.columnCount <= limits.columns, written <= limits.cells,
      size - written <= Self.addedCellLimit
    else {
      for row in table.rows { for cell in row.cells { addText(cell.content) } }
      edits.oversizedTables.append((html.place(of: element), table.columnCount, size))
      return
    }
    addGrid(table)
  }

  /// Puts the nodes between two events into a paragraph.
  private mutating func addText(_ range: Range<Int>) {
    guard let paragraph = MarkdownNode.make(.paragraph), let goal = MarkdownNode.markup("") else {
      return
    }
    add(block: paragraph)
    paragraph.append(goal)
    var builder = HTMLBuilder(
      html, .cell, before: goal, isInLink: false, edits: edits, limits)
    builder.build(range)
    for child in paragraph.children where CellMark(child) != nil {
      if let line = MarkdownNode.make(.htmlInline, Array("<br>".utf8)) {
        child.insertBefore(line)
      }
      child.remove()
    }
    goal.remove()
    if paragraph.firstChild == nil { paragraph.remove() }
  }

  private mutating func addGrid(_ table: HTMLTable) {
    let alignments = Array(repeating: ColumnAlignment.none, count: table.columnCount)
    var layout = TableLayout(alignments: alignments, headerRows: table.headerRows)
    var first: MarkdownNode?
    /// The first row in which each column is free of a cell from above.
    var freeFrom = Array(repeating: 0, count: table.columnCount)
    for (number, row) in table.rows.enumerated() {
      let place = html.place(of: row.element)
      var column = 0
      for (index, cell) in row.cells.enumerated() {
        while column < cell.column {
          addEmpty(place, isCovered: true, to: &layout, &first)
          column += 1
        }
        addCell(cell, index == 0 ? row.element : nil, to: &layout, &first)
        for covered in column..<(column + cell.columnSpan) {
          if covered > column { addEmpty(place, isCovered: true, to: &layout, &first) }
          if cell.rowSpan > 1 { freeFrom[covered] = number + cell.rowSpan }
        }
        column += cell.columnSpan
      }
      while column < table.columnCount {
        addEmpty(place, isCovered: freeFrom[column] > number, to: &layout, &first)
        column += 1
      }
    }
    if let first { edits.tables[first] = layout }
  }

  /// Adds a place that no cell begins in: another covers it, or the row is too short.
  private mutating func addEmpty(
    _ place: NodePlace, isCovered: Bool, to layout: inout TableLayout, _ first: inout MarkdownNode?
  ) {
    guard let node = cellNode() else { return }
    if first == nil { first = node.heading }
    var cell = TableLayout.Cell(place)
    cell.isCovered = isCovered
    layout.cells.append(cell)
  }

  private mutating func addCell(
    _ cell: HTMLTable.Cell, _ row: HTMLElement?, to layout: inout TableLayout,
    _ first: inout MarkdownNode?
  ) {
    guard let node = cellNode() else { return }
    if first == nil { first = node.heading }
    var builder = HTMLBuilder(
      html, .cell, before: node.goal, isInLink: false, edits: edits, limits)
    if let row { builder.addAnchor(of: row) }
    builder.addAnchor(of: cell.element)
    builder.build(cell.content)
    var laidOut = TableLayout.Cell(html.place(of: cell.element))
    laidOut.columnSpan = cell.columnSpan
    laidOut.rowSpan = cell.rowSpan
    laidOut.isHeader = cell.isHeader
    laidOut.alignment = cell.element["align"].flatMap(HTMLNodes.alignment) ?? .none
    layout.cells.append(laidOut)
  }

  /// An empty cell, and the node before which its content goes.
  private mutating func cellNode() -> (heading: MarkdownNode, goal: MarkdownNode)? {
    guard let heading = MarkdownNode.make(.heading),
      let start = MarkdownNode.make(.text, [TableRewriter.mark]),
      let goal = MarkdownNode.make(.text, [TableRewriter.mark])
    else { return nil }
    heading.setHeadingLevel(6)
    heading.append(start)
    heading.append(goal)
    add(block: heading)
    return (heading, goal)
  }
}

extension TableLayout.Cell {
  fileprivate init(_ place: NodePlace) {
    if case .file(let line, let column) = place {
      self.init(line: line, byteColumn: column)
    } else {
      self.init(line: 0, byteColumn: 1)
    }
  }
}
