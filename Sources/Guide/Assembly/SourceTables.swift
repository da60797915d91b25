import Base
import Markdown

/// Reads the tables of a document's source as its letters' file and its cells say.
struct SourceTables {
  let letters: GuideLetters?
  let raci: RaciFile?
  /// The source's locale, by index.
  let locale: Int
  /// The ids of the source's headings.
  let headingIDs: [String]
  private(set) var diagnostics: [Diagnostic] = []

  init(letters: GuideLetters?, raci: RaciFile?, locale: Int, headingIDs: [String]) {
    self.letters = letters
    self.raci = raci
    self.locale = locale
    self.headingIDs = headingIDs
  }

  /// The document with its tables read, and the kind of each table.
  mutating func read(_ source: Document) -> (document: Document, tables: [ClassifiedTable]) {
    guard let letters else { return (source, []) }
    var reader = DocumentLetters(letters, raci, locale: locale)
    defer { diagnostics += reader.diagnostics }
    guard raci != nil else {
      reader.reportUnread(in: source)
      return (source, [])
    }
    return reader.readSource(source, headingIDs)
  }

  /// The content of each row's cells that is the same in every language.
  func signatures(of source: Document, _ tables: [ClassifiedTable]) -> [[String]] {
    guard let letters, !tables.isEmpty else { return source.rows.map { _ in [] } }
    return source.cellSignatures(letters) { tables[$0] }
  }

  /// The content of each row's cells; nil for rows of tables without letters.
  mutating func letters(of source: Document, _ tables: [ClassifiedTable]) -> [RowLetters?] {
    guard let letters, !tables.isEmpty else { return source.rows.map { _ in nil } }
    var reader = DocumentLetters(letters, raci, locale: locale)
    defer { diagnostics += reader.diagnostics }
    return reader.rowLetters(source, tables, headingIDs, isSource: true)
  }
}
