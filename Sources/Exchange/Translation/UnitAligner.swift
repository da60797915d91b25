import Markdown

/// Pairs the units of a section with those of its translation, in order.
///
/// If both have the same kinds of units in the same order, they are paired one to one. Otherwise,
/// dynamic programming finds the cheapest way to pair or leave out units. It follows Gale and
/// Church (A Program for Aligning Sentences in Bilingual Corpora, 1993). The cost depends on kind,
/// place in a row, length, and kept tokens.
enum UnitAligner {
  /// The number of pairs that are compared in a document, and for each of its units.
  ///
  /// In a larger document, units are paired one by one from the beginning.
  private static let mostPairs = (inDocument: 250_000, ofUnit: 400)
  /// The cost of leaving a unit without a partner.
  private static let gap = 3.0

  /// How many pairs may be compared in a document of so many units.
  static func budget(units: Int) -> Int { mostPairs.inDocument + mostPairs.ofUnit * units }

  /// The partner of each source unit, by index.
  ///
  /// - Parameters:
  ///   - isSameLanguage: whether equal texts are partners, as in two versions of one file.
  ///   - budget: how many pairs may still be compared.
  static func align(
    _ source: [MarkdownUnit], _ target: [MarkdownUnit], isSameLanguage: Bool = false,
    budget: inout Int
  ) -> [Int?] {
    let isAlike =
      source.count == target.count
      && zip(source, target).allSatisfy { isSameKind($0, $1) && isSameRow($0, $1) }
    if isAlike, !isSameLanguage { return Array(source.indices) }
    if source.isEmpty || target.isEmpty { return source.map { _ in nil } }
    let pairCount = source.count * target.count
    guard pairCount <= budget else {
      return source.indices.map { index in
        target.indices.contains(index) && isSameKind(source[index], target[index]) ? index : nil
      }
    }
    budget -= pairCount
    let groups = (rows(of: source), rows(of: target))
    let facts = (
      groups.0.map { Facts(source[$0]) }, groups.1.map { Facts(target[$0]) }
    )
    var partners = [Int?](repeating: nil, count: source.count)
    for (index, partner) in cheapest(facts.0, facts.1, isSameLanguage).enumerated() {
      guard let partner else { continue }
      pair(groups.0[index], groups.1[partner], source, target, &partners)
    }
    return partners
  }

  /// The units, those of one row of a table together.
  private static func rows(of units: [MarkdownUnit]) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    for (index, unit) in units.enumerated() {
      if let last = rows.last, let cell = unit.cell, let before = units[last.lowerBound].cell,
        before.table == cell.table, before.row == cell.row
      {
        rows[rows.count - 1] = last.lowerBound..<(index + 1)
      } else {
        rows.append(index..<(index + 1))
      }
    }
    return rows
  }

  /// Pairs the clauses of two rows: in order if they are as many, else by column.
  private static func pair(
    _ own: Range<Int>, _ others: Range<Int>, _ source: [MarkdownUnit], _ target: [MarkdownUnit],
    _ partners: inout [Int?]
  ) {
    let isAlike = own.count == others.count
    for (offset, index) in own.enumerated() {
      let partner =
        isAlike
        ? others.lowerBound + offset
        : others.first { other in
          source[index].cell?.column == target[other].cell?.column
            && source[index].cell?.clause == target[other].cell?.clause
        }
      if let partner, isSameKind(source[index], target[partner]) { partners[index] = partner }
    }
  }

  private static func isSameKind(_ left: MarkdownUnit, _ right: MarkdownUnit) -> Bool {
    left.kind == right.kind && left.cell?.column == right.cell?.column
      && (left.cell == nil) == (right.cell == nil) && left.level == right.level
  }

  private static func isSameRow(_ left: MarkdownUnit, _ right: MarkdownUnit) -> Bool {
    left.cell?.row == right.cell?.row
  }

  /// The parts of a unit that are compared, found once.
  private struct Facts {
    let unit: MarkdownUnit
    let text: String
    let length: Double
    let targets: Set<String>
    let numbers: Set<String>

    init(_ units: ArraySlice<MarkdownUnit>) {
      unit = units[units.startIndex]
      text = units.map(\.text).joined(separator: "\n")
      length = Double(text.unicodeScalars.count)
      let inlines = InlineParts(text)
      targets = Set(inlines.targets)
      numbers = Set(inlines.numbers)
    }
  }

  private static func cost(_ left: Facts, _ right: Facts, _ isSameLanguage: Bool) -> Double {
    guard isSameKind(left.unit, right.unit) else { return 2 * gap + 1 }
    if isSameLanguage, left.text == right.text { return 0 }
    let longer = max(left.length, right.length) + 8
    let shorter = min(left.length, right.length) + 8
    var cost = 1.2 * (longer / shorter - 1)
    cost += left.targets == right.targets ? (left.targets.isEmpty ? 0 : -0.5) : 1.5
    cost += left.numbers == right.numbers ? (left.numbers.isEmpty ? 0 : -0.5) : 0.7
    if isSameLanguage { cost += 1 }
    return max(0, cost)
  }

  private static func cheapest(
    _ source: [Facts], _ target: [Facts], _ isSameLanguage: Bool
  ) -> [Int?] {
    let width = target.count + 1
    var before = (0..<width).map { Double($0) * gap }
    var steps = [UInt8](repeating: 0, count: (source.count + 1) * width)
    for column in 1..<width { steps[column] = 2 }
    for row in 1...source.count {
      var now = [Double](repeating: 0, count: width)
      now[0] = Double(row) * gap
      steps[row * width] = 1
      for column in 1..<width {
        let paired = before[column - 1] + cost(source[row - 1], target[column - 1], isSameLanguage)
        let (skipped, added) = (before[column] + gap, now[column - 1] + gap)
        let least = min(paired, skipped, added)
        now[column] = least
        steps[row * width + column] = least == paired ? 0 : least == skipped ? 1 : 2
      }
      before = now
    }
    var partners = [Int?](repeating: nil, count: source.count)
    var (row, column) = (source.count, target.count)
    while row > 0 || column > 0 {
      switch steps[row * width + column] {
      case 0:
        (row, column) = (row - 1, column - 1)
        if isSameKind(source[row].unit, target[column].unit) { partners[row] = column }
      case 1: row -= 1
      default: column -= 1
      }
    }
    return partners
  }
}
