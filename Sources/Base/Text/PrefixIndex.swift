/// Finds which of many texts another text begins with.
///
/// It is sorted, so the cost depends on the text and the logarithm of the count. A hash table would
/// have to try each length.
public struct PrefixIndex: Sendable {
  private let entries: [[UInt8]]
  private let numbers: [Int]
  /// Whether a text begins with each byte; all of them if one is empty.
  private let isFirst: [Bool]

  /// Takes texts, which are identified by their numbers from 0; of equal ones the first counts.
  public init(_ texts: [[UInt8]]) {
    let sorted = texts.enumerated().sorted { left, right in
      if left.element == right.element { return left.offset < right.offset }
      return left.element.lexicographicallyPrecedes(right.element)
    }
    var (entries, numbers): ([[UInt8]], [Int]) = ([], [])
    for (number, text) in sorted where text != entries.last {
      entries.append(text)
      numbers.append(number)
    }
    (self.entries, self.numbers) = (entries, numbers)
    var isFirst = [Bool](repeating: entries.first?.isEmpty ?? false, count: 256)
    for entry in entries { if let byte = entry.first { isFirst[Int(byte)] = true } }
    self.isFirst = isFirst
  }

  /// Calls `body` with each text that the bytes from a position on begin with, shortest first.
  ///
  /// - Complexity: the length of the longest common beginning, times the logarithm of the count.
  public func forEachPrefix(
    of bytes: UnsafeBufferPointer<UInt8>, from position: Int, _ body: (Int, _ end: Int) -> Void
  ) {
    if position < bytes.count, !isFirst[Int(bytes[position])] { return }
    var range = entries.indices
    var end = position
    while !range.isEmpty {
      let depth = end - position
      if entries[range.lowerBound].count == depth {
        body(numbers[range.lowerBound], end)
        range = (range.lowerBound + 1)..<range.upperBound
      }
      guard end < bytes.count, let first = range.first, let last = range.last else { return }
      let byte = bytes[end]
      if entries[first][depth] != byte || entries[last][depth] != byte {
        let lower = partition(range) { entries[$0][depth] < byte }
        range = lower..<partition(lower..<range.upperBound) { entries[$0][depth] == byte }
      }
      end += 1
    }
  }

  /// The first index of a range that fails a test that all indexes before it pass.
  private func partition(_ range: Range<Int>, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
