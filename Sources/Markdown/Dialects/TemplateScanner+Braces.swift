extension TemplateScanner {
  /// Code that begins with a brace: shortcodes, Liquid, attributes, comments and expressions.
  mutating func brace(_ text: inout TemplateText, _ start: Int) -> Piece? {
    guard let next = text[start + 1] else { return nil }
    switch next {
    case UInt8(ascii: "{"): return doubleBrace(text, start)
    case UInt8(ascii: "%"): return tag(text, start)
    case UInt8(ascii: "#"):
      guard let end = text.find("#}", from: start + 2), end > start + 2 else { break }
      return Piece(kind: .template, end: end + 2)
    case UInt8(ascii: "!"):
      guard let end = text.find("!}", from: start + 2) else { return nil }
      return Piece(kind: .include, end: end + 2)
    case UInt8(ascii: "/"): if text.has("{/*", at: start) { return comment(text, start) }
    case UInt8(ascii: ":"): return spanAttributes(text, start)
    default: break
    }
    if let piece = attributesBehindLink(text, start) { return piece }
    return isMDX ? expression(text, start) : nil
  }

  /// `{{< name >}}`, `{{% name %}}`, `{{ value }}` and `{{{ value }}}`.
  private mutating func doubleBrace(_ text: TemplateText, _ start: Int) -> Piece? {
    if let before = text[start - 1], "$^_".utf8.contains(before) { return nil }
    if text.has("{{</*", at: start) || text.has("{{%/*", at: start) { return nil }
    let isShortcode = text.has("{{<", at: start) || text.has("{{%", at: start)
    let end: Int?
    if text.has("{{<", at: start) {
      end = text.end(behind: ">}}", from: start + 3, &budget)
    } else if isShortcode {
      end = text.end(behind: "%}}", from: start + 3, &budget)
    } else if text.has("{{{", at: start) {
      end = text.end(behind: "}}}", from: start + 3, &budget)
    } else {
      end = text.end(behind: "}}", from: start + 2, &budget)
    }
    guard let end, end > start + 4 else { return nil }
    let kind: TemplateCode = isShortcode ? .shortcode : .template
    return Piece(kind: kind, end: end, replacement: target(text, start..<min(end, text.count)))
  }

  /// `{% name %}`; content of `raw` tags is text, that of `comment` tags nothing.
  private mutating func tag(_ text: TemplateText, _ start: Int) -> Piece? {
    guard let end = text.end(behind: "%}", from: start + 2, &budget) else { return nil }
    let inside = text.bytes[(start + 2)..<min(max(start + 2, end - 2), text.count)]
    let name = inside.drop { !isLetter($0) }.prefix { isLetter($0) || $0 == UInt8(ascii: "_") }
    if name.elementsEqual("raw".utf8) || name.elementsEqual("verbatim".utf8) {
      awaited = "{% end"
    } else if name.elementsEqual("comment".utf8), end <= text.count {
      guard let close = text.end(behind: "endcomment", from: end, &budget), close <= text.count,
        let last = text.end(behind: "%}", from: close, &budget)
      else { return Piece(kind: .template, end: end) }
      return Piece(kind: .template, end: last)
    }
    return Piece(kind: .template, end: end, replacement: target(text, start..<min(end, text.count)))
  }

  /// The target of a link whose target is made by code: the path that the code contains.
  private func target(_ text: TemplateText, _ range: Range<Int>) -> [UInt8] {
    var before = range.lowerBound - 1
    if text[before] == UInt8(ascii: "<") { before -= 1 }
    guard text[before] == UInt8(ascii: "("), text[before - 1] == UInt8(ascii: "]") else {
      return []
    }
    let code = text.bytes[range]
    if let open = code.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) {
      let quoted = code[(open + 1)...].prefix { $0 != code[open] }
      return quoted.contains { $0 <= 0x20 || "<>()".utf8.contains($0) } ? [] : Array(quoted)
    }
    let words = code.split(whereSeparator: isSpaceOrTab)
    let isLink =
      words.count > 2
      && ["link", "ref", "relref", "post_url"].contains {
        words[1].elementsEqual($0.utf8)
      }
    guard isLink else { return [] }
    return words[2].contains { "<>(){}".utf8.contains($0) } ? [] : Array(words[2])
  }

  /// `{/* comment */}`; in a heading of Docusaurus it may be the heading's id.
  private mutating func comment(_ text: TemplateText, _ start: Int) -> Piece? {
    guard let end = text.end(behind: "*/}", from: start + 3, &budget) else { return nil }
    guard text.isHeading, end <= text.count else { return Piece(kind: nil, end: end) }
    let inside = text.bytes[(start + 3)..<(end - 3)].filter { $0 > 0x20 }
    guard inside.first == UInt8(ascii: "#"), inside.count > 1, AttributeList(inside)?.id != nil
    else { return Piece(kind: nil, end: end) }
    return Piece(kind: nil, end: end, replacement: "{".utf8 + inside + "}".utf8)
  }

  /// kramdown's `{: .class #id}` in a line, and its `{::options /}`.
  private func spanAttributes(_ text: TemplateText, _ start: Int) -> Piece? {
    guard let end = text.closingBrace(from: start + 2), end > start + 2 else { return nil }
    if text[start + 2] == UInt8(ascii: ":") || text[start + 2] == UInt8(ascii: "/") {
      return Piece(kind: .template, end: end + 1)
    }
    guard let list = AttributeList(text.bytes[(start + 2)..<end]) else { return nil }
    guard let id = list.id else { return Piece(kind: nil, end: end + 1) }
    let written = text.isHeading ? "{#\(id)}" : "<a id=\"\(id)\"></a>"
    return Piece(kind: nil, end: end + 1, replacement: Array(written.utf8))
  }

  /// `{width=50% .class}` right behind a link, an image, code or emphasis.
  private func attributesBehindLink(_ text: TemplateText, _ start: Int) -> Piece? {
    guard let before = text[start - 1], ")]`*".utf8.contains(before),
      let end = text.closingBrace(from: start + 1)
    else { return nil }
    let inside = text.bytes[(start + 1)..<end]
    let isEmphasis = before == UInt8(ascii: "*")
    guard let list = isEmphasis ? AttributeList(unmarked: inside) : AttributeList(inside),
      list.words.isEmpty
    else { return nil }
    guard let id = list.id else { return Piece(kind: nil, end: end + 1) }
    if text.isHeading { return nil }
    return Piece(kind: nil, end: end + 1, replacement: Array("<a id=\"\(id)\"></a>".utf8))
  }

  /// An expression of MDX; text in quotes is shown.
  private func expression(_ text: TemplateText, _ start: Int) -> Piece? {
    var depth = 0
    var position = start
    guard text.find("}", from: start) != nil else { return nil }
    while let byte = text[position], position - start < TemplateText.longestAttributes {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      position += 1
      if depth == 0 { break }
    }
    guard depth == 0, position > start + 2 else { return nil }
    let inside = text.bytes[(start + 1)..<(position - 1)]
    if AttributeList(inside)?.id != nil, inside.first == UInt8(ascii: "#") { return nil }
    if let quote = inside.first, "'\"`".utf8.contains(quote), inside.last == quote,
      inside.count > 1, !inside.dropFirst().dropLast().contains(quote)
    {
      return Piece(kind: nil, end: position, replacement: Array(inside.dropFirst().dropLast()))
    }
    return Piece(kind: .component, end: position)
  }
}
