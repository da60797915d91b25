extension MatrixTable {
  /// For spreadsheets: RFC 4180, UTF-8 with a byte order mark, by which Excel knows the encoding.
  func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(leadingHeads + parties.map(\.name) + trailingHeads)
    for section in sections {
      for row in section.rows {
        writer.row(
          [row.id, section.documentTitle, section.title, row.title]
            + row.cells.map { $0?.letters.text ?? "" } + trailingTexts(row) + [absoluteURL(row)])
      }
    }
    return writer.bytes
  }
}
