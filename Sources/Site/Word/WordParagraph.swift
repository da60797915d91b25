/// A paragraph under construction: its runs, and the properties that it got when it began.
struct WordParagraph {
  /// The numbering of a paragraph: a list, and the depth in lists.
  struct Number {
    let list: Int
    let level: Int
  }

  var style: String
  var isRightToLeft: Bool
  var number: Number?
  /// How deep it is in lists without a number of its own.
  var indent: Int
  var alignment: String?
  var breaksPage: Bool
  var isHead = false
  var runs: [UInt8] = []
  var openLink: WordStyle.Link?
  /// Whether the text so far ends in white space, or there is none.
  var endsInSpace = true

  /// The properties (ECMA-376 part 1, section 17.3.1), in the order of the schema.
  var properties: String {
    var text = style == "Normal" ? "" : "<w:pStyle w:val=\"\(style)\"/>"
    if isHead { text += "<w:keepNext/>" }
    if breaksPage { text += "<w:pageBreakBefore/>" }
    if let number {
      text +=
        "<w:numPr><w:ilvl w:val=\"\(number.level)\"/><w:numId w:val=\"\(number.list)\"/></w:numPr>"
    }
    if isRightToLeft { text += "<w:bidi/>" }
    if number == nil, indent > 0 { text += "<w:ind w:left=\"\(indent * 400)\"/>" }
    if let alignment { text += "<w:jc w:val=\"\(alignment)\"/>" }
    return text.isEmpty ? "" : "<w:pPr>\(text)</w:pPr>"
  }
}
