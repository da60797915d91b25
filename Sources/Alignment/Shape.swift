import Glibc

/// What the sizes of two rows say: length, title, clauses, lines, sentences, links and kept tokens.
///
/// Each is a kernel, 1 where the sizes are the same and less the more they differ, held against its
/// mean over the table: in a table of short rows two short ones say little, two long ones much.
struct Shape {
  /// The sizes that are compared.
  enum Size: CaseIterable {
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

    /// The mean of the kernel between rows of any table, which stands for some rows where a table
    /// has few.
    var usualMean: Double {
      switch self {
      case .length: 0.4
      case .title: 0.6
      case .clauses, .lines, .sentences, .links, .tokens: 0.5
      }
    }
  }

  /// How many of a table's rows, evenly spread, stand for all.
  private static let mostSamples = 48
  /// How many rows of any table each table counts beside its own.
  private static let usualRows = 3.0

  private let source: [RowFeatures]
  private let target: [RowFeatures]
  /// How much longer the translation's language is, as a logarithm: its rows, and its titles.
  let lengthRatio: Double
  private let titleRatio: Double
  /// The mean of each kernel over the other side's rows, by size, then row; as a logarithm.
  private var sourceMeans: [[Double]] = []
  private var targetMeans: [[Double]] = []

  init(source: [RowFeatures], target: [RowFeatures]) {
    self.source = source
    self.target = target
    lengthRatio = Self.ratio(source.map(\.length), target.map(\.length))
    titleRatio = Self.ratio(source.map(\.titleLength), target.map(\.titleLength))
    let columns = Self.samples(target.count)
    let rows = Self.samples(source.count)
    for size in Size.allCases {
      sourceMeans.append(
        means(size, source) { row in columns.map { kernel(size, row, $0) } })
      targetMeans.append(
        means(size, target) { column in rows.map { kernel(size, $0, column) } })
    }
  }

  /// The mean of a kernel for each row, rows of the same size together.
  private func means(
    _ size: Size, _ features: [RowFeatures], kernels: (Int) -> [Double]
  ) -> [Double] {
    var known: [Int: Double] = [:]
    return features.indices.map { row in
      let value = size.value(features[row])
      if let mean = known[value] { return mean }
      let mean = mean(size, kernels(row))
      known[value] = mean
      return mean
    }
  }

  /// The difference of the medians of two lists of lengths, as logarithms: a long row that one
  /// side lacks hardly moves it.
  private static func ratio(_ left: [Int], _ right: [Int]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    func middle(_ lengths: [Int]) -> Double {
      let sorted = lengths.sorted()
      let quarters = [sorted.count / 4, sorted.count / 2, sorted.count * 3 / 4]
      return quarters.reduce(0) { $0 + log(Double(sorted[$1] + 1)) } / 3
    }
    return middle(right) - middle(left)
  }

  private static func samples(_ count: Int) -> [Int] {
    guard count > mostSamples else { return Array(0..<count) }
    return (0..<mostSamples).map { $0 * count / mostSamples }
  }

  private func mean(_ size: Size, _ kernels: [Double]) -> Double {
    let sum = kernels.reduce(Self.usualRows * size.usualMean, +)
    return log(sum / (Double(kernels.count) + Self.usualRows))
  }

  /// The evidence of one size, as a logarithm.
  func evidence(_ size: Size, _ row: Int, _ column: Int) -> Double {
    let number = Size.allCases.firstIndex(of: size) ?? 0
    let means = (sourceMeans[number][row] + targetMeans[number][column]) / 2
    return size.weight * (log(kernel(size, row, column)) - means)
  }

  private func kernel(_ size: Size, _ row: Int, _ column: Int) -> Double {
    let (left, right) = (size.value(source[row]), size.value(target[column]))
    return switch size {
    case .length: Self.lengthKernel(left, right, lengthRatio, spread: 0.12, floor: 0.015)
    case .title: Self.lengthKernel(left, right, titleRatio, spread: 0.35, floor: 0.2)
    case .clauses: Self.countKernel(left, right, floor: 0.08)
    case .lines: Self.countKernel(left, right, floor: 0.12)
    case .sentences: Self.countKernel(left, right, floor: 0.2)
    case .links: Self.countKernel(left, right, floor: 0.25)
    case .tokens: Self.countKernel(left, right, floor: 0.3)
    }
  }

  /// How alike two lengths are: normal in their logarithms, with a share of rows that were
  /// rewritten.
  ///
  /// The variance for each character is that of Gale and Church, 6.8.
  private static func lengthKernel(
    _ left: Int, _ right: Int, _ ratio: Double, spread: Double, floor: Double
  ) -> Double {
    let (first, second) = (Double(left + 1), Double(right + 1))
    let difference = log(second / first) - ratio
    let variance = spread * spread + 6.8 / max(first, second)
    let close = exp(-difference * difference / (2 * variance))
    let rewritten = exp(-difference * difference / (2 * rewrittenSpread * rewrittenSpread))
    return (0.9 - floor) * close + 0.1 * rewritten + floor
  }

  /// By how much rows differ that were rewritten, as a logarithm.
  private static let rewrittenSpread = 0.6

  /// How alike two counts are.
  private static func countKernel(_ left: Int, _ right: Int, floor: Double) -> Double {
    let difference = Double(abs(left - right)) / Double(max(left, right, 1)).squareRoot()
    return (1 - floor) * exp(-1.5 * difference * difference) + floor
  }
}
