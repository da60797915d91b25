import Base

/// Finds the tables of a document and writes each cell as a heading of its own.
///
/// libcmark knows no tables, but parses the inlines of a heading in the document's context,
/// reference links included. A heading takes one line, ends a paragraph without a blank line and
/// leaves lists tight, so the blocks around a table do not change. Its text is enclosed in a byte
/// that UTF-8 never has, by which the cells are found again. Which lines form a table, and and the
/// borders of their cells, follows the GitHub Flavored Markdown specification 0.29, section 4.10.
struct TableRewriter {
  /// Encloses a cell's text: never part of UTF-8, and to cmark no punctuation and no space.
  static let mark: UInt8 = 0xFE
  /// The text before a cell's own text.
  static let cellStart = Array("###### ".utf8) + [mark]

  /// The number of missing cells of rows that may be added to a document.
  ///
  /// Otherwise, a few short rows below a wide header would grow without bound.
  private static let addedCellLimit = 100_000

  private let source: [UInt8]
  private let limits: InputLimits
  private var output: [UInt8] = []
  private var lines: [Int32] = []
  private var tables: [TableLayout] = []
  private var tracker: BlockTracker
  private var tooWide: [RewrittenMarkdown.TooWide] = []
  private var others = OtherTables()
  private var footnotes: [FootnoteLayout] = []
  private var shifts: [Int: Int] = [:]
  private var addedCells = 0
  private var writtenCells = 0
  /// The line before, if it is one of an open paragraph.
  private var paragraphLine: ParagraphLine?

  /// The text of the paragraph's last line.
  private var paragraphText: ArraySlice<UInt8>? {
    paragraphLine.map { source[$0.line.content..<$0.range.upperBound] }
  }

  private struct ParagraphLine {
    let line: BlockTracker.Line
    let range: Range<Int>
    let number: Int
    let outputStart: Int
  }

  /// Rewrites a document, or returns nil if it has no table and no footnote.
  ///
  /// - Throws: if quotations and lists nest too deeply to continue.
  static func rewrite(
    _ source: [UInt8], firstLine: Int, _ limits: InputLimits = InputLimits(),
    mayHoldFootnotes: Bool = false
  ) throws(LimitExcess) -> RewrittenMarkdown? {
    guard mayHoldFootnotes || mayHoldTable(source) else { return nil }
    var rewriter = TableRewriter(source: source, limits)
    try rewriter.run(firstLine: firstLine)
    guard
      !rewriter.tables.isEmpty || !rewriter.tooWide.isEmpty || !rewriter.footnotes.isEmpty
        || !rewriter.others.places.isEmpty
    else { return nil }
    return RewrittenMarkdown(
      bytes: rewriter.output, tables: rewriter.tables, lines: rewriter.lines,
      tooWide: rewriter.tooWide, others: rewriter.others.places, footnotes: rewriter.footnotes,
      shifts: rewriter.shifts)
  }

  private init(source: [UInt8], _ limits: InputLimits) {
    self.source = source
    self.limits = limits
    tracker = BlockTracker(nestingLimit: limits.nesting)
    output.reserveCapacity(source.count + source.count / 8)
  }

  /// Whether a line can be part of a table.
  ///
  /// It has a pipe, a tab, or a drawn line (U+2500 to U+257F), or consists only of characters of
  /// borders and container markers.
  private static func mayHoldTable(_ source: [UInt8]) -> Bool {
    var onlyMarkers = true
    var hasDash = false
    var last: UInt8 = 0
    for byte in source {
      if byte == UInt8(ascii: "|"), onlyMarkers { return true }
      if last == 0xE2, (0x94...0x95).contains(byte) { return true }
      if byte == 0x09, !onlyMarkers { return true }
      last = byte
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "="): hasDash = true
      case UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: " "), 0x09, 0x0B,
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
    if let footnote = line.footnote {
      emit(footnote, line, range, number)
      return
    }
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
      let text = source[line.content..<range.upperBound]
      let previous = line.role == .paragraphStart ? nil : paragraphText
      others.take(text, at: place(line, range, number), after: previous)
      paragraphLine = ParagraphLine(
        line: line, range: range, number: number, outputStart: output.count)
    case .blank, .other:
      if paragraphLine != nil {
        others.end(source[line.content..<range.upperBound], at: place(line, range, number))
      }
      paragraphLine = nil
    }
    emit(source[range], number)
  }

  private func place(
    _ line: BlockTracker.Line, _ range: Range<Int>, _ number: Int
  ) -> OtherTables.Place {
    .init(line: number, byteColumn: line.content - range.lowerBound + 1)
  }

  /// Replaces the paragraph's last line by a table's header if this line delimits one.
  private mutating func opensTable(
    _ line: BlockTracker.Line, _ range: Range<Int>, _ number: Int
  ) -> Bool {
    guard line.indentation < 4, let header = paragraphLine,
      let alignments = TableRow.alignments(source[line.content..<range.upperBound]),
      let row = TableRow(source[header.line.content..<header.range.upperBound])
    else { return false }
    guard row.cells.count == alignments.count else {
      if alignments.count > 1, row.cells.count > 1 { others.add(place(line, range, number)) }
      return false
    }
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
      let opensContainer = column == 0 && line.opensContainer && line.footnote == nil
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
  /// - Returns: the places of the dropped bytes, as offsets in the written text.
  private mutating func appendCell(
    _ cell: Range<Int>, _ prefix: ArraySlice<UInt8>, _ number: Int
  ) -> [Int] {
    output.append(contentsOf: prefix)
    output.append(contentsOf: Self.cellStart)
    let start = output.count
    var droppedBytes: [Int] = []
    var copied = cell.lowerBound
    var next = cell.lowerBound
    while let position = backslash(from: next, in: cell) {
      next = position + 1
      guard source[next] == UInt8(ascii: "|") else { continue }
      output.append(contentsOf: source[copied..<position])
      droppedBytes.append(output.count - start)
      copied = position + 1
    }
    output.append(contentsOf: source[copied..<cell.upperBound])
    output.append(Self.mark)
    endLine(number)
    return droppedBytes
  }

  /// The offset of a cell's next backslash with another byte of the cell behind it.
  private func backslash(from start: Int, in cell: Range<Int>) -> Int? {
    let end = cell.upperBound - 1
    guard start < end else { return nil }
    let place = source.withUnsafeBufferPointer { source in
      UnsafeBufferPointer(rebasing: source[start..<end]).first(from: 0) {
        $0.equal(UInt8(ascii: "\\"))
      }
    }
    return start + place < end ? start + place : nil
  }

  /// Writes a definition's marker as a list item that begins with a heading, which names it.
  ///
  /// A footnote's text continues on lines with four columns of white space, as an item's does that
  /// begins with `1)` and two spaces. The heading before it keeps it out of other lists.
  private mutating func emit(
    _ footnote: BlockTracker.FootnoteStart, _ line: BlockTracker.Line, _ range: Range<Int>,
    _ number: Int
  ) {
    let prefix = tracker.prefix(ofFirst: footnote.depth)
    let lead =
      footnote.isFirst ? prefix[...] : source[range.lowerBound..<footnote.marker.lowerBound]
    emit((lead + FootnoteLayout.heading)[...], number)
    let digits = Array(String(footnotes.count).utf8)
    emit((prefix + Array("1)  ".utf8) + FootnoteLayout.heading + digits)[...], number)
    footnotes.append(
      .init(
        label: Array(source[footnote.label]), line: number,
        byteColumn: footnote.marker.lowerBound - range.lowerBound + 1))
    paragraphLine = nil
    var start = footnote.marker.upperBound
    while start < range.upperBound, isSpaceOrTab(source[start]) { start += 1 }
    guard start < range.upperBound else { return }
    let isText = line.role == .paragraphStart && line.content == start
    if isText {
      paragraphLine = ParagraphLine(
        line: line, range: range, number: number, outputStart: output.count)
      shifts[lines.count + 1] = start - range.lowerBound - prefix.count - 4
    } else {
      start = min(footnote.marker.upperBound + 1, start)
    }
    emit((prefix + Array("    ".utf8) + source[start..<range.upperBound])[...], number)
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
