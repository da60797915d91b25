import Glibc

/// What the sizes of two rows say: length, title, clauses, lines and sentences.
///
/// Each is a kernel, 1 where the sizes are the same and less the more they differ, held against its
/// mean over the table: in a table of short rows two short ones say little, two long ones much.
struct Shape {
  /// The sizes that are compared.
  enum Size: CaseIterable {
    case length, title, clauses, lines, sentences

    /// How much it counts; the sizes depend on each other, so none but the first counts in full.
    var weight: Double {
      switch self {
      case .length: 1
      case .clauses: 0.7
      case .title, .lines, .sentences: 0.5
      }
    }

    /// The mean of the kernel between rows of any table, which stands for some rows where a table
    /// has few.
    var usualMean: Double {
      switch self {
      case .length: 0.4
      case .title: 0.6
      case .clauses, .lines, .sentences: 0.5
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
    for size in Size.allCases {
      let columns = Self.samples(target.count)
      let rows = Self.samples(source.count)
      sourceMeans.append(
        source.indices.map { row in mean(size, columns.map { kernel(size, row, $0) }) })
      targetMeans.append(
        target.indices.map { column in mean(size, rows.map { kernel(size, $0, column) }) })
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
    let (left, right) = (source[row], target[column])
    switch size {
    case .length:
      return Self.lengthKernel(left.length, right.length, lengthRatio, spread: 0.12, floor: 0.03)
    case .title:
      return Self.lengthKernel(
        left.titleLength, right.titleLength, titleRatio, spread: 0.35, floor: 0.2)
    case .clauses: return Self.countKernel(left.clauseCount, right.clauseCount, floor: 0.08)
    case .lines: return Self.countKernel(left.lineCount, right.lineCount, floor: 0.12)
    case .sentences:
      return Self.countKernel(left.sentenceCount, right.sentenceCount, floor: 0.2)
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
    let rewritten = exp(-difference * difference / 2)
    return (1 - floor * 3) * close + floor * 2 * rewritten + floor
  }

  /// How alike two counts are.
  private static func countKernel(_ left: Int, _ right: Int, floor: Double) -> Double {
    let difference = Double(abs(left - right)) / Double(max(left, right, 1)).squareRoot()
    return (1 - floor) * exp(-1.5 * difference * difference) + floor
  }
}
