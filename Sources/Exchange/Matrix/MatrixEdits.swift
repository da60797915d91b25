/// A cell that somebody edited.
public struct MatrixCell: Sendable, Hashable {
  /// The sheet's name; empty for a text file.
  public let sheet: String
  /// The cell as spreadsheets call it: `F12`.
  public let name: String

  /// `sheet 'en-US', cell F12`, or only the cell.
  public var description: String {
    sheet.isEmpty ? "cell \(name)" : "sheet '\(sheet)', cell \(name)"
  }
}

/// The contents of an edited matrix: letters by row and party, each with its cell.
public struct EditedMatrix: Sendable {
  /// A row as it came back.
  struct Row {
    let name: String
    let title: String
    let letters: [String: (text: String, cell: MatrixCell)]
  }

  /// The rows of all sheets in order.
  private(set) var rows: [Row] = []
  /// The names of rows that were exported and are in no sheet.
  private(set) var removed: [String] = []
  /// The rows that were renamed, added or removed, in words.
  public private(set) var notes: [String] = []
  /// The last row of each name in the sheet that is being read.
  private var rowOfName: [String: Int] = [:]
  /// Cells that nobody can read for sure, each with its place.
  private(set) var defects: [String] = []
  /// The record of the export; nil if the file has none.
  let record: MatrixRecord?

  /// Reads the sheets of an exported matrix.
  ///
  /// - Parameters:
  ///   - sheets: those with the matrix.
  ///   - record: the exported letters; nil if the file has no record.
  ///   - parties: the guide's parties, each by its id and all of its names.
  ///   - others: the heads of columns that aren't for a party.
  /// - Throws: `ExchangeError` if no sheet has the columns of an export.
  public init(
    _ sheets: [Sheet], record: MatrixRecord?, parties: [(id: String, names: Set<String>)],
    others: Set<String> = []
  ) throws(ExchangeError) {
    self.record = record
    var seen: Set<String> = []
    var isMatrix = false
    for sheet in sheets {
      guard let head = sheet.rows.first, head[0] == "ID" else { continue }
      isMatrix = true
      let columns = columns(of: head, in: sheet, parties, others)
      rowOfName = [:]
      for row in sheet.rows.dropFirst() { take(row, sheet, columns, &seen) }
      reportMerges(in: sheet, columns)
    }
    guard isMatrix else {
      throw ExchangeError(
        "no sheet has the columns of an exported matrix",
        hint: "name the sheet with '--sheet'; its first cell is 'ID'")
    }
    removed = (record?.rows.keys.sorted() ?? []).filter { !seen.contains($0) }
    for name in removed { notes.append("the row '\(name)' is not in the file; the guide keeps it") }
  }

  /// The party of each column.
  private mutating func columns(
    of head: Sheet.Row, in sheet: Sheet, _ parties: [(id: String, names: Set<String>)],
    _ others: Set<String>
  ) -> [Int: String] {
    let heads = record?.sheets.first { $0.name == sheet.name }?.heads ?? []
    let recorded = Dictionary(
      zip(heads, heads.indices).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    var columns: [Int: String] = [:]
    var open = Set(record?.parties ?? [])
    var unknown: [(column: Int, text: String)] = []
    // ID, document, section and responsibility come first; state and address last.
    let last = head.cells.last?.column ?? 0
    for cell in head.cells where cell.column > 3 && cell.column < last - 1 {
      if let index = recorded[cell.text],
        let party = record?.parties.dropFirst(index).first, open.contains(party)
      {
        columns[cell.column] = party
        open.remove(party)
      } else if recorded.isEmpty, let party = parties.first(where: { $0.names.contains(cell.text) })
      {
        columns[cell.column] = party.id
      } else if !others.contains(cell.text) {
        unknown.append((cell.column, cell.text))
      }
    }
    for (column, text) in unknown {
      let index = column - 4
      if let party = record?.parties.dropFirst(index).first, open.contains(party) {
        columns[column] = party
        open.remove(party)
        notes.append("the column '\(text)' was renamed; it counts as the party '\(party)'")
      } else {
        notes.append("the column '\(text)' is not a party of the guide; it was skipped")
      }
    }
    for party in record?.parties ?? [] where open.contains(party) {
      notes.append("the column of the party '\(party)' is not in the file; the guide keeps it")
    }
    return columns
  }

  /// Only the first cell of merged ones has a text, so the others look as if they lost theirs.
  private mutating func reportMerges(in sheet: Sheet, _ columns: [Int: String]) {
    for merge in sheet.merges where columns.keys.contains(where: merge.columns.contains) {
      let cell = MatrixCell(
        sheet: sheet.name,
        name: CellReference(row: merge.rows.lowerBound, column: merge.columns.lowerBound)
          .description)
      defects.append("\(cell.description): cells of letters are merged; divide them again")
    }
  }

  /// Reports a row that is in a sheet twice with different letters.
  private mutating func reportTwin(of row: Row, _ first: Row) {
    for (party, cell) in row.letters.sorted(by: { $0.key < $1.key }) {
      guard let other = first.letters[party], other.text != cell.text else { continue }
      defects.append(
        "\(cell.cell.description): the row '\(row.name)' is there twice, with '\(cell.text)' here "
          + "and '\(other.text)' in \(other.cell.name)")
    }
  }

  private mutating func take(
    _ row: Sheet.Row, _ sheet: Sheet, _ columns: [Int: String], _ seen: inout Set<String>
  ) {
    let name = row[0]
    if row.cells.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { return }
    if let record, record.rows[name] == nil {
      let title = name.isEmpty ? row[3] : name
      notes.append("row \(row.number), '\(title)', is new; add it to the Markdown first")
      return
    }
    seen.insert(name)
    var letters: [String: (text: String, cell: MatrixCell)] = [:]
    for (column, party) in columns.sorted(by: { $0.key < $1.key }) {
      let cell = MatrixCell(
        sheet: sheet.name, name: CellReference(row: row.number, column: column).description)
      letters[party] = (row[column], cell)
    }
    let own = Row(name: name, title: row[3], letters: letters)
    if let first = rowOfName[name] { reportTwin(of: own, rows[first]) }
    rowOfName[name] = rows.count
    rows.append(own)
  }
}
