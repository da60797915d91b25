import Alignment
import Base
import Markdown

/// Reads the tables of a translation as the source's are read, and compares their letters.
struct TranslatedTables {
  let letters: GuideLetters?
  let raci: RaciFile?
  let original: OriginalDocument
  /// The translation's locale, by index.
  let locale: Int
  /// The source's table for each of the translation's.
  let matches: [Int?]
  /// The ids of the translation's headings.
  let headingIDs: [String]

  /// How each table is read: as the source's if both have the same number of columns.
  func readings(of document: Document) -> [TableReading?] {
    guard let letters, raci != nil, !original.tables.isEmpty else {
      return document.tables.map { _ in nil }
    }
    let reader = DocumentLetters(letters, raci, locale: locale)
    let sections = document.tableSections(headingIDs)
    return document.tables.indices.map { table in
      guard let match = matches[table] else {
        return reader.classify(document, table, reader.settings(for: sections[table])).reading
      }
      guard let reading = original.tables[match].reading else { return nil }
      return TableAligner.reading(reading, of: TableProfile(document, table))
    }
  }

  /// What the cells of each row say in every language.
  func signatures(of document: Document) -> [[String]] {
    guard let letters, raci != nil, !original.tables.isEmpty else {
      return document.rows.map { _ in [] }
    }
    return document.cellSignatures(letters) { matches[$0].map { original.tables[$0] } }
  }

  /// Adds what the translation writes beside letters, for cells of the source that have a remark.
  ///
  /// - Parameter ofSource: the index of the responsibility of each row of the source.
  func addRemarks(
    of document: Document, _ pairs: [RowAligner.Pair], _ ofSource: [Int: Int],
    to responsibilities: inout [ResponsibilityDraft]
  ) {
    let noted = pairs.filter { pair in
      original.letters[pair.source]?.cells.values.contains { $0.remark != nil } ?? false
    }
    guard !noted.isEmpty, let letters else { return }
    var reader = DocumentLetters(letters, raci, locale: locale)
    let tables = document.tables.indices.map { table in
      var own = matches[table].map { original.tables[$0] } ?? .ordinary([])
      own.heads = TableProfile(document, table).heads
      return own
    }
    let rows = reader.rowLetters(document, tables, headingIDs, isSource: false)
    for pair in noted {
      guard let match = ofSource[pair.source], let cells = rows[pair.target]?.cells else {
        continue
      }
      responsibilities[match].remarks[locale] = cells.compactMapValues(\.remark)
    }
  }

  /// The differences between the translation's letters and the source's, by aligned row.
  func differences(of document: Document, _ pairs: [RowAligner.Pair]) -> [Diagnostic] {
    guard let letters, original.letters.contains(where: { $0 != nil }) else { return [] }
    var comparison = LetterComparison(
      letters, source: original.document, original.tables, target: document, matches,
      locale: locale, reader: DocumentLetters(letters, raci, locale: locale),
      original.document.tableSections(original.headingIDs))
    return comparison.compare(pairs)
  }
}
