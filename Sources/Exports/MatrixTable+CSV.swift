extension MatrixTable {
  /// For spreadsheets: RFC 4180, UTF-8 with a byte order mark, by which Excel knows the encoding.
  func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(leadingHeads + parties.map(\.name) + [locale.strings["state"], "URL"])
    for section in sections {
      for row in section.rows {
        writer.row(
          [row.id, section.documentTitle, section.title, row.title]
            + row.cells.map { $0?.letters.text ?? "" } + [stateName(row), absoluteURL(row)])
      }
    }
    return writer.bytes
  }
}

/// Writes comma-separated values that no spreadsheet takes for formulas.
struct CSVWriter {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Writes one record.
  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    bytes += [0x0D, 0x0A]
  }

  /// A field that begins like a formula gets an apostrophe before it, which spreadsheets hide.
  private mutating func append(_ field: String) {
    let isFormula = field.utf8.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
    let text = isFormula ? "'" + field : field
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) || isFormula else {
      bytes += Array(text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
