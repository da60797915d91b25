/// Takes HTML out of text that is shown as it is, such as a description in a front matter.
enum PlainText {
  /// The text without tags of known elements, its character references resolved and its white space
  /// folded; nil if nothing is left.
  static func of(_ text: String) -> String? {
    guard text.utf8.contains(where: { "<&".utf8.contains($0) }) else { return text }
    let bytes = Array(text.utf8)
    var html: [UInt8] = []
    for token in HTMLScanner(bytes).tokens {
      let isTag = token.kind == .open || token.kind == .close
      if token.kind == .comment { continue }
      if isTag, HTMLElements.treatment(of: token.name) != .drop {
        if HTMLElements.isBlock(token.name) || token.name == "br" { html.append(0x20) }
        continue
      }
      for byte in bytes[token.range] {
        if byte == UInt8(ascii: "<") { html += "&lt;".utf8 } else { html.append(byte) }
      }
    }
    var plain: [UInt8] = []
    for case .text(let part) in GumboParser.events(of: html) { plain += part }
    let words = String(decoding: plain, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
