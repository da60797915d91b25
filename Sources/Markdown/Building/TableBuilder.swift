import Base

/// Puts the cells that cmark parsed one by one together to tables.
struct TableBuilder {
  private let layouts: [TableLayout]
  private let isResponsibilityDocument: Bool
  /// The rows of responsibility tables, in order.
  private(set) var rows: [Document.Row] = []
  /// The clauses of each row's description.
  private(set) var clauses: [[String]] = []
  /// The tables' places, in order.
  private(set) var tables: [Document.Table] = []
  /// Raw HTML that is freed.
  private(set) var consumed: [MarkdownNode] = []

  init(_ layouts: [TableLayout], isResponsibilityDocument: Bool) {
    self.layouts = layouts
    self.isResponsibilityDocument = isResponsibilityDocument
    guard isResponsibilityDocument else { return }
    rows.reserveCapacity(
      layouts.lazy.filter(\.holdsResponsibilities).reduce(0) {
        $0 + $1.cells.count / $1.alignments.count - 1
      })
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
        Markup(.tableStart(table: first.table)), Markup(.tableEnd(table: first.table)))
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
    consumed += lines.consumed
    ClauseBuilder.buildPlain(lines, into: node)
  }

  private mutating func fill(_ node: MarkdownNode, with cell: TreeOutline.Cell) {
    if cell.column == 0 {
      let anchor = ExplicitAnchor.take(from: cell.node)
      consumed += anchor?.consumed ?? []
      let title = InlineText.text(in: cell.node)
      rows.append(
        .init(
          heading: cell.heading, title: title, anchor: anchor?.name, location: cell.location,
          clauseCount: 0, links: cell.links))
      clauses.append([])
      node.takeChildren(of: cell.node)
      return
    }
    let lines = CellLines(cutting: cell.node)
    consumed += lines.consumed
    let row = rows.count - 1
    let before = rows[row]
    let texts = ClauseBuilder.buildDescription(
      lines, into: node, row: row, after: before.clauseCount)
    if before.clauseCount == 0 { clauses[row] = texts } else { clauses[row] += texts }
    rows[row] = .init(
      heading: before.heading, title: before.title, anchor: before.anchor,
      location: before.location,
      clauseCount: clauses[row].count,
      links: before.links.lowerBound..<cell.links.upperBound)
  }

  /// The tags around a cell, with those of its row and of the table's parts where it is the first
  /// or last of them.
  private func markup(
    _ cell: TreeOutline.Cell, _ layout: TableLayout, lastRow: Int, responsibility row: Int?
  ) -> (before: Markup, after: Markup) {
    let isFirst = cell.column == 0
    let isHead = cell.row == 0
    var before: Markup = ""
    var after: Markup = ""
    if isFirst { appendRowStart(cell.row, row, to: &before) }
    if isFirst, let row {
      before.append("<th scope=\"row\" class=\"responsibility\">")
      after.append(.rowExtras(row: row))
    } else if row != nil {
      before.append("<td class=\"description\">")
    } else {
      before.append(isHead ? "<th" : "<td")
      let alignment = layout.alignments[cell.column]
      if alignment != .none { before.append(.cellAlignment(alignment)) }
      before.append(">")
    }
    after.append(isHead || (isFirst && row != nil) ? "</th>\n" : "</td>\n")
    if cell.column == layout.alignments.count - 1 {
      after.append("</tr>\n")
      if isHead { after.append("</thead>\n") }
      if cell.row == lastRow && !isHead { after.append("</tbody>\n") }
    }
    return (before, after)
  }

  private func appendRowStart(_ number: Int, _ row: Int?, to markup: inout Markup) {
    if number == 0 { markup.append("<thead>\n") }
    if number == 1 { markup.append("<tbody>\n") }
    markup.append("<tr")
    if let row { markup.append(.rowAttributes(row: row)) }
    markup.append(">\n")
  }
}
