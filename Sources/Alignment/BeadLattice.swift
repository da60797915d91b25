import Glibc

/// The probability of each pair over all ways to bring two lists into line.
///
/// The beads are those of Gale and Church (a pair, a single row on either side) and a crossed one:
/// two neighbors that changed places. The probabilities come from the forward and the backward sums
/// over the lattice of all ways, not only from the best way. If two ways are equally good, no pair
/// of theirs is likely. Only a band of the lattice is kept if it is large.
struct BeadLattice {
  /// Logarithms of how frequent the beads are.
  private static let pairCost = log(0.9)
  private static let gapCost = log(0.1)
  private static let crossedCost = log(0.02)

  /// So many cells are kept at most, but at least `leastBand` to either side.
  private static let mostCells = 400_000
  private static let leastBand = 24

  private let rows: Int
  private let columns: Int
  /// The columns that are kept of each row, one more than there are rows.
  private let band: [ClosedRange<Int>]
  private var gains: BandTable
  private var forward: BandTable
  private var backward: BandTable

  /// Fills the lattice.
  ///
  /// - Parameters:
  ///   - path: pairs known before, by rising row and column, along which the band runs.
  ///   - gain: the evidence of a pair; minus infinity if it must not be made.
  init(
    rows: Int, columns: Int, path: [(row: Int, column: Int)], gain: (Int, Int) -> Double
  ) {
    self.rows = rows
    self.columns = columns
    band = Self.band(rows, columns, path)
    gains = BandTable(band)
    forward = BandTable(band)
    backward = BandTable(band)
    for row in 0..<rows {
      for column in band[row] where column < columns { gains[row, column] = gain(row, column) }
    }
    fillForward()
    fillBackward()
  }

  /// The columns beside a path from corner to corner, straight between known pairs.
  private static func band(
    _ rows: Int, _ columns: Int, _ path: [(row: Int, column: Int)]
  ) -> [ClosedRange<Int>] {
    let half = max(leastBand, mostCells / (2 * (rows + 1)))
    let points = [(row: 0, column: 0)] + path + [(row: rows, column: columns)]
    var centres: [Int] = []
    var next = 1
    for row in 0...rows {
      while next < points.count - 1, points[next].row < row { next += 1 }
      let (first, last) = (points[next - 1], points[next])
      let share = Double(row - first.row) / Double(max(last.row - first.row, 1))
      centres.append(first.column + Int(share * Double(last.column - first.column)))
    }
    // Each row's columns reach the next row's, and the last ones the corner.
    return zip(centres, centres.dropFirst() + [columns]).map { centre, following in
      max(0, centre - half)...min(columns, max(centre, following) + half)
    }
  }

  private mutating func fillForward() {
    for row in 0...rows {
      for column in band[row] {
        guard row + column > 0 else {
          forward[row, column] = 0
          continue
        }
        var sum = -Double.infinity
        if row > 0 { add(&sum, forward[row - 1, column] + Self.gapCost) }
        if column > 0 { add(&sum, forward[row, column - 1] + Self.gapCost) }
        if row > 0, column > 0 {
          add(&sum, forward[row - 1, column - 1] + pair(row - 1, column - 1))
        }
        if row > 1, column > 1 {
          add(&sum, forward[row - 2, column - 2] + crossed(row - 2, column - 2))
        }
        forward[row, column] = sum
      }
    }
  }

  private mutating func fillBackward() {
    for row in (0...rows).reversed() {
      for column in band[row].reversed() {
        guard row < rows || column < columns else {
          backward[row, column] = 0
          continue
        }
        var sum = -Double.infinity
        if row < rows { add(&sum, backward[row + 1, column] + Self.gapCost) }
        if column < columns { add(&sum, backward[row, column + 1] + Self.gapCost) }
        if row < rows, column < columns {
          add(&sum, backward[row + 1, column + 1] + pair(row, column))
        }
        if row + 1 < rows, column + 1 < columns {
          add(&sum, backward[row + 2, column + 2] + crossed(row, column))
        }
        backward[row, column] = sum
      }
    }
  }

  private func pair(_ row: Int, _ column: Int) -> Double { Self.pairCost + gains[row, column] }

  /// Two rows and two columns that are paired crosswise.
  private func crossed(_ row: Int, _ column: Int) -> Double {
    Self.crossedCost + gains[row, column + 1] + gains[row + 1, column]
  }

  private func add(_ sum: inout Double, _ term: Double) {
    guard term > -.infinity else { return }
    guard sum > -.infinity else {
      sum = term
      return
    }
    let (greater, less) = sum > term ? (sum, term) : (term, sum)
    sum = greater - less > 30 ? greater : greater + log1p(exp(less - greater))
  }

  /// The pairs that are likelier than half and more, by rising row, with their probability.
  func pairs(likelierThan least: Double) -> [(row: Int, column: Int, probability: Double)] {
    let all = backward[0, 0]
    // Few pairs come near the limit, and only those need the exponential.
    let nearly = log(least) - 0.001
    var result: [(row: Int, column: Int, probability: Double)] = []
    for row in 0..<rows {
      for column in band[row] where column < columns && gains[row, column] > -.infinity {
        let logarithm = logarithm(row, column) - all
        guard logarithm > nearly else { continue }
        let probability = min(1, exp(logarithm))
        if probability > least { result.append((row, column, probability)) }
      }
    }
    return result
  }

  /// The logarithm of the sum over all ways with a pair.
  private func logarithm(_ row: Int, _ column: Int) -> Double {
    var sum = forward[row, column] + pair(row, column) + backward[row + 1, column + 1]
    if row + 1 < rows, column > 0 {
      add(&sum, forward[row, column - 1] + crossed(row, column - 1) + backward[row + 2, column + 1])
    }
    if row > 0, column + 1 < columns {
      add(&sum, forward[row - 1, column] + crossed(row - 1, column) + backward[row + 1, column + 2])
    }
    return sum
  }
}

/// A table of which only a band of columns is kept in each row; elsewhere it is minus infinity.
private struct BandTable {
  private let band: [ClosedRange<Int>]
  private let starts: [Int]
  private var values: [Double]

  init(_ band: [ClosedRange<Int>]) {
    self.band = band
    var starts: [Int] = []
    var count = 0
    for range in band {
      starts.append(count - range.lowerBound)
      count += range.count
    }
    self.starts = starts
    values = Array(repeating: -.infinity, count: count)
  }

  subscript(row: Int, column: Int) -> Double {
    get { band[row].contains(column) ? values[starts[row] + column] : -.infinity }
    set { values[starts[row] + column] = newValue }
  }
}
