import Guide

/// The hidden sheet that records the export, so that the workbook can be merged when it comes back;
/// `MatrixRecordForm` has its form.
struct RecordSheet {
  private let sheets: [(name: String, table: MatrixTable)]
  /// The texts of the ID column by document and id.
  private let names: [String: String]
  private let sheet: Sheet

  init(
    _ sheets: [(name: String, table: MatrixTable)], _ names: [String: String], _ sheet: Sheet
  ) {
    self.sheets = sheets
    self.names = names
    self.sheet = sheet
  }

  func write() throws(WorkbookError) {
    var line = 0
    func write(_ leading: [String], _ others: [String]) throws(WorkbookError) {
      for (column, text) in leading.enumerated() where !text.isEmpty {
        try sheet.write(text, row: line, column: column, .identifier)
      }
      for (column, text) in others.enumerated() where !text.isEmpty {
        try sheet.write(
          text, row: line, column: MatrixRecordForm.firstColumn + column, .identifier)
      }
      line += 1
    }
    try write([MatrixRecordForm.sheetName, MatrixRecordForm.version], [])
    guard let table = sheets.first?.table else { return sheet.hide() }
    try write(["parties"], table.parties.map(\.id))
    for (name, table) in sheets {
      try write(["sheet", name, table.locale.tag], table.parties.map(\.name))
    }
    for section in table.sections {
      for row in section.rows {
        let name = names["\(section.document)#\(row.id)"] ?? row.id
        let letters = row.cells.map { $0?.letters.text ?? "" }
        let digest = MatrixRecordForm.digest(name: name, letters)
        try write(["row", name, section.document, row.id, digest], letters)
      }
    }
    sheet.protect()
    sheet.hide()
  }
}

extension MatrixTable {
  /// The texts of the ID column, by document and id with a `#` between them.
  var rowNames: [String: String] {
    let rows = sections.flatMap { section in
      section.rows.map { (document: section.document, id: $0.id) }
    }
    return Dictionary(
      zip(rows.map { "\($0.document)#\($0.id)" }, MatrixRecordForm.names(rows)),
      uniquingKeysWith: { first, _ in first })
  }
}
