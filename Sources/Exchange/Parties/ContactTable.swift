import Guide

/// Reads a table with a party a row: its id or name, and columns such as mail and phone.
struct ContactTable {
  /// Names of columns, in addition to the words of the guide's languages.
  private static let heads: [(key: String, names: Set<String>)] = [
    ("party", ["party", "partyid", "id", "name", "group", "team", "department", "unit"]),
    ("mail", ["mail", "email", "emailaddress", "mailaddress"]),
    ("phone", ["phone", "telephone", "tel", "phonenumber", "mobile"]),
    ("url", ["url", "website", "web", "link", "homepage", "page"]),
    ("deputy", ["deputy", "substitute", "standin", "backup", "representative"]),
    ("members", ["members", "member", "people", "persons", "staff"]),
  ]

  private let sheet: Sheet
  private let head: Int
  /// The contents of the columns.
  private let keys: [Int: String]
  private let others: [Sheet.Cell]

  /// Takes a sheet; nil if it has no such table.
  ///
  /// - Parameter words: more heads for each key, in the guide's languages.
  init?(_ sheet: Sheet, words: [String: Set<String>]) {
    self.sheet = sheet
    guard
      let index = sheet.rows.prefix(10).firstIndex(where: { row in
        let keys = Set(row.cells.compactMap { Self.key(of: $0.text, words) })
        return keys.contains("party") && keys.count > 1
      })
    else { return nil }
    head = index
    let cells = sheet.rows[index].cells
    var keys: [Int: String] = [:]
    var others: [Sheet.Cell] = []
    for cell in cells {
      if let key = Self.key(of: cell.text, words) {
        keys[cell.column] = key
      } else {
        others.append(cell)
      }
    }
    let place = cells.firstIndex { PartyRecords.trimmed($0.text) == "ID" }
    if let place, Self.isMatrix(cells.map { keys[$0.column] }, place) { return nil }
    self.keys = keys
    self.others = others
  }

  /// Whether columns are those of an exported matrix: three unknown ones behind the ID, or, if they
  /// were moved, several beside its ID and URL.
  ///
  /// - Parameter place: the place of the ID among them. Behind others, it is the only party of a row.
  private static func isMatrix(_ keys: [String?], _ place: Int) -> Bool {
    if place == 0, keys.count > 3, keys.dropFirst().prefix(3).allSatisfy({ $0 == nil }) {
      return true
    }
    let (unknown, parties) = (keys.count { $0 == nil }, keys.count { $0 == "party" })
    return unknown > 1 && keys.allSatisfy { $0 == nil || $0 == "party" || $0 == "url" }
      && (place == 0 || parties == 1)
  }

  private static func key(of head: String, _ words: [String: Set<String>]) -> String? {
    let text = PartyRecords.key(head)
    guard !text.isEmpty else { return nil }
    return heads.first { $0.names.contains(text) || words[$0.key]?.contains(text) ?? false }?.key
  }

  /// The contents of the rows.
  func records() -> PartyRecords {
    var result = PartyRecords()
    for cell in others { result.notes.append("the column '\(cell.text)' was skipped") }
    for row in sheet.rows.dropFirst(head + 1) {
      let cells = Dictionary(grouping: row.cells) { keys[$0.column] ?? "" }
      let names = (cells["party"] ?? []).map(text).filter { !$0.isEmpty }
      guard !names.isEmpty else { continue }
      var profile = PartyProfile()
      for key in PartyProfile.Contact.keys {
        for cell in cells[key] ?? [] where profile.contact[key] == nil {
          result.take(text(cell), key, into: &profile.contact, at: place(row, cell.column))
        }
      }
      var known: Set<String> = []
      for cell in cells["members"] ?? [] {
        for name in Self.parts(text(cell)) {
          result.take(name, into: &profile.members, &known, at: place(row, cell.column))
        }
      }
      result.records.append(
        PartyRecord(names: names, profile: profile, place: "row \(row.number)"))
    }
    return result
  }

  /// The text of a cell, without the apostrophe that keeps it from being a formula.
  private func text(_ cell: Sheet.Cell) -> String {
    let text = PartyRecords.trimmed(cell.text)
    let isGuarded = text.first == "'" && text.dropFirst().first.map { "=+-@".contains($0) } ?? false
    return isGuarded ? String(text.dropFirst()) : text
  }

  private func place(_ row: Sheet.Row, _ column: Int) -> String {
    MatrixCell(
      sheet: sheet.name, name: CellReference(row: row.number, column: column).description
    ).description
  }

  /// Names one after another, divided by lines and semicolons, or by commas if there are none.
  private static func parts(_ text: String) -> [String] {
    let strong = text.split { ";|\n\r".contains($0) }
    return (strong.count > 1 ? strong : text.split { ",;|\n\r".contains($0) }).map(String.init)
  }
}

extension PartyRecords {
  /// Reads a Backstage catalog, or a table of contacts; nil if a spreadsheet has no such table.
  ///
  /// - Parameters:
  ///   - sheet: the name of the only sheet to read; nil for all.
  ///   - words: more heads of columns for each key, in the guide's languages.
  /// - Throws: `ExchangeError` if the file cannot be read.
  public static func read(
    _ bytes: [UInt8], path: String, sheet: String?, words: [String: Set<String>]
  ) throws(ExchangeError) -> PartyRecords? {
    let name = path.lowercased()
    if [".yml", ".yaml", ".json"].contains(where: name.hasSuffix) {
      return try GroupCatalog.read(bytes, path: path)
    }
    let keys = words.mapValues { Set($0.map(key)) }
    let isWorkbook = bytes.starts(with: "PK".utf8) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    guard isWorkbook else {
      return ContactTable(try SeparatedText(bytes).sheet, words: keys)?.records()
    }
    let workbook = try WorkbookFile(bytes)
    for entry in workbook.sheets where sheet.map({ $0 == entry.name }) ?? !entry.isHidden {
      if let table = ContactTable(try workbook.sheet(entry), words: keys) { return table.records() }
    }
    return nil
  }
}
