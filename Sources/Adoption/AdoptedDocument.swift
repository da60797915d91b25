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

  /// The ending of a file's copy in the guide: MDX is read as such, all else is Markdown.
  static func ending(of path: String) -> String {
    path.lowercased().hasSuffix(".mdx") ? ".mdx" : ".md"
  }
}
