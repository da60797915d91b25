import Base
import Markdown

/// Reads a row of a table of signs.
extension TableLetters {
  mutating func readTicks(_ row: Document.Row, _ result: inout RowLetters) {
    var ticked: [(cell: Document.Cell, column: Int, remark: String?)] = []
    for line in row.lines {
      for (column, _) in table.letterColumns where partiesOfColumn[column] != nil {
        let cell = cell(line, column)
        if reportLong(cell) { continue }
        let content = reader.read(cell.text)
        switch content.kind {
        case .yes where content.letters.isEmpty: ticked.append((cell, column, content.remark))
        case .yes, .letters:
          for party in partiesOfColumn[column] ?? [] {
            result.add(content.letters, to: party, at: cell.location, content.remark)
          }
        case .no, .nothing: continue
        case .loose, .text: unread(cell, "'\(shortened(cell.text))' is not a sign for yes or no")
        }
      }
    }
    let parties = ticked.reduce(0) { $0 + (partiesOfColumn[$1.column]?.count ?? 0) }
    let isOnly = parties == 1 && result.cells.isEmpty
    let own = isOnly ? letters.scheme.owner : letters.scheme.owner.first
    for (cell, column, remark) in ticked {
      for party in partiesOfColumn[column] ?? [] {
        result.add(own, to: party, at: cell.location, remark)
      }
    }
  }
}
