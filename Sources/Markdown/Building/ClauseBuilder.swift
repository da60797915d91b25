/// Turns the lines of a cell into paragraphs and lists.
struct ClauseBuilder {
  private let cell: CellLines
  private let parent: MarkdownNode
  /// The lists that are open, outermost first: each with its last item.
  private var lists: [List] = []

  private struct List {
    let node: MarkdownNode
    let isOrdered: Bool
    var item: MarkdownNode?
  }

  /// Fills a cell that may describe a responsibility, each clause under an id of its own.
  ///
  /// - Parameter number: the cell's index in the document.
  /// - Returns: the clauses' plain text.
  static func buildDescription(
    _ cell: CellLines, into parent: MarkdownNode, number: Int
  ) -> [String] {
    var builder = ClauseBuilder(cell: cell, parent: parent)
    var texts: [String] = []
    texts.reserveCapacity(cell.clauses.count)
    for (index, clause) in cell.clauses.enumerated() {
      texts.append(cell.text(ofClause: clause))
      builder.build(clause, id: .clauseID(cell: number, clause: index + 1))
    }
    parent.take(cell.remainder)
    return texts
  }

  /// Fills the cell of an ordinary table, its faked lists made real ones.
  static func buildPlain(_ cell: CellLines, into parent: MarkdownNode) {
    var builder = ClauseBuilder(cell: cell, parent: parent)
    for clause in cell.clauses { builder.buildPlain(cell.lines[clause], into: parent) }
    parent.take(cell.remainder)
  }

  private mutating func build(_ clause: Range<Int>, id: MarkedHTML.Hole) {
    let lines = cell.lines[clause]
    if clause.count == 1, let line = lines.first, line.isItem {
      addItem(line, start: "<li class=\"clause\"", id: id, to: parent, isClause: true)
      return
    }
    lists = []
    if lines.allSatisfy({ !$0.isItem }) {
      append(lines, to: add("<p class=\"clause\"", id: id, "</p>", to: parent))
      return
    }
    guard let division = add("<div class=\"clause\"", id: id, "</div>", to: parent) else { return }
    buildPlain(lines, into: division)
    lists = []
  }

  /// Paragraphs and lists, as the lines of one clause alternate.
  private mutating func buildPlain(
    _ lines: ArraySlice<CellLines.Line>, into parent: MarkdownNode
  ) {
    var rest = lines
    while let first = rest.first {
      let run = rest.prefix { $0.isItem == first.isItem }
      if first.isItem {
        for line in run { addItem(line, start: "<li", to: parent, isClause: false) }
      } else {
        lists = []
        append(run, to: add("<p>", "</p>", to: parent))
      }
      rest = rest.dropFirst(run.count)
    }
  }

  /// Adds an item to the list of its level, which is begun if there is none.
  private mutating func addItem(
    _ line: CellLines.Line, start: Markup, id: MarkedHTML.Hole? = nil, to parent: MarkdownNode,
    isClause: Bool
  ) {
    while lists.count > line.level { lists.removeLast() }
    if lists.count == line.level, lists.last?.isOrdered != line.isOrdered { lists.removeLast() }
    if lists.count < line.level {
      let around = lists.last?.item ?? parent
      let tags = tags(ofList: line.isOrdered, isClause: isClause)
      guard let node = add(tags.start, tags.end, to: around) else { return }
      lists.append(List(node: node, isOrdered: line.isOrdered))
    }
    guard let last = lists.indices.last else { return }
    var start = start
    if id == nil { start.append(">") }
    let item = add(start, id: id, "</li>", to: lists[last].node)
    item?.take(cell.nodes(of: line))
    lists[last].item = item
  }

  private func tags(ofList isOrdered: Bool, isClause: Bool) -> (start: Markup, end: Markup) {
    switch (isOrdered, isClause) {
    case (true, true): ("<ol class=\"clauses\">", "</ol>")
    case (true, false): ("<ol>", "</ol>")
    case (false, true): ("<ul class=\"clauses\">", "</ul>")
    case (false, false): ("<ul>", "</ul>")
    }
  }

  private func append(_ lines: ArraySlice<CellLines.Line>, to parent: MarkdownNode?) {
    for (index, line) in lines.enumerated() {
      if index > 0 { _ = add("<br>", "", to: parent) }
      parent?.take(cell.nodes(of: line))
    }
  }

  /// Adds an element; its start tag stays open if an id is to come.
  private func add(
    _ start: Markup, id: MarkedHTML.Hole? = nil, _ end: Markup, to parent: MarkdownNode?
  ) -> MarkdownNode? {
    var start = start
    if let id {
      start.append(id)
      start.append(">")
    }
    guard let parent, let node = MarkdownNode.markup(start, end) else { return nil }
    parent.append(node)
    return node
  }
}

extension MarkdownNode {
  fileprivate func take(_ nodes: ArraySlice<MarkdownNode>) {
    for node in nodes { append(node) }
  }
}
