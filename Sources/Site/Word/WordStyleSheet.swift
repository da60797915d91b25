/// The styles of a document (ECMA-376 part 1, section 17.7).
///
/// Word shows those that it knows under names of
/// the reader's language.
struct WordStyleSheet {
  let language: String
  let isRightToLeft: Bool

  /// The typefaces of scripts that the first one lacks.
  private static let eastAsian: [Substring: String] = [
    "ja": "Yu Gothic", "ko": "Malgun Gothic", "zh": "Microsoft YaHei",
  ]

  /// The part, with the names of XML that it declares.
  func xml(_ names: String) -> String {
    "<w:styles \(names)>\(defaults)\(styles.joined())\(tableStyle)</w:styles>"
  }

  private var defaults: String {
    let eastAsian = Self.eastAsian[language.prefix { $0 != "-" }] ?? "Microsoft YaHei"
    return "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" "
      + "w:eastAsia=\"\(eastAsian)\" w:cs=\"Arial\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>"
      + "\(WordStyle.languageTag(language))</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
      + "<w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
      + "</w:docDefaults>"
  }

  private var styles: [String] {
    [
      paragraph("Normal", "Normal", "", "", isDefault: true),
      paragraph(
        "Title", "Title",
        "<w:spacing w:before=\"3600\" w:after=\"200\" w:line=\"240\" "
          + "w:lineRule=\"auto\"/>", bold + size(60)),
      paragraph("Subtitle", "Subtitle", spacing(before: 0, after: 160), muted + size(26)),
      paragraph(
        "CoverFacts", "Cover facts",
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"24\" w:space=\"10\" w:color=\"0B6478\"/></w:pBdr>"
          + spacing(before: 600, after: 0), bold + size(24)),
    ] + headings + contents + [
      paragraph(
        "Quote", "Quote",
        "<w:pBdr><w:\(side) w:val=\"single\" w:sz=\"18\" w:space=\"10\" w:color=\"B6C3C8\"/></w:pBdr>"
          + "<w:ind w:left=\"300\"/>", muted),
      paragraph(
        "Note", "Note",
        "<w:pBdr><w:\(side) w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"0B6478\"/></w:pBdr>"
          + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F5F7F8\"/>"
          + spacing(before: 60, after: 60) + "<w:ind w:left=\"240\"/>", ""),
      paragraph(
        "Code", "Code",
        "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F5F7F8\"/>"
          + spacing(before: 60, after: 160),
        size(18)),
      paragraph(
        "Caption", "caption", "<w:keepNext/>" + spacing(before: 120, after: 60), bold + size(19)),
      paragraph(
        "Rule", "Rule",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"DBE2E5\"/></w:pBdr>",
        ""),
      paragraph("Cell", "Cell", spacing(before: 40, after: 40), size(19)),
      paragraph("MatrixCell", "Matrix cell", spacing(before: 20, after: 20), size(17)),
      paragraph(
        "AfterTable", "After table",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>", size(4)),
      paragraph("Header", "header", spacing(before: 0, after: 0), muted + size(16)),
      paragraph(
        "Footer", "footer", spacing(before: 0, after: 0) + "<w:jc w:val=\"center\"/>",
        muted + size(16)),
      paragraph("FootnoteText", "footnote text", spacing(before: 0, after: 20), size(17)),
      "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\">"
        + "<w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
        + "</w:style>",
    ]
  }

  private var headings: [String] {
    let sizes = [36, 28, 24, 22, 21, 21]
    return sizes.enumerated().map { index, points in
      let level = index + 1
      let line =
        level == 1
        ? "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"4\" w:color=\"0B6478\"/></w:pBdr>"
        : ""
      return paragraph(
        "Heading\(level)", "heading \(level)",
        "<w:keepNext/><w:keepLines/>\(line)"
          + spacing(before: level == 1 ? 0 : 320, after: level == 1 ? 240 : 120)
          + "<w:outlineLvl w:val=\"\(index)\"/>", bold + size(points))
    }
  }

  private var contents: [String] {
    let tab = "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9600\"/></w:tabs>"
    return [
      paragraph(
        "TOCHeading", "TOC Heading", "<w:keepNext/>" + spacing(before: 0, after: 240),
        bold + size(36)),
      paragraph("TOC1", "toc 1", tab + spacing(before: 120, after: 40), bold),
      paragraph(
        "TOC2", "toc 2", tab + spacing(before: 0, after: 20) + "<w:ind w:left=\"300\"/>", ""),
    ]
  }

  private var tableStyle: String {
    let line = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"DBE2E5\""
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) \(line)/>"
    }
    return "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
      + "<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>"
      + "<w:style w:type=\"table\" w:styleId=\"GuideTable\"><w:name w:val=\"Guide table\"/>"
      + "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>\(borders.joined())</w:tblBorders>"
      + "<w:tblCellMar><w:left w:w=\"90\" w:type=\"dxa\"/><w:right w:w=\"90\" w:type=\"dxa\"/>"
      + "</w:tblCellMar></w:tblPr></w:style>"
  }

  private func paragraph(
    _ id: String, _ name: String, _ properties: String, _ runs: String, isDefault: Bool = false
  ) -> String {
    let start = isDefault ? " w:default=\"1\"" : ""
    let base = isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>"
    return
      "<w:style w:type=\"paragraph\"\(start) w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(base)"
      + "<w:qFormat/>"
      + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")
      + (runs.isEmpty ? "" : "<w:rPr>\(runs)</w:rPr>") + "</w:style>"
  }

  private func spacing(before: Int, after: Int) -> String {
    "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>"
  }

  /// The side on which lines begin.
  private var side: String { isRightToLeft ? "right" : "left" }
  private var bold: String { "<w:b/><w:bCs/>" }
  private var muted: String { "<w:color w:val=\"4F616A\"/>" }

  private func size(_ halfPoints: Int) -> String {
    "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>"
  }
}
