import Base
import Guide

/// A text of a `locale.yml` with links in it, as HTML.
///
/// A link is written `[words](address)`; all else is plain text.
struct LinkedText {
  private static let schemes = ["https://", "http://", "mailto:"]

  let text: String

  var html: [UInt8] {
    var output: [UInt8] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      guard let link = Self.link(rest[open...]) else {
        output.appendEscapingHTML(rest[...open].utf8)
        rest = rest[rest.index(after: open)...]
        continue
      }
      output.appendEscapingHTML(rest[..<open].utf8)
      output += "<a href=\"".utf8
      output.appendEscapingHTML(link.address.utf8)
      output += "\">".utf8
      output.appendEscapingHTML(link.words.utf8)
      output += "</a>".utf8
      rest = link.rest
    }
    output.appendEscapingHTML(rest.utf8)
    return output
  }

  /// The link that a text begins with; nil if there is none, or one that leads nowhere on the web.
  private static func link(
    _ text: Substring
  ) -> (words: Substring, address: Substring, rest: Substring)? {
    guard let close = text.firstIndex(of: "]") else { return nil }
    let behind = text[text.index(after: close)...]
    guard behind.first == "(", let end = behind.firstIndex(of: ")") else { return nil }
    let words = text[..<close].dropFirst()
    let address = behind[..<end].dropFirst()
    guard !words.isEmpty, !words.contains("["), !address.contains(where: \.isWhitespace),
      schemes.contains(where: { address.hasPrefix($0) })
    else { return nil }
    return (words, address, behind[behind.index(after: end)...])
  }
}
