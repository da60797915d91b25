/// The best pairing of two lists that keeps their order, by dynamic programming.
struct OrderedPairing {
  /// A pair and by how much the best pairing without it is worse.
  struct Pair {
    let row: Int
    let column: Int
    let margin: Double
  }

  /// Beyond so many combinations no pairing is looked for.
  static let mostCombinations = 4_000_000

  private let rows: Int
  private let columns: Int
  private let gapCost: Double
  private let gains: [Double]
  /// The best total of the first rows and columns, and of the others.
  private var forward: [Double]
  private var backward: [Double]

  /// Fills the tables; time and memory grow with the product of the two counts.
  ///
  /// - Parameters:
  ///   - gapCost: what leaving a row or a column alone costs.
  ///   - gain: what a pair adds; minus infinity where it must not be made.
  init(rows: Int, columns: Int, gapCost: Double, gain: (Int, Int) -> Double) {
    self.rows = rows
    self.columns = columns
    self.gapCost = gapCost
    var gains: [Double] = []
    gains.reserveCapacity(rows * columns)
    for row in 0..<rows { for column in 0..<columns { gains.append(gain(row, column)) } }
    self.gains = gains
    forward = Array(repeating: 0, count: (rows + 1) * (columns + 1))
    backward = forward
    fill()
  }

  private func place(_ row: Int, _ column: Int) -> Int { row * (columns + 1) + column }

  private func gain(_ row: Int, _ column: Int) -> Double { gains[row * columns + column] }

  private mutating func fill() {
    for row in 0...rows {
      for column in 0...columns where row + column > 0 {
        var best = -Double.infinity
        if row > 0 { best = max(best, forward[place(row - 1, column)] - gapCost) }
        if column > 0 { best = max(best, forward[place(row, column - 1)] - gapCost) }
        if row > 0, column > 0 {
          best = max(best, forward[place(row - 1, column - 1)] + gain(row - 1, column - 1))
        }
        forward[place(row, column)] = best
      }
    }
    for row in stride(from: rows, through: 0, by: -1) {
      for column in stride(from: columns, through: 0, by: -1) where row < rows || column < columns {
        var best = -Double.infinity
        if row < rows { best = max(best, backward[place(row + 1, column)] - gapCost) }
        if column < columns { best = max(best, backward[place(row, column + 1)] - gapCost) }
        if row < rows, column < columns {
          best = max(best, backward[place(row + 1, column + 1)] + gain(row, column))
        }
        backward[place(row, column)] = best
      }
    }
  }

  /// The pairs of the best pairing by rising row.
  func pairs() -> [Pair] {
    var pairs: [Pair] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let best = backward[place(row, column)]
      if best == backward[place(row + 1, column + 1)] + gain(row, column) {
        pairs.append(Pair(row: row, column: column, margin: margin(row, column)))
        (row, column) = (row + 1, column + 1)
      } else if best == backward[place(row + 1, column)] - gapCost {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  /// Whatever pairing there is does something with the row: it pairs it with another column, or
  /// leaves it alone before some column.
  private func margin(_ row: Int, _ column: Int) -> Double {
    var best = -Double.infinity
    for other in 0...columns {
      let before = forward[place(row, other)]
      best = max(best, before - gapCost + backward[place(row + 1, other)])
      guard other < columns, other != column else { continue }
      best = max(best, before + gain(row, other) + backward[place(row + 1, other + 1)])
    }
    return backward[0] - best
  }
}
