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
    let titleCell: MatrixCell
    fileprivate let texts: Sheet.Row
    /// The columns of the parties, in the order of the parties.
    fileprivate let columns: [(party: String, column: Int)]

    /// The letters of each party, in the order of the parties.
    ///
    /// Made when asked for: a short row can have hundreds of columns.
    var letters: [(party: String, text: String, cell: MatrixCell)] {
      columns.map { party, column in
        let name = CellReference(row: texts.number, column: column).description
        return (party, texts[column], MatrixCell(sheet: titleCell.sheet, name: name))
      }
    }
  }

  /// The rows of all sheets in order.
  private(set) var rows: [Row] = []
  /// The rows that were renamed, added or removed, in words.
  public private(set) var notes: [String] = []
  /// The last row of each name in the sheet that is being read.
  private var rowOfName: [String: Int] = [:]
  /// Cells that nobody can read for sure, each with its place.
  private(set) var defects: [String] = []
  /// So many missing rows of a sheet are named one by one.
  private static let mostNamed = 5
  /// From so many defects on, rows that are there twice are not compared: nothing is taken over.
  private static let mostDefects = 1_000
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
    var isMatrix = false
    for sheet in sheets {
      guard let head = sheet.rows.first, head[0] == "ID" else { continue }
      isMatrix = true
      let columns = columns(of: head, in: sheet, parties, others)
      rowOfName = [:]
      let places = columns.map { (party: $0.value, column: $0.key) }.sorted { $0.party < $1.party }
      for row in sheet.rows.dropFirst() { take(row, sheet, places) }
      noteMissingRows(in: sheet)
      reportMerges(in: sheet, columns)
    }
    guard isMatrix else {
      throw ExchangeError(
        "no sheet has the columns of an exported matrix",
        hint: "name the sheet with '--sheet'; its first cell is 'ID'")
    }
  }

  /// Tells the rows that were exported and are not in a sheet.
  private mutating func noteMissingRows(in sheet: Sheet) {
    let missing = (record?.rows.keys.sorted() ?? []).filter { rowOfName[$0] == nil }
    if missing.count > Self.mostNamed {
      return note("\(missing.count) rows are not there; the guide keeps them", in: sheet)
    }
    for name in missing { note("the row '\(name)' is not there; the guide keeps it", in: sheet) }
  }

  private mutating func note(_ text: String, in sheet: Sheet) {
    notes.append(sheet.name.isEmpty ? text : "sheet '\(sheet.name)': \(text)")
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
    var named: Set<String> = []
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
        guard named.insert(party.id).inserted else {
          note("the column '\(cell.text)' is there twice; the first one counts", in: sheet)
          continue
        }
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
        note("the column '\(text)' was renamed; it counts as the party '\(party)'", in: sheet)
      } else {
        note("the column '\(text)' is not a party of the guide; it was skipped", in: sheet)
      }
    }
    for party in record?.parties ?? [] where open.contains(party) {
      note("the column of the party '\(party)' is not there; the guide keeps it", in: sheet)
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
    if row.texts.cells == first.texts.cells { return }
    for (cell, other) in zip(row.letters, first.letters) where other.text != cell.text {
      defects.append(
        "\(cell.cell.description): the row '\(row.name)' is there twice, with '\(cell.text)' here "
          + "and '\(other.text)' in \(other.cell.name)")
    }
  }

  private mutating func take(
    _ row: Sheet.Row, _ sheet: Sheet, _ columns: [(party: String, column: Int)]
  ) {
    let name = row[0]
    if row.cells.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { return }
    if let record, record.rows[name] == nil {
      let title = name.isEmpty ? row[3] : name
      note("row \(row.number), '\(title)', is new; add it to the Markdown first", in: sheet)
      return
    }
    let titleCell = MatrixCell(
      sheet: sheet.name, name: CellReference(row: row.number, column: 3).description)
    let own = Row(name: name, title: row[3], titleCell: titleCell, texts: row, columns: columns)
    if let first = rowOfName[name] {
      if defects.count >= Self.mostDefects { return }
      reportTwin(of: own, rows[first])
    }
    rowOfName[name] = rows.count
    rows.append(own)
  }
}
