import Base

extension WordStory {
  /// Appends a text with its white space as HTML shows it.
  mutating func append(text: String) {
    if style.isPreformatted { return append(lines: text) }
    let isFirst = paragraph?.endsInSpace ?? true
    var collapsed = ""
    var endsInSpace = isFirst
    for scalar in text.unicodeScalars {
      let isSpace = scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
      if isSpace, endsInSpace { continue }
      collapsed.unicodeScalars.append(isSpace ? " " : scalar)
      endsInSpace = isSpace
    }
    guard !collapsed.isEmpty else { return }
    // Space between blocks begins none.
    if paragraph == nil, collapsed == " " { return }
    append(run: collapsed)
    paragraph?.endsInSpace = endsInSpace
  }

  /// Appends the lines of a block of code.
  private mutating func append(lines text: String) {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in parts.enumerated() {
      if index > 0 { append(markup: "<w:br/>") }
      guard !line.isEmpty else { continue }
      append(run: String(line).replacing("\t", with: "    "))
    }
  }

  /// Appends runs of one look.
  private mutating func append(run text: String) {
    beginParagraph()
    turnLink()
    for part in DirectedText.parts(of: text, inRightToLeft: style.isRightToLeft) {
      paragraph?.runs += "<w:r>".utf8
      paragraph?.runs +=
        style.properties(
          isRightToLeft: part.isRightToLeft, language: page.language
        ).utf8
      paragraph?.runs += "<w:t xml:space=\"preserve\">".utf8
      paragraph?.runs.appendXML(part.text)
      paragraph?.runs += "</w:t></w:r>".utf8
    }
    lastIsLetter = style.letter != nil
  }

  /// Appends markup as a run.
  mutating func append(markup text: String) {
    beginParagraph()
    turnLink()
    let properties = style.properties(
      isRightToLeft: style.isRightToLeft, language: page.language)
    paragraph?.runs += "<w:r>\(properties)\(text)</w:r>".utf8
    paragraph?.endsInSpace = false
  }

  /// Ends the link before, and begins that of the text to come.
  private mutating func turnLink() {
    guard let current = paragraph, current.openLink != style.link else { return }
    if current.openLink != nil { paragraph?.runs += "</w:hyperlink>".utf8 }
    switch style.link {
    case .bookmark(let number):
      paragraph?.runs += "<w:hyperlink w:anchor=\"\(Self.name(ofBookmark: number))\">".utf8
    case .address(let address):
      let number = relation(.link(address))
      paragraph?.runs += "<w:hyperlink r:id=\"rId\(number)\">".utf8
    case nil: break
    }
    paragraph?.openLink = style.link
  }

  // MARK: Notes

  /// Appends a reference to a footnote: a note of Word's the first time, then a link to that.
  mutating func append(note index: Int, _ node: Markup.Node) {
    let link = markup.nodes[index..<node.end].first { $0.name == "a" }
    let note = Markup.fragment(link?["href"]).flatMap { resources.notes[$0] }
    guard let note, !style.isInNote, resources.usedNotes.insert(note.number).inserted else {
      let outer = style
      style.position = "superscript"
      for child in markup.nodes[index..<node.end] where child.isText { append(text: child.text) }
      style = outer
      return
    }
    let outer = style
    (style.position, style.link) = ("note", nil)
    append(markup: "<w:footnoteReference w:id=\"\(note.number)\"/>")
    style = outer
  }

  // MARK: Pictures

  /// Appends a picture; one that Word doesn't show is its text.
  mutating func append(picture node: Markup.Node) {
    let text = node["alt"] ?? ""
    guard let (number, size) = resources.picture(at: node["src"] ?? "") else {
      if !text.isEmpty { append(text: text) }
      return
    }
    let wanted = Int(node["width"] ?? "").map { min(max($0, 1), 20_000) } ?? size.width
    // A pixel is 9,525 units of DrawingML, a twentieth of a point 635.
    let isLogo = markup.isInCover(node)
    let room = (isLogo ? 3_000 : max(style.width, 600)) * 635
    let width = min(wanted * 9_525, room)
    let height = min(max(width / size.width * size.height, 9_525), 8_000_000)
    let relation = relation(.picture(number))
    append(
      markup: Self.drawing(
        relation, resources.drawings, width: width, height: height, text))
  }

  /// A picture in a line of text (ECMA-376 part 1, section 20.4.2.8).
  private static func drawing(
    _ relation: Int, _ number: Int, width: Int, height: Int, _ text: String
  ) -> String {
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    let text = xml(text)
    return "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      + "<wp:extent cx=\"\(width)\" cy=\"\(height)\"/>"
      + "<wp:docPr id=\"\(number)\" name=\"Picture \(number)\" descr=\"\(text)\"/>"
      + "<a:graphic xmlns:a=\"\(drawing)/main\"><a:graphicData uri=\"\(drawing)/picture\">"
      + "<pic:pic xmlns:pic=\"\(drawing)/picture\"><pic:nvPicPr>"
      + "<pic:cNvPr id=\"\(number)\" name=\"Picture \(number)\" descr=\"\(text)\"/><pic:cNvPicPr/>"
      + "</pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId\(relation)\"/>"
      + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
      + "<a:ext cx=\"\(width)\" cy=\"\(height)\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
      + "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
  }
}
