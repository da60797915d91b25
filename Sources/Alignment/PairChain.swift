/// The settled pairs that keep the order.
enum PairChain {
  /// A longest chain of pairs that rises on both sides; the other pairs have moved.
  ///
  /// The method is that of Schensted (1961).
  static func longest(_ settled: [RowAligner.Pair]) -> [RowAligner.Pair] {
    let pairs = settled.sorted { $0.source < $1.source }
    // The last pair of the best chain of each length, and each pair's predecessor in its chain.
    var ends: [Int] = []
    var endTargets: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      let length = count(of: endTargets, below: pair.target)
      previous[index] = length > 0 ? ends[length - 1] : nil
      if length < ends.count {
        (ends[length], endTargets[length]) = (index, pair.target)
      } else {
        ends.append(index)
        endTargets.append(pair.target)
      }
    }
    var chain: [RowAligner.Pair] = []
    var next = ends.last
    while let index = next {
      chain.append(pairs[index])
      next = previous[index]
    }
    return chain.reversed()
  }

  /// How many of rising numbers are less than a limit; binary search.
  private static func count(of numbers: [Int], below limit: Int) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
