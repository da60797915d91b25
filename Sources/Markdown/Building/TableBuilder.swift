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
        $0 + $1.cells.count / max($1.alignments.count, 1) - $1.headerRows
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
      let isResponsibility = holdsRows && cell.row >= layout.headerRows
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
    let columns = layout.alignments.count
    let place = layout.cells[cell.row * columns + cell.column]
    let isFirst = cell.column == 0
    let isHead = cell.row < layout.headerRows
    let isHeader = isHead || place.isHeader || (isFirst && row != nil)
    var before: Markup = ""
    var after: Markup = ""
    if isFirst { appendRowStart(cell.row, row, layout, to: &before) }
    if isFirst, let row { after.append(.rowExtras(row: row)) }
    if !place.isCovered {
      appendCellStart(cell, layout, place, isHeader: isHeader, row, to: &before)
      after.append(isHeader ? "</th>\n" : "</td>\n")
    }
    if cell.column == columns - 1 {
      after.append("</tr>\n")
      if cell.row == layout.headerRows - 1 { after.append("</thead>\n") }
      if cell.row == lastRow && !isHead { after.append("</tbody>\n") }
    }
    return (before, after)
  }

  private func appendCellStart(
    _ cell: TreeOutline.Cell, _ layout: TableLayout, _ place: TableLayout.Cell, isHeader: Bool,
    _ row: Int?, to markup: inout Markup
  ) {
    let isHead = cell.row < layout.headerRows
    markup.append(isHeader ? "<th" : "<td")
    if isHeader, !isHead, cell.column == 0 { markup.append(" scope=\"row\"") }
    if row != nil {
      let isTitle = cell.column == 0
      markup.append(isTitle ? " class=\"responsibility\"" : " class=\"description\"")
    } else {
      let own = place.alignment
      let alignment = own == .none ? layout.alignments[cell.column] : own
      if alignment != .none { markup.append(.cellAlignment(alignment)) }
    }
    if place.columnSpan > 1 { markup.append(" colspan", number: place.columnSpan) }
    if place.rowSpan > 1 { markup.append(" rowspan", number: place.rowSpan) }
    markup.append(">")
  }

  private func appendRowStart(
    _ number: Int, _ row: Int?, _ layout: TableLayout, to markup: inout Markup
  ) {
    if number == 0, layout.headerRows > 0 { markup.append("<thead>\n") }
    if number == layout.headerRows { markup.append("<tbody>\n") }
    markup.append("<tr")
    if let row { markup.append(.rowAttributes(row: row)) }
    markup.append(">\n")
  }
}
