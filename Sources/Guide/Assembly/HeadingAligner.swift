import Markdown

/// Pairs the headings of a translation with the source's.
///
/// Equal explicit anchors settle a pair. The others are paired in order by the longest common
/// subsequence of their levels (D. S. Hirschberg, 1975, describes the table), which is one to one
/// if both documents have the same outline.
enum HeadingAligner {
  /// The index of the source's heading for each heading of the translation, or nil.
  static func align(
    source: [Document.Heading], target: [Document.Heading], sourceIDs: [String]
  ) -> [Int?] {
    var result = [Int?](repeating: nil, count: target.count)
    var sourceByID: [String: Int] = [:]
    for (index, id) in sourceIDs.enumerated() { sourceByID[id] = index }
    for (index, heading) in target.enumerated() {
      result[index] = heading.anchor.flatMap { sourceByID[$0] }
    }
    // Pairs made by order are between settled pairs, so that only these are in the way.
    let taken = Set(result.compactMap { $0 })
    var targetStart = 0
    var sourceStart = 0
    for index in target.indices {
      guard let settled = result[index], settled >= sourceStart else { continue }
      pair(source, sourceStart..<settled, target, targetStart..<index, taken, &result)
      (targetStart, sourceStart) = (index + 1, settled + 1)
    }
    pair(source, sourceStart..<source.count, target, targetStart..<target.count, taken, &result)
    return result
  }

  /// Pairs the headings between two settled ones.
  private static func pair(
    _ source: [Document.Heading], _ sources: Range<Int>, _ target: [Document.Heading],
    _ targets: Range<Int>, _ taken: Set<Int>, _ result: inout [Int?]
  ) {
    let free = targets.filter { result[$0] == nil && target[$0].anchor == nil }
    let open = sources.filter { !taken.contains($0) }
    if free.isEmpty || open.isEmpty { return }
    if free.count == open.count,
      zip(free, open).allSatisfy({ target[$0].level == source[$1].level })
    {
      for (index, match) in zip(free, open) { result[index] = match }
      return
    }
    // A table of this size is reached by no honest outline; beyond it headings keep their own ids.
    guard free.count * open.count <= 1_000_000 else { return }
    var longest = [[Int]](
      repeating: Array(repeating: 0, count: open.count + 1), count: free.count + 1)
    for row in stride(from: free.count - 1, through: 0, by: -1) {
      for column in stride(from: open.count - 1, through: 0, by: -1) {
        let isEqual = target[free[row]].level == source[open[column]].level
        longest[row][column] =
          isEqual
          ? longest[row + 1][column + 1] + 1
          : max(longest[row + 1][column], longest[row][column + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < free.count, column < open.count {
      if target[free[row]].level == source[open[column]].level {
        result[free[row]] = open[column]
        (row, column) = (row + 1, column + 1)
      } else if longest[row + 1][column] >= longest[row][column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }
}
