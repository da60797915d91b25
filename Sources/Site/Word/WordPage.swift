/// The target of a document's relation.
enum WordRelation: Hashable {
  /// An address elsewhere.
  case link(String)
  /// A picture's file, by its number.
  case picture(Int)
}

/// The paper of a document, its language and its direction.
struct WordPage {
  /// The countries whose paper is Letter; that of all others is A4.
  private static let lettersCountries: Set<Substring> = [
    "US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "PA", "PR", "DO", "SV", "NI",
  ]
  /// Twentieths of a point.
  private static let margin = 1_134

  let language: String
  let isRightToLeft: Bool
  private let size: (width: Int, height: Int)

  init(language: String, isRightToLeft: Bool) {
    self.language = language
    self.isRightToLeft = isRightToLeft
    let isLetter = language.split(separator: "-").dropFirst().contains {
      Self.lettersCountries.contains($0)
    }
    size = isLetter ? (12_240, 15_840) : (11_906, 16_838)
  }

  var textWidth: Int { size.width - 2 * Self.margin }
  var landscapeTextWidth: Int { size.height - 2 * Self.margin }

  /// The properties of a section (ECMA-376 part 1, section 17.6), in the order of the schema.
  ///
  /// - Parameter isFirst: whether it begins with the cover, which has no head.
  func section(isLandscape: Bool, isFirst: Bool) -> String {
    var text = "<w:sectPr>"
    let header = isLandscape ? "rIdHeaderWide" : "rIdHeader"
    text += "<w:headerReference w:type=\"default\" r:id=\"\(header)\"/>"
    text += "<w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>"
    text += "<w:type w:val=\"nextPage\"/>"
    let (width, height) = isLandscape ? (size.height, size.width) : size
    text +=
      "<w:pgSz w:w=\"\(width)\" w:h=\"\(height)\"\(isLandscape ? " w:orient=\"landscape\"" : "")/>"
    let margins = ["top", "right", "bottom", "left"].map { "w:\($0)=\"\(Self.margin)\"" }
    text +=
      "<w:pgMar \(margins.joined(separator: " ")) w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
    if isFirst { text += "<w:titlePg/>" }
    if isRightToLeft { text += "<w:bidi/>" }
    return text + "</w:sectPr>"
  }
}
