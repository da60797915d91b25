import Guide

extension EditedMatrix {
  /// Reads a workbook or a text file with an exported matrix.
  ///
  /// A workbook that lost its record, and a text file, do not say what was exported. Then each
  /// difference from the guide counts as an edit.
  ///
  /// - Parameters:
  ///   - sheet: the name of the only sheet to read; nil for all.
  ///   - parties: the guide's parties, each by its id and all of its names.
  ///   - titles: the heads that the column of titles can have.
  ///   - others: the heads of further columns that aren't for a party.
  /// - Throws: `ExchangeError` if the file is not such a matrix.
  public init(
    file bytes: [UInt8], sheet: String?, parties: [(id: String, names: Set<String>)],
    titles: Set<String> = [], others: Set<String> = []
  ) throws(ExchangeError) {
    guard bytes.starts(with: "PK".utf8) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      if sheet != nil { throw ExchangeError("a text file has no sheets") }
      try self.init(
        [try SeparatedText(bytes).sheet], record: nil, parties: parties, titles: titles,
        others: others)
      return
    }
    let workbook = try WorkbookFile(bytes)
    var record: MatrixRecord?
    var sheets: [Sheet] = []
    if let sheet, !workbook.sheets.contains(where: { $0.name == sheet }) {
      let names = workbook.sheets.filter { !$0.isHidden }.map { "'\($0.name)'" }
      throw ExchangeError("there is no sheet '\(sheet)', only \(names.joined(separator: ", "))")
    }
    for entry in workbook.sheets {
      if entry.name == MatrixRecordForm.sheetName {
        record = try MatrixRecord(try workbook.sheet(entry))
      } else if sheet.map({ $0 == entry.name }) ?? !entry.isHidden {
        sheets.append(try workbook.sheet(entry))
      }
    }
    try self.init(sheets, record: record, parties: parties, titles: titles, others: others)
  }
}
