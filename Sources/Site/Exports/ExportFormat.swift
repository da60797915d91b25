/// A form in which other programs read the matrix.
public enum ExportFormat: String, Sendable, CaseIterable {
  case csv
  case xlsx
  case json
  case markdown

  /// Whether the bytes are text that a terminal can show.
  public var isText: Bool { self != .xlsx }
}

extension MatrixTable {
  /// The matrix in a form.
  ///
  /// - Throws: `WorkbookError` where a spreadsheet cannot be made.
  public func bytes(as format: ExportFormat) throws(WorkbookError) -> [UInt8] {
    switch format {
    case .csv: csv()
    case .xlsx: try MatrixWorkbook([self]).bytes()
    case .json: json()
    case .markdown: markdown()
    }
  }
}
