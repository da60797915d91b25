/// The style of a text, and its paragraph; elements pass it on to their content.
struct WordStyle {
  /// The target of a link.
  enum Link: Equatable {
    /// A place on the page, by the number of its bookmark.
    case bookmark(Int)
    /// An address elsewhere.
    case address(String)
  }

  /// A letter's look, by the class of its chip.
  enum Letter {
    case filled, framed, tinted, plain
  }

  var isBold = false
  var isItalic = false
  var isStruck = false
  var isUnderlined = false
  var isCode = false
  var isMarked = false
  var isMuted = false
  var isSmall = false
  /// `superscript` or `subscript`.
  var position: String?
  var letter: Letter?
  var link: Link?
  /// A language tag.
  var language: String
  var isRightToLeft: Bool
  /// The name of the paragraphs' style.
  var paragraph = "Normal"
  /// Whether white space counts.
  var isPreformatted = false
  /// How far lists are nested; 0 outside of them.
  var listLevel = 0
  /// `center` or `end`, if a cell asks for it.
  var alignment: String?
  /// Twentieths of a point between the margins.
  var width: Int
  /// Whether it is in a footnote, which has no notes of its own.
  var isInNote = false

  /// The properties of a run (ECMA-376 part 1, section 17.3.2), in the order of the schema.
  func properties(isRightToLeft: Bool, language base: String) -> String {
    var text = ""
    if position == "note" { text += "<w:rStyle w:val=\"FootnoteReference\"/>" }
    if isCode { text += "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/>" }
    if isBold || letter == .filled || letter == .framed { text += "<w:b/><w:bCs/>" }
    if isItalic { text += "<w:i/><w:iCs/>" }
    if isStruck { text += "<w:strike/>" }
    if let color { text += "<w:color w:val=\"\(color)\"/>" }
    if isSmall { text += "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>" }
    if isUnderlined { text += "<w:u w:val=\"single\"/>" }
    if letter == .framed {
      text += "<w:bdr w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"0B6478\"/>"
    }
    if let shade { text += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(shade)\"/>" }
    if let position, position != "note" { text += "<w:vertAlign w:val=\"\(position)\"/>" }
    if isRightToLeft { text += "<w:rtl/>" }
    if language != base { text += Self.languageTag(language) }
    return text.isEmpty ? "" : "<w:rPr>\(text)</w:rPr>"
  }

  private var color: String? {
    switch letter {
    case .filled: "FFFFFF"
    case .framed, .tinted: "0B6478"
    case .plain: "4F616A"
    case nil: link != nil ? "0B6478" : isMuted ? "4F616A" : nil
    }
  }

  private var shade: String? {
    switch letter {
    case .filled: "0B6478"
    case .tinted: "E2F0F3"
    case .framed, .plain: nil
    case nil: isMarked ? "FFE9A3" : isCode && !isPreformatted ? "F1F4F5" : nil
    }
  }

  /// The languages of a run (section 17.3.2.20): one for each kind of script.
  static func languageTag(_ tag: String) -> String {
    let language = tag.prefix { $0 != "-" }
    var text = "<w:lang w:val=\"\(xml(tag))\""
    if ["ja", "ko", "zh"].contains(language) { text += " w:eastAsia=\"\(xml(tag))\"" }
    if ["ar", "fa", "he", "ur"].contains(language) { text += " w:bidi=\"\(xml(tag))\"" }
    return text + "/>"
  }
}
