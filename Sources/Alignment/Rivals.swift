import Glibc

/// Pairs that cannot all be right, since a row is in one pair at most.
struct Rivals {
  /// The two best of the evidence of each row, and of each column.
  private var bestOfRow: [Int: (first: Double, second: Double)] = [:]
  private var bestOfColumn: [Int: (first: Double, second: Double)] = [:]
  /// The sum of the likelihoods.
  private var sumOfRow: [Int: Double] = [:]
  private var sumOfColumn: [Int: Double] = [:]

  init(_ pairs: [(row: Int, column: Int, evidence: Double)]) {
    for (row, column, evidence) in pairs {
      Self.enter(evidence, &bestOfRow[row])
      Self.enter(evidence, &bestOfColumn[column])
      sumOfRow[row, default: 0] += exp(evidence)
      sumOfColumn[column, default: 0] += exp(evidence)
    }
  }

  private static func enter(
    _ evidence: Double, _ best: inout (first: Double, second: Double)?
  ) {
    let old = best ?? (-.infinity, -.infinity)
    best = evidence > old.first ? (evidence, old.first) : (old.first, max(old.second, evidence))
  }

  /// By how much a pair's evidence is better than that of every other pair with one of its rows.
  func margin(_ row: Int, _ column: Int, _ evidence: Double) -> Double {
    let others = [bestOfRow[row], bestOfColumn[column]].compactMap { best in
      best.map { evidence >= $0.first ? $0.second : $0.first }
    }
    return evidence - (others.max() ?? -.infinity)
  }

  /// The probability of a pair against those with one of its rows and against none of them.
  ///
  /// - Parameter odds: of the pair before anything is known of it.
  func share(_ row: Int, _ column: Int, _ evidence: Double, odds: Double) -> Double {
    let own = exp(evidence)
    let all = (sumOfRow[row] ?? own) + (sumOfColumn[column] ?? own) - own
    return odds * own / (1 + odds * all)
  }
}
