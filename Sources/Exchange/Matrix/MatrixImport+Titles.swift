import Guide

extension MatrixImport {
  /// Tells a title that no language has.
  func noteTitle(
    of row: EditedMatrix.Row, _ responsibility: Responsibility, _ document: DocumentSet,
    _ outcome: inout Outcome
  ) {
    guard let (text, cell) = row.title else { return }
    let titles = Self.titles(of: responsibility, document)
    guard let title = titles.first, !titles.contains(where: { Self.isTitle(text, $0) }) else {
      return
    }
    outcome.notes.append(
      "\(cell.description): the row '\(row.name)' was renamed to '\(text)'; the guide keeps "
        + "'\(title)'")
  }

  /// Reports IDs that somebody or a spreadsheet changed: the row's title is that of a missing row.
  func reportChangedIDs(of edited: EditedMatrix, _ outcome: inout Outcome) {
    if edited.strangers.isEmpty || edited.missing.isEmpty { return }
    let rows = Dictionary(
      Self.rows(of: guide).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var known: [String: [String: String]] = [:]
    for (sheet, names) in edited.missing {
      for name in names {
        guard let row = rows[name] else { continue }
        for title in Self.titles(of: row.responsibility, guide.documents[row.document]) {
          known[sheet, default: [:]][Self.words(title)] = name
        }
      }
    }
    for row in edited.strangers {
      let titles = known[row.sheet] ?? [:]
      guard let text = row.title?.text,
        let name = titles[Self.words(text)] ?? titles[Self.words(Self.unquoted(text))]
      else { continue }
      outcome.conflicts.append(
        "\(row.idCell.description): the ID '\(name)' became '\(row.name)'; restore it")
    }
  }

  private static func titles(
    of responsibility: Responsibility, _ document: DocumentSet
  ) -> [String] {
    let rows = responsibility.rows
    return rows.locales.compactMap { locale in
      rows[locale].flatMap { document.versions[locale]?.document.rows[$0].title }
    }
  }

  /// Whether a cell has a title, however its words are divided.
  private static func isTitle(_ text: String, _ title: String) -> Bool {
    let title = words(title)
    return words(text) == title || words(unquoted(text)) == title
  }

  /// A title without the sign that keeps spreadsheets from taking it for a formula.
  private static func unquoted(_ text: String) -> String { String(text.drop { $0 == "'" }) }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
