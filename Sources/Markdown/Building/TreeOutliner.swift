import Base

/// Walks a tree once.
struct TreeOutliner {
  let places: PlaceFinder
  private var inlinePlaces: InlinePlaceFinder
  private var quotationDepth = 0
  private var scripts: ScriptChecker
  private var languages: LanguageChecker
  let tables: [TableLayout]
  let edits: TreeEdits
  /// Whether the block around is one that cmark did not make.
  private var isInOwnBlock = false
  private let isResponsibilityDocument: Bool
  private var outline = TreeOutline()
  private var text: [UInt8] = []
  /// The parts of the text that are blocks of code.
  private var code: [Range<Int>] = []
  /// How many images are open, one in the alternative text of the other.
  private var imageDepth = 0
  private var linkDepth = 0
  private(set) var table = 0
  private var cellInTable = 0
  private(set) var isInCell = false

  /// Collects the contents of a tree.
  static func outline(
    _ tree: borrowing MarkdownTree, _ tables: [TableLayout], _ edits: TreeEdits,
    _ places: PlaceFinder, _ context: DocumentParser.Context
  ) -> TreeOutline {
    var outliner = TreeOutliner(places: places, tables: tables, edits: edits, context: context)
    tree.visit { node, isEntering in outliner.visit(node, isEntering) }
    outliner.flushText()
    outliner.outline.foreignText = outliner.scripts.diagnostics
    return outliner.outline
  }

  private init(
    places: PlaceFinder, tables: [TableLayout], edits: TreeEdits,
    context: DocumentParser.Context
  ) {
    self.places = places
    self.edits = edits
    inlinePlaces = InlinePlaceFinder(places)
    scripts = ScriptChecker(locale: context.locale)
    languages = LanguageChecker(locale: context.locale)
    self.tables = tables
    isResponsibilityDocument = context.isResponsibilityDocument
  }

  private mutating func visit(_ node: MarkdownNode, _ isEntering: Bool) {
    switch node.kind {
    case .heading: isEntering ? enterHeading(node) : leaveHeading(node)
    case .paragraph:
      if isEntering {
        enterBlock(node)
        if CodeTables.isDirective(node) { outline.codeTables.take(directiveAt: place(node)) }
      } else {
        judge(node)
        text.append(0x0A)
      }
    case .blockQuote: visitQuotation(node, isEntering)
    case .customBlock:
      isInOwnBlock = true
      text.append(0x0A)
    case .text:
      if let clean = node.withLiteral(ControlCharacters.replaced) { node.setLiteral(clean) }
      if let shown = node.withLiteral(EmojiShortcodes.replaced) { node.setLiteral(shown) }
      node.withLiteral { literal in
        if imageDepth == 0 { judge(literal) }
        appendText(literal)
      }
    case .code: node.withLiteral { appendText($0) }
    case .codeBlock:
      FenceLanguage.unwrap(node)
      let start = text.count
      node.withLiteral { appendText($0) }
      code.append(start..<text.count)
      let location = place(node)
      outline.drawnCode.take(node, at: location)
      outline.codeTables.take(node, at: location)
    case .softBreak, .lineBreak: appendSpace()
    case .htmlInline where imageDepth > 0: return
    case .htmlInline:
      if node.isBreak || CellMark(node) != nil { appendSpace() }
      let location = inlinePlace(node)
      outline.inlineHTML.append(.init(node: node, location: location))
      if let suppression = suppression(inline: node, at: location) {
        outline.suppressions.append(suppression)
      }
    case .htmlBlock:
      let block = rawHTML(node)
      outline.htmlBlocks.append(block)
      if let suppression = suppression(block: node, at: block.location) {
        outline.suppressions.append(suppression)
      }
    case .link:
      linkDepth += isEntering ? 1 : -1
      if isEntering && imageDepth == 0 {
        outline.links.append(.init(node: node, location: inlinePlace(node), isImage: false))
      }
    case .image: visitImage(node, isEntering)
    default: return
    }
  }

  /// Collects a quotation whose first character is a bracket, as an alert's is.
  private mutating func visitQuotation(_ node: MarkdownNode, _ isEntering: Bool) {
    quotationDepth += isEntering ? 1 : -1
    guard isEntering, let child = node.firstChild, child.kind == .paragraph else { return }
    let line = places.text(ofLine: places.line(cmarkLine: child.line))
    if line.dropFirst(max(0, child.byteColumn - 1)).first == UInt8(ascii: "[") {
      outline.quotations.append(rawHTML(node))
    }
  }

  /// Collects an image; an image inside another's text is part of that text.
  private mutating func visitImage(_ node: MarkdownNode, _ isEntering: Bool) {
    if isEntering, imageDepth == 0 {
      outline.links.append(
        .init(
          node: node, location: inlinePlace(node), isImage: true, isInLink: linkDepth > 0))
    }
    imageDepth += isEntering ? 1 : -1
  }

  private mutating func appendText(_ literal: UnsafeBufferPointer<UInt8>) {
    if imageDepth > 0 {
      InlineText.append(literal, to: &outline.links[outline.links.count - 1].text)
    } else {
      InlineText.append(literal, to: &text)
    }
  }

  private mutating func appendSpace() {
    [UInt8(ascii: " ")].withUnsafeBufferPointer { appendText($0) }
  }

  /// Turns to the inlines of a paragraph or a heading.
  private mutating func enterBlock(_ node: MarkdownNode) {
    isInOwnBlock = node.line == 0
    if !isInOwnBlock { inlinePlaces.enter(node, quotationDepth: quotationDepth) }
    scripts.beginBlock()
    languages.beginBlock()
  }

  /// Reads the script and the language of a text, without attributes at its end.
  private mutating func judge(_ literal: UnsafeBufferPointer<UInt8>) {
    let kept = literal.last == UInt8(ascii: "}") ? ExplicitAnchor.split(Array(literal))?.kept : nil
    let text = UnsafeBufferPointer(rebasing: literal.prefix(kept?.count ?? literal.count))
    scripts.read(text)
    languages.read(text)
  }

  /// Judges the script and the language of the block that ends; one in another script needs no
  /// second finding.
  private mutating func judge(_ block: MarkdownNode) {
    let script = scripts.endBlock()
    let language = script == nil ? languages.otherLanguage : nil
    if script == nil, language == nil { return }
    let cell = isInCell ? outline.cells.last : nil
    let location = cell?.location ?? place(block)
    if let script { scripts.report(script, at: location) }
    if let language {
      outline.otherLanguages.append(
        .init(language: language, table: cell?.table, location: location))
    }
  }

  private mutating func enterHeading(_ node: MarkdownNode) {
    enterBlock(node)
    let isCell = node.firstChild?.literalBegins(with: TableRewriter.mark) ?? false
    flushText()
    guard isCell, table < tables.count else {
      outline.headings.append(
        .init(node: node, level: node.headingLevel, location: place(node)))
      return
    }
    let columns = tables[table].alignments.count
    let source = tables[table].cells[cellInTable]
    outline.cells.append(
      .init(
        node: node, table: table, row: cellInTable / columns, column: cellInTable % columns,
        heading: outline.headings.indices.last,
        location: places.location(line: source.line, byteColumn: source.byteColumn),
        links: outline.links.count..<outline.links.count))
    isInCell = true
  }

  private mutating func leaveHeading(_ node: MarkdownNode) {
    judge(node)
    guard isInCell else {
      (text, code) = ([], [])
      return
    }
    let index = outline.cells.count - 1
    outline.cells[index].links = outline.cells[index].links.lowerBound..<outline.links.count
    if isResponsibilityDocument, tables[table].holdsResponsibilities {
      (text, code) = ([], [])
    } else {
      text.append(0x0A)
      flushText()
    }
    isInCell = false
    cellInTable += 1
    if cellInTable == tables[table].cells.count { (table, cellInTable) = (table + 1, 0) }
  }

  private mutating func flushText() {
    func moved(behind text: [UInt8]) -> [Range<Int>] {
      code.map { ($0.lowerBound + text.count)..<($0.upperBound + text.count) }
    }
    if let last = outline.headings.indices.last {
      outline.headings[last].code += moved(behind: outline.headings[last].text)
      outline.headings[last].text += text
    } else {
      outline.leadCode += moved(behind: outline.leadText)
      outline.leadText += text
    }
    (text, code) = ([], [])
  }

  private func rawHTML(_ node: MarkdownNode) -> TreeOutline.RawHTML {
    .init(node: node, location: place(node))
  }

  /// The place of a block in the file.
  private func place(_ node: MarkdownNode) -> SourceLocation {
    if let place = edits.places[node] { return places.location(of: place) }
    return places.location(cmarkLine: node.line, byteColumn: node.byteColumn)
  }

  /// The place of an inline in the file; in a cell, cmark's column counts in the rewritten line.
  private mutating func inlinePlace(_ node: MarkdownNode) -> SourceLocation {
    if let place = edits.places[node] { return places.location(of: place) }
    let (line, byteColumn) = (node.firstLine, node.byteColumn)
    if isInOwnBlock { return places.location(cmarkLine: line, byteColumn: byteColumn) }
    guard isInCell, let cell = outline.cells.last else {
      return inlinePlaces.location(line: line, byteColumn: byteColumn, of: node)
    }
    let layout = tables[cell.table]
    let source = layout.cells[cell.row * layout.alignments.count + cell.column]
    let textColumn = cell.node.byteColumn + TableRewriter.cellStart.count
    return places.location(
      line: source.line, byteColumn: source.byteColumn(of: max(0, byteColumn - textColumn)))
  }
}
