extension TemplateScanner {
  /// Code that begins with an angle bracket: components, and fragments of MDX.
  mutating func angle(_ text: inout TemplateText, _ start: Int) -> Piece? {
    if isMDX, text.has("<>", at: start) { return Piece(kind: .component, end: start + 2) }
    if isMDX, text.has("</>", at: start) { return Piece(kind: .component, end: start + 3) }
    let isClosing = text[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isClosing ? 2 : 1)
    guard let first = text[nameStart], isLetter(first) else { return nil }
    if first > 0x5A { return isClosing ? nil : jsx(text, start) }
    let name = text.bytes[nameStart...].prefix {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: ".")
    }
    let after = nameStart + name.count
    if let next = text[after], next > 0x20, next != UInt8(ascii: ">"), next != UInt8(ascii: "/") {
      return nil
    }
    let word = String(decoding: name, as: UTF8.self)
    let isHTML = htmlElements.contains(word.lowercased())
    guard let tag = tagEnd(text, from: after) else { return nil }
    if isHTML, !tag.hasBraces, !isMDX || word == word.uppercased() { return nil }
    let isComponent =
      isMDX || isClosing || tag.hasBraces || tag.isSelfClosing || tag.hasAttributes
      || isClosed(word, from: text.lineEnd - (text.count - min(tag.end, text.count)))
    guard isComponent else { return nil }
    return Piece(kind: .component, end: tag.end)
  }

  /// A tag of HTML with expressions in its values, which becomes one without.
  private mutating func jsx(_ text: TemplateText, _ start: Int) -> Piece? {
    let origin = text.lineEnd - (text.count - start)
    guard origin >= 0, budget > 0 else { return nil }
    guard let tag = JSXTag(source, at: origin) else {
      budget -= JSXTag.longest
      return nil
    }
    guard tag.hasBraces else { return nil }
    let html = tag.html
    return Piece(
      kind: html == nil ? .component : nil, end: start + tag.end - origin, replacement: html ?? [])
  }

  private struct TagEnd {
    var end = 0
    var hasBraces = false
    var hasAttributes = false
    var isSelfClosing = false
  }

  /// The end of a tag on this line or a later one; its values may be in quotes and braces.
  private mutating func tagEnd(_ text: TemplateText, from start: Int) -> TagEnd? {
    let origin = text.lineEnd - (text.count - start)
    guard origin >= 0 else { return nil }
    var result = TagEnd()
    let limit = min(source.count, origin + 8_192, origin + max(0, budget))
    var position = origin
    var depth = 0
    var quote: UInt8?
    defer { budget -= position - origin + 1 }
    while position < limit {
      let byte = source[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "{"): (depth, result.hasBraces) = (depth + 1, true)
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "="): result.hasAttributes = true
      case UInt8(ascii: "<") where depth == 0: return nil
      case UInt8(ascii: ">") where depth <= 0:
        result.isSelfClosing = position >= 2 && source[position - 2] == UInt8(ascii: "/")
        result.end = start + position - origin
        return result
      default: break
      }
    }
    return nil
  }

  /// Whether a closing tag of this name follows in the document.
  private mutating func isClosed(_ name: String, from start: Int) -> Bool {
    guard start >= 0 else { return false }
    let mark = Array("</\(name)>".utf8)
    let limit = min(source.count, start + 65_536, start + max(0, budget))
    var position = start
    defer { budget -= max(0, position - start) + 1 }
    while position < limit,
      let next = source[position..<limit].firstIndex(of: UInt8(ascii: "<"))
    {
      if source[next...].starts(with: mark) { return true }
      position = next + 1
    }
    position = max(position, limit)
    return false
  }

  /// Microsoft Learn's `[!INCLUDE [name](file)]`, `[!VIDEO address]` and their like.
  func bracket(_ text: TemplateText, _ start: Int) -> Piece? {
    guard text[start + 1] == UInt8(ascii: "!") else { return nil }
    let name = text.bytes[(start + 2)...].prefix { isLetter($0) || $0 == 0x2D }
    let after = start + 2 + name.count
    switch String(decoding: name, as: UTF8.self).lowercased() {
    case "include", "includes":
      guard let end = text.find(")]", from: after) else { return nil }
      return Piece(kind: .include, end: end + 2)
    case let word where word == "code" || word.hasPrefix("code-"):
      guard let end = text.find(")]", from: after) else { return nil }
      return Piece(kind: .include, end: end + 2)
    case "video":
      guard let end = text.find("]", from: after) else { return nil }
      let address = text.bytes[after..<end].filter { $0 > 0x20 && $0 != 0x3C && $0 != 0x3E }
      return Piece(kind: .include, end: end + 1, replacement: "<".utf8 + address + ">".utf8)
    case "div", "badge":
      guard text[after] == 0x20, let end = text.find("]", from: after) else { return nil }
      return Piece(kind: .container, end: end + 1)
    default: return nil
    }
  }
}

/// The names of HTML's elements that people write in Markdown.
private let htmlElements: Set<String> = [
  "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote", "body",
  "br", "button", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details",
  "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "form", "h1", "h2",
  "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins",
  "kbd", "label", "li", "link", "main", "mark", "menu", "meta", "nav", "object", "ol", "option",
  "p", "picture", "pre", "q", "s", "samp", "script", "section", "select", "small", "source",
  "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td",
  "textarea", "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul", "var", "video", "wbr",
]
