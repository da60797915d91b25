import Diagnostics

/// Puts the cells that cmark parsed one by one together to tables.
struct TableBuilder {
  private let layouts: [TableLayout]
  private let isResponsibilityDocument: Bool
  /// The rows of responsibility tables, in order.
  private(set) var rows: [Document.Row] = []
  /// The tables' places, in order.
  private(set) var tables: [Document.Table] = []
  /// Raw HTML that is freed.
  private(set) var consumed: Set<MarkdownNode> = []

  init(_ layouts: [TableLayout], isResponsibilityDocument: Bool) {
    self.layouts = layouts
    self.isResponsibilityDocument = isResponsibilityDocument
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

  private mutating func buildTable(_ cells: ArraySlice<TreeOutline.Cell>) {
    guard let first = cells.first, let last = cells.last else { return }
    let layout = layouts[first.table]
    let holdsRows = isResponsibilityDocument && layout.holdsResponsibilities
    tables.append(
      .init(
        heading: first.heading, isResponsibilities: holdsRows,
        columnCount: layout.alignments.count))
    guard
      let table = MarkdownNode.block(
        HoleMarker.bytes(.tableStart(table: first.table)),
        HoleMarker.bytes(.tableEnd(table: first.table)))
    else { return }
    first.node.insertBefore(table)
    for cell in cells {
      let isResponsibility = holdsRows && cell.row > 0
      let row = isResponsibility ? rows.count - (cell.column == 0 ? 0 : 1) : nil
      let markup = markup(cell, layout, lastRow: last.row, responsibility: row)
      guard let node = MarkdownNode.markup(markup.before, markup.after) else { continue }
      table.append(node)
      if isResponsibility {
        fill(node, with: cell)
      } else {
        fillPlain(node, with: cell)
      }
      cell.node.remove()
    }
  }

  private mutating func fillPlain(_ node: MarkdownNode, with cell: TreeOutline.Cell) {
    guard CellLines.mayHoldItems(cell.node) else {
      node.takeChildren(of: cell.node)
      return
    }
    let lines = CellLines(cutting: cell.node)
    consumed.formUnion(lines.consumed)
    ClauseBuilder.buildPlain(lines, into: node)
  }

  private mutating func fill(_ node: MarkdownNode, with cell: TreeOutline.Cell) {
    if cell.column == 0 {
      let anchor = ExplicitAnchor.take(from: cell.node)
      consumed.formUnion(anchor?.consumed ?? [])
      let title = InlineText.text(of: cell.node.children)
      rows.append(
        .init(
          heading: cell.heading, title: title, anchor: anchor?.name, location: cell.location,
          clauses: [], links: cell.links))
      node.takeChildren(of: cell.node)
      return
    }
    let lines = CellLines(cutting: cell.node)
    consumed.formUnion(lines.consumed)
    let row = rows.count - 1
    let before = rows[row]
    let clauses = ClauseBuilder.buildDescription(
      lines, into: node, row: row, after: before.clauses.count)
    rows[row] = .init(
      heading: before.heading, title: before.title, anchor: before.anchor,
      location: before.location, clauses: before.clauses + clauses,
      links: before.links.lowerBound..<cell.links.upperBound)
  }

  /// The tags around a cell, with those of its row and of the table's parts where it is the first
  /// or last of them.
  private func markup(
    _ cell: TreeOutline.Cell, _ layout: TableLayout, lastRow: Int, responsibility row: Int?
  ) -> (before: [UInt8], after: [UInt8]) {
    let isFirst = cell.column == 0
    let isLast = cell.column == layout.alignments.count - 1
    var before: [UInt8] = []
    var after: [UInt8] = []
    if isFirst {
      if cell.row == 0 { before += Array("<thead>\n".utf8) }
      if cell.row == 1 { before += Array("<tbody>\n".utf8) }
      let attributes = row.map { HoleMarker.bytes(.rowAttributes(row: $0)) } ?? []
      before += Array("<tr".utf8) + attributes + Array(">\n".utf8)
    }
    let isTitle = isFirst && row != nil
    let element = cell.row == 0 || isTitle ? "th" : "td"
    before += Array("<\(element)".utf8)
    if isTitle {
      before += Array(" scope=\"row\" class=\"responsibility\"".utf8)
      after += HoleMarker.bytes(.rowExtras(row: row ?? 0))
    } else if row != nil {
      before += Array(" class=\"description\"".utf8)
    } else if layout.alignments[cell.column] != .none {
      before += HoleMarker.bytes(.cellAlignment(layout.alignments[cell.column]))
    }
    before += Array(">".utf8)
    after += Array("</\(element)>\n".utf8)
    if isLast {
      after += Array("</tr>\n".utf8)
      if cell.row == 0 { after += Array("</thead>\n".utf8) }
      if cell.row == lastRow && cell.row > 0 { after += Array("</tbody>\n".utf8) }
    }
    return (before, after)
  }
}
