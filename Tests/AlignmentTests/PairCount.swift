import Alignment
import Foundation

/// How many of the pairs that were found are right, and how many of the right ones were found.
struct PairCount {
  private(set) var cases = 0
  private(set) var found = 0
  private(set) var right = 0
  private(set) var findable = 0
  /// Wrong pairs with a score that reports nothing.
  private(set) var silent = 0
  /// Right pairs that are reported as uncertain.
  private(set) var doubted = 0

  var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  var recall: Double { findable == 0 ? 1 : Double(right) / Double(findable) }
  /// The share of the pairs that are wrong and not reported.
  var silence: Double { found == 0 ? 0 : Double(silent) / Double(found) }

  /// Counts the pairs of one case.
  mutating func add(_ pairs: [RowAligner.Pair], origins: [[Int]]) {
    cases += 1
    found += pairs.count
    findable += Self.mostPairs(origins)
    for pair in pairs {
      let isRight = origins[pair.target].contains(pair.source)
      let isReported = pair.score < RowAligner.uncertainBelow
      if isRight { right += 1 }
      if isRight, isReported { doubted += 1 }
      if !isRight, !isReported { silent += 1 }
    }
  }

  static func += (left: inout PairCount, right: PairCount) {
    left.cases += right.cases
    left.found += right.found
    left.right += right.right
    left.findable += right.findable
    left.silent += right.silent
    left.doubted += right.doubted
  }

  /// So many rows can have a partner, each source row once; by Kuhn's augmenting paths.
  private static func mostPairs(_ origins: [[Int]]) -> Int {
    var rowOfOrigin: [Int: Int] = [:]
    func place(_ row: Int, _ seen: inout Set<Int>) -> Bool {
      for origin in origins[row] where seen.insert(origin).inserted {
        guard let other = rowOfOrigin[origin] else {
          rowOfOrigin[origin] = row
          return true
        }
        if place(other, &seen) {
          rowOfOrigin[origin] = row
          return true
        }
      }
      return false
    }
    return origins.indices.count { row in
      var seen: Set<Int> = []
      return place(row, &seen)
    }
  }

  /// A line of the report.
  func line(_ name: String) -> String {
    func share(_ part: Int, _ whole: Int) -> Double {
      whole == 0 ? 0 : 100 * Double(part) / Double(whole)
    }
    let padded = name.padding(toLength: 34, withPad: " ", startingAt: 0)
    return padded
      + String(
        format: "%6d  %9.4f  %6.4f  %10.3f %%  %10.2f %%", cases, precision, recall,
        share(silent, found), share(doubted, right))
  }

  /// The head of the report.
  static let head =
    "damage".padding(toLength: 34, withPad: " ", startingAt: 0)
    + " cases  precision  recall  silent wrong  right doubted"
}
