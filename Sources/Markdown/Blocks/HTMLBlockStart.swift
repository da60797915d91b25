/// The seven kinds of HTML blocks, CommonMark 0.30, section 4.6.
enum HTMLBlockKind: Int {
  case rawText = 1
  case comment
  case instruction
  case declaration
  case characterData
  case element
  case completeTag

  /// Whether a blank line ends the block.
  var endsAtBlankLine: Bool { self == .element || self == .completeTag }

  /// Whether the line ends the block; kinds that end at a blank line never say so.
  func ends(in line: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .rawText:
      ["</script>", "</pre>", "</style>", "</textarea>"].contains { line.containsIgnoringCase($0) }
    case .comment: line.containsIgnoringCase("-->")
    case .instruction: line.containsIgnoringCase("?>")
    case .declaration: line.containsIgnoringCase(">")
    case .characterData: line.containsIgnoringCase("]]>")
    case .element, .completeTag: false
    }
  }
}

/// The kind of HTML block that the text opens.
///
/// - Parameter interruptsParagraph: whether a paragraph is open; a complete tag does not end it.
func htmlBlockStart(_ text: ArraySlice<UInt8>, interruptsParagraph: Bool) -> HTMLBlockKind? {
  guard text.first == UInt8(ascii: "<") else { return nil }
  let rest = text.dropFirst()
  if rest.startsIgnoringCase("!--") { return .comment }
  if rest.startsIgnoringCase("?") { return .instruction }
  if rest.startsIgnoringCase("![CDATA[") { return .characterData }
  if rest.first == UInt8(ascii: "!"), let next = rest.dropFirst().first, isLetter(next) {
    return .declaration
  }
  let isClosing = rest.first == UInt8(ascii: "/")
  let name = rest.dropFirst(isClosing ? 1 : 0).prefix { isLetter($0) || isDigit($0) }
  let after = rest.dropFirst(name.count + (isClosing ? 1 : 0))
  let lowercased = String(decoding: name, as: UTF8.self).lowercased()
  if !isClosing, rawTextElements.contains(lowercased), endsName(after, allowsSlash: false) {
    return .rawText
  }
  if blockElements.contains(lowercased), endsName(after, allowsSlash: true) { return .element }
  guard !interruptsParagraph, let end = HTMLTag.end(in: text) else { return nil }
  return text[end...].allSatisfy(isSpaceOrTab) ? .completeTag : nil
}

private func endsName(_ after: ArraySlice<UInt8>, allowsSlash: Bool) -> Bool {
  guard let next = after.first else { return true }
  if isSpaceOrTab(next) || next == 0x0C || next == UInt8(ascii: ">") { return true }
  return allowsSlash && after.startsIgnoringCase("/>")
}

private let rawTextElements: Set<String> = ["script", "pre", "style", "textarea"]

private let blockElements: Set<String> = [
  "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
  "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
  "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head",
  "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav",
  "noframes", "ol", "optgroup", "option", "p", "param", "section", "source", "summary", "table",
  "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
]

extension ArraySlice<UInt8> {
  func startsIgnoringCase(_ text: String) -> Bool {
    guard count >= text.utf8.count else { return false }
    return zip(self, text.utf8).allSatisfy { asciiLowercased($0) == asciiLowercased($1) }
  }

  func containsIgnoringCase(_ text: String) -> Bool {
    indices.contains { self[$0...].startsIgnoringCase(text) }
  }
}

private func asciiLowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
