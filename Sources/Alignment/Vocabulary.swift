import Glibc

/// The evidence of items that both tables have about two rows: links, kept tokens, or words.
///
/// An item's evidence is the logarithm of a ratio: its likelihood if one row renders the other,
/// divided by that if the rows are strangers. Rare items say more. Items that one table has more
/// often than the other say less. Items that only one table has say nothing.
struct Vocabulary {
  /// The evidence that an item adds if both rows have it, and subtracts if one has it.
  private struct Weight {
    let shared: Double
    let lonely: Double
  }

  /// The items of a row that both tables have, and their evidence if the other row has none of
  /// them.
  private struct Row {
    var items: [Int32] = []
    var lonely = 0.0
  }

  private var weights: [Weight] = []
  private var sourceRows: [Row] = []
  private var targetRows: [Row] = []

  /// Weighs the items of two tables' rows, each of which must name an item once.
  ///
  /// - Parameters:
  ///   - source: the items of each row, given as hashes of theirs.
  ///   - keeping: how often translators keep such an item.
  init(_ source: [[UInt64]], _ target: [[UInt64]], keeping: Double) {
    var numbers = ItemNumbers(atMost: source.reduce(0) { $0 + $1.count })
    let sourceNumbers = source.map { items in items.map { numbers.enter($0) } }
    let targetNumbers = target.map { items in items.compactMap { numbers[$0] } }
    var counts = [(source: Double, target: Double)](repeating: (0, 0), count: numbers.count)
    for items in sourceNumbers { for number in items { counts[Int(number)].source += 1 } }
    for items in targetNumbers { for number in items { counts[Int(number)].target += 1 } }
    weights = counts.map { first, second in
      guard second > 0 else { return Weight(shared: 0, lonely: 0) }
      let chance =
        (Self.share(first, of: source.count) * Self.share(second, of: target.count)).squareRoot()
      let kept = keeping * min(first, second) / max(first, second)
      let lonely = log(1 - kept)
      return Weight(shared: log((kept + (1 - kept) * chance) / chance) - 2 * lonely, lonely: lonely)
    }
    sourceRows = sourceNumbers.map(row)
    targetRows = targetNumbers.map(row)
  }

  /// How many rows of a table have something, as a share that a small table does not make certain.
  private static func share(_ count: Double, of rows: Int) -> Double {
    (count + 0.2) / (Double(rows) + 3)
  }

  private func row(_ numbers: [Int32]) -> Row {
    let items = numbers.filter { weights[Int($0)].lonely < 0 }.sorted()
    return Row(items: items, lonely: items.reduce(0) { $0 + weights[Int($1)].lonely })
  }

  /// The evidence of two rows' items.
  ///
  /// - Complexity: linear in their number; if one row has far more, linear in that of the other.
  func evidence(_ row: Int, _ column: Int) -> Double { compare(row, column).evidence }

  /// The evidence of two rows' items, and whether they have one in common.
  func compare(_ row: Int, _ column: Int) -> (evidence: Double, haveCommon: Bool) {
    var sum = sourceRows[row].lonely + targetRows[column].lonely
    var haveCommon = false
    sourceRows[row].items.withUnsafeBufferPointer { left in
      targetRows[column].items.withUnsafeBufferPointer { right in
        if Self.isFarLonger(left, right) || Self.isFarLonger(right, left) {
          let (short, long) = left.count < right.count ? (left, right) : (right, left)
          for item in short where Self.contains(item, long) {
            sum += weights[Int(item)].shared
            haveCommon = true
          }
          return
        }
        var (first, second) = (0, 0)
        while first < left.count, second < right.count {
          if left[first] == right[second] {
            sum += weights[Int(left[first])].shared
            haveCommon = true
          }
          let isBehind = left[first] <= right[second]
          if left[first] >= right[second] { second += 1 }
          if isBehind { first += 1 }
        }
      }
    }
    return (sum, haveCommon)
  }

  private static func isFarLonger(
    _ items: UnsafeBufferPointer<Int32>, _ others: UnsafeBufferPointer<Int32>
  ) -> Bool {
    items.count / 32 > others.count
  }

  private static func contains(_ item: Int32, _ items: UnsafeBufferPointer<Int32>) -> Bool {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if items[middle] < item { low = middle + 1 } else { high = middle }
    }
    return low < items.count && items[low] == item
  }
}

/// Numbers for items in the order of their first coming; a table of open slots.
///
/// The slot of an item differs from run to run, so that no text can be made to fill one slot. The
/// numbers do not depend on it.
struct ItemNumbers {
  /// The numbers; negative where a slot is free.
  private(set) var slots: [Int32]
  private let seed = UInt64.random(in: .min ... .max)
  private let factor = UInt64.random(in: .min ... .max) | 1
  private var items: [UInt64] = []

  init(atMost count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    items.reserveCapacity(count)
  }

  var count: Int { items.count }

  /// The number of an item; nil if it was not entered.
  subscript(item: UInt64) -> Int32? {
    let number = slots[slot(of: item)]
    return number < 0 ? nil : number
  }

  /// Enters an item and returns its number.
  mutating func enter(_ item: UInt64) -> Int32 {
    let slot = slot(of: item)
    if slots[slot] < 0 {
      slots[slot] = Int32(items.count)
      items.append(item)
    }
    return slots[slot]
  }

  /// The item's slot, or the empty one that it would take.
  private func slot(of item: UInt64) -> Int {
    let mixed = (item ^ seed) &* factor
    let spread = (mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: spread >> 32) & (slots.count - 1)
    while slots[slot] >= 0, items[Int(slots[slot])] != item {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
