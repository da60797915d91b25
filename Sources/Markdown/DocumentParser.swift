// Documents turns one Markdown file into a `Document`. In: the bytes of a file, and whether its
// tables contain responsibilities. Out: its facts (headings, rows, links) and its HTML with holes.
// Each file is read by itself; nothing here knows of other documents or locales.

import Base

/// Parses Markdown files: front matter, blocks and inlines by cmark, tables, raw HTML, alerts.
public struct DocumentParser {
  /// The role of a file, by its place in the guide.
  public struct Context: Sendable {
    let key: String
    let locale: String
    let isResponsibilityDocument: Bool

    /// Names a document.
    ///
    /// - Parameter isResponsibilityDocument: whether the tables' rows are responsibilities.
    public init(key: String, locale: String, isResponsibilityDocument: Bool) {
      self.key = key
      self.locale = locale
      self.isResponsibilityDocument = isResponsibilityDocument
    }
  }

  private let file: SourceFile
  private let context: Context
  private let limits: InputLimits
  private let spool: Spool?
  private var diagnostics: [Diagnostic] = []

  /// Parses a file.
  ///
  /// - Parameter spool: the file that keeps the HTML until it is needed; nil for the memory.
  /// - Returns: the document, nil if the file is too large or not UTF-8, and all that is wrong
  ///   with it.
  public static func parse(
    _ file: SourceFile, _ context: Context, _ limits: InputLimits = InputLimits(),
    spool: Spool? = nil
  ) -> (document: Document?, diagnostics: [Diagnostic]) {
    if let defect = file.defect() { return (nil, [defect]) }
    let (clean, findings) = ControlCharacters.replace(in: file)
    var parser = DocumentParser(
      file: clean, context: context, limits: limits, spool: spool, diagnostics: findings)
    let document = parser.parse()
    return (document, parser.diagnostics.cappedByRule())
  }

  private init(
    file: SourceFile, context: Context, limits: InputLimits, spool: Spool?,
    diagnostics: [Diagnostic]
  ) {
    self.file = file
    self.context = context
    self.limits = limits
    self.spool = spool
    self.diagnostics = diagnostics
  }

  private mutating func parse() -> Document? {
    let front = FrontMatter(file)
    diagnostics += front.diagnostics
    let body = Array(file.bytes[front.bodyStart...])
    let dialect = DialectRewriter.rewrite(
      body, firstLine: front.bodyLine, isMDX: file.path.hasSuffix(".mdx"), limits)
    do {
      let extensions = ExtensionScan(dialect?.bytes ?? body)
      let markdown = try boundedMarkdown(
        dialect?.bytes ?? body, firstLine: front.bodyLine, extensions)
      return parse(markdown, dialect, front, extensions)
    } catch {
      let places = PlaceFinder(
        file, firstLine: front.bodyLine, movedLines: [], dialect: dialect)
      diagnostics.append(error.diagnostic(places))
      return PlainDocument.make(body, front.metadata, context, file, spool)
    }
  }

  /// The Markdown for cmark, its tables found.
  ///
  /// - Throws: `LimitExcess` if cmark could not read it in time.
  private func boundedMarkdown(
    _ body: [UInt8], firstLine: Int, _ extensions: ExtensionScan
  ) throws(LimitExcess) -> RewrittenMarkdown {
    let scan = try LimitScan(body, firstLine: firstLine, limits)
    let rewritten = try TableRewriter.rewrite(
      body, firstLine: firstLine, limits, mayHoldFootnotes: extensions.mayHoldFootnotes)
    if rewritten == nil, scan.mayNestDeeply {
      try BlockScan.checkNesting(body, firstLine: firstLine, limit: limits.nesting)
    }
    let markdown = rewritten ?? RewrittenMarkdown(bytes: body, tables: [], lines: [])
    if scan.mayHoldManyImages {
      try BlockScan.checkImages(
        markdown.bytes, firstLine: firstLine, movedLines: markdown.lines, limits)
    }
    return markdown
  }

  private mutating func parse(
    _ markdown: RewrittenMarkdown, _ dialect: DialectMarkdown?, _ front: FrontMatter,
    _ extensions: ExtensionScan
  ) -> Document? {
    guard let tree = MarkdownTree(markdown.bytes) else {
      diagnostics.append(Diagnostic(.fileUnreadable, "out of memory", at: file.location))
      return nil
    }
    let places = PlaceFinder(
      file, firstLine: front.bodyLine, movedLines: markdown.lines, shifts: markdown.shifts,
      dialect: dialect)
    if let dialect {
      diagnostics += dialect.templateCode.diagnostics(places.originalLocation)
    }
    report(markdown.tooWide, places)
    reportOthers(markdown.others, places)
    reportExcess(markdown.tables, places)
    let edits = TreeEdits()
    let (footnotes, tables) = extend(tree, markdown, extensions, edits, places)
    var grafter = HTMLGrafter(
      places, .init(columns: limits.columns, cells: limits.cells), edits)
    let layouts = grafter.graft(tree, tables)
    let outline = TreeOutliner.outline(tree, layouts, grafter.edits, places, context)
    diagnostics += outline.foreignText + outline.drawnCode.diagnostics
    diagnostics += outline.codeTables.diagnostics
    return build(tree, outline, layouts, footnotes, front.metadata, grafter, places)
  }

  /// Reads GitHub's additions to CommonMark: bare addresses, strikethrough, tasks, footnotes.
  ///
  /// - Returns: the footnotes, and the pipe tables in the order of their cells.
  private mutating func extend(
    _ tree: borrowing MarkdownTree, _ markdown: RewrittenMarkdown, _ scan: ExtensionScan,
    _ edits: TreeEdits, _ places: PlaceFinder
  ) -> (footnotes: [Document.Footnote], tables: [TableLayout]) {
    guard scan.mayHoldInlines || scan.mayHoldFootnotes else { return ([], markdown.tables) }
    var footnotes = FootnoteBuilder(tree, markdown.footnotes, places)
    var inlines = InlineExtensions(markdown.bytes, edits, definitions: footnotes.numbers)
    inlines.build(tree, places, markdown.tables)
    footnotes.reportUndefined(inlines.undefined)
    let (notes, tables) = footnotes.build(tree, inlines.references, markdown.tables, edits)
    diagnostics += footnotes.diagnostics
    return (notes, tables)
  }

  /// Edits the tree if HTML needs more than Markdown says, and renders it.
  private mutating func build(
    _ tree: borrowing MarkdownTree, _ outline: TreeOutline, _ layouts: [TableLayout],
    _ footnotes: [Document.Footnote], _ metadata: Metadata, _ grafter: HTMLGrafter,
    _ places: PlaceFinder
  ) -> Document {
    var tables = TableBuilder(
      layouts, isResponsibilityDocument: context.isResponsibilityDocument)
    tables.build(outline.cells)
    let headings = HeadingBuilder.build(
      outline.headings, mayNameDocument: metadata.title == nil)
    let consumed = Set(tables.consumed + headings.consumed)
    var rawHTML = RawHTMLBuilder()
    rawHTML.buildInlines(outline.inlineHTML.filter { !consumed.contains($0.node) })
    rawHTML.buildBlocks(outline.htmlBlocks)
    var findings = grafter.findings
    findings.add(rawHTML.findings)
    diagnostics += findings.diagnostics(places)
    report(grafter.edits.oversizedTables, places)
    reportEmpty(headings.headings)
    diagnostics += AlertBuilder.build(outline.quotations, places.siblings)
    let links = LinkBuilder.build(outline.links, grafter.edits)
    let texts = DocumentTexts(
      lead: InlineText.folded(outline.leadText),
      sections: outline.headings.map { InlineText.folded($0.text) }, clauses: tables.clauses)
    return Document(
      key: context.key, locale: context.locale, path: file.path, digest: file.digest,
      metadata: metadata, headings: headings.headings,
      rows: rows(tables, headings.headings), cells: tables.cells, links: links,
      anchors: rawHTML.anchors, tables: tables.tables, footnotes: footnotes,
      suppressions: outline.suppressions, explanations: explanations(outline, tables.tables),
      labels: LineLabels.labels(in: outline),
      foreignTexts: outline.otherLanguages, beginsWithTitle: headings.beginsWithTitle,
      body: StoredHTML(tree.html(), in: spool),
      texts: StoredTexts(texts, in: spool))
  }

  /// The letters that the text around tables explains.
  private func explanations(
    _ outline: TreeOutline, _ tables: [Document.Table]
  ) -> [Document.Explanation] {
    tables.isEmpty
      ? [] : LetterLegend.explanations([outline.leadText] + outline.headings.map(\.text))
  }

  /// The rows as they are without further knowledge.
  private func rows(_ built: TableBuilder, _ headings: [Document.Heading]) -> [Document.Row] {
    var reader = RowReader(cells: built.cells, headings: headings)
    for (index, table) in built.tables.enumerated() where table.isResponsibilities {
      reader.read(table, index)
    }
    return reader.rows
  }

  private mutating func reportEmpty(_ headings: [Document.Heading]) {
    for heading in headings where heading.title.isEmpty {
      diagnostics.append(
        Diagnostic(
          .headingEmpty, "this heading has no text", at: heading.location,
          hint: "write its text, or delete it"))
    }
  }

  private mutating func report(_ tables: [RewrittenMarkdown.TooWide], _ places: PlaceFinder) {
    for table in tables {
      diagnostics.append(
        Diagnostic(
          .columnsTooMany,
          "a table of \(table.columns) columns, more than \(limits.columns), is shown as text",
          at: places.location(line: table.line, byteColumn: 1),
          hint: "split it, or raise 'columns' under 'limits' in guide.yml"))
    }
  }

  private mutating func report(
    _ tables: [(place: NodePlace, columns: Int, cells: Int)], _ places: PlaceFinder
  ) {
    for table in tables {
      diagnostics.append(
        Diagnostic(
          .cellsTooMany,
          "an HTML table of \(table.columns) columns and \(table.cells) cells is shown as text",
          at: places.location(of: table.place), hint: "split it"))
    }
  }

  private mutating func reportOthers(_ others: [OtherTables.Place], _ places: PlaceFinder) {
    for other in others {
      diagnostics.append(
        Diagnostic(
          .tableAsText, "this looks like a table, but it is shown as text",
          at: places.location(line: other.line, byteColumn: other.byteColumn),
          hint: "write pipes between the cells, and '| --- | --- |' below the head"))
    }
  }

  private mutating func reportExcess(_ layouts: [TableLayout], _ places: PlaceFinder) {
    for layout in layouts {
      for cell in layout.excess {
        diagnostics.append(
          Diagnostic(
            .tableExcessCell,
            "this cell is beyond the table's \(count: layout.alignments.count, "column") "
              + "and is not shown",
            at: places.location(line: cell.line, byteColumn: cell.byteColumn),
            hint: "write '\\|' for a pipe in the text"))
      }
    }
  }
}
