import Base

/// A document that is shown as the text that it is, since parsing it would take too long.
enum PlainDocument {
  /// Makes the document; it has neither headings nor rows, and all of its text can be found.
  static func make(
    _ body: [UInt8], _ metadata: Metadata, _ context: DocumentParser.Context,
    _ file: SourceFile, _ spool: Spool?
  ) -> Document {
    var html = Array("<pre class=\"plain-text\">\n".utf8)
    html.appendEscapingHTML(body)
    html += Array("</pre>\n".utf8)
    let texts = DocumentTexts(lead: InlineText.folded(body), sections: [], clauses: [])
    return Document(
      key: context.key, locale: context.locale, path: file.path, digest: file.digest,
      metadata: metadata, headings: [], rows: [], links: [], anchors: [], tables: [],
      suppressions: [], body: StoredHTML(MarkedHTML(bytes: html, marks: []), in: spool),
      texts: StoredTexts(texts, in: spool))
  }
}
