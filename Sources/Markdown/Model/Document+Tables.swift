import Base

extension Document {
  /// A table as its author wrote it, with the kinds of its columns and lines.
  public struct Table: Sendable {
    /// The heading it belongs to, by index; nil if it comes before all headings.
    public let heading: Int?
    /// Whether its rows may be responsibilities.
    public let isResponsibilities: Bool
    /// The number of its columns, at least 1.
    public let columnCount: Int
    /// The number of its first lines that are heads.
    public let headerCount: Int
    /// Its lines, heads included, by their number among the lines of all tables.
    public let lines: Range<Int>
    /// The index of its first cell in the document's cells.
    public let firstCell: Int
    /// The kinds of its columns and lines; nil for a title in the first column, descriptions in the
    /// others, and a responsibility in each line.
    public var reading: TableReading?

    /// The column that translates one of its source; nil if it has none.
    public func column(ofSource column: Int) -> Int? {
      if let columns = reading?.sourceColumns, !columns.isEmpty {
        return columns.firstIndex(of: column)
      }
      return column < columnCount ? column : nil
    }

    /// The cell that covers each place in some columns that has no cell of its own, as indices of a
    /// document's cells.
    public func coveredCells(_ cells: [Cell], in columns: [Int]) -> [Int: Int] {
      var result: [Int: Int] = [:]
      for line in bodyLines {
        for column in columns {
          let index = firstCell + (line - lines.lowerBound) * columnCount + column
          let cell = cells[index]
          if cell.columnSpan == 1 && cell.rowSpan == 1 || cell.isEmpty { continue }
          let last = min(cell.rowSpan, bodyLines.upperBound - line)
          for row in 0..<last {
            for other in columns where other >= column && other < column + cell.columnSpan {
              let place = index + row * columnCount + other - column
              if place != index, cells[place].isEmpty { result[place] = index }
            }
          }
          if result.count > Self.mostCovered { return result }
        }
      }
      return result
    }

    /// The number of covered places from which no more are looked for.
    private static let mostCovered = 100_000

    /// Its lines without the heads.
    public var bodyLines: Range<Int> {
      min(lines.lowerBound + headerCount, lines.upperBound)..<lines.upperBound
    }
  }

  /// A cell of a table.
  public struct Cell: Sendable {
    /// The plain text, a line break for each break; empty if it is longer than a name can be.
    public let text: String
    /// The place of its beginning.
    public let location: SourceLocation
    /// The id that the author wrote into it, if it may be a title.
    public let anchor: String?
    /// The number of clauses of its text.
    public let clauseCount: Int
    /// Its links, as a range of the document's.
    public let links: Range<Int>
    /// The number of columns that it spans, at least 1.
    public let columnSpan: Int
    /// The number of lines that it spans, at least 1.
    public let rowSpan: Int
    /// Whether all of its text is strong.
    public let isStrong: Bool
    /// Whether its text is too long to be kept here.
    public let isLong: Bool
    /// Whether it has no content.
    public var isEmpty: Bool { text.isEmpty && !isLong }
  }

  /// A row of a table that names the topic of the rows below it.
  public struct Group: Sendable {
    /// Its plain text.
    public let text: String
    /// The same, shortened if it is very long.
    public let title: String
    /// Its table, by index.
    public let table: Int
    /// Its line, by its number among the lines of all tables; nil if a column names it.
    public let line: Int?
    /// The place.
    public let location: SourceLocation

    init(text: String, table: Int, line: Int?, location: SourceLocation) {
      self.text = text
      title = TitleText.shortened(text)
      self.table = table
      self.line = line
      self.location = location
    }
  }

  /// The index of a cell.
  ///
  /// - Parameter line: a line of the table, by its number among the lines of all tables.
  public func cell(_ table: Table, line: Int, column: Int) -> Int {
    table.firstCell + (line - table.lines.lowerBound) * table.columnCount + column
  }

  /// The table of a cell or line, by index, with its line and column; nil if there is none.
  public func place(ofCell cell: Int) -> (table: Int, line: Int, column: Int)? {
    var (low, high) = (0, tables.count)
    while low < high {
      let middle = (low + high) / 2
      if tables[middle].firstCell <= cell { low = middle + 1 } else { high = middle }
    }
    guard low > 0, tables.indices.contains(low - 1), cells.indices.contains(cell) else {
      return nil
    }
    let table = tables[low - 1]
    let offset = cell - table.firstCell
    return (
      low - 1, table.lines.lowerBound + offset / table.columnCount, offset % table.columnCount
    )
  }
}

/// The kinds of the columns and lines of one table.
public struct TableReading: Sendable, Hashable {
  /// The kind of a column's content.
  public enum Column: Sendable, Hashable {
    /// The titles of the rows.
    case title
    /// Text about the rows.
    case description
    /// Letters, names, or signs that say who does what.
    case letters
    /// Numbers or codes of the rows.
    case code
    /// The common topic of several rows.
    case group
    /// Parties, in a table whose columns are the rows of the matrix.
    case party
  }

  /// The kind of a line.
  public enum Line: Sendable, Hashable {
    /// A row of its own.
    case row
    /// More of the row above.
    case continuation
    /// The name of the rows below.
    case group
    /// Nothing that counts.
    case nothing
  }

  /// Whether its rows are responsibilities; if not, nothing else matters.
  public var isResponsibilities: Bool
  /// The kind of each column's content.
  public var columns: [Column]
  /// The kind of each line below the heads.
  public var lines: [Line]
  /// Whether each cell that says who does what is a row of its own, called by its line's title and
  /// its column's head.
  public var isGrid = false
  /// Whether each column that says who does what is a row by itself, called by its head, and each
  /// line is a party's.
  public var isTransposed = false
  /// The number of lines below the heads that have the heads, as exports of other tools do.
  public var headsBelow = 0
  /// Whether a transposed table has one column of letters, for what its section is called.
  public var isOfHeading = false
  /// For each column of a translation that of its source; empty if all are in the same places.
  public var sourceColumns: [Int?] = []

  /// Describes a table.
  public init(isResponsibilities: Bool, columns: [Column], lines: [Line]) {
    self.isResponsibilities = isResponsibilities
    self.columns = columns
    self.lines = lines
  }

  /// An ordinary table.
  public static let ordinary = TableReading(isResponsibilities: false, columns: [], lines: [])
}
