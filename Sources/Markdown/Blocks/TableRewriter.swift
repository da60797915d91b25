import Base

/// A table found in a document, before cmark sees it.
struct TableLayout {
  /// Where a cell's text stands in the document.
  struct Cell {
    /// The line, from 1.
    let line: Int
    /// The column in bytes, from 1.
    let byteColumn: Int
    /// The backslashes before pipes that cmark does not see, as offsets in what it sees.
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
  /// The cells that stand beyond the last column, which the format ignores.
  var excess: [Cell] = []

  /// Whether the rows of such a table are responsibilities, where the document's are.
  var holdsResponsibilities: Bool { alignments.count >= 2 }
}

/// Markdown in which each cell of a table has become a block that cmark can parse by itself.
struct RewrittenMarkdown {
  /// The Markdown for cmark.
  var bytes: [UInt8]
  /// The tables in order.
  var tables: [TableLayout]
  /// The original line, from 1, of each line; empty where no line moved.
  var lines: [Int32]
  /// What is no table since it has too many columns.
  var tooWide: [TooWide] = []

  /// Lines that would be a table if it had fewer columns.
  struct TooWide {
    /// The line of the head, from 1.
    let line: Int
    let columns: Int
  }
}

/// Finds the tables of a document and writes each cell as a heading of its own.
///
/// libcmark knows no tables, but parses the inlines of a heading in the document's context,
/// reference links included. A heading takes one line, ends a paragraph without a blank line and
/// leaves lists tight, so the blocks around a table stay what they were. Its text is enclosed in
/// a byte that UTF-8 never has, by which the cells are found again. Which lines form a table, and
/// where their cells part, follows the GitHub Flavored Markdown specification 0.29, section 4.10.
struct TableRewriter {
  /// Encloses a cell's text: never part of UTF-8, and to cmark no punctuation and no space.
  static let mark: UInt8 = 0xFE
  /// What stands before a cell's text.
  static let cellStart = Array("###### ".utf8) + [mark]

  /// How many cells that rows leave out may be added to a document; a few short rows below a
  /// wide header would otherwise grow without bound.
  private static let addedCellLimit = 100_000

  private let source: [UInt8]
  private let limits: InputLimits
  private var output: [UInt8] = []
  private var lines: [Int32] = []
  private var tables: [TableLayout] = []
  private var tracker: BlockTracker
  private var tooWide: [RewrittenMarkdown.TooWide] = []
  private var addedCells = 0
  private var writtenCells = 0
  /// The line before, where it is one of an open paragraph.
  private var paragraphLine: ParagraphLine?

  private struct ParagraphLine {
    let line: BlockTracker.Line
    let range: Range<Int>
    let number: Int
    let outputStart: Int
  }

  /// Rewrites a document, or returns nil if it has no line that could delimit a table.
  ///
  /// - Throws: where quotations and lists nest too deeply to go on.
  static func rewrite(
    _ source: [UInt8], firstLine: Int, _ limits: InputLimits = InputLimits()
  ) throws(LimitExcess) -> RewrittenMarkdown? {
    guard mayHoldTable(source) else { return nil }
    var rewriter = TableRewriter(source: source, limits)
    try rewriter.run(firstLine: firstLine)
    guard !rewriter.tables.isEmpty || !rewriter.tooWide.isEmpty else { return nil }
    return RewrittenMarkdown(
      bytes: rewriter.output, tables: rewriter.tables, lines: rewriter.lines,
      tooWide: rewriter.tooWide)
  }

  private init(source: [UInt8], _ limits: InputLimits) {
    self.source = source
    self.limits = limits
    tracker = BlockTracker(nestingLimit: limits.nesting)
    output.reserveCapacity(source.count + source.count / 8)
  }

  /// Whether a line consists of nothing but what delimiter rows and container markers consist of.
  private static func mayHoldTable(_ source: [UInt8]) -> Bool {
    var onlyMarkers = true
    var hasDash = false
    for byte in source {
      switch byte {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: " "), 0x09, 0x0B,
        0x0C:
        continue
      case 0x0A, 0x0D:
        if onlyMarkers && hasDash { return true }
        (onlyMarkers, hasDash) = (true, false)
      default: onlyMarkers = false
      }
    }
    return onlyMarkers && hasDash
  }

  private mutating func run(firstLine: Int) throws(LimitExcess) {
    var ranges = LineRanges(source)
    var number = firstLine
    while let range = ranges.next() {
      try take(range, number)
      number += 1
    }
  }

  private mutating func take(_ range: Range<Int>, _ number: Int) throws(LimitExcess) {
    let line = tracker.track(source, range)
    if tracker.isTooDeep {
      let column = line.content - range.lowerBound + 1
      throw .nesting(number, byteColumn: column, limit: limits.nesting)
    }
    if writtenCells > limits.cells { throw .cells(number, limit: limits.cells) }
    switch line.role {
    case .tableRow:
      if addedCells <= Self.addedCellLimit {
        appendRow(line, range, number, to: tables.count - 1)
        return
      }
      tracker.endTable()
      paragraphLine = nil
    case .paragraphContinuation where opensTable(line, range, number): return
    case .paragraphStart, .paragraphContinuation, .lazyContinuation:
      paragraphLine = ParagraphLine(
        line: line, range: range, number: number, outputStart: output.count)
    case .blank, .other: paragraphLine = nil
    }
    emit(source[range], number)
  }

  /// Replaces the paragraph's last line by a table's header where this line delimits one.
  private mutating func opensTable(
    _ line: BlockTracker.Line, _ range: Range<Int>, _ number: Int
  ) -> Bool {
    guard line.indentation < 4, let header = paragraphLine,
      let alignments = TableRow.alignments(source[line.content..<range.upperBound]),
      let row = TableRow(source[header.line.content..<header.range.upperBound]),
      row.cells.count == alignments.count
    else { return false }
    guard alignments.count <= limits.columns else {
      tooWide.append(.init(line: header.number, columns: alignments.count))
      return false
    }
    output.removeSubrange(header.outputStart...)
    lines.removeLast()
    tables.append(TableLayout(alignments: alignments))
    appendRow(header.line, header.range, header.number, to: tables.count - 1)
    tracker.openTable()
    paragraphLine = nil
    return true
  }

  private mutating func appendRow(
    _ line: BlockTracker.Line, _ range: Range<Int>, _ number: Int, to table: Int
  ) {
    let cells = TableRow(source[line.content..<range.upperBound])?.cells ?? []
    let columns = tables[table].alignments.count
    addedCells += max(0, columns - cells.count)
    writtenCells += min(columns, cells.count)
    let prefix = tracker.prefix[...]
    for column in 0..<columns {
      let cell = column < cells.count ? cells[column] : range.upperBound..<range.upperBound
      let opensContainer = column == 0 && line.opensContainer
      let droppedBytes = appendCell(
        cell, opensContainer ? source[range.lowerBound..<line.content] : prefix, number)
      tables[table].cells.append(
        .init(
          line: number, byteColumn: cell.lowerBound - range.lowerBound + 1,
          droppedBytes: droppedBytes))
    }
    for cell in cells.dropFirst(columns) where !cell.isEmpty {
      tables[table].excess.append(
        .init(line: number, byteColumn: cell.lowerBound - range.lowerBound + 1))
    }
  }

  /// Writes a cell as a heading, the backslashes before its pipes dropped.
  ///
  /// - Returns: where they were dropped, as offsets in the written text.
  private mutating func appendCell(
    _ cell: Range<Int>, _ prefix: ArraySlice<UInt8>, _ number: Int
  ) -> [Int] {
    output.append(contentsOf: prefix)
    output.append(contentsOf: Self.cellStart)
    let start = output.count
    var droppedBytes: [Int] = []
    var copied = cell.lowerBound
    for position in cell.dropLast()
    where source[position] == UInt8(ascii: "\\") && source[position + 1] == UInt8(ascii: "|") {
      output.append(contentsOf: source[copied..<position])
      droppedBytes.append(output.count - start)
      copied = position + 1
    }
    output.append(contentsOf: source[copied..<cell.upperBound])
    output.append(Self.mark)
    endLine(number)
    return droppedBytes
  }

  private mutating func emit(_ text: ArraySlice<UInt8>, _ number: Int) {
    output.append(contentsOf: text)
    endLine(number)
  }

  private mutating func endLine(_ number: Int) {
    output.append(0x0A)
    lines.append(Int32(number))
  }
}
