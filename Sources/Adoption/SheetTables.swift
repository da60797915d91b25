/// Finds the tables of a sheet: titles, dates, and legends above the first one, and tables below
/// each other.
struct SheetTables {
  /// A table.
  struct Table {
    /// Its name in a row above its head; empty if there is none.
    let title: String
    /// Its rows with those of its head, as indices of the grid's.
    let rows: Range<Int>
  }

  /// The tables, in order.
  private(set) var all: [Table] = []
  /// The filled cells of the rows above the first table.
  private(set) var captions: [[String]] = []

  private let grid: SheetGrid

  init(_ grid: SheetGrid) {
    self.grid = grid
    let most = grid.rows.map { Self.filled($0).count }.max() ?? 0
    let fallback = grid.rows.firstIndex { Self.filled($0).count > 1 }
    let first = grid.rows.indices.first { !isCaption($0, most: most) } ?? fallback
    guard let first else { return }
    captions = grid.rows[..<first].map(Self.filled)
    var (start, title) = (first, "")
    for row in grid.rows.indices.dropFirst(first + 2) where isHead(row, after: start) {
      var end = row
      while end > start + 2, Self.filled(grid.rows[end - 1]).count == 1 { end -= 1 }
      all.append(.init(title: title, rows: start..<end))
      title = grid.rows[end..<row].map { Self.text(Self.filled($0)) }.joined(separator: ": ")
      start = row
    }
    all.append(.init(title: title, rows: start..<grid.rows.count))
  }

  /// The cells of a row that have a text.
  static func filled(_ row: [String]) -> [String] { row.filter { !$0.isEmpty } }

  /// The cells of a row above a table as one text.
  static func text(_ cells: [String]) -> String {
    if cells.count == 2 { return cells.joined(separator: cells[0].hasSuffix(":") ? " " : ": ") }
    return cells.joined(separator: ", ")
  }

  /// Whether a row above the first table is not part of it: a title, a date, or a letter with its
  /// name.
  ///
  /// - Parameter most: the number of cells in the sheet's longest row.
  private func isCaption(_ index: Int, most: Int) -> Bool {
    let row = grid.rows[index]
    let filled = Self.filled(row)
    if filled.count < 2 || isLegend(filled) { return true }
    guard filled.count == 2, most > 2, grid.rows.indices.contains(index + 1) else { return false }
    if most == 3 { return filled[0].count == 1 && SheetHead.isLetter(filled[0]) }
    let lower = grid.rows[index + 1]
    // A name of several columns has names below it; one of a single column has none.
    let goesDown = zip(row, lower).contains { !$0.isEmpty && ($1.isEmpty || $0 == $1) }
    return !goesDown || !SheetHead.isSecondHead(lower, below: row)
  }

  /// Whether cells explain letters: `R = Responsible` in each, or a letter before each name.
  private func isLegend(_ cells: [String]) -> Bool {
    let isPaired =
      cells.count > 3 && cells.count.isMultiple(of: 2)
      && cells.enumerated().allSatisfy { index, cell in
        index.isMultiple(of: 2) == (cell.count == 1 && SheetHead.isLetter(cell))
      }
    let isTold = cells.allSatisfy { cell in
      let sign = cell.dropFirst().drop(while: \.isWhitespace).first
      return cell.first?.isUppercase == true && cell.count > 3
        && sign.map("=:-–—".contains) ?? false
    }
    return isPaired || isTold
  }

  /// Whether a row is the head of another table.
  ///
  /// It equals the first one's, or has names, behind a gap and with a row of letters below.
  private func isHead(_ index: Int, after start: Int) -> Bool {
    let row = grid.rows[index]
    let filled = Self.filled(row)
    guard filled.count > 2 || filled.count > 1 && row == grid.rows[start] else { return false }
    if row == grid.rows[start] { return true }
    guard isBehindGap(index), !hasLetters(row), grid.rows.indices.contains(index + 1) else {
      return false
    }
    return hasLetters(grid.rows[index + 1])
      && grid.rows[(start + 1)..<index].contains(where: hasLetters)
  }

  /// Whether a row without text is above a row, or above the captions of it.
  private func isBehindGap(_ index: Int) -> Bool {
    var row = index
    while row > 0, !grid.isAfterGap[row], Self.filled(grid.rows[row - 1]).count == 1 { row -= 1 }
    return grid.isAfterGap[row]
  }

  private func hasLetters(_ row: [String]) -> Bool {
    row.dropFirst().contains { cell in
      cell.contains { $0.isLetter || $0.isSymbol } && SheetHead.isLetter(cell)
    }
  }
}
