import Base
import Markdown

/// A loose Markdown file whose locale and key are known.
public struct AdoptedDocument: Sendable {
  let path: String
  let bytes: [UInt8]
  /// The locale as a language tag.
  public let locale: String
  let key: String
  let document: Document
}
