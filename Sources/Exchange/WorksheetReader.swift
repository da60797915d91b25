/// Reads the cells of one sheet (ECMA-376 part 1, section 18.3).
struct WorksheetReader {
  private let strings: [String]
  private let formats: CellFormats
  private let limits: ExchangeLimits
  private var rows: [Int: Row] = [:]
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var merges: [Sheet.Merge] = []
  private var cellCount = 0
  private var textBytes = 0
  /// The row and column that come next if a tag does not say its place.
  private var row = 0
  private var column = 0
  private var cell: OpenCell?

  private struct Row {
    var isHidden = false
    var cells: [Sheet.Cell] = []
  }

  /// A cell between its tags.
  private struct OpenCell {
    var type: String
    var format: Int?
    var value = ""
    var inline = RichText()
    var isValue = false
    var hasInline = false
    var isFormula = false
  }

  init(strings: [String], formats: CellFormats, limits: ExchangeLimits) {
    self.strings = strings
    self.formats = formats
    self.limits = limits
  }

  mutating func read(_ bytes: [UInt8]) throws(ExchangeError) {
    // The closure cannot capture `self`, which is changed.
    var reader = self
    try XMLReader.read(bytes, limits) { event throws(ExchangeError) in try reader.take(event) }
    self = reader
  }

  /// The sheet as far as it was read.
  func sheet(named name: String, isHidden: Bool) -> Sheet {
    let sorted = rows.sorted { $0.key < $1.key }.compactMap { number, row -> Sheet.Row? in
      guard !row.cells.isEmpty else { return nil }
      var seen: Set<Int> = []
      let cells = row.cells.filter { seen.insert($0.column).inserted }
      return .init(
        number: number, isHidden: row.isHidden, cells: cells.sorted { $0.column < $1.column })
    }
    return Sheet(
      name: name, isHidden: isHidden, rows: sorted, hiddenColumns: hiddenColumns, merges: merges)
  }

  private mutating func take(_ event: XMLEvent) throws(ExchangeError) {
    if cell != nil, case .end("c") = event { return try finishCell() }
    if cell != nil { return takeInCell(event) }
    guard case .start(let element) = event else { return }
    switch element.name {
    case "row": try startRow(element)
    case "c": try startCell(element)
    case "col": takeColumn(element)
    case "mergeCell": try takeMerge(element)
    default: return
    }
  }

  private mutating func startRow(_ element: XMLElement) throws(ExchangeError) {
    row = element["r"].flatMap(Int.init) ?? row + 1
    guard (1...CellReference.rowLimit).contains(row) else {
      throw ExchangeError("row \(row) is beyond a sheet's last")
    }
    column = -1
    if Self.isTrue(element["hidden"]) { rows[row, default: Row()].isHidden = true }
  }

  private mutating func startCell(_ element: XMLElement) throws(ExchangeError) {
    cellCount += 1
    guard cellCount <= limits.cells else {
      throw ExchangeError("it has more than \(limits.cells) cells")
    }
    if let place = element["r"] {
      guard let reference = CellReference(place) else {
        throw ExchangeError("'\(place)' is not a cell of a sheet")
      }
      (row, column) = (reference.row, reference.column)
    } else {
      column += 1
    }
    cell = OpenCell(type: element["t"] ?? "n", format: element["s"].flatMap(Int.init))
  }

  private mutating func takeInCell(_ event: XMLEvent) {
    switch event {
    case .start(let element):
      cell?.isValue = element.name == "v"
      if element.name == "is" { cell?.hasInline = true }
      if element.name == "f" { cell?.isFormula = true }
    case .text(let piece): if cell?.isValue == true { cell?.value += piece }
    case .end: cell?.isValue = false
    }
    if cell?.hasInline == true { cell?.inline.take(event) }
  }

  private mutating func finishCell() throws(ExchangeError) {
    guard var open = cell else { return }
    cell = nil
    let text =
      switch open.type {
      case "s": Int(open.value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
      case "inlineStr": open.inline.finish()
      case "b": Self.isTrue(open.value) ? "TRUE" : "FALSE"
      // A program that does not calculate leaves a formula without its value.
      case _ where open.isFormula && open.value.isEmpty && open.type != "str": "= ?"
      case "n": open.value.isEmpty ? "" : formats.text(open.value, format: open.format)
      default: cellText(open.value)
      }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }), row >= 1,
      (0..<CellReference.columnLimit).contains(column)
    else { return }
    // Cells may share one long text many times.
    textBytes += text.utf8.count
    guard textBytes <= limits.totalBytes else {
      throw ExchangeError("its cells contain more than \(limits.totalBytes) bytes")
    }
    rows[row, default: Row()].cells.append(.init(column: column, text: text))
  }

  private mutating func takeColumn(_ element: XMLElement) {
    guard Self.isTrue(element["hidden"]), let first = element["min"].flatMap(Int.init),
      let last = element["max"].flatMap(Int.init), first >= 1, first <= last,
      hiddenColumns.count < CellReference.columnLimit
    else { return }
    hiddenColumns.append(first - 1...max(first, min(last, CellReference.columnLimit)) - 1)
  }

  private mutating func takeMerge(_ element: XMLElement) throws(ExchangeError) {
    guard merges.count < limits.cells else {
      throw ExchangeError("it has more than \(limits.cells) merged cells")
    }
    if let merge = element["ref"].flatMap(Sheet.Merge.init(reference:)) { merges.append(merge) }
  }

  private static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }
}
