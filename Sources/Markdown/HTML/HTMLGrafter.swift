import Base

/// Puts the raw HTML of a document into its tree, parsed and cleaned.
///
/// Each run of raw HTML, with the Markdown between its pieces, is parsed as one, so that tags pair
/// across blank lines. cmark's nodes keep their places in the result.
struct HTMLGrafter {
  /// How deep inlines may nest in each other and still be looked at: nodes are moved, and each
  /// move asks for all nodes above.
  private static let nestingLimit = 100

  private let places: PlaceFinder
  private let limits: HTMLTable.Limits
  let edits: TreeEdits
  private(set) var findings = HTMLFindings()
  private var inlineParents: [(node: MarkdownNode, depth: Int)] = []
  private var blockParents: [(node: MarkdownNode, depth: Int)] = []
  private var seen: Set<MarkdownNode> = []
  /// The texts that begin lines of tags and text, with the depth of the element around their block.
  private var marks: [(node: MarkdownNode, depth: Int)] = []
  /// The paragraphs whose text is a part of the HTML around them.
  private var runs: Set<MarkdownNode> = []
  /// The blocks that comments and scripts cover, taken out of the tree.
  ///
  /// They are freed last, so that no new node is taken for one of them.
  private var covered: MarkdownNode?

  init(_ places: PlaceFinder, _ limits: HTMLTable.Limits, _ edits: TreeEdits) {
    self.edits = edits
    self.places = places
    self.limits = limits
  }

  /// Treats all raw HTML of a tree.
  ///
  /// - Parameter layouts: the tables that were found before.
  /// - Returns: all tables, in the order of their cells.
  mutating func graft(
    _ tree: borrowing MarkdownTree, _ layouts: [TableLayout]
  ) -> [TableLayout] {
    survey(tree, layouts)
    unmarkRuns()
    if inlineParents.isEmpty && blockParents.isEmpty { return layouts }
    for parent in inlineParents { releaseClosingTags(of: parent.node, depth: parent.depth) }
    let pipeTables = blockParents.isEmpty ? [:] : Self.firstCells(tree, layouts)
    // Inner nodes come first, since outer ones move them.
    for depth in Set(inlineParents.map(\.depth)).sorted(by: >) {
      for parent in inlineParents where parent.depth == depth { graftInlines(of: parent.node) }
    }
    for depth in Set(blockParents.map(\.depth)).sorted(by: >) {
      for parent in blockParents where parent.depth == depth { graftBlocks(of: parent.node) }
    }
    defer { covered?.remove() }
    if edits.tables.isEmpty && edits.droppedTables.isEmpty && covered == nil { return layouts }
    return inOrder(tree, layouts, pipeTables)
  }

  /// The pipe tables by their first cells.
  static func firstCells(
    _ tree: borrowing MarkdownTree, _ layouts: [TableLayout]
  ) -> [MarkdownNode: Int] {
    var tables: [MarkdownNode: Int] = [:]
    var (table, cell) = (0, 0)
    tree.visit { node, isEntering in
      guard isEntering, table < layouts.count, node.isCell else { return }
      if cell == 0 { tables[node] = table }
      cell += 1
      if cell == layouts[table].cells.count { (table, cell) = (table + 1, 0) }
    }
    return tables
  }

  /// All tables that are left, pipe and HTML, in the order of their cells.
  private func inOrder(
    _ tree: borrowing MarkdownTree, _ layouts: [TableLayout], _ pipeTables: [MarkdownNode: Int]
  ) -> [TableLayout] {
    var result: [TableLayout] = []
    tree.visit { node, isEntering in
      guard isEntering, node.kind == .heading else { return }
      if let table = edits.tables[node] {
        result.append(table)
      } else if node.isCell, let table = pipeTables[node] {
        result.append(layouts[table])
      }
    }
    return result
  }

  private mutating func survey(_ tree: borrowing MarkdownTree, _ layouts: [TableLayout]) {
    var (depth, imageDepth) = (0, 0)
    var finder = HTMLPlaces(places, layouts)
    tree.visit { node, isEntering in
      finder.visit(node, isEntering)
      switch node.kind {
      case .htmlInline where imageDepth == 0 && depth <= Self.nestingLimit:
        if !node.isBreak { edits.places[node] = .location(finder.location(of: node)) }
        if let parent = node.parent, seen.insert(parent).inserted {
          inlineParents.append((parent, depth))
        }
      case .htmlBlock:
        if let parent = node.parent, seen.insert(parent).inserted {
          blockParents.append((parent, depth))
        }
      case .text where node.literalBegins(with: TagLines.mark): marks.append((node, depth - 1))
      case .code: node.strip(TagLines.mark)
      case .text where node.literalBegins(with: TableRewriter.mark): node.strip(TagLines.mark)
      case .text, .softBreak, .lineBreak, .codeBlock, .htmlInline, .thematicBreak: return
      case .image:
        imageDepth += isEntering ? 1 : -1
        depth += isEntering ? 1 : -1
      default: depth += isEntering ? 1 : -1
      }
    }
  }

  /// Takes the marks off the lines of tags and text; a paragraph of them is a part of HTML.
  private mutating func unmarkRuns() {
    for (text, depth) in marks {
      if let run = text.parent, run.kind == .paragraph, text.previous == nil,
        let parent = run.parent
      {
        runs.insert(run)
        if seen.insert(parent).inserted { blockParents.append((parent, depth)) }
      }
      let rest = text.literal.dropFirst()
      if rest.isEmpty { text.remove() } else { text.setLiteral(rest) }
    }
  }

  /// Makes blocks of the closing tags at a paragraph's end that close elements of blocks.
  private mutating func releaseClosingTags(of node: MarkdownNode, depth: Int) {
    guard node.kind == .paragraph, let parent = node.parent, seen.contains(parent) else { return }
    var opened: Set<String>?
    while let last = node.lastChild, last.kind == .htmlInline {
      let tag = HTMLTag(last.literal)
      guard tag.kind == .close, HTMLElements.isBlock(tag.name) else { return }
      if opened == nil {
        let tags = node.children.filter { $0.kind == .htmlInline }.map { HTMLTag($0.literal) }
        opened = Set(tags.filter { $0.kind == .open }.map(\.name))
      }
      guard opened?.contains(tag.name) == false,
        let block = MarkdownNode.make(.htmlBlock, last.literal)
      else { return }
      edits.places[block] = edits.places[last]
      if let next = node.next { next.insertBefore(block) } else { parent.append(block) }
      last.remove()
    }
  }

  // MARK: Inlines

  private mutating func graftInlines(of parent: MarkdownNode) {
    if runs.contains(parent) { return }
    let isCell = parent.isCell
    guard PlainHTML.needsParser(parent, isCell: isCell) else { return }
    if isCell { parent.partMarks() }
    let children = isCell ? parent.children.dropFirst().dropLast() : parent.children[...]
    let raw = children.filter(\.isInlineHTML)
    let pieces = inlinePieces(children)
    let source = HTMLSource(pieces, isBlock: false)
    findings.add(source.findings)
    let html = ParsedHTML(source)
    let becomesBlocks = parent.kind == .paragraph && html.holdsBlocks
    let goal: MarkdownNode?
    if becomesBlocks {
      goal = parent
    } else if isCell {
      goal = parent.lastChild
    } else {
      goal = .markup("")
      if let goal { parent.append(goal) }
    }
    guard let goal else { return }
    var builder = HTMLBuilder(
      html, isCell ? .cell : becomesBlocks ? .blocks : .inlines, before: goal,
      isInLink: parent.isInLink, edits: edits, limits)
    builder.build(html.events.indices)
    for node in raw + source.covered { node.remove() }
    if !isCell { goal.remove() }
  }

  private func inlinePieces(_ nodes: some Sequence<MarkdownNode>) -> [HTMLPiece] {
    nodes.map { node in
      node.isInlineHTML
        ? .html(bytes: node.literal, place: edits.places[node] ?? .none) : .node(node, lines: nil)
    }
  }

  // MARK: Blocks

  private mutating func graftBlocks(of parent: MarkdownNode) {
    let children = parent.children
    let isHTML = children.map { runs.contains($0) || ($0.kind == .htmlBlock && !isComment($0)) }
    guard let first = isHTML.firstIndex(of: true), let last = isHTML.lastIndex(of: true),
      let goal = MarkdownNode.block("")
    else { return }
    if let next = children[last].next { next.insertBefore(goal) } else { parent.append(goal) }
    var pieces: [HTMLPiece] = []
    for index in first...last {
      let node = children[index]
      guard isHTML[index] else {
        pieces.append(.node(node, lines: lines(of: node)))
        continue
      }
      if runs.contains(node) {
        pieces += inlinePieces(node.children)
        continue
      }
      let place = place(ofBlock: node)
      if let html = TagLines.html(node.literal) {
        pieces.append(.html(bytes: html, place: place.moved(lines: 0, bytes: TagLines.start.count)))
        continue
      }
      if let comment = suppression(in: node, place) { pieces.append(.node(comment, lines: nil)) }
      pieces.append(.html(bytes: node.literal, place: place))
    }
    let places = places
    let source = HTMLSource(pieces, isBlock: true) { text, lines in
      lines.contains { HTMLScanner.end(of: text, in: places.text(ofLine: $0)) != nil }
    }
    findings.add(source.findings)
    let html = ParsedHTML(source)
    var builder = HTMLBuilder(
      html, .blocks, before: goal, isInLink: false, edits: edits, limits)
    builder.build(html.events.indices)
    if !source.covered.isEmpty {
      covered = covered ?? MarkdownNode.block("")
      for node in source.covered { covered?.append(node) }
    }
    for index in first...last where isHTML[index] { children[index].remove() }
    goal.remove()
  }

  private func place(ofBlock node: MarkdownNode) -> NodePlace {
    edits.places[node]
      ?? .file(line: places.line(cmarkLine: node.line), byteColumn: node.byteColumn)
  }

  /// The lines of a block that cmark made, up to the next one's.
  private func lines(of node: MarkdownNode) -> ClosedRange<Int>? {
    guard node.line > 0 else { return nil }
    let first = places.line(cmarkLine: node.line)
    guard let next = node.next, next.line > 0 else { return first...first }
    return first...max(first, places.line(cmarkLine: next.line) - 1)
  }

  /// Whether a block of HTML is nothing but comments, which go later.
  private mutating func isComment(_ node: MarkdownNode) -> Bool {
    let literal = node.literal
    guard literal.starts(with: "<!--".utf8), TagLines.html(literal) == nil else { return false }
    let scanner = HTMLScanner(literal)
    let isComment = scanner.tokens.allSatisfy { token in
      token.kind == .comment
        || (token.kind == .text && literal[token.range].allSatisfy { $0 <= 0x20 })
    }
    if isComment, scanner.missing != nil {
      findings.countUnpaired("!--", at: place(ofBlock: node))
    }
    return isComment
  }

  /// A comment at the start of other HTML that suppresses a rule, as a node of its own.
  private func suppression(in node: MarkdownNode, _ place: NodePlace) -> MarkdownNode? {
    let literal = node.literal
    guard literal.starts(with: "<!--".utf8),
      let end = HTMLScanner.end(of: Array("-->".utf8), in: literal[...]),
      HTMLScanner.end(of: Array("rolebook-ignore".utf8), in: literal[..<end]) != nil,
      let comment = MarkdownNode.make(.htmlBlock, literal[..<end])
    else { return nil }
    edits.places[comment] = place
    return comment
  }
}
