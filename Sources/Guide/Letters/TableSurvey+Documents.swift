import Base
import Markdown

extension TableSurvey {
  /// The place of a list that seems to say who does what, which is not read; nil if there is none.
  ///
  /// - Parameter hasTables: whether tables of the document have letters.
  public func list(of document: Document, hasTables: Bool) -> SourceLocation? {
    ListLetters(words: letters.words, scheme: letters.scheme)
      .place(in: document, hasTables: hasTables)
  }
}

extension Document {
  /// The ids of the headings on a page whose rows have some ids.
  public func headingIDs(besides rowIDs: Set<String>) -> [String] {
    var ids = PageIDs(self, promised: rowIDs, locale: locale)
    ids.nameHeadings(aligned: [], sourceIDs: [])
    return ids.headingIDs
  }
}

extension DocumentSet {
  /// The table of one version that each table of another is a translation of; nil if there is none.
  public func tables(of source: Int, in target: Int) -> [Int?] {
    guard let original = versions[source], let version = versions[target] else { return [] }
    let pairs = TableAligner.align(
      original.document, original.headingIDs, version.document, version.headingIDs)
    return pairs.enumerated().map { table, match in
      let own = version.document.tables[table]
      let isMoved = own.reading.map { !$0.sourceColumns.isEmpty } ?? false
      return match.flatMap {
        isMoved || original.document.tables[$0].columnCount == own.columnCount ? $0 : nil
      }
    }
  }
}

extension Document.Table {
  /// The texts of its heads, as tables of letters are read.
  public func heads(in document: Document, _ index: Int) -> [String] {
    TableProfile(document, index).heads
  }
}
