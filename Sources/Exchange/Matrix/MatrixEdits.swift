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
    let sheet: String
    fileprivate let texts: Sheet.Row
    fileprivate let columns: Columns

    /// The cell of the ID.
    var idCell: MatrixCell { cell(0) }

    /// The title with its cell; nil if the sheet has no column of titles.
    var title: (text: String, cell: MatrixCell)? {
      columns.title.map { (texts[$0], cell($0)) }
    }

    /// The letters of each party, in the order of the parties.
    ///
    /// Made when asked for: a short row can have hundreds of columns.
    var letters: [(party: String, text: String, cell: MatrixCell)] {
      columns.parties.map { ($0.party, texts[$0.column], cell($0.column)) }
    }

    private func cell(_ column: Int) -> MatrixCell {
      let name = CellReference(row: texts.number, column: column).description
      return MatrixCell(sheet: sheet, name: name)
    }
  }

  /// The columns of a sheet by their content.
  fileprivate struct Columns {
    /// The column of the rows' titles.
    var title: Int?
    /// The columns of the parties, in the order of the parties' ids.
    var parties: [(party: String, column: Int)] = []
  }

  /// The rows of all sheets in order.
  private(set) var rows: [Row] = []
  /// The rows that were renamed, added or removed, in words.
  public private(set) var notes: [String] = []
  /// The last row of each name in the sheet that is being read.
  private var rowOfName: [String: Int] = [:]
  /// Rows with IDs that were not exported.
  private(set) var strangers: [Row] = []
  /// The exported rows that are not in a sheet, by the sheet's name.
  private(set) var missing: [String: [String]] = [:]
  /// Cells that nobody can read for sure, each with its place.
  private(set) var defects: [String] = []
  /// So many missing rows of a sheet are named one by one.
  private static let mostNamed = 5
  /// From so many defects on, rows that are there twice are not compared: nothing is taken over.
  private static let mostDefects = 1_000
  /// The head of the columns is looked for in so many rows.
  private static let mostRowsToHead = 20
  /// An export has so many columns before those of the parties.
  private static let leadingColumns = 4
  /// The record of the export; nil if the file has none.
  let record: MatrixRecord?

  /// Reads the sheets of an exported matrix.
  ///
  /// - Parameters:
  ///   - sheets: those with the matrix.
  ///   - record: the exported letters; nil if the file has no record.
  ///   - parties: the guide's parties, each by its id and all of its names.
  ///   - titles: the heads that the column of titles can have.
  ///   - others: the heads of further columns that aren't for a party.
  /// - Throws: `ExchangeError` if no sheet has the columns of an export.
  public init(
    _ sheets: [Sheet], record: MatrixRecord?, parties: [(id: String, names: Set<String>)],
    titles: Set<String> = [], others: Set<String> = []
  ) throws(ExchangeError) {
    self.record = record
    var isMatrix = false
    for sheet in sheets {
      guard let start = sheet.rows.prefix(Self.mostRowsToHead).firstIndex(where: Self.isHead)
      else {
        if record?.sheets.contains(where: { $0.name == sheet.name }) == true {
          defects.append(
            "sheet '\(sheet.name)': none of its first \(Self.mostRowsToHead) rows begins with 'ID'")
        }
        continue
      }
      isMatrix = true
      let head = sheet.rows[start]
      let columns = columns(of: head, in: sheet, parties, titles, others)
      rowOfName = [:]
      for row in sheet.rows.dropFirst(start + 1) { take(row, sheet, columns) }
      noteMissingRows(in: sheet)
      reportMerges(in: sheet, from: head, columns)
    }
    guard isMatrix else {
      throw ExchangeError(
        "no sheet has the columns of an exported matrix or of contacts",
        hint: "begin a matrix's heads with 'ID', or name the columns of contacts 'party' and "
          + "'mail', 'phone', 'url', 'deputy', or 'members'")
    }
  }

  private static func isHead(_ row: Sheet.Row) -> Bool { PartyRecords.trimmed(row[0]) == "ID" }

  /// Tells the rows that were exported and are not in a sheet.
  private mutating func noteMissingRows(in sheet: Sheet) {
    let missing = (record?.rows.keys.sorted() ?? []).filter { rowOfName[$0] == nil }
    if !missing.isEmpty { self.missing[sheet.name] = missing }
    if missing.count > Self.mostNamed {
      return note("\(missing.count) rows are not there; the guide keeps them", in: sheet)
    }
    for name in missing { note("the row '\(name)' is not there; the guide keeps it", in: sheet) }
  }

  private mutating func note(_ text: String, in sheet: Sheet) {
    notes.append(sheet.name.isEmpty ? text : "sheet '\(sheet.name)': \(text)")
  }

  /// Finds columns by their heads, wherever they are.
  private mutating func columns(
    of head: Sheet.Row, in sheet: Sheet, _ parties: [(id: String, names: Set<String>)],
    _ titles: Set<String>, _ others: Set<String>
  ) -> Columns {
    let exported = record?.parties ?? []
    let heads = record?.sheets.first { $0.name == sheet.name }?.heads ?? []
    let recorded = Dictionary(grouping: zip(heads, exported)) { $0.0 }
    var columns = Columns()
    var open = Set(exported + parties.map(\.id))
    var unknown: [Sheet.Cell] = []
    /// The party whose column an export has at this place.
    func partyAtPlace(_ column: Int) -> String? {
      let ids = record == nil ? parties.map(\.id) : exported
      let index = column - Self.leadingColumns
      return ids.indices.contains(index) && open.contains(ids[index]) ? ids[index] : nil
    }
    for cell in head.cells where cell.column > 0 {
      let text = PartyRecords.trimmed(cell.text)
      let named = (recorded[cell.text] ?? recorded[text] ?? []).map(\.1)
      let party =
        named.first { open.contains($0) } ?? named.first
        ?? parties.first { $0.names.contains(text) }?.id
      let isTitle = titles.contains(text)
      // A party can have the name of another column.
      if isTitle || others.contains(text), party == nil || party != partyAtPlace(cell.column) {
        if isTitle, columns.title == nil { columns.title = cell.column }
      } else if let party {
        if open.remove(party) != nil {
          columns.parties.append((party, cell.column))
        } else {
          note("the column '\(cell.text)' is there twice; the first one counts", in: sheet)
        }
      } else {
        unknown.append(cell)
      }
    }
    for cell in unknown {
      if record != nil, let party = partyAtPlace(cell.column) {
        columns.parties.append((party, cell.column))
        open.remove(party)
        note("the column '\(cell.text)' was renamed; it counts as the party '\(party)'", in: sheet)
      } else {
        note("the column '\(cell.text)' is not a party of the guide; it was skipped", in: sheet)
      }
    }
    for party in exported where open.contains(party) {
      note("the column of the party '\(party)' is not there; the guide keeps it", in: sheet)
    }
    columns.parties.sort { $0.party < $1.party }
    return columns
  }

  /// Only the first cell of merged ones has a text, so the others look as if they lost theirs.
  private mutating func reportMerges(in sheet: Sheet, from head: Sheet.Row, _ columns: Columns) {
    for merge in sheet.merges
    where merge.rows.upperBound >= head.number
      && columns.parties.contains(where: { merge.columns.contains($0.column) })
    {
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

  private mutating func take(_ row: Sheet.Row, _ sheet: Sheet, _ columns: Columns) {
    let name = PartyRecords.trimmed(row[0])
    if row.cells.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { return }
    if let record, record.rows[name] == nil {
      let title = name.isEmpty ? columns.title.map { row[$0] } ?? "" : name
      if !name.isEmpty {
        strangers.append(Row(name: name, sheet: sheet.name, texts: row, columns: columns))
      }
      note("row \(row.number), '\(title)', is new; add it to the Markdown first", in: sheet)
      return
    }
    let own = Row(name: name, sheet: sheet.name, texts: row, columns: columns)
    if let first = rowOfName[name] {
      if defects.count >= Self.mostDefects { return }
      reportTwin(of: own, rows[first])
    }
    rowOfName[name] = rows.count
    rows.append(own)
  }
}
