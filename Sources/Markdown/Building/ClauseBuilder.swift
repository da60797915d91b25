/// Turns the lines of a cell into paragraphs and lists.
enum ClauseBuilder {
  /// Fills a cell behind a responsibility's title, each clause under an id of its own.
  ///
  /// - Parameter earlier: how many clauses the cells before it have.
  /// - Returns: the clauses' plain text.
  static func buildDescription(
    _ cell: CellLines, into parent: MarkdownNode, row: Int, after earlier: Int
  ) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(cell.clauses.count)
    var list: MarkdownNode?
    for (index, clause) in cell.clauses.enumerated() {
      texts.append(cell.text(ofClause: clause))
      let id = MarkedHTML.Hole.clauseID(row: row, clause: earlier + index + 1)
      let lines = cell.lines[clause]
      if clause.count == 1, let line = lines.first, line.isItem {
        if list == nil { list = add("<ul class=\"clauses\">", "</ul>", to: parent) }
        add("<li class=\"clause\"", id: id, "</li>", to: list)?.take(cell.nodes(of: line))
        continue
      }
      list = nil
      if lines.allSatisfy({ !$0.isItem }) {
        let paragraph = add("<p class=\"clause\"", id: id, "</p>", to: parent)
        append(lines, of: cell, to: paragraph)
      } else {
        build(lines, of: cell, into: add("<div class=\"clause\"", id: id, "</div>", to: parent))
      }
    }
    parent.take(cell.remainder)
    return texts
  }

  /// Fills the cell of an ordinary table, its faked lists made real ones.
  static func buildPlain(_ cell: CellLines, into parent: MarkdownNode) {
    for clause in cell.clauses { build(cell.lines[clause], of: cell, into: parent) }
    parent.take(cell.remainder)
  }

  /// Paragraphs and lists, as the lines of one clause alternate.
  private static func build(
    _ lines: ArraySlice<CellLines.Line>, of cell: CellLines, into parent: MarkdownNode?
  ) {
    var rest = lines
    while let first = rest.first {
      let run = rest.prefix { $0.isItem == first.isItem }
      if first.isItem {
        let list = add("<ul>", "</ul>", to: parent)
        for line in run { add("<li>", "</li>", to: list)?.take(cell.nodes(of: line)) }
      } else {
        append(run, of: cell, to: add("<p>", "</p>", to: parent))
      }
      rest = rest.dropFirst(run.count)
    }
  }

  private static func append(
    _ lines: ArraySlice<CellLines.Line>, of cell: CellLines, to parent: MarkdownNode?
  ) {
    for (index, line) in lines.enumerated() {
      if index > 0 { _ = add("<br>", "", to: parent) }
      parent?.take(cell.nodes(of: line))
    }
  }

  /// Adds an element; its start tag is still open where an id is to come.
  private static func add(
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
