import Guide

/// A workbook's record of the matrix when it was exported: the hidden sheet `rolebook`.
public struct MatrixRecord: Sendable {
  /// A sheet of the matrix.
  public struct SheetHeads: Sendable {
    /// The sheet's name.
    public let name: String
    /// The heads of the parties' columns in the order of the parties.
    public let heads: [String]
  }

  /// A row of the matrix.
  public struct Row: Sendable {
    /// The text of its ID column.
    public let name: String
    /// The letters by party; empty for none.
    public let letters: [String]
  }

  /// The parties' ids.
  public let parties: [String]
  /// The place of each party among them.
  let places: [String: Int]
  /// The sheets.
  public let sheets: [SheetHeads]
  /// The rows by the text of the ID column.
  public let rows: [String: Row]

  /// Reads the sheet.
  ///
  /// - Throws: `ExchangeError` if it is of another version or was changed by hand.
  public init(_ sheet: Sheet) throws(ExchangeError) {
    var parties: [String] = []
    var sheets: [SheetHeads] = []
    var rows: [String: Row] = [:]
    guard let first = sheet.rows.first, first[0] == MatrixRecordForm.sheetName else {
      throw ExchangeError("the sheet '\(MatrixRecordForm.sheetName)' is not a record of an export")
    }
    guard first[1] == MatrixRecordForm.version else {
      throw ExchangeError(
        "it was exported by another version of Rolebook", hint: "export it again")
    }
    for row in sheet.rows.dropFirst() {
      switch row[0] {
      case "parties": parties = row.texts(from: MatrixRecordForm.firstColumn)
      case "sheet":
        sheets.append(.init(name: row[1], heads: row.texts(from: MatrixRecordForm.firstColumn)))
      case "row":
        let letters = parties.indices.map { row[MatrixRecordForm.firstColumn + $0] }
        guard row[4] == MatrixRecordForm.digest(name: row[1], letters) else {
          throw ExchangeError(
            "row \(row.number) of the hidden sheet '\(MatrixRecordForm.sheetName)' was changed",
            hint: "export the workbook again")
        }
        rows[row[1]] = Row(name: row[1], letters: letters)
      default: continue
      }
    }
    self.parties = parties
    places = Dictionary(zip(parties, parties.indices), uniquingKeysWith: { first, _ in first })
    self.sheets = sheets
    self.rows = rows
  }
}

extension Sheet.Row {
  /// The texts of the columns from one on, empty ones between them included.
  fileprivate func texts(from first: Int) -> [String] {
    guard let last = cells.last?.column, last >= first else { return [] }
    return (first...last).map { self[$0] }
  }
}
