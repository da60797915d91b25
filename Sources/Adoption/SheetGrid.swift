import Exchange

/// The visible cells of a sheet as rows of equal length, merged cells filled.
struct SheetGrid {
  /// The rows that contain text.
  private(set) var rows: [[String]] = []
  /// For each row, the columns whose text comes from a merged cell further up.
  private(set) var carried: [Set<Int>] = []
  /// For each row, whether a row without text is above it.
  private(set) var isAfterGap: [Bool] = []
  /// Notes for the user.
  private(set) var notes: [String] = []

  /// How many cells the rows of equal length may have.
  private static let mostCells = 2_000_000

  init(_ sheet: Sheet) {
    let visible = sheet.rows.filter { !$0.isHidden }
    let columns = Self.columns(visible, sheet)
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    let hidden = sheet.rows.count - visible.count
    if hidden > 0 { notes.append("\(hidden) hidden rows are left out") }
    let most = Self.mostCells / max(columns.count, 1)
    if visible.count > most { notes.append("only the first \(most) rows are read") }
    var index: [Int: Int] = [:]
    var last: Int?
    for row in visible.prefix(most) {
      var cells = [String](repeating: "", count: columns.count)
      for cell in row.cells {
        if let place = places[cell.column] { cells[place] = cell.text }
      }
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      index[row.number] = rows.count
      isAfterGap.append(last.map { row.number > $0 + 1 } ?? false)
      last = row.number
      rows.append(cells)
      carried.append([])
    }
    fill(sheet.merges, index, places)
  }

  /// The columns that a reader sees and that contain text, in order.
  private static func columns(_ rows: [Sheet.Row], _ sheet: Sheet) -> [Int] {
    var used: Set<Int> = []
    for row in rows { used.formUnion(row.cells.map(\.column)) }
    return used.sorted().filter { !sheet.hidesColumn($0) }
  }

  /// Writes the text of merged cells into all their rows; across columns, only into the head's.
  private mutating func fill(_ merges: [Sheet.Merge], _ index: [Int: Int], _ places: [Int: Int]) {
    let numbers = index.sorted { $0.value < $1.value }.map(\.key)
    var budget = Self.mostCells
    for merge in merges {
      guard let first = index[merge.rows.lowerBound], let column = places[merge.columns.lowerBound]
      else { continue }
      let text = rows[first][column]
      if text.isEmpty { continue }
      let isHead = first < 4 && merge.columns.count > 1 && merge.columns.count < rows[first].count
      var row = first
      while row < rows.count, merge.rows.contains(numbers[row]), budget > 0 {
        var last = isHead ? column + merge.columns.count - 1 : column
        last = min(last, rows[row].count - 1)
        budget -= last - column + 1
        for own in column...last where rows[row][own].isEmpty {
          rows[row][own] = text
          if row > first { carried[row].insert(own) }
        }
        row += 1
      }
    }
  }
}
