import Base
import Markdown

/// A loose Markdown file whose locale and key are known.
struct AdoptedDocument: Sendable {
  let path: String
  let bytes: [UInt8]
  let locale: String
  let key: String
  let document: Document
}
