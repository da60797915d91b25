import Base
import Guide

/// The matrix as an Excel workbook: a sheet for each locale, and one that explains the letters.
public struct MatrixWorkbook {
  /// Past this many rows the workbook is not kept in memory.
  private static let mostRowsInMemory = 20_000

  /// The fill colors of letters; the first counts if a cell has several.
  ///
  /// All others are gray.
  private static let colors: [(letter: Character, color: CellStyle.Color)] = [
    ("A", .init(0xFFD966)), ("D", .init(0x9DC3E6)), ("R", .init(0x9DC3E6)),
    ("S", .init(0xF8CBAD)), ("C", .init(0xC6E0B4)),
  ]

  /// The fills of a scheme's letters.
  static func fills(of scheme: LetterScheme) -> [(letter: String, color: CellStyle.Color)] {
    let own = Set(scheme.letters.map(\.character))
    let colored = colors.filter { own.contains($0.letter) }
    let others = scheme.letters.map(\.character).filter { letter in
      !colored.contains { $0.letter == letter }
    }
    return (colored + others.map { ($0, .init(0xE7E6E6)) }).map { (String($0.0), $0.1) }
  }

  private let tables: [MatrixTable]

  /// Takes the matrix in each of its locales.
  public init(_ tables: [MatrixTable]) {
    let rowCount = tables.reduce(0) { $0 + $1.rowCount }
    // Rows are read three times, so those that memory has room for are made once.
    self.tables = rowCount > Self.mostRowsInMemory ? tables : tables.map(\.kept)
  }

  /// The file; the same input gives the same bytes.
  ///
  /// - Throws: `WorkbookError` if memory or disk space is insufficient.
  public func bytes() throws(WorkbookError) -> [UInt8] {
    let rowCount = tables.reduce(0) { $0 + $1.rowCount }
    let workbook = try Workbook(
      title: tables.first?.locale.title ?? "", isLarge: rowCount > Self.mostRowsInMemory)
    var names = SheetNames()
    var sheets: [(name: String, table: MatrixTable)] = []
    // Every locale has the same rows.
    let rowNames = tables.first?.rowNames ?? [:]
    for table in tables {
      for part in table.parts(of: SpreadsheetLimit.rows) {
        let name = names.take(table.locale.tag)
        sheets.append((name, table))
        try MatrixSheet(table, part, rowNames, try workbook.addSheet(name)).write()
      }
    }
    try LegendSheet(tables, try workbook.addSheet(names.take(tables.first?.letters.text ?? "RACI")))
      .write()
    let record = try workbook.addSheet(names.take(MatrixRecordForm.sheetName))
    try RecordSheet(sheets, rowNames, record).write()
    return try workbook.bytes()
  }
}

extension MatrixTable {
  /// Some rows of one section.
  struct Portion {
    let section: Section
    let rows: Range<Int>
  }

  var rowCount: Int { sections.reduce(0) { $0 + $1.rows.count } }

  /// The rows in parts of at most that many; one empty part if there are no rows.
  func parts(of limit: Int) -> [[Portion]] {
    var parts: [[Portion]] = [[]]
    var room = limit
    for section in sections {
      var rest = section.rows.indices
      while !rest.isEmpty {
        if room == 0 {
          parts.append([])
          room = limit
        }
        let rows = rest.prefix(room)
        parts[parts.count - 1].append(Portion(section: section, rows: rows))
        room -= rows.count
        rest = rest.dropFirst(rows.count)
      }
    }
    return parts
  }
}

/// A sheet with the rows of one locale.
private struct MatrixSheet {
  /// How wide columns may grow: ID, document, section, responsibility; then parties, state, link.
  private static let widestLeading = [24, 22, 26, 44]
  private static let widestParty = 18
  private static let widestState = 24
  private static let widestLink = 70
  /// The width that a filter's button takes from a head.
  private static let buttonWidth = 3

  private let table: MatrixTable
  private let portions: [MatrixTable.Portion]
  private let rowCount: Int
  private let sheet: Sheet
  private let heads: [String]
  private let parties: Range<Int>
  /// The texts of the ID column by document and id.
  private let names: [String: String]

  init(
    _ table: MatrixTable, _ portions: [MatrixTable.Portion], _ names: [String: String],
    _ sheet: Sheet
  ) {
    self.names = names
    self.table = table
    self.portions = portions
    rowCount = portions.reduce(0) { $0 + $1.rows.count }
    self.sheet = sheet
    heads = table.leadingHeads + table.parties.map(\.name) + table.trailingHeads
    parties = table.leadingHeads.count..<(table.leadingHeads.count + table.parties.count)
  }

  func write() throws(WorkbookError) {
    try setLayout()
    for (column, head) in heads.enumerated() {
      try sheet.write(head, row: 0, column: column, .head)
    }
    var widths = leastWidths
    var line = 1
    for portion in portions {
      for row in portion.rows {
        try write(portion.section.rows[row], of: portion.section, row: line, &widths)
        line += 1
      }
    }
    for (column, width) in widths.enumerated() {
      try sheet.setWidth(
        min(width + 1, widest(column)), column: column, column == 0 ? .identifier : CellStyle())
    }
    sheet.protect()
  }

  private func setLayout() throws(WorkbookError) {
    if table.locale.direction == .rightToLeft { sheet.readFromRightToLeft() }
    sheet.printAcross()
    try sheet.freeze(rows: 1, columns: parties.lowerBound)
    try sheet.filter(lastRow: rowCount, lastColumn: heads.count - 1)
    guard rowCount > 0, !parties.isEmpty else { return }
    for (letter, color) in MatrixWorkbook.fills(of: table.letters) {
      try sheet.fill(color, where: letter, rows: 1..<(rowCount + 1), columns: parties)
    }
    try sheet.offer(choices, rows: 1..<(rowCount + 1), columns: parties)
  }

  /// The choices in a party's cells: each letter, and the letters of a row's owner.
  private var choices: [String] {
    let letters = table.letters.letters.map { String($0.character) }
    let owner = table.letters.owner.text
    return letters + (owner.count > 1 ? [owner] : [])
  }

  private func write(
    _ fact: MatrixTable.Row, of section: MatrixTable.Section, row: Int, _ widths: inout [Int]
  ) throws(WorkbookError) {
    let name = names["\(section.document)#\(fact.id)"] ?? fact.id
    let leading = [name, section.documentTitle, section.title, fact.title]
    for (column, text) in leading.enumerated() {
      try sheet.write(text, row: row, column: column, column == 0 ? .identifier : .text)
      measure(text, column, &widths)
    }
    for (column, cell) in zip(parties, fact.cells) {
      guard let cell else { continue }
      try sheet.write(
        cell.letters.text, row: row, column: column,
        cell.origin == .inherited ? .inherited : .declared)
    }
    var column = parties.upperBound
    for text in table.trailingTexts(fact) {
      try sheet.write(text, row: row, column: column, .text)
      measure(text, column, &widths)
      column += 1
    }
    let url = table.absoluteURL(fact)
    measure(url, column, &widths)
    if table.siteURL != nil, !url.isEmpty {
      try sheet.writeLink(url, row: row, column: column)
    } else {
      try sheet.write(url, row: row, column: column, CellStyle())
    }
  }

  /// The widths that heads ask for; a long one of a party goes on in a second line.
  private var leastWidths: [Int] {
    heads.enumerated().map { column, head in
      let width = displayWidth(head) + Self.buttonWidth
      return parties.contains(column) ? max(8, width) : width
    }
  }

  private func measure(_ text: String, _ column: Int, _ widths: inout [Int]) {
    guard widths[column] < widest(column) else { return }
    widths[column] = max(widths[column], displayWidth(text))
  }

  private func widest(_ column: Int) -> Int {
    if column < parties.lowerBound { return Self.widestLeading[column] }
    if column < parties.upperBound { return Self.widestParty }
    return column < heads.count - 1 ? Self.widestState : Self.widestLink
  }
}

/// The sheet with the meanings of the letters, in each of the workbook's languages.
private struct LegendSheet {
  private static let widths = [10, 32, 80]

  private let tables: [MatrixTable]
  private let sheet: Sheet

  init(_ tables: [MatrixTable], _ sheet: Sheet) {
    self.tables = tables
    self.sheet = sheet
  }

  func write() throws(WorkbookError) {
    if tables.allSatisfy({ $0.locale.direction == .rightToLeft }) { sheet.readFromRightToLeft() }
    sheet.printAcross()
    for (column, width) in Self.widths.enumerated() { try sheet.setWidth(width, column: column) }
    var row = 0
    for table in tables {
      try write(table.locale, table.letters, &row)
      row += 1
    }
  }

  private func write(
    _ locale: Locale, _ scheme: LetterScheme, _ row: inout Int
  ) throws(WorkbookError) {
    let strings = locale.strings
    for (column, text) in [locale.tag, locale.name, locale.title].enumerated() {
      try sheet.write(text, row: row, column: column, .head)
    }
    row += 1
    let fills = MatrixWorkbook.fills(of: scheme)
    for letter in scheme.letters {
      let text = String(letter.character)
      var style = CellStyle.declared
      style.fill = fills.first { $0.letter == text }?.color
      try sheet.write(text, row: row, column: 0, style)
      try sheet.write(strings[letter.word], row: row, column: 1, .text)
      try sheet.write(strings[letter.word + "_description"], row: row, column: 2, .text)
      row += 1
    }
    for origin in Matrix.Origin.allCases {
      try sheet.write(
        scheme.text, row: row, column: 0, origin == .inherited ? .inherited : .declared)
      try sheet.write(strings["origin_\(origin.rawValue)"], row: row, column: 1, .text)
      row += 1
    }
  }
}
