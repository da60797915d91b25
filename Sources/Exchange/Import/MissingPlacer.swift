import Base
import Markdown

/// Finds the places in a translation of texts that it lacks: after the text before them in the
/// source.
struct MissingPlacer {
  private let paired: PairedDocument
  private let texts: [Int: String]
  private let target: DocumentUnits
  /// The insertions in the order of the source; `origins` are entries of the source.
  private(set) var edits: [FileEdit] = []
  /// Entries that have no place, and why.
  private(set) var refused: [(index: Int, reason: String)] = []
  /// The place of the next text, and the kind of the unit before it.
  private var offset: Int
  private var kindBefore: MarkdownUnit.Kind?
  /// The tables of the source of which something is inserted.
  private var startedTables: Set<Int> = []
  /// The last row of the translation that was passed, and the source's table that it belongs to.
  private var lastRow: (table: Int, range: Range<Int>)?

  init(_ paired: PairedDocument, texts: [Int: String]) {
    self.paired = paired
    self.texts = texts
    target = paired.target ?? paired.source
    offset = target.file.bodyStart
  }

  private var entries: [DocumentUnits.Entry] { paired.source.entries }

  mutating func place() {
    guard !texts.isEmpty else { return }
    var position = 0
    while position < entries.count {
      let unit = entries[position].unit
      var end = position + 1
      if let cell = unit.cell {
        while end < entries.count, let next = entries[end].unit.cell, next.table == cell.table,
          next.row == cell.row
        {
          end += 1
        }
        placeRow(position..<end)
        noteRow(position..<end, of: cell.table)
      } else {
        lastRow = nil
        placeBlock(position)
      }
      position = end
    }
  }

  /// Remembers the row of the translation that corresponds to a row of the source.
  private mutating func noteRow(_ range: Range<Int>, of table: Int) {
    if lastRow?.table != table { lastRow = nil }
    for index in range.reversed() {
      guard let partner = paired.partners[index], target.entries[partner].unit.kind == .cell,
        let cell = target.entries[partner].unit.cell
      else { continue }
      lastRow = (table, cell.rowRange)
      return
    }
  }

  private mutating func add(_ edit: FileEdit) {
    edits.append(edit)
    for index in edit.origins {
      if let cell = entries[index].unit.cell { startedTables.insert(cell.table) }
    }
  }

  /// Moves behind a unit of the translation.
  private mutating func pass(_ partner: Int) {
    let unit = target.entries[partner].unit
    kindBefore = unit.kind
    guard let cell = unit.cell else {
      offset = unit.block.upperBound
      return
    }
    offset = cell.row == 0 ? lineEnd(after: cell.rowRange.upperBound) : cell.rowRange.upperBound
  }

  private func lineEnd(after start: Int) -> Int {
    let bytes = target.file.file.bytes
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return min(end + 1, bytes.count)
  }

  // MARK: Blocks

  private mutating func placeBlock(_ index: Int) {
    if let partner = paired.partners[index] { return pass(partner) }
    guard let text = texts[index] else { return }
    let unit = entries[index].unit
    guard unit.kind != .markup, let bytes = unit.encoded(text) else {
      refused.append((index, "the translation lacks its HTML; add it by hand"))
      return
    }
    var line: [UInt8] = []
    switch unit.kind {
    case .heading:
      let id = entries[index].context.dropFirst(paired.document.key.count + 1)
      line = Array((String(repeating: "#", count: unit.level) + " ").utf8) + bytes
      line += Array(" {#\(id)}".utf8)
    case .item:
      let source = paired.source.file.file.bytes
      line = Array(source[unit.block.lowerBound..<unit.range.lowerBound]) + bytes
    default: line = unit.prefix + bytes
    }
    let isTight = unit.kind == .item && kindBefore == .item
    insert(line, texts: [MarkdownUnit.normalized(text)], [index], isTight: isTight)
    kindBefore = unit.kind
  }

  private mutating func insert(
    _ line: [UInt8], texts: [String], _ origins: [Int], isTight: Bool
  ) {
    let bytes = target.file.file.bytes
    var all: [UInt8] = []
    let isFirstHere = edits.last.map { $0.range.lowerBound != offset } ?? true
    if isFirstHere, offset > 0, offset <= bytes.count, bytes[offset - 1] != 0x0A {
      all.append(0x0A)
    }
    if !isTight { all.append(0x0A) }
    all += line + [0x0A]
    if offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D, !isTight {
      all.append(0x0A)
    }
    add(
      FileEdit(range: offset..<offset, bytes: all, unit: nil, texts: texts, origins: origins))
  }

  // MARK: Rows

  private mutating func placeRow(_ range: Range<Int>) {
    let partners = range.compactMap { paired.partners[$0] }
    if let last = partners.last {
      placeClauses(range)
      return pass(last)
    }
    let wanted = range.filter { entries[$0].unit.isTranslatable }
    let found = wanted.filter { texts[$0] != nil }
    guard !found.isEmpty else { return }
    guard found.count == wanted.count else {
      refused += Self.openRow(wanted, texts)
      return
    }
    guard let cell = entries[range.lowerBound].unit.cell,
      entries[range.lowerBound].unit.kind == .cell
    else {
      refused += found.map { ($0, "its row is in an HTML table; add it by hand") }
      return
    }
    // A row of the translation's table that is before the one that it lacks.
    guard let lastRow, lastRow.table == cell.table else { return placeTable(range, cell.table) }
    let like = lastRow.range
    guard let line = rendered(range, like: like) else {
      refused += found.map { ($0, "the translation's table has other columns") }
      return
    }
    let bytes = target.file.file.bytes
    let lacksEnd = offset > 0 && offset == bytes.count && bytes[offset - 1] != 0x0A
    let isFirstHere = edits.last.map { $0.range.lowerBound != offset } ?? true
    let all = lacksEnd ? (isFirstHere ? [0x0A] : []) + line + [0x0A] : line + [0x0A]
    add(
      FileEdit(
        range: offset..<offset, bytes: all, unit: nil, texts: readBack(range), origins: found))
    kindBefore = .cell
  }

  /// The translated texts of a row that lacks others, and why they have no place yet.
  static func openRow(_ wanted: [Int], _ texts: [Int: String]) -> [(index: Int, reason: String)] {
    let found = wanted.filter { texts[$0] != nil }
    let open = wanted.count - found.count
    let reason =
      "\(open) more \(open == 1 ? "text" : "texts") of its row "
      + "\(open == 1 ? "is" : "are") not translated yet"
    return found.map { ($0, reason) }
  }

  /// The texts that units of an inserted row have.
  private func readBack(_ range: Range<Int>) -> [String] {
    range.map { texts[$0].map(MarkdownUnit.normalized) ?? entries[$0].unit.text }
  }

  /// A row in the style of another one, the row's id before its title.
  private func rendered(_ range: Range<Int>, like: Range<Int>) -> [UInt8]? {
    guard let cells = cells(of: range),
      let style = TableLine(target.file.file.bytes, like, columns: cells.count),
      style.cells.count == cells.count
    else { return nil }
    return style.written(cells)
  }

  /// The bytes of a row's cells with the translations in them.
  private func cells(of range: Range<Int>) -> [[UInt8]]? {
    let bytes = paired.source.file.file.bytes
    guard let rowRange = entries[range.lowerBound].unit.cell?.rowRange,
      let line = TableLine(bytes, rowRange)
    else { return nil }
    var cells: [[UInt8]] = []
    for cell in line.cells {
      var result: [UInt8] = []
      var position = cell.lowerBound
      for index in range where cell.contains(entries[index].unit.range.lowerBound) {
        let unit = entries[index].unit
        guard let text = texts[index] else { continue }
        guard let new = unit.encoded(text) else { return nil }
        result += bytes[position..<unit.range.lowerBound]
        if entries[index].isRowTitle, let row = entries[index].row,
          paired.source.version.document.rows[row].anchor == nil
        {
          result += Array("<a name=\"\(paired.source.version.rowIDs[row])\"></a>".utf8)
        }
        result += new
        position = unit.range.upperBound
      }
      cells.append(result + bytes[position..<cell.upperBound])
    }
    return cells
  }

  /// Inserts a table that the translation lacks, with the rows that are translated.
  private mutating func placeTable(_ range: Range<Int>, _ table: Int) {
    let bytes = paired.source.file.file.bytes
    if startedTables.contains(table) {
      guard let row = entries[range.lowerBound].unit.cell, row.row > 0,
        let cells = cells(of: range), let style = TableLine(bytes, row.rowRange)
      else { return }
      let found = range.filter { texts[$0] != nil }
      add(
        FileEdit(
          range: offset..<offset, bytes: style.written(cells) + [0x0A], unit: nil,
          texts: readBack(range), origins: found))
      return
    }
    let found = range.filter { texts[$0] != nil }
    guard let head = entries[range.lowerBound].unit.cell, head.row == 0,
      let cells = cells(of: range),
      let style = TableLine(bytes, head.rowRange)
    else {
      refused += found.map { ($0, "the head of its table is not translated yet") }
      return
    }
    var delimiter = head.rowRange.upperBound
    while delimiter < bytes.count, bytes[delimiter] != 0x0A { delimiter += 1 }
    let line = bytes[head.rowRange.upperBound..<delimiter].filter { $0 != 0x0D }
    insert(style.written(cells) + [0x0A] + line, texts: readBack(range), found, isTight: false)
    kindBefore = .cell
  }

  /// Inserts clauses into a row that is there.
  private mutating func placeClauses(_ range: Range<Int>) {
    for index in range where paired.partners[index] == nil {
      guard let text = texts[index] else { continue }
      let unit = entries[index].unit
      let column = unit.cell?.column
      let neighbor = range.reversed().first { other in
        other < index && entries[other].unit.cell?.column == column
          && paired.partners[other] != nil
      }
      guard let neighbor, let partner = paired.partners[neighbor],
        let bytes = target.entries[partner].unit.encoded(text)
      else {
        refused.append((index, "its cell is empty in the translation; add it by hand"))
        continue
      }
      let end = target.entries[partner].unit.range.upperBound
      add(
        FileEdit(
          range: end..<end, bytes: Array("<br><br>".utf8) + bytes, unit: nil,
          texts: [MarkdownUnit.normalized(text)], origins: [index]))
    }
  }
}
