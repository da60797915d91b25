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
    var field = field
    field.withUTF8 { append($0) }
  }

  private mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    let isFormula = field.first.map(Self.beginsFormula) ?? false
    guard isFormula || field.contains(where: Self.needsQuotes) else {
      bytes.append(contentsOf: field)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in field {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D,
      0x0A:
      true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0D, 0x0A: true
    default: false
    }
  }
}
