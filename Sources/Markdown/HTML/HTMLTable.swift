/// The rows and cells of an HTML table, laid out in a grid as HTML5 does (section 4.9.12).
struct HTMLTable {
  /// How large a table may be.
  struct Limits {
    let columns: Int
    let cells: Int
  }

  struct Cell {
    let element: HTMLElement
    /// The events within the cell.
    let content: Range<Int>
    var column = 0
    var columnSpan = 1
    var rowSpan = 1
    var isHeader: Bool { element.name == "th" }
  }

  struct Row {
    let element: HTMLElement
    let isInHead: Bool
    /// The number of its row group, beyond which no cell extends.
    let group: Int
    var cells: [Cell] = []
  }

  private(set) var rows: [Row] = []
  private(set) var captions: [Range<Int>] = []
  private(set) var columnCount = 0
  /// How many rows from the first on name the columns.
  private(set) var headerRows = 0

  /// Reads the table that the events describe, its own start left out.
  init(_ html: ParsedHTML, _ range: Range<Int>, _ limits: Limits) {
    readRows(html, range)
    layOut(limits)
    headerRows = rows.prefix { $0.isInHead }.count
    if headerRows == 0 { headerRows = rows.prefix(while: Self.isNamedByTags).count }
    if headerRows == 0, rows.count > 1, let first = rows.first, Self.isBold(first, html) {
      headerRows = 1
    }
    if headerRows == rows.count, !rows.isEmpty, !rows[0].isInHead { headerRows = 1 }
  }

  private mutating func readRows(_ html: ParsedHTML, _ range: Range<Int>) {
    var headEnd = 0
    var group = 0
    var index = range.lowerBound + 1
    while index < range.upperBound {
      defer { index += 1 }
      guard case .start(let element) = html.events[index] else { continue }
      let end = html.ends[index]
      switch element.name {
      case "thead": (headEnd, group) = (end, group + 1)
      case "tbody", "tfoot": group += 1
      case "tr": rows.append(Row(element: element, isInHead: index < headEnd, group: group))
      case "caption":
        captions.append((index + 1)..<end)
        index = end
      case "td", "th":
        if !rows.isEmpty {
          rows[rows.count - 1].cells.append(Cell(element: element, content: (index + 1)..<end))
        }
        index = end
      default: continue
      }
    }
    rows.removeAll { $0.cells.isEmpty }
  }

  /// Gives each cell its column; a span reaches no farther than the columns in which a cell begins.
  private mutating func layOut(_ limits: Limits) {
    /// The first row in which each column is free.
    var freeFrom: [Int] = []
    var marksLeft = limits.cells
    let rowsLeft = rowsLeftInGroups()
    for row in rows.indices {
      var column = 0
      for index in rows[row].cells.indices {
        while column < freeFrom.count, freeFrom[column] > row { column += 1 }
        let element = rows[row].cells[index].element
        let width = span(element["colspan"], most: limits.columns)
        var height = span(element["rowspan"], most: rowsLeft[row], zero: rowsLeft[row])
        if height > 1 { marksLeft -= width }
        if marksLeft < 0 { height = 1 }
        rows[row].cells[index].column = column
        rows[row].cells[index].columnSpan = width
        rows[row].cells[index].rowSpan = height
        columnCount = max(columnCount, column + 1)
        if height > 1 {
          while freeFrom.count < column + width { freeFrom.append(0) }
          for covered in column..<(column + width) { freeFrom[covered] = row + height }
        }
        column += width
      }
    }
    for row in rows.indices {
      for index in rows[row].cells.indices {
        let cell = rows[row].cells[index]
        rows[row].cells[index].columnSpan = min(cell.columnSpan, columnCount - cell.column)
      }
    }
  }

  /// How many rows of its group each row begins.
  private func rowsLeftInGroups() -> [Int] {
    var left: [Int] = []
    var next: Row?
    for row in rows.reversed() {
      left.append(row.group == next?.group ? (left.last ?? 0) + 1 : 1)
      next = row
    }
    return left.reversed()
  }

  /// The columns or rows of a cell.
  ///
  /// - Parameter zero: the meaning of 0: in rows, all that are left in the group.
  private func span(_ value: String?, most: Int, zero: Int = 1) -> Int {
    guard let value, let number = Int(value.prefix(6)), number >= 0 else { return 1 }
    return number == 0 ? zero : min(number, max(most, 1))
  }

  private static func isNamedByTags(_ row: Row) -> Bool { row.cells.allSatisfy(\.isHeader) }

  /// Whether all text of a row is bold, as heads are that someone wrote as ordinary cells.
  private static func isBold(_ row: Row, _ html: ParsedHTML) -> Bool {
    row.cells.count > 1
      && row.cells.allSatisfy { cell in
        var (depth, hasText) = (0, false)
        var names: [String] = []
        for event in html.events[cell.content] {
          switch event {
          case .start(let element):
            names.append(element.name)
            if element.name == "b" || element.name == "strong" { depth += 1 }
            let nodes = html.nodes(of: element) ?? []
            if !nodes.allSatisfy({ $0.kind == .strong || $0.isBlank }) { return false }
            if !nodes.isEmpty { hasText = true }
          case .end: if let name = names.popLast(), name == "b" || name == "strong" { depth -= 1 }
          case .text(let text):
            if text.allSatisfy({ $0 <= 0x20 }) { continue }
            if depth == 0 { return false }
            hasText = true
          }
        }
        return hasText
      }
  }
}
