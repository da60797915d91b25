import Base
import Guide

/// A text of a `locale.yml` with links in it, as HTML.
///
/// A link is written `[words](address)`; all else is plain text.
struct LinkedText {
  private static let schemes = ["https://", "http://", "mailto:"]
  /// The most characters of an address.
  private static let longestAddress = 2_000

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
    let isEdge: (Character) -> Bool = { $0 == "[" || $0 == "]" }
    guard let close = text.dropFirst().firstIndex(where: isEdge), text[close] == "]" else {
      return nil
    }
    let behind = text[text.index(after: close)...]
    guard behind.first == "(",
      let end = behind.prefix(longestAddress + 2).firstIndex(of: ")")
    else { return nil }
    let words = text[..<close].dropFirst()
    let address = behind[..<end].dropFirst()
    guard !words.isEmpty, !address.contains(where: \.isWhitespace),
      schemes.contains(where: { address.hasPrefix($0) })
    else { return nil }
    return (words, address, behind[behind.index(after: end)...])
  }
}
