import Markdown

/// The version of a document that its translations are aligned with, read once for all of them.
struct OriginalDocument {
  let document: Document
  let headingIDs: [String]
  let groupIDs: [String]
  let tables: [ClassifiedTable]
  /// The content of each row's cells.
  let letters: [RowLetters?]
  /// The anchor of each row's section.
  let sections: [String]
}
