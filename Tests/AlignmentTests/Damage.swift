import TestSupport

/// A way in which a translation's table comes to differ from its source's.
enum Damage: String, CaseIterable, Sendable {
  case drop = "drop a row"
  case add = "add a row"
  case merge = "merge two rows"
  case split = "split a row"
  case exchange = "exchange neighbours"
  case reorder = "move a row in its table"
  case stripLinks = "strip links"
  case changeClauses = "change clauses"
  case rename = "rename titles"
  case moveToSection = "move a row to the other section"

  /// Does it somewhere in a text; where it finds no place for it, nothing happens.
  func apply(to text: inout TableText, _ random: inout RandomNumbers) {
    let table = random.pick(Array(text.tables.indices))
    let count = text.tables[table].count
    guard count > 2 else { return }
    let row = random.number(in: 0...count - 1)
    let words = NewText.of(text.locale)
    switch self {
    case .drop: text.tables[table].remove(at: row)
    case .add: text.tables[table].insert(newRow(words, &random), at: random.number(in: 0...count))
    case .merge: merge(&text.tables[table], min(row, count - 2))
    case .split: split(&text.tables[table], words, &random)
    case .exchange:
      let first = min(row, count - 2)
      text.tables[table].swapAt(first, first + 1)
    case .reorder:
      let moved = text.tables[table].remove(at: row)
      let places = (0..<count).filter { $0 != row }
      text.tables[table].insert(moved, at: random.pick(places))
    case .stripLinks: stripLinks(&text, table, row, isWhole: random.once(in: 3))
    case .changeClauses: changeClauses(&text.tables[table][row], words, &random)
    case .rename:
      for _ in 1...random.number(in: 1...3) {
        text.tables[table][random.number(in: 0...count - 1)].title = random.pick(words.titles)
      }
    case .moveToSection:
      let others = text.tables.indices.filter { $0 != table }
      guard !others.isEmpty else { return }
      let other = random.pick(others)
      let moved = text.tables[table].remove(at: row)
      text.tables[other].insert(moved, at: random.number(in: 0...text.tables[other].count))
    }
  }

  private func newRow(_ words: NewText, _ random: inout RandomNumbers) -> TableText.Row {
    var row = TableText.Row(title: random.pick(words.titles), description: "", origins: [])
    row.clauses = (1...random.number(in: 1...3)).map { _ in random.pick(words.sentences) }
    return row
  }

  private func merge(_ rows: inout [TableText.Row], _ first: Int) {
    let second = rows.remove(at: first + 1)
    rows[first].title += ", " + second.title
    rows[first].clauses += second.clauses
    rows[first].origins += second.origins
  }

  private func split(
    _ rows: inout [TableText.Row], _ words: NewText, _ random: inout RandomNumbers
  ) {
    guard
      let row = rows.indices.filter({ rows[$0].clauses.count > 1 }).randomElement(using: &random)
    else { return }
    let clauses = rows[row].clauses
    let cut = random.number(in: 1...clauses.count - 1)
    var second = rows[row]
    rows[row].clauses = Array(clauses[..<cut])
    second.clauses = Array(clauses[cut...])
    second.title = random.pick(words.titles)
    rows.insert(second, at: row + 1)
  }

  private func stripLinks(_ text: inout TableText, _ table: Int, _ row: Int, isWhole: Bool) {
    let link = /\[([^\]]*)\]\([^)]*\)/
    for (number, rows) in text.tables.enumerated() {
      for index in rows.indices where isWhole || (number == table && index == row) {
        text.tables[number][index].description.replace(link) { $0.1 }
      }
    }
  }

  private func changeClauses(
    _ row: inout TableText.Row, _ words: NewText, _ random: inout RandomNumbers
  ) {
    let count = row.clauses.count
    switch random.number(in: 1...3) {
    case 1 where count > 1: row.clauses.remove(at: random.number(in: 0...count - 1))
    case 2 where count > 1: row.description.replace("<br><br>", with: " ")
    default:
      row.clauses.insert(random.pick(words.sentences), at: random.number(in: 0...count))
    }
  }
}
