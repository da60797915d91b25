import Base
import Markdown

/// The cells of one table, with the possible meanings of each.
struct TableProfile {
  let document: Document
  let table: Document.Table
  let index: Int
  /// The head of each column.
  private(set) var heads: [String]
  /// The texts of the line above the heads, that of a group for each of its columns; empty if there
  /// is not one.
  private(set) var groups: [String] = []
  /// The first body line that is not a further line of heads.
  private(set) var firstLine: Int
  /// The columns that are not empty, for each line of the table.
  private let filledColumns: [[Int]]

  init(_ document: Document, _ index: Int) {
    self.document = document
    self.index = index
    let table = document.tables[index]
    self.table = table
    firstLine = table.bodyLines.lowerBound
    filledColumns = table.lines.map { line in
      (0..<table.columnCount).filter {
        !document.cells[document.cell(table, line: line, column: $0)].isEmpty
      }
    }
    heads = []
    heads = (0..<table.columnCount).map { column in
      var head = ""
      for line in table.lines.lowerBound..<table.bodyLines.lowerBound {
        let cell = document.cells[document.cell(table, line: line, column: column)]
        if !cell.isEmpty { head = cell.text.onOneLine }
      }
      return head
    }
    // Exports of other tools leave the head empty, or write the table's title or groups into it, and
    // write the heads into the first row.
    guard let line = table.bodyLines.first, headsAreBelow(line) else {
      if table.headerCount > 1 { groups = Self.filled(textsAboveHeads) }
      return
    }
    groups = Self.filled(heads)
    let above = heads.dropFirst().allSatisfy(\.isEmpty) ? [] : heads
    heads = (0..<table.columnCount).map { column in
      let head = cell(line, column).text.onOneLine
      return head.isEmpty && above.indices.contains(column) ? above[column] : head
    }
    firstLine += 1
  }

  /// The texts of the line before the last one of several lines of heads.
  private var textsAboveHeads: [String] {
    let lines = (table.lines.lowerBound..<table.bodyLines.lowerBound).dropLast()
    return (0..<table.columnCount).map { column in
      lines.last.map { cell($0, column).text.onOneLine } ?? ""
    }
  }

  /// The texts of groups, in the columns without one of their own that follow as well.
  private static func filled(_ groups: [String]) -> [String] {
    var last = ""
    return groups.enumerated().map { column, group in
      if !group.isEmpty { last = column == 0 ? "" : group }
      return last
    }
  }

  /// The heads, with their groups before them if columns have equal heads under several groups.
  func groupedHeads(_ columns: [Int]) -> [String] {
    guard Set(columns.map { folded(heads[$0]) }).count < columns.count, !groups.isEmpty else {
      return heads
    }
    let all = zip(heads, groups).map { head, group in
      group.isEmpty || head.isEmpty || group == head ? head : "\(group): \(head)"
    }
    let areDistinct = Set(columns.map { folded(all[$0]) }).count == columns.count
    return areDistinct ? all : heads
  }

  /// Whether a line has the heads, because those above it are missing or are groups.
  private func headsAreBelow(_ line: Int) -> Bool {
    let hasGroups = namesGroups(heads.dropFirst())
    guard columnCount == 1 || hasGroups || heads.dropFirst().contains(where: \.isEmpty) else {
      return false
    }
    let first = (0..<columnCount).map { cell(line, $0) }
    if heads.dropFirst().allSatisfy(\.isEmpty) {
      let isTitled = heads.first?.isEmpty == false
      let areHeads = !isTitled || first.dropFirst().count { $0.text.isName } > 1
      return areHeads && first.dropFirst().allSatisfy { !$0.isEmpty }
    }
    // A group is over several columns, and no row below has its names again.
    let isUntitled = first.first?.isEmpty == true
    let names = first.dropFirst(isUntitled ? 1 : 0)
    guard isUntitled ? hasGroups && areDistinct(names) : heads.first?.isEmpty == true,
      isUntitled || hasGroups || heads.dropFirst().dropLast().contains(where: \.isEmpty),
      table.bodyLines.count > 2,
      names.allSatisfy({ $0.text.isName && $0.text.utf8.count <= Self.longestName })
    else { return false }
    return first.indices.dropFirst().allSatisfy { column in
      lines.dropFirst().allSatisfy { cell($0, column).text != first[column].text }
    }
  }

  /// Whether some heads are groups of several columns: a name comes twice in a row, or has an empty
  /// head behind it.
  private func namesGroups(_ heads: ArraySlice<String>) -> Bool {
    heads.first?.isEmpty == false
      && zip(heads, heads.dropFirst()).contains { $1.isEmpty || $0 == $1 }
  }

  /// Whether names differ, those below each group among themselves.
  private func areDistinct(_ cells: ArraySlice<Document.Cell>) -> Bool {
    let groups = Self.filled(heads).dropFirst()
    return Set(zip(groups, cells).map { "\($0)\n\($1.text)" }).count == cells.count
  }

  /// The length in bytes of the longest name below the head of a group.
  private static let longestName = 40

  /// The number of lines below the heads that have the heads.
  var headsBelow: Int { firstLine - table.bodyLines.lowerBound }

  /// Whether all cells of a line have the same text, as exports write a cell over all columns.
  func isRepeated(_ line: Int) -> Bool {
    guard columnCount > 2 else { return false }
    let title = cell(line, 0).text
    return (1..<columnCount).allSatisfy { cell(line, $0).text == title } && title.isName
  }

  /// The number of columns.
  var columnCount: Int { table.columnCount }
  /// The lines below the heads.
  var lines: Range<Int> { firstLine..<table.lines.upperBound }

  /// A cell of a line.
  func cell(_ line: Int, _ column: Int) -> Document.Cell {
    document.cells[document.cell(table, line: line, column: column)]
  }

  /// The place of a column's head.
  func headLocation(_ column: Int) -> SourceLocation {
    let line = max(table.lines.lowerBound, firstLine - 1)
    return cell(line, column).location
  }

  /// The columns of a line that are not empty.
  func filled(_ line: Int) -> [Int] {
    let index = line - table.lines.lowerBound
    return filledColumns.indices.contains(index) ? filledColumns[index] : []
  }

  /// The lines whose only cell with content names the lines below.
  ///
  /// It spans all columns, is strong if titles are not, or is any such cell if the table begins so.
  ///
  /// - Parameter codes: columns of numbers and codes, which count for nothing.
  func groupLines(title: Int, codes: Set<Int>) -> Set<Int> {
    guard columnCount > 1 else { return [] }
    var alone: [Int] = []
    var strongTitles = 0
    var titles = 0
    var result: Set<Int> = []
    var captions: Set<Int> = []
    for line in lines {
      let all = filled(line)
      let isCaption = all.count > 1 && isDashedCaption(line, all, title: title, codes)
      let filled = isCaption ? [title] : all.count > 1 ? all.filter { !codes.contains($0) } : all
      if isCaption { captions.insert(line) }
      if isRepeated(line) {
        result.insert(line)
      } else if let only = filled.first, cell(line, only).columnSpan >= columnCount {
        result.insert(line)
      } else if filled.count == 1, let only = filled.first, only <= title {
        alone.append(line)
      } else if filled.contains(title) {
        titles += 1
        if cell(line, title).isStrong { strongTitles += 1 }
      }
    }
    let isStrongSpecial = strongTitles * 2 <= titles && titles > 0
    let beginsWithGroup = alone.first == lines.first && columnCount > 2
    for line in alone {
      guard let only = captions.contains(line) ? title : filled(line).last else { continue }
      let next = line + 1
      let leadsOn = lines.contains(next) && filled(next).count > 1
      let isStrong = cell(line, only).isStrong && isStrongSpecial
      let isCapital = cell(line, only).text.isAllCapitals && columnCount > 2
      if isStrong || isCapital && leadsOn || beginsWithGroup && leadsOn { result.insert(line) }
    }
    return result
  }
}

extension TableProfile {
  /// Whether a line has a strong title and nothing but dashes beside it, or long dashed lines beside
  /// any title.
  private func isDashedCaption(
    _ line: Int, _ filled: [Int], title: Int, _ codes: Set<Int>
  ) -> Bool {
    guard filled.contains(title) else { return false }
    let isStrong = cell(line, title).isStrong
    return filled.allSatisfy { column in
      let text = cell(line, column).text
      return column == title || codes.contains(column)
        || LetterForms.sign(text) == .nothing && (isStrong || text.count > 2)
    }
  }
}

extension String {
  /// Whether it has more in it than letters of the usual schemes and signs between them.
  fileprivate var isName: Bool { contains { $0.isLetter && !"RASCIrasci".contains($0) } }

  /// Whether it has letters of two cases, and only capitals.
  fileprivate var isAllCapitals: Bool {
    self == uppercased() && self != lowercased() && count > 3
  }
}
