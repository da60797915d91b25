/// Turns the lines of a cell into paragraphs and lists.
enum ClauseBuilder {
  /// Fills a cell behind a responsibility's title, each clause under an id of its own.
  ///
  /// - Parameter earlier: how many clauses the cells before it have.
  /// - Returns: the clauses' plain text.
  static func buildDescription(
    _ lines: CellLines, into cell: MarkdownNode, row: Int, after earlier: Int
  ) -> [String] {
    var texts: [String] = []
    var list: MarkdownNode?
    for (index, clause) in lines.clauses.enumerated() {
      texts.append(clause.map(\.text).joined(separator: "\n"))
      let id = HoleMarker.bytes(.clauseID(row: row, clause: earlier + index + 1))
      if clause.count == 1, clause[0].isItem {
        if list == nil { list = add("<ul class=\"clauses\">", "</ul>", to: cell) }
        add("<li class=\"clause\"", id: id, "</li>", to: list)?.take(clause[0])
        continue
      }
      list = nil
      if clause.allSatisfy({ !$0.isItem }) {
        let paragraph = add("<p class=\"clause\"", id: id, "</p>", to: cell)
        appendLines(clause[...], to: paragraph)
      } else {
        build(clause, into: add("<div class=\"clause\"", id: id, "</div>", to: cell))
      }
    }
    for node in lines.remainder { cell.append(node) }
    return texts
  }

  /// Fills the cell of an ordinary table, its faked lists made real ones.
  static func buildPlain(_ lines: CellLines, into cell: MarkdownNode) {
    for clause in lines.clauses { build(clause, into: cell) }
    for node in lines.remainder { cell.append(node) }
  }

  /// Paragraphs and lists, as the lines of one clause alternate.
  private static func build(_ clause: [CellLines.Line], into parent: MarkdownNode?) {
    var rest = clause[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isItem == first.isItem }
      if first.isItem {
        let list = add("<ul>", "</ul>", to: parent)
        for line in run { add("<li>", "</li>", to: list)?.take(line) }
      } else {
        appendLines(run, to: add("<p>", "</p>", to: parent))
      }
      rest = rest.dropFirst(run.count)
    }
  }

  private static func appendLines(_ lines: ArraySlice<CellLines.Line>, to parent: MarkdownNode?) {
    for (index, line) in lines.enumerated() {
      if index > 0 { _ = add("<br>", "", to: parent) }
      parent?.take(line)
    }
  }

  private static func add(
    _ start: String, id: [UInt8]? = nil, _ after: String, to parent: MarkdownNode?
  ) -> MarkdownNode? {
    let before = Array(start.utf8) + (id.map { $0 + Array(">".utf8) } ?? [])
    guard let parent, let node = MarkdownNode.markup(before, Array(after.utf8)) else { return nil }
    parent.append(node)
    return node
  }
}

extension MarkdownNode {
  fileprivate func take(_ line: CellLines.Line) {
    for node in line.nodes { append(node) }
  }
}
