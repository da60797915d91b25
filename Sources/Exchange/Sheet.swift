/// The cells of a spreadsheet as text, without those that are empty.
public struct Sheet: Sendable, Equatable {
  /// A cell with text.
  public struct Cell: Sendable, Equatable {
    /// The column, from 0.
    public let column: Int
    /// The text that the cell shows, line breaks as `\n`.
    public let text: String

    /// A cell of a row.
    public init(column: Int, text: String) {
      self.column = column
      self.text = text
    }
  }

  /// A row with at least one cell.
  public struct Row: Sendable, Equatable {
    /// The row, or for a text file the line that it begins on, from 1.
    public let number: Int
    /// Whether a reader of the sheet does not see it.
    public let isHidden: Bool
    /// The cells in the order of their columns, each column at most once.
    public let cells: [Cell]

    /// A row of a sheet.
    public init(number: Int, isHidden: Bool = false, cells: [Cell]) {
      self.number = number
      self.isHidden = isHidden
      self.cells = cells
    }

    /// The text of a column; empty if there is none.
    public subscript(_ column: Int) -> String {
      var (low, high) = (0, cells.count)
      while low < high {
        let middle = (low + high) / 2
        if cells[middle].column < column { low = middle + 1 } else { high = middle }
      }
      return low < cells.count && cells[low].column == column ? cells[low].text : ""
    }
  }

  /// Cells that are shown as one.
  public struct Merge: Sendable, Hashable {
    /// The rows, from 1.
    public let rows: ClosedRange<Int>
    /// The columns, from 0.
    public let columns: ClosedRange<Int>

    /// A block of cells.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// The name on its tab; empty for a text file.
  public let name: String
  /// Whether a reader of the workbook does not see it.
  public let isHidden: Bool
  /// The rows in order; each number at most once.
  public let rows: [Row]
  /// The columns that a reader does not see, from 0.
  public let hiddenColumns: [ClosedRange<Int>]
  /// The merged cells, in the order of the file.
  public let merges: [Merge]

  /// A sheet of a workbook, or the one of a text file.
  public init(
    name: String, isHidden: Bool = false, rows: [Row], hiddenColumns: [ClosedRange<Int>] = [],
    merges: [Merge] = []
  ) {
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
    self.hiddenColumns = hiddenColumns
    self.merges = merges
  }

  /// Whether a reader does not see the column.
  public func hidesColumn(_ column: Int) -> Bool {
    hiddenColumns.contains { $0.contains(column) }
  }
}
