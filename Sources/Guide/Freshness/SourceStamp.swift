import Base
import Markdown

/// The record in a translation of the source that it was made from: `source_digest` in its front
/// matter.
///
/// A row's text and its letters are recorded apart, so that a change of wording and a change of
/// owner can be distinguished later.
public struct SourceStamp: Sendable, Equatable {
  /// A row of the source.
  public struct Row: Sendable, Equatable {
    /// The responsibility's id.
    public let id: String
    /// The digest of its title, description and links.
    public let text: String
    /// The letters that each party had.
    public let letters: [String: LetterSet]
  }

  /// The front matter's key.
  public static let key = "source_digest"
  /// How many hexadecimal digits a digest has.
  static let digestLength = 16

  /// The digest of the title, the description and all text and links outside the rows; nil if only
  /// rows are recorded.
  public let document: String?
  /// The git revision whose source the translation was made from; nil if nobody recorded one.
  public let revision: String?
  /// The rows in the order of the source.
  public let rows: [Row]

  init(document: String?, rows: [Row], revision: String? = nil) {
    self.document = document
    self.revision = revision
    self.rows = rows
  }

  /// Records a source document as it is now.
  ///
  /// Changes outside a reader's text do not change a digest: line ends, white space between words,
  /// a byte order mark, comments, and a table's layout.
  ///
  /// - Parameter locale: the index of the locale whose rows the responsibilities have there.
  /// - Returns: nil only when memory runs out.
  /// - Throws: `FileError` if the disk does not return the source's texts.
  public init?(
    of source: Document, _ responsibilities: [Responsibility], locale: Int
  ) throws(FileError) {
    let texts = try source.texts()
    var rows: [Row] = []
    for responsibility in responsibilities {
      guard let index = responsibility.rows[locale] else { continue }
      guard let text = Self.digest(ofRow: index, in: source, texts) else { return nil }
      rows.append(Row(id: responsibility.id, text: text, letters: responsibility.letters))
    }
    let recorded = Set(responsibilities.compactMap { $0.rows[locale] })
    guard let document = Self.digest(of: source, texts, besides: recorded) else { return nil }
    self.init(document: document, rows: rows)
  }

  private static func digest(
    ofRow row: Int, in document: Document, _ texts: DocumentTexts
  ) -> String? {
    guard let digest = ContentDigest() else { return nil }
    add(row, in: document, texts, to: digest)
    return short(digest)
  }

  /// The digest of all but some rows.
  private static func digest(
    of document: Document, _ texts: DocumentTexts, besides rows: Set<Int>
  ) -> String? {
    guard let digest = ContentDigest() else { return nil }
    digest.add(document.metadata.title ?? "")
    digest.add(document.metadata.description ?? "")
    digest.add(texts.lead)
    for (heading, text) in zip(document.headings, texts.sections) {
      digest.add("\(heading.level) \(heading.text)")
      digest.add(text)
    }
    var next = 0
    for (index, row) in document.rows.enumerated() {
      add(document.links[next..<row.links.lowerBound], to: digest)
      next = row.links.upperBound
      if !rows.contains(index) { add(index, in: document, texts, to: digest) }
    }
    add(document.links[next...], to: digest)
    return short(digest)
  }

  private static func add(
    _ row: Int, in document: Document, _ texts: DocumentTexts,
    to digest: borrowing ContentDigest
  ) {
    digest.add(document.rows[row].text)
    for clause in texts.clauses[row] { digest.add(clause) }
    add(document.links[document.rows[row].links], to: digest)
  }

  private static func add(
    _ links: ArraySlice<Document.Link>, to digest: borrowing ContentDigest
  ) {
    for link in links {
      digest.add(link.destination)
      digest.add(link.title)
      if let alternative = link.alternative { digest.add(alternative) }
    }
  }

  /// Enough digits to distinguish a few thousand texts; front matter is read by people.
  private static func short(_ digest: borrowing ContentDigest) -> String {
    String(digest.hexadecimal.prefix(digestLength))
  }
}
