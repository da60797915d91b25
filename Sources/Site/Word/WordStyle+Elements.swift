extension WordStyle {
  /// Applies an element's style to its content.
  mutating func apply(_ node: Markup.Node) {
    if let language = node["lang"], !language.isEmpty { self.language = language }
    switch node["dir"] {
    case "rtl": isRightToLeft = true
    case "ltr": isRightToLeft = false
    default: break
    }
    switch node.name {
    case "strong", "b", "summary", "dt": isBold = true
    case "em", "i", "cite", "dfn", "var": isItalic = true
    case "del", "s": isStruck = true
    case "ins", "u": isUnderlined = true
    case "code", "kbd", "samp": isCode = true
    case "mark": isMarked = true
    case "small": isSmall = true
    case "sup": position = "superscript"
    case "sub": position = "subscript"
    case "blockquote": paragraph = "Quote"
    case "figcaption", "caption": paragraph = "Caption"
    case "pre":
      (paragraph, isPreformatted, isCode) = ("Code", true, true)
      isRightToLeft = false
    default: break
    }
    applyClasses(of: node)
  }

  private mutating func applyClasses(of node: Markup.Node) {
    guard node["class"] != nil else { return }
    if node.has("align-center") { alignment = "center" }
    // In a paragraph from right to left, Word calls its end left.
    if node.has("align-right") { alignment = isRightToLeft ? "left" : "right" }
    if node.has("muted") || node.has("book-party") { isMuted = true }
    if node.has("remark") || node.has("row-extras") { isSmall = true }
    if node.has("row-extras") { isBold = false }
    if node.has("row-notice") { (isItalic, isSmall, isBold, isMuted) = (true, true, false, true) }
    if node.has("inherited") { isItalic = true }
    if node.has("responsibility") { isBold = true }
    if node.has("alert") || node.has("notice") { paragraph = "Note" }
    if node.has("alert-title") { isBold = true }
    if node.has("book-title") { paragraph = "Title" }
    if node.has("book-guide") || node.has("book-description") { paragraph = "Subtitle" }
    if node.has("book-facts") { paragraph = "CoverFacts" }
    guard node.has("chip") else { return }
    (isBold, isItalic) = (false, isItalic)
    letter =
      node.has("chip-a")
      ? .filled
      : node.has("chip-r") || node.has("chip-d")
        ? .framed : node.has("chip-c") || node.has("chip-s") ? .tinted : .plain
  }

  /// Takes a cell's properties for its content.
  mutating func apply(_ frame: WordTable.Frame) {
    guard frame.width > 0 else { return }
    width = frame.width
    paragraph = frame.style
    listLevel = 0
    isBold = frame.isHead
    if frame.isCentered { alignment = "center" }
  }

  /// The style of a heading's paragraph: a level higher than on the page, whose first is the cover's.
  func heading(_ node: Markup.Node) -> String {
    guard let level = node.name.last?.wholeNumberValue, level > 1 else { return "Title" }
    return "Heading\(level - 1)"
  }

  /// Whether a paragraph stays with the one behind it.
  var isHead: Bool { paragraph.hasPrefix("Heading") || paragraph == "Caption" }
}
