import Alignment
import Markdown

extension PageIDs {
  /// The version of a document whose page has these ids.
  func version(
    _ document: Document, rowIDs: [String], groupIDs: [String], pairs: [RowAligner.Pair],
    letterTables: Set<Int>, isUnique: [Bool], _ freshness: Freshness?
  ) -> DocumentSet.Version {
    let unread: TranslationState = document.metadata.isMachineTranslated ? .machine : .current
    return DocumentSet.Version(
      document: document, state: freshness?.isStale ?? false ? .stale : unread,
      freshness: freshness, headingIDs: headingIDs, rowIDs: rowIDs, groupIDs: groupIDs,
      footnoteIDs: footnoteIDs, pairs: pairs, letterTables: letterTables, anchorIsUnique: isUnique,
      aliases: aliases, ids: all(with: rowIDs + groupIDs))
  }
}
