import Guide
import Matrix

extension Site {
  /// The matrix of a locale for spreadsheets: RFC 4180, UTF-8 with a byte order mark, by which
  /// Excel knows the encoding.
  func matrixCSV(_ locale: Int) -> [UInt8] {
    let here = guide.locales[locale]
    var writer = CSVWriter()
    writer.row(
      ["ID", here.strings["document"], here.strings["section"], here.strings["responsibility"]]
        + here.parties.map(\.name) + [here.strings["state"], "URL"])
    for row in matrix.rows {
      let set = guide.documents[row.document]
      let responsibility = set.responsibilities[row.responsibility]
      let rendering = guide.rendering(of: responsibility, in: set, for: locale)
      let state = rendering?.state ?? .missing
      writer.row(
        [
          responsibility.id, documentTitle(row.document, locale),
          guide.sectionTitle(responsibility.section, in: set, for: locale).title,
          rendering?.fact.title ?? responsibility.id,
        ] + row.assignments.map { $0?.letters.text ?? "" }
          + [
            here.strings["state_\(state.rawValue)"],
            rendering.map { (guide.settings.siteURL ?? "") + rowURL($0, row, locale) } ?? "",
          ])
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
