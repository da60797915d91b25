import Base
import Guide

extension Site {
  /// The sitemap (sitemaps.org, protocol 0.9): every page that is a locale's own, with its
  /// counterparts.
  ///
  /// Addresses are complete if `guide.yml` has a `site_url`. Otherwise, they begin with the base
  /// path.
  func sitemap() -> [UInt8] {
    var output = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
      xmlns:xhtml="http://www.w3.org/1999/xhtml">

      """.utf8)
    for document in guide.documents.indices {
      let set = guide.documents[document]
      let own = alternateLocales(of: .document(document))
      append(own.map { ($0, paths.document(set.key, $0)) }, &output)
    }
    let all = Array(guide.locales.indices)
    if homeDocument == nil { append(all.map { ($0, paths.home($0)) }, &output) }
    append(all.map { ($0, paths.matrix($0)) }, &output)
    for part in matrixParts.all {
      let key = guide.documents[part.first].key
      append(all.map { ($0, paths.matrixPart(from: key, $0)) }, &output)
    }
    for party in guide.settings.parties {
      append(all.map { ($0, paths.party(party.text, $0)) }, &output)
    }
    if guide.reviews != nil { append(all.map { ($0, paths.reviews($0)) }, &output) }
    if news != nil { append(all.map { ($0, paths.changes($0)) }, &output) }
    output += Array("</urlset>\n".utf8)
    return output
  }

  private func append(_ pages: [(locale: Int, path: String)], _ output: inout [UInt8]) {
    var links: [UInt8] = []
    for page in pages where namesAllLocales {
      links += Array("<xhtml:link rel=\"alternate\" hreflang=\"".utf8)
      links.appendEscapingHTML(guide.locales[page.locale].tag.utf8)
      links += Array("\" href=\"".utf8)
      links.appendEscapingHTML(absoluteURL(page.path).utf8)
      links += Array("\"/>".utf8)
    }
    for page in pages {
      output += Array("<url><loc>".utf8)
      output.appendEscapingHTML(absoluteURL(page.path).utf8)
      output += Array("</loc>".utf8) + links + Array("</url>\n".utf8)
    }
  }
}
