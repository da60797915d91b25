/// A table found in a document, before cmark sees it.
struct TableLayout {
  /// The place of a cell's text in the document.
  struct Cell {
    /// The line, from 1.
    let line: Int
    /// The column in bytes, from 1.
    let byteColumn: Int
    /// The backslashes before pipes that cmark does not see, as offsets in its input.
    var droppedBytes: [Int] = []
    /// How many columns and rows an HTML cell takes.
    var columnSpan = 1
    var rowSpan = 1
    /// Whether another HTML cell covers this place, so that no tag is written for it.
    var isCovered = false
    /// Whether an HTML cell is a heading of its row or column.
    var isHeader = false
    /// How an HTML cell is aligned by itself.
    var alignment = ColumnAlignment.none

    init(line: Int, byteColumn: Int, droppedBytes: [Int] = []) {
      self.line = line
      self.byteColumn = byteColumn
      self.droppedBytes = droppedBytes
    }

    /// The column in bytes, from 1, of an offset in the text that cmark sees.
    func byteColumn(of offset: Int) -> Int {
      var low = 0
      var high = droppedBytes.count
      while low < high {
        let middle = (low + high) / 2
        if droppedBytes[middle] <= offset { low = middle + 1 } else { high = middle }
      }
      return byteColumn + offset + low
    }
  }

  let alignments: [ColumnAlignment]
  /// How many rows from the first on name the columns: 1 in a pipe table, any number in HTML.
  var headerRows = 1
  /// All cells row by row, the header first; each row has as many as there are alignments.
  var cells: [Cell] = []
  /// The cells beyond the last column, which the format ignores.
  var excess: [Cell] = []

  /// Whether the rows of such a table are responsibilities, if the document's are.
  var holdsResponsibilities: Bool { alignments.count >= 2 }
}

/// Markdown in which each cell of a table has become a block that cmark can parse by itself.
struct RewrittenMarkdown {
  /// The Markdown for cmark.
  var bytes: [UInt8]
  /// The tables in order.
  var tables: [TableLayout]
  /// The original line, from 1, of each line; empty if no line moved.
  var lines: [Int32]
  /// The lines that are not a table because they have too many columns.
  var tooWide: [TooWide] = []
  /// The places of text that looks like a table.
  var others: [OtherTables.Place] = []
  /// The footnotes that are defined, in order.
  var footnotes: [FootnoteLayout] = []
  /// By the line that cmark counts, how many bytes less it has before its text than the original.
  var shifts: [Int: Int] = [:]

  /// Lines that would be a table if it had fewer columns.
  struct TooWide {
    /// The line of the head, from 1.
    let line: Int
    let columns: Int
  }
}
