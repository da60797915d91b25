import Glibc

/// What items that both tables have say about two rows: links, kept tokens or words.
///
/// An item's evidence is the logarithm of how much likelier it is to be seen as it is if one row
/// renders the other than if the rows are strangers. What is rare says more; what one table has
/// more often than the other says less; what one table alone has says nothing.
struct Vocabulary {
  /// What an item adds where both rows have it, beside what it takes away where one has it.
  private struct Weight {
    let shared: Double
    let lonely: Double
  }

  /// The items of a row that both tables have, and what they say if the other row has none of them.
  private struct Row {
    var items: [Int] = []
    var lonely = 0.0
  }

  private var weights: [Weight] = []
  private var sourceRows: [Row] = []
  private var targetRows: [Row] = []

  /// Weighs the items of two tables' rows, each of which must name an item once.
  ///
  /// - Parameter keeping: how often translators keep such an item.
  init<Item: Hashable>(_ source: [[Item]], _ target: [[Item]], keeping: Double) {
    var numbers: [Item: Int] = [:]
    var counts: [(source: Double, target: Double)] = []
    for items in source {
      for item in items {
        let number = numbers[item] ?? counts.count
        if number == counts.count {
          numbers[item] = number
          counts.append((0, 0))
        }
        counts[number].source += 1
      }
    }
    let targetNumbers = target.map { items in items.compactMap { numbers[$0] } }
    for items in targetNumbers { for number in items { counts[number].target += 1 } }
    weights = counts.map { first, second in
      guard second > 0 else { return Weight(shared: 0, lonely: 0) }
      let chance =
        (Self.share(first, of: source.count) * Self.share(second, of: target.count)).squareRoot()
      let kept = keeping * min(first, second) / max(first, second)
      let lonely = log(1 - kept)
      return Weight(shared: log((kept + (1 - kept) * chance) / chance) - 2 * lonely, lonely: lonely)
    }
    sourceRows = source.map { items in row(items.compactMap { numbers[$0] }) }
    targetRows = targetNumbers.map(row)
  }

  /// How many rows of a table have something, as a share that a small table does not make certain.
  private static func share(_ count: Double, of rows: Int) -> Double {
    (count + 0.2) / (Double(rows) + 3)
  }

  private func row(_ numbers: [Int]) -> Row {
    let items = numbers.filter { weights[$0].lonely < 0 }.sorted()
    return Row(items: items, lonely: items.reduce(0) { $0 + weights[$1].lonely })
  }

  /// The evidence of two rows' items.
  ///
  /// - Complexity: linear in their number.
  func evidence(_ row: Int, _ column: Int) -> Double {
    var sum = sourceRows[row].lonely + targetRows[column].lonely
    sourceRows[row].items.withUnsafeBufferPointer { left in
      targetRows[column].items.withUnsafeBufferPointer { right in
        var (first, second) = (0, 0)
        while first < left.count, second < right.count {
          if left[first] == right[second] { sum += weights[left[first]].shared }
          let isBehind = left[first] <= right[second]
          if left[first] >= right[second] { second += 1 }
          if isBehind { first += 1 }
        }
      }
    }
    return sum
  }
}
