import Markdown

extension Document {
  /// The parts of each row's cells that translators leave unchanged: its letters, as one text, and
  /// its codes.
  ///
  /// - Parameter table: the table whose columns count for a table, by its index; nil for none.
  func cellSignatures(
    _ letters: GuideLetters, _ table: (Int) -> ClassifiedTable?
  ) -> [[String]] {
    let reader = CellReader(words: letters.words, scheme: letters.scheme, locale: locale)
    return rows.map { row in
      guard let table = table(row.table) else { return [] }
      let reader = table.hasCapitals ? reader.forLetters : reader
      if table.kind == .transposed { return signature(ofColumn: row, reader) }
      guard [.letters, .ticks, .people].contains(table.kind) else { return [] }
      return signature(of: row, table, reader)
    }
  }

  private func signature(
    of row: Row, _ table: ClassifiedTable, _ reader: CellReader
  ) -> [String] {
    let facts = tables[row.table]
    func texts(_ column: Int) -> [String] {
      guard let column = facts.column(ofSource: column) else { return [] }
      return row.lines.map { cells[cell(facts, line: $0, column: column)].text }
    }
    let said = table.letterColumns.map { column, _ in
      texts(column).map { Self.signature(of: reader.read($0)) }.joined()
    }
    var result: [String] = []
    if said.contains(where: { !$0.isEmpty }) { result.append(said.joined(separator: "|")) }
    let codes = table.reading?.columns.indices.filter { table.reading?.columns[$0] == .code } ?? []
    for column in codes {
      for text in texts(column) where !text.isEmpty && isCode(text) { result.append("#" + text) }
    }
    return result
  }

  private func signature(ofColumn row: Row, _ reader: CellReader) -> [String] {
    guard let column = row.column else { return [] }
    let said = row.lines.dropFirst().map { line in
      Self.signature(
        of: reader.read(cells[cell(tables[row.table], line: line, column: column)].text))
    }
    return said.contains { !$0.isEmpty } ? [said.joined(separator: "|")] : []
  }

  private static func signature(of content: CellContent) -> String {
    switch content.kind {
    case .letters: content.letters.text
    case .yes: "+"
    case .loose, .no, .nothing, .text: ""
    }
  }
}
