import Glibc

/// What items that both tables have say about two rows: links, kept tokens or words.
///
/// An item's evidence is the logarithm of how much likelier it is to be seen as it is if one row
/// renders the other than if the rows are strangers. What is rare says more; what one table has
/// more often than the other says less; what one table alone has says nothing.
struct Vocabulary<Item: Hashable> {
  private struct Weight {
    /// The evidence where both rows have it.
    let shared: Double
    /// The evidence where one row alone has it.
    let lonely: Double
  }

  private let weights: [Item: Weight]

  /// - Parameter keeping: how often translators keep such an item.
  init(_ source: [Set<Item>], _ target: [Set<Item>], keeping: Double) {
    var sourceCounts: [Item: Int] = [:]
    for set in source { for item in set { sourceCounts[item, default: 0] += 1 } }
    var targetCounts: [Item: Int] = [:]
    for set in target {
      for item in set where sourceCounts[item] != nil { targetCounts[item, default: 0] += 1 }
    }
    var weights: [Item: Weight] = [:]
    for (item, targetCount) in targetCounts {
      let (first, second) = (Double(sourceCounts[item] ?? 0), Double(targetCount))
      let chance =
        (smoothed(first, of: source.count) * smoothed(second, of: target.count)).squareRoot()
      let kept = keeping * min(first, second) / max(first, second)
      weights[item] = Weight(
        shared: log((kept + (1 - kept) * chance) / chance), lonely: log(1 - kept))
    }
    self.weights = weights
  }

  /// The evidence of two rows' items.
  ///
  /// - Complexity: linear in their number.
  func evidence(_ left: Set<Item>, _ right: Set<Item>) -> Double {
    var terms: [Double] = []
    for item in left {
      guard let weight = weights[item] else { continue }
      terms.append(right.contains(item) ? weight.shared : weight.lonely)
    }
    for item in right where !left.contains(item) {
      if let weight = weights[item] { terms.append(weight.lonely) }
    }
    // A sum in the order of a set would differ from run to run in its last digits.
    return terms.sorted().reduce(0, +)
  }
}

/// How many rows of a table have something, as a share that a small table does not make certain.
private func smoothed(_ count: Double, of rows: Int) -> Double {
  (count + 0.2) / (Double(rows) + 3)
}
