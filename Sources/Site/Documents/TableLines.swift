import Markdown

/// The roles of the lines and cells of a document's tables, as a page shows them.
struct TableLines {
  /// The role of a cell for a reader.
  enum Role {
    case head, title, description, letters, code, group, party, plain
  }

  /// The row of each line that belongs to one; the last one if each cell is a row of its own.
  let rowOfLine: [Int: Int]
  /// The row of each cell that is one by itself.
  let rowOfCell: [Int: Int]
  /// The group that each cell names for the rows from its line on.
  let groupOfCell: [Int: Int]
  /// The group of each line that names one.
  let groupOfLine: [Int: Int]
  /// The number of clauses before each cell that describes a row after another cell.
  private let clausesBefore: [Int: Int]

  init(_ document: Document) {
    var rowOfLine: [Int: Int] = [:]
    var rowOfCell: [Int: Int] = [:]
    var groupOfCell: [Int: Int] = [:]
    var last: Int?
    for (index, row) in document.rows.enumerated() {
      for line in row.lines { rowOfLine[line] = index }
      let (table, line) = (document.tables[row.table], row.lines.lowerBound)
      if let column = row.column {
        rowOfCell[document.cell(table, line: line, column: column)] = index
      }
      if let group = row.group, group != last, document.groups[group].line == nil,
        let column = table.reading?.columns.firstIndex(of: .group)
      {
        groupOfCell[document.cell(table, line: line, column: column)] = group
      }
      last = row.group
    }
    self.rowOfLine = rowOfLine
    self.rowOfCell = rowOfCell
    self.groupOfCell = groupOfCell
    var groupOfLine: [Int: Int] = [:]
    for (index, group) in document.groups.enumerated() {
      if let line = group.line { groupOfLine[line] = index }
    }
    self.groupOfLine = groupOfLine
    var clausesBefore: [Int: Int] = [:]
    for row in document.rows where row.column == nil {
      let cells = document.descriptionCells(of: row)
      guard var last = cells.first else { continue }
      var count = 0
      for cell in cells.dropFirst() {
        count += document.cells[last].clauseCount
        clausesBefore[cell] = count
        last = cell
      }
    }
    self.clausesBefore = clausesBefore
  }

  /// The role of a cell.
  func role(ofCell cell: Int, in document: Document) -> Role {
    guard let place = document.place(ofCell: cell) else { return .plain }
    let table = document.tables[place.table]
    if !table.bodyLines.contains(place.line) { return .head }
    if table.reading?.isTransposed == true,
      document.role(ofLine: place.line, in: table) == .nothing
    {
      return .plain
    }
    if groupOfLine[place.line] != nil {
      return document.cells[cell].isEmpty ? .plain : .group
    }
    guard let row = rowOfLine[place.line] else { return .plain }
    switch document.role(ofColumn: place.column, in: table) {
    case .title:
      return document.rows[row].lines.lowerBound == place.line ? .title : .plain
    case .description: return .description
    case .letters: return .letters
    case .code: return .code
    case .party: return .party
    case .group: return document.cells[cell].isEmpty ? .plain : .group
    }
  }

  /// The row of a cell that describes it, and the number of clauses before the cell's own; nil if it
  /// describes none.
  func clauseStart(ofCell cell: Int, in document: Document) -> (row: Int, earlier: Int)? {
    guard let place = document.place(ofCell: cell), let row = rowOfLine[place.line] else {
      return nil
    }
    let table = document.tables[place.table]
    guard document.rows[row].column == nil,
      document.role(ofColumn: place.column, in: table) == .description
    else { return nil }
    return (row, clausesBefore[cell] ?? 0)
  }
}
