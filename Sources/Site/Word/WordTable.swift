/// The markup around a table's rows and cells.
///
/// HTML names cells row by row and lets them reach into rows below. WordprocessingML has a cell for
/// each place (ECMA-376 part 1, section 17.4).
struct WordTable {
  /// The markup before and after a node's content, and how wide that is.
  struct Frame {
    var before = ""
    var after = ""
    var width = 0
    /// The style of the paragraphs in a cell.
    var style = "Cell"
    var isHead = false
    var isCentered = false
  }

  /// Word opens no table with more columns.
  private static let mostColumns = 63

  /// The frames of the table, its rows, and its cells, by node.
  private(set) var frames: [Int: Frame] = [:]
  private let markup: Markup
  private let table: Int
  private let width: Int

  /// A cell at its place.
  private struct Place {
    let node: Int
    let column: Int
    let span: Int
  }

  /// A row with the cells that begin in it, and those that reach into it from above.
  private struct Row {
    let node: Int
    let isHead: Bool
    var cells: [Place] = []
    var continued: [(column: Int, span: Int)] = []
  }

  /// Describes a table; nil if it has no rows.
  init?(_ markup: Markup, _ table: Int, width: Int, isRightToLeft: Bool) {
    self.markup = markup
    self.table = table
    self.width = width
    let rows = Self.rows(markup, table)
    guard !rows.isEmpty else { return nil }
    let columns =
      rows.map { row in
        max(
          row.cells.map { $0.column + $0.span }.max() ?? 1,
          row.continued.map { $0.column + $0.span }.max() ?? 1)
      }.max() ?? 1
    let widths = columnWidths(rows, columns)
    var head = "<w:tbl><w:tblPr><w:tblStyle w:val=\"GuideTable\"/>"
    if isRightToLeft { head += "<w:bidiVisual/>" }
    head += "<w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
    head += "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    head += widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
    frames[table] = Frame(before: head, after: "</w:tbl>")
    let isMatrix = markup.nodes[table].has("book-table")
    let isTurned = markup.nodes[table].has("book-table-wide")
    for row in rows { addFrames(row, widths, isMatrix: isMatrix, isTurned: isTurned) }
  }

  // MARK: The grid

  private static func rows(_ markup: Markup, _ table: Int) -> [Row] {
    var rows: [Row] = []
    /// How many more rows the cell in a column reaches into, with where it begins and its span.
    var reach: [Int: (rows: Int, start: Int, span: Int)] = [:]
    var index = table + 1
    while index < markup.nodes[table].end {
      let node = markup.nodes[index]
      if node.name == "table" || node.name == "caption" {
        index = node.end
        continue
      }
      if node.name == "tr" {
        var row = Row(node: index, isHead: node.parent.map { markup.nodes[$0].name } == "thead")
        place(cellsOf: index, markup, in: &row, &reach)
        rows.append(row)
        index = node.end
        continue
      }
      index += 1
    }
    return rows
  }

  private static func place(
    cellsOf tr: Int, _ markup: Markup, in row: inout Row,
    _ reach: inout [Int: (rows: Int, start: Int, span: Int)]
  ) {
    var next = reach
    for (column, cell) in reach.sorted(by: { $0.key < $1.key }) where column == cell.start {
      row.continued.append((cell.start, cell.span))
    }
    for column in reach.keys.sorted() {
      guard var cell = reach[column] else { continue }
      cell.rows -= 1
      next[column] = cell.rows > 0 ? cell : nil
    }
    var column = 0
    var index = tr + 1
    while index < markup.nodes[tr].end {
      let node = markup.nodes[index]
      guard node.name == "td" || node.name == "th" else {
        index = node.name.isEmpty ? index + 1 : max(node.end, index + 1)
        continue
      }
      while reach[column] != nil, column < mostColumns - 1 { column += 1 }
      let start = min(column, mostColumns - 1)
      let asked = min(max(Int(node["colspan"] ?? "") ?? 1, 1), mostColumns - start)
      var span = 1
      while span < asked, reach[start + span] == nil { span += 1 }
      row.cells.append(Place(node: index, column: start, span: span))
      let down = min(max(Int(node["rowspan"] ?? "") ?? 1, 1), 10_000)
      if down > 1 {
        for place in start..<start + span { next[place] = (down - 1, start, span) }
      }
      column = start + span
      index = node.end
    }
    reach = next
  }

  // MARK: Widths

  /// The first column of a matrix has a third of the width; otherwise columns are as wide as their texts ask.
  private func columnWidths(_ rows: [Row], _ columns: Int) -> [Int] {
    if markup.nodes[table].has("book-table"), columns > 1 {
      let first = max(width * 32 / 100, width / columns)
      return [first] + Array(repeating: (width - first) / (columns - 1), count: columns - 1)
    }
    var weights = [Int](repeating: 8, count: columns)
    for row in rows {
      for cell in row.cells where cell.span == 1 {
        let length = markup.textLength(cell.node)
        // Long texts take several lines, so the width grows with the root of the length.
        var root = 8
        while root < 48, root * root < length * 6 { root += 1 }
        weights[cell.column] = max(weights[cell.column], root)
      }
    }
    let sum = weights.reduce(0, +)
    return weights.map { max(width * $0 / sum, 1) }
  }

  // MARK: Frames

  private mutating func addFrames(
    _ row: Row, _ widths: [Int], isMatrix: Bool, isTurned: Bool
  ) {
    let isSection = markup.nodes[row.node].has("book-section")
    var properties = "<w:cantSplit/>"
    if row.isHead { properties += "<w:tblHeader/>" }
    frames[row.node] = Frame(before: "<w:tr><w:trPr>\(properties)</w:trPr>", after: "</w:tr>")
    var column = 0
    var lastNode: Int?
    for cell in row.cells {
      if let last = lastNode, cell.column < column {
        // There is no room for another column, so the text goes on in the last one.
        frames[last]?.after = ""
        frames[cell.node] = Frame(after: "</w:tc>", width: frames[last]?.width ?? width)
        lastNode = cell.node
        continue
      }
      var before = continuations(row, from: column, to: cell.column, widths)
      let cellWidth = widths[cell.column..<min(cell.column + cell.span, widths.count)].reduce(0, +)
      let node = markup.nodes[cell.node]
      before += "<w:tc><w:tcPr><w:tcW w:w=\"\(cellWidth)\" w:type=\"dxa\"/>"
      if cell.span > 1 { before += "<w:gridSpan w:val=\"\(cell.span)\"/>" }
      if (Int(node["rowspan"] ?? "") ?? 1) > 1 { before += "<w:vMerge w:val=\"restart\"/>" }
      if row.isHead || isSection {
        before +=
          "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(row.isHead ? "E2F0F3" : "F5F7F8")\"/>"
      }
      let turns = isTurned && row.isHead && cell.column > 0
      if turns { before += "<w:textDirection w:val=\"btLr\"/>" }
      if isMatrix { before += "<w:vAlign w:val=\"\(row.isHead ? "bottom" : "center")\"/>" }
      before += "</w:tcPr>"
      let isCentered = isMatrix && cell.column > 0 && !turns
      frames[cell.node] = Frame(
        before: before, after: "</w:tc>", width: max(cellWidth - 200, 400),
        style: isMatrix ? "MatrixCell" : "Cell",
        isHead: row.isHead || isSection || (node.name == "th" && !isMatrix),
        isCentered: isCentered)
      column = cell.column + cell.span
      lastNode = cell.node
    }
    let rest = continuations(row, from: column, to: widths.count, widths)
    frames[row.node]?.after = rest + "</w:tr>"
  }

  /// The cells of places where no cell begins: those of cells above, and empty ones.
  private func continuations(_ row: Row, from: Int, to end: Int, _ widths: [Int]) -> String {
    var text = ""
    var column = from
    while column < end {
      let above = row.continued.first { $0.column == column }
      let span = min(above?.span ?? 1, end - column)
      let cellWidth = widths[column..<column + span].reduce(0, +)
      text += "<w:tc><w:tcPr><w:tcW w:w=\"\(cellWidth)\" w:type=\"dxa\"/>"
      if span > 1 { text += "<w:gridSpan w:val=\"\(span)\"/>" }
      if above != nil { text += "<w:vMerge/>" }
      text += "</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p></w:tc>"
      column += span
    }
    return text
  }
}

extension Markup {
  /// About how many characters a node's text has.
  fileprivate func textLength(_ node: Int) -> Int {
    nodes[node..<nodes[node].end].reduce(0) { $0 + min($1.text.utf8.count, 2_000) }
  }
}
