import Base

/// A book as a document of WordprocessingML (ECMA-376, transitional), which Word and LibreOffice open.
///
/// Its text is the book's HTML, so both forms say the same. The same book gives the same bytes.
struct WordDocument {
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let drawing =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let names =
    "xmlns:w=\"\(main)\" xmlns:r=\"\(office)\" xmlns:wp=\"\(drawing)\""

  /// The facts in the parts other than the text.
  struct Facts {
    let title: String
    /// The text on the edge of each page: a title, and a day in the document's language.
    let head: (title: String, day: String)
    /// A language tag.
    let language: String
    let isRightToLeft: Bool
    /// `2026-01-31`.
    let date: String
  }

  private let facts: Facts
  private let page: WordPage
  private let body: [UInt8]
  private let relations: [WordRelation]
  private let notes: [UInt8]
  private let noteRelations: [WordRelation]
  private let resources: WordResources

  /// Turns a book's HTML into a document.
  init(_ html: [UInt8], _ facts: Facts) {
    self.facts = facts
    let markup = Markup(html)
    page = WordPage(language: facts.language, isRightToLeft: facts.isRightToLeft)
    var story = WordStory(markup, page, WordResources(markup))
    let book = markup.nodes.firstIndex { $0.has("book") }
    let root = book ?? markup.nodes.firstIndex { $0.name == "body" }
    story.write(root.map { $0..<markup.nodes[$0].end } ?? 0..<markup.nodes.count)
    body = story.output
    relations = story.relations
    var noteStory = WordStory(markup, page, story.resources)
    noteStory.writeNotes()
    notes = noteStory.output
    noteRelations = noteStory.relations
    resources = noteStory.resources
  }

  /// The file: the parts of the document in a ZIP archive (part 2).
  ///
  /// - Throws: `CompressionError` past 4 GB, and when memory runs out.
  func bytes() throws(CompressionError) -> [UInt8] {
    let styles = WordStyleSheet(language: facts.language, isRightToLeft: facts.isRightToLeft)
    var parts: [(name: String, bytes: [UInt8])] = [
      ("[Content_Types].xml", part(contentTypes)), ("_rels/.rels", part(rootRelations)),
      ("docProps/core.xml", part(coreProperties)), ("word/document.xml", document),
      ("word/_rels/document.xml.rels", part(documentRelations)),
      ("word/styles.xml", part(styles.xml(Self.names))), ("word/settings.xml", part(settings)),
      ("word/numbering.xml", part(numbering)), ("word/footnotes.xml", footnotes),
      ("word/_rels/footnotes.xml.rels", part(relationships(of: noteRelations))),
      ("word/header1.xml", part(header(width: page.textWidth))),
      ("word/header2.xml", part(header(width: page.landscapeTextWidth))),
      ("word/footer1.xml", part(footer)),
    ]
    for (index, picture) in resources.pictures.enumerated() {
      parts.append(("word/media/image\(index + 1).\(picture.ending)", picture.bytes))
    }
    return try ZipWriter.archive(parts)
  }

  private func part(_ text: String) -> [UInt8] { Array((Self.declaration + text).utf8) }

  // MARK: Texts

  private var document: [UInt8] {
    let isWhole = !body.isEmpty
    return part("<w:document \(Self.names)><w:body>") + body
      + Array(
        (page.section(isLandscape: false, isFirst: !hasWidePages && isWhole)
          + "</w:body></w:document>").utf8)
  }

  private var hasWidePages: Bool {
    String(decoding: body, as: UTF8.self).contains("w:orient=\"landscape\"")
  }

  private var footnotes: [UInt8] {
    let separators = [("separator", "-1"), ("continuationSeparator", "0")].map { type, id in
      "<w:footnote w:type=\"\(type)\" w:id=\"\(id)\"><w:p><w:r><w:\(type)/></w:r></w:p></w:footnote>"
    }
    return part("<w:footnotes \(Self.names)>\(separators.joined())") + notes
      + Array("</w:footnotes>".utf8)
  }

  private func header(width: Int) -> String {
    let (start, end) = (xml(facts.head.title), xml(facts.head.day))
    let direction = facts.isRightToLeft ? "<w:bidi/>" : ""
    let mark = facts.isRightToLeft ? "<w:rPr><w:rtl/></w:rPr>" : ""
    return "<w:hdr \(Self.names)><w:p><w:pPr><w:pStyle w:val=\"Header\"/><w:tabs>"
      + "<w:tab w:val=\"right\" w:pos=\"\(width)\"/></w:tabs>\(direction)</w:pPr>"
      + "<w:r>\(mark)<w:t xml:space=\"preserve\">\(start)</w:t></w:r><w:r><w:tab/></w:r>"
      + "<w:r>\(mark)<w:t xml:space=\"preserve\">\(end)</w:t></w:r></w:p></w:hdr>"
  }

  private var footer: String {
    let fields = ["begin", "separate", "end"].map {
      "<w:r><w:fldChar w:fldCharType=\"\($0)\"/></w:r>"
    }
    return "<w:ftr \(Self.names)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\(fields[0])"
      + "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\(fields[1])"
      + "<w:r><w:t>1</w:t></w:r>\(fields[2])</w:p></w:ftr>"
  }

  // MARK: Lists, settings, properties

  private var numbering: String {
    let signs = ["•", "◦", "▪"]
    let bullets = (0...8).map { level in
      Self.level(level, "bullet", signs[level % signs.count])
    }
    var text = "<w:numbering \(Self.names)>"
    text += "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
    text += bullets.joined() + "</w:abstractNum>"
    // Each numbered list counts by itself.
    for (index, list) in resources.lists.enumerated() {
      let levels = (0...8).map { level in
        Self.level(
          level, level == list.level ? list.format : "decimal", "%\(level + 1).",
          start: level == list.level ? list.start : 1)
      }
      text += "<w:abstractNum w:abstractNumId=\"\(index + 1)\">"
      text += "<w:multiLevelType w:val=\"hybridMultilevel\"/>\(levels.joined())</w:abstractNum>"
    }
    for number in 0...resources.lists.count {
      text += "<w:num w:numId=\"\(number + WordResources.bullets)\">"
      text += "<w:abstractNumId w:val=\"\(number)\"/></w:num>"
    }
    return text + "</w:numbering>"
  }

  private static func level(
    _ level: Int, _ format: String, _ text: String, start: Int = 1
  ) -> String {
    "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>"
      + "<w:lvlText w:val=\"\(text)\"/><w:lvlJc w:val=\"left\"/><w:pPr>"
      + "<w:ind w:left=\"\((level + 1) * 400)\" w:hanging=\"300\"/></w:pPr></w:lvl>"
  }

  private var settings: String {
    let languages = WordStyle.languageTag(facts.language)
      .replacing("<w:lang", with: "<w:themeFontLang")
    return "<w:settings \(Self.names)><w:defaultTabStop w:val=\"720\"/><w:footnotePr>"
      + "<w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting "
      + "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
      + "w:val=\"15\"/></w:compat>\(languages)</w:settings>"
  }

  private var coreProperties: String {
    let moment = "\(facts.date)T00:00:00Z"
    let dates = ["created", "modified"].map {
      "<dcterms:\($0) xsi:type=\"dcterms:W3CDTF\">\(moment)</dcterms:\($0)>"
    }
    return "<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>\(xml(facts.title))"
      + "</dc:title>\(dates.joined())<dc:language>\(xml(facts.language))</dc:language>"
      + "</cp:coreProperties>"
  }

  // MARK: The package

  private static let overrides = [
    ("/word/document.xml", "document.main"), ("/word/styles.xml", "styles"),
    ("/word/settings.xml", "settings"), ("/word/numbering.xml", "numbering"),
    ("/word/footnotes.xml", "footnotes"), ("/word/header1.xml", "header"),
    ("/word/header2.xml", "header"), ("/word/footer1.xml", "footer"),
  ]

  private var contentTypes: String {
    let overrides = Self.overrides.map {
      "<Override PartName=\"\($0)\" ContentType=\"\(Self.types).\($1)+xml\"/>"
    }
    let pictures = ["gif", "jpeg", "png"].map {
      "<Default Extension=\"\($0)\" ContentType=\"image/\($0)\"/>"
    }
    return "<Types xmlns=\"\(Self.package)/content-types\"><Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(pictures.joined())"
      + overrides.joined() + "<Override PartName=\"/docProps/core.xml\" "
      + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
  }

  private var rootRelations: String {
    relationships([
      ("rId1", "\(Self.office)/officeDocument", "word/document.xml", false),
      (
        "rId2", "\(Self.package)/relationships/metadata/core-properties", "docProps/core.xml", false
      ),
    ])
  }

  private var documentRelations: String {
    let parts = [
      ("rIdStyles", "styles"), ("rIdSettings", "settings"), ("rIdNumbering", "numbering"),
      ("rIdNotes", "footnotes"),
    ].map { ($0, "\(Self.office)/\($1)", "\($1).xml", false) }
    let edges = [
      ("rIdHeader", "header", "header1.xml"), ("rIdHeaderWide", "header", "header2.xml"),
      ("rIdFooter", "footer", "footer1.xml"),
    ].map { ($0, "\(Self.office)/\($1)", $2, false) }
    return relationships(parts + edges + entries(of: relations))
  }

  private typealias Relationship = (id: String, type: String, target: String, isExternal: Bool)

  private func entries(of relations: [WordRelation]) -> [Relationship] {
    relations.enumerated().map { index, relation in
      switch relation {
      case .link(let address): ("rId\(index + 1)", "\(Self.office)/hyperlink", address, true)
      case .picture(let number):
        (
          "rId\(index + 1)", "\(Self.office)/image",
          "media/image\(number).\(resources.pictures[number - 1].ending)", false
        )
      }
    }
  }

  private func relationships(of relations: [WordRelation]) -> String {
    relationships(entries(of: relations))
  }

  private func relationships(_ entries: [Relationship]) -> String {
    let lines = entries.map { entry in
      "<Relationship Id=\"\(entry.id)\" Type=\"\(entry.type)\" Target=\"\(xml(entry.target))\""
        + (entry.isExternal ? " TargetMode=\"External\"/>" : "/>")
    }
    return
      "<Relationships xmlns=\"\(Self.package)/relationships\">\(lines.joined())</Relationships>"
  }
}

extension WordStory {
  /// Writes the notes that the text refers to.
  fileprivate mutating func writeNotes() {
    style.isInNote = true
    for note in resources.notes.values.sorted(by: { $0.number < $1.number })
    where resources.usedNotes.contains(note.number) {
      append(raw: "<w:footnote w:id=\"\(note.number)\">")
      style.paragraph = "FootnoteText"
      lead =
        "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>"
        + "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
      write(note.node + 1..<markup.nodes[note.node].end)
      if !lead.isEmpty {
        beginParagraph()
        endParagraph()
      }
      append(raw: "</w:footnote>")
    }
  }
}
