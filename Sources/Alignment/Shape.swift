import Glibc

/// The evidence from two rows' sizes: length, title, clauses, lines, sentences, links, and tokens.
///
/// Each is a kernel: 1 if the sizes are the same, and less the more they differ. It is compared
/// with its mean over the table. In a table of short rows, two short ones are weak evidence, and
/// two long ones are strong.
struct Shape {
  /// A size that is compared.
  enum Size: Int, CaseIterable {
    case length, title, clauses, lines, sentences, links, tokens

    /// The size of a row.
    func value(_ row: RowFeatures) -> Int {
      switch self {
      case .length: row.length
      case .title: row.titleLength
      case .clauses: row.clauseCount
      case .lines: row.lineCount
      case .sentences: row.sentenceCount
      case .links: row.links.count
      case .tokens: row.keptTokens.count
      }
    }

    /// How much it counts; the sizes depend on each other, so none but the first counts in full.
    var weight: Double {
      switch self {
      case .length: 1
      case .clauses, .links: 0.7
      case .tokens, .title, .lines, .sentences: 0.5
      }
    }

    /// The mean of the kernel between rows of any table, which counts as some rows if a table
    /// has few.
    var usualMean: Double {
      switch self {
      case .length: 0.4
      case .title: 0.6
      case .clauses, .lines, .sentences, .links, .tokens: 0.5
      }
    }
  }

  /// How many of a table's rows, evenly spread, represent all.
  private static let mostSamples = 32
  /// How many rows of any table each table counts beside its own.
  private static let usualRows = 3.0

  /// A size of all rows of both sides.
  private struct Column {
    var source: [Double] = []
    var target: [Double] = []
    /// The kernel of each row with each of the other side; empty if the tables are large.
    var kernels: [Double] = []
    /// The mean of the kernel of each row over the other side's rows, as a logarithm.
    var sourceMeans: [Double] = []
    var targetMeans: [Double] = []
  }

  private var columns: [Column] = []
  /// How far off the ratio of the lengths may be, which few rows estimate badly; a variance.
  private let ratioVariance: Double

  init(source: [RowFeatures], target: [RowFeatures]) {
    let fewer = Double(max(1, min(source.count, target.count)))
    ratioVariance = 0.5 / (fewer * fewer)
    for size in Size.allCases {
      var column = Column(
        source: source.map { Double(size.value($0)) }, target: target.map { Double(size.value($0)) }
      )
      if size == .length || size == .title { Self.makeComparable(&column) }
      if max(source.count, target.count) <= Self.mostSamples {
        fillKernelsAndMeans(of: &column, size)
      } else {
        fillMeans(of: &column, size)
      }
      columns.append(column)
    }
  }

  private func fillKernelsAndMeans(of column: inout Column, _ size: Size) {
    let (rows, width) = (column.source.count, column.target.count)
    var kernels: [Double] = []
    kernels.reserveCapacity(rows * width)
    for value in column.source {
      for other in column.target {
        kernels.append(Self.kernel(size, value, other, ratioVariance))
      }
    }
    column.kernels = kernels
    column.sourceMeans = (0..<rows).map { row in
      Self.mean(size, width) { kernels[row * width + $0] }
    }
    column.targetMeans = (0..<width).map { target in
      Self.mean(size, rows) { kernels[$0 * width + target] }
    }
  }

  private func fillMeans(of column: inout Column, _ size: Size) {
    let sources = Self.samples(column.source)
    let targets = Self.samples(column.target)
    column.sourceMeans = column.source.map { value in
      Self.mean(size, targets.count) { Self.kernel(size, value, targets[$0], ratioVariance) }
    }
    column.targetMeans = column.target.map { value in
      Self.mean(size, sources.count) { Self.kernel(size, sources[$0], value, ratioVariance) }
    }
  }

  /// Turns lengths into logarithms, the source's as long as if they were written in the
  /// translation's language.
  ///
  /// How much longer that is tell the quarters of both sides' lengths: a long row that one side
  /// lacks hardly moves them.
  private static func makeComparable(_ column: inout Column) {
    column.source = column.source.map { log($0 + 1) }
    column.target = column.target.map { log($0 + 1) }
    guard !column.source.isEmpty, !column.target.isEmpty else { return }
    func middle(_ lengths: [Double]) -> Double {
      let sorted = lengths.sorted()
      return (1...3).reduce(0) { $0 + sorted[sorted.count * $1 / 4] } / 3
    }
    let ratio = middle(column.target) - middle(column.source)
    column.source = column.source.map { $0 + ratio }
  }

  private static func samples(_ values: [Double]) -> [Double] {
    guard values.count > mostSamples else { return values }
    return (0..<mostSamples).map { values[$0 * values.count / mostSamples] }
  }

  private static func mean(_ size: Size, _ count: Int, kernel: (Int) -> Double) -> Double {
    let sum = (0..<count).reduce(usualRows * size.usualMean) { $0 + kernel($1) }
    return log(sum / (Double(count) + usualRows))
  }

  /// The evidence of one size, as a logarithm.
  func evidence(_ size: Size, _ row: Int, _ column: Int) -> Double {
    let mean =
      (columns[size.rawValue].sourceMeans[row] + columns[size.rawValue].targetMeans[column]) / 2
    return size.weight * (log(kernel(size, row, column)) - mean)
  }

  private func kernel(_ size: Size, _ row: Int, _ column: Int) -> Double {
    let index = size.rawValue
    if !columns[index].kernels.isEmpty {
      return columns[index].kernels[row * columns[index].target.count + column]
    }
    return Self.kernel(
      size, columns[index].source[row], columns[index].target[column], ratioVariance)
  }

  private static func kernel(
    _ size: Size, _ left: Double, _ right: Double, _ variance: Double
  ) -> Double {
    switch size {
    case .length: lengthKernel(left, right, 0.0144 + variance, floor: 0.015)
    case .title: lengthKernel(left, right, 0.1225 + variance, floor: 0.2)
    case .clauses: countKernel(left, right, floor: 0.08)
    case .lines: countKernel(left, right, floor: 0.12)
    case .sentences: countKernel(left, right, floor: 0.2)
    case .links: countKernel(left, right, floor: 0.25)
    case .tokens: countKernel(left, right, floor: 0.3)
    }
  }

  /// By how much rows differ that were rewritten, as a logarithm.
  private static let rewrittenSpread = 0.6

  /// How alike two lengths are, given as logarithms: normal, with a share of rows that were
  /// rewritten.
  ///
  /// The variance for each character is that of Gale and Church, 6.8.
  ///
  /// - Parameter least: the variance of the longest rows.
  private static func lengthKernel(
    _ left: Double, _ right: Double, _ least: Double, floor: Double
  ) -> Double {
    let square = (left - right) * (left - right) / 2
    let variance = least + 6.8 * exp(-max(left, right))
    let rewritten = exp(-square / (rewrittenSpread * rewrittenSpread))
    return (0.9 - floor) * exp(-square / variance) + 0.1 * rewritten + floor
  }

  /// How alike two counts are.
  private static func countKernel(_ left: Double, _ right: Double, floor: Double) -> Double {
    guard left != right else { return 1 }
    let difference = left - right
    return (1 - floor) * exp(-1.5 * difference * difference / max(left, right)) + floor
  }
}
