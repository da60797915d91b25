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
