/// A form in which other programs read the matrix.
public enum ExportFormat: String, Sendable, CaseIterable {
  case csv
  case xlsx
  case json
  case markdown
  case oscal

  /// Whether the bytes are text that a terminal can show.
  public var isText: Bool { self != .xlsx }
}

extension MatrixTable {
  /// The matrix in a form.
  ///
  /// - Parameter date: the day that forms with a date say, `2026-01-31`.
  /// - Throws: `WorkbookError` if a spreadsheet cannot be made.
  public func bytes(
    as format: ExportFormat, date: String = "1970-01-01"
  ) throws(WorkbookError) -> [UInt8] {
    switch format {
    case .csv: csv()
    case .xlsx: try MatrixWorkbook([self]).bytes()
    case .json: json()
    case .markdown: markdown()
    case .oscal: oscal(date: date)
    }
  }
}
