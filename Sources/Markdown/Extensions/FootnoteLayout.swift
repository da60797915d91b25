/// The definition of a footnote, found in a document before cmark sees it.
struct FootnoteLayout {
  /// Begins the text of the headings that mark definitions: never part of UTF-8.
  static let mark: UInt8 = 0xFD
  /// The text before the number of a definition.
  static let heading = Array("###### ".utf8) + [mark]

  let label: [UInt8]
  /// The line, from 1.
  let line: Int
  /// The column in bytes, from 1.
  let byteColumn: Int
}
