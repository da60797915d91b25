import Base

/// Finds the units of a document line by line, with the places of their bytes.
///
/// `BlockTracker` says which lines are a paragraph's or a table's; what a line of another kind is
/// follows from its first characters.
struct UnitReader {
  private let bytes: [UInt8]
  private let text: UnitText
  private let limits: InputLimits
  private var tracker: BlockTracker
  private var units: [MarkdownUnit] = []
  /// The lines of the open paragraph.
  private var paragraph: [ParagraphLine] = []
  private var markup: MarkupUnits
  /// The columns of the open pipe table; nil outside of one.
  private var columns: Int?
  private var table = 0
  private var row = 0
  /// The open HTML block.
  private var markupBlock: Range<Int>?

  /// A line of a paragraph.
  struct ParagraphLine {
    /// The whole line, its ending included.
    let line: Range<Int>
    /// The text after the containers' markers.
    let content: Range<Int>
    /// Whether a list item begins on the line.
    let opensItem: Bool
    let opensContainer: Bool
    let prefix: [UInt8]
  }

  /// Reads a document from an offset on.
  static func read(_ bytes: [UInt8], from start: Int, _ limits: InputLimits) -> [MarkdownUnit] {
    var reader = UnitReader(bytes: bytes, limits: limits)
    reader.run(from: start)
    return reader.units
  }

  private init(bytes: [UInt8], limits: InputLimits) {
    self.bytes = bytes
    self.limits = limits
    text = UnitText(bytes: bytes)
    tracker = BlockTracker(nestingLimit: limits.nesting)
    markup = MarkupUnits(bytes: bytes)
  }

  private mutating func run(from first: Int) {
    var start = first
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var next = min(end + 1, bytes.count)
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next += 1 }
      take(start..<end, wholeLine: start..<next)
      if tracker.isTooDeep { return }
      start = next
    }
    endParagraph()
    endMarkup()
  }

  private mutating func take(_ range: Range<Int>, wholeLine: Range<Int>) {
    let line = tracker.track(bytes, range)
    let content = line.content..<max(line.content, range.upperBound)
    if !tracker.continuesBlock { endMarkup() }
    switch line.role {
    case .blank: endParagraph()
    case .tableRow:
      addRow(content, wholeLine)
      return
    case .paragraphContinuation where opensTable(line, content): return
    case .paragraphStart:
      endParagraph()
      append(line, range, content, wholeLine)
    case .paragraphContinuation, .lazyContinuation: append(line, range, content, wholeLine)
    case .other: takeOther(line, range, content, wholeLine)
    }
    columns = nil
  }

  /// A line that belongs to a heading, code, HTML or a thematic break.
  private mutating func takeOther(
    _ line: BlockTracker.Line, _ range: Range<Int>, _ content: Range<Int>, _ wholeLine: Range<Int>
  ) {
    let shown = bytes[content]
    if tracker.continuesBlock {
      if let block = markupBlock { markupBlock = block.lowerBound..<content.upperBound }
      return
    }
    if line.indentation < 4, isATXHeading(shown) {
      endParagraph()
      addHeading(content, wholeLine)
    } else if !paragraph.isEmpty, isSetextUnderline(shown) {
      endParagraph(underline: wholeLine, level: shown.first == UInt8(ascii: "=") ? 1 : 2)
    } else {
      endParagraph()
      let isMarkup =
        line.indentation < 4 && openingFence(shown) == nil
        && htmlBlockStart(shown, interruptsParagraph: false) != nil
      // Inside a quotation or a list item, tags and markers would mix.
      if isMarkup, tracker.prefix.isEmpty { markupBlock = content }
    }
  }

  private mutating func endMarkup() {
    if let block = markupBlock { units += markup.take(block) }
    markupBlock = nil
  }

  private mutating func append(
    _ line: BlockTracker.Line, _ range: Range<Int>, _ content: Range<Int>, _ wholeLine: Range<Int>
  ) {
    var marker = line.content
    while marker > range.lowerBound, isSpaceOrTab(bytes[marker - 1]) { marker -= 1 }
    let opensItem =
      line.opensContainer && line.footnote == nil && marker > range.lowerBound
      && bytes[marker - 1] != UInt8(ascii: ">")
    paragraph.append(
      .init(
        line: wholeLine, content: content, opensItem: opensItem,
        opensContainer: line.opensContainer, prefix: tracker.prefix))
  }

  private mutating func addHeading(_ content: Range<Int>, _ wholeLine: Range<Int>) {
    let level = bytes[content].prefix { $0 == UInt8(ascii: "#") }.count
    var inner = text.withoutSpace((content.lowerBound + level)..<content.upperBound)
    var end = inner.upperBound
    while end > inner.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end == inner.lowerBound || isSpaceOrTab(bytes[end - 1]) { inner = inner.lowerBound..<end }
    add(.heading, text.trimmed(inner), level: level, block: wholeLine)
  }

  private mutating func add(
    _ kind: MarkdownUnit.Kind, _ range: Range<Int>, level: Int = 0, block: Range<Int>,
    cell: MarkdownUnit.Cell? = nil, shown: String? = nil
  ) {
    guard !range.isEmpty else { return }
    units.append(
      MarkdownUnit(
        kind: kind, range: range, text: shown ?? text.text(of: range, isCell: kind == .cell),
        level: level, cell: cell, block: block, prefix: tracker.prefix,
        lineBreak: text.lineBreak(in: range)))
  }
}

extension UnitReader {
  /// Ends the open paragraph: it is text, or a heading that a line beneath it makes.
  private mutating func endParagraph(underline: Range<Int>? = nil, level: Int = 0) {
    defer { paragraph = [] }
    guard let first = paragraph.first, let last = paragraph.last else { return }
    if let underline {
      let range = first.content.lowerBound..<last.content.upperBound
      add(
        .heading, text.trimmed(range), level: level,
        block: first.line.lowerBound..<underline.upperBound, shown: joined(paragraph[...]))
      return
    }
    let block = first.line.lowerBound..<last.line.upperBound
    var isFirst = true
    for run in ParagraphSyntax(bytes: bytes).runs(of: paragraph) {
      guard let head = run.first, let tail = run.last else { continue }
      let range = text.trimmed(head.content.lowerBound..<tail.content.upperBound)
      let lines = run.compactMap { line -> ParagraphLine? in
        let content = line.content.clamped(to: range)
        guard !content.isEmpty else { return nil }
        return .init(
          line: line.line, content: content, opensItem: line.opensItem,
          opensContainer: line.opensContainer, prefix: line.prefix)
      }
      let kind: MarkdownUnit.Kind = isFirst && first.opensItem ? .item : .paragraph
      isFirst = false
      guard !range.isEmpty else { continue }
      units.append(
        MarkdownUnit(
          kind: kind, range: range, text: joined(lines[...]), level: 0, cell: nil, block: block,
          prefix: first.prefix, lineBreak: "<br>"))
    }
  }

  /// The lines of a paragraph as one text; a hard break is a line's end.
  private func joined(_ lines: ArraySlice<ParagraphLine>) -> String {
    var result: [UInt8] = []
    for (index, line) in lines.enumerated() {
      var content = bytes[line.content]
      let isLast = index == lines.count - 1
      let spaces = content.reversed().prefix { $0 == 0x20 }.count
      content = content.dropLast(spaces)
      let backslashes = content.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      let isBroken = !isLast && (spaces >= 2 || backslashes % 2 == 1)
      if isBroken, backslashes % 2 == 1, spaces == 0 { content = content.dropLast() }
      result += content
      if !isLast { result.append(isBroken ? 0x0A : 0x20) }
    }
    return MarkdownUnit.normalized(String(decoding: result, as: UTF8.self))
  }

  /// Whether this line delimits a table whose head is the paragraph's last line.
  private mutating func opensTable(_ line: BlockTracker.Line, _ content: Range<Int>) -> Bool {
    guard line.indentation < 4, let head = paragraph.last,
      let alignments = TableRow.alignments(bytes[content]),
      let cells = TableRow(bytes[head.content]),
      cells.cells.count == alignments.count, alignments.count <= limits.columns
    else { return false }
    paragraph.removeLast()
    endParagraph()
    tracker.openTable()
    columns = alignments.count
    table = markup.nextTable()
    row = 0
    addRow(head.content, head.line)
    return true
  }

  private mutating func addRow(_ content: Range<Int>, _ wholeLine: Range<Int>) {
    guard let columns else { return }
    for (column, cell) in (TableRow(bytes[content])?.cells ?? []).prefix(columns).enumerated() {
      for (clause, range) in text.clauses(of: cell).enumerated() {
        add(
          .cell, range, block: wholeLine,
          cell: .init(
            table: table, row: row, column: column, clause: clause, rowRange: wholeLine,
            range: cell))
      }
    }
    row += 1
  }
}

extension UnitText {
  /// The `br` tag as a range has it.
  func lineBreak(in range: Range<Int>) -> String {
    breaks(in: range).first.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "<br>"
  }
}
