/// Pairs rows by dynamic programming over their order.
///
/// The manner is that of W. A. Gale and K. W. Church, "A Program for Aligning Sentences in
/// Bilingual Corpora" (1993), with lexical anchors beside their length model: link targets and
/// kept tokens, weighted by how rare they are. Rows that the order leaves over are paired across
/// it where their anchors leave no doubt, so a row that moved to another section is found. A row
/// without a partner stays without one.
public struct RowAligner {
  /// A row of the source and the row of the translation that renders it.
  public struct Pair: Sendable, Hashable {
    /// The source row's index.
    public let source: Int
    /// The translation row's index.
    public let target: Int
    /// How sure the pair is, from 0 to 1.
    public let score: Double
  }

  /// Below this score a pair is uncertain and should be reported.
  public static let uncertainBelow = 0.35

  /// What leaving a row without partner costs, in units of similarity.
  private static let gapCost = 0.12
  /// What a pair must reach by anchors alone to be made against the order.
  private static let movedAtLeast = 0.6

  private let source: [RowFeatures]
  private let target: [RowFeatures]
  private let linkWeights: [String: Double]
  private let tokenWeights: [String: Double]
  private let lengthRatio: Double

  /// Pairs the rows of a source and a translation; by rising source index.
  ///
  /// Takes time and memory in proportion to the product of the two counts.
  public static func align(source: [RowFeatures], target: [RowFeatures]) -> [Pair] {
    RowAligner(source: source, target: target).pairs()
  }

  private init(source: [RowFeatures], target: [RowFeatures]) {
    self.source = source
    self.target = target
    linkWeights = Self.weights((source + target).map(\.links))
    tokenWeights = Self.weights((source + target).map(\.keptTokens))
    let sourceLength = source.reduce(0) { $0 + $1.length }
    let targetLength = target.reduce(0) { $0 + $1.length }
    lengthRatio =
      sourceLength > 0 && targetLength > 0
      ? Double(targetLength) / Double(sourceLength) : 1
  }

  /// How much each item tells: the rarer over all rows, the more.
  private static func weights(_ sets: [Set<String>]) -> [String: Double] {
    var counts: [String: Int] = [:]
    for set in sets { for item in set { counts[item, default: 0] += 1 } }
    return counts.mapValues { 1 / Double($0) }
  }

  private func pairs() -> [Pair] {
    var pairs = anchoredPairs()
    pairs += orderedPairs(besides: pairs)
    pairs += movedPairs(besides: pairs)
    return pairs.sorted { $0.source < $1.source }
  }

  private func anchoredPairs() -> [Pair] {
    var byAnchor: [String: Int] = [:]
    for (index, row) in target.enumerated() {
      if let anchor = row.anchor, byAnchor[anchor] == nil { byAnchor[anchor] = index }
    }
    return source.indices.compactMap { index in
      source[index].anchor.flatMap { byAnchor[$0] }.map {
        Pair(source: index, target: $0, score: 1)
      }
    }
  }

  /// The best pairing that keeps the order, over the rows that are still free.
  private func orderedPairs(besides taken: [Pair]) -> [Pair] {
    let takenSources = Set(taken.map(\.source))
    let takenTargets = Set(taken.map(\.target))
    let rows = source.indices.filter { !takenSources.contains($0) }
    let columns = target.indices.filter { !takenTargets.contains($0) }
    let balanced = balancedSections(rows, columns)
    if let pairs = oneToOne(rows, columns, balanced) { return pairs }
    var best = [[Double]](
      repeating: Array(repeating: 0, count: columns.count + 1), count: rows.count + 1)
    var gains = [[Double]](
      repeating: Array(repeating: 0, count: columns.count), count: rows.count)
    for row in stride(from: rows.count - 1, through: 0, by: -1) {
      for column in stride(from: columns.count - 1, through: 0, by: -1) {
        let gain = gain(rows[row], columns[column], balanced: balanced)
        gains[row][column] = gain
        best[row][column] = max(
          best[row + 1][column + 1] + gain, best[row + 1][column] - Self.gapCost,
          best[row][column + 1] - Self.gapCost)
      }
    }
    return trace(rows, columns, best, gains, balanced)
  }

  /// The pairing row by row, where counts and sections match and no row's anchors speak against
  /// it; linear, which carries tables of tens of thousands of rows.
  private func oneToOne(_ rows: [Int], _ columns: [Int], _ balanced: Set<Int?>) -> [Pair]? {
    guard rows.count == columns.count else { return nil }
    var pairs: [Pair] = []
    for (row, column) in zip(rows, columns) {
      let (left, right) = (source[row], target[column])
      guard left.section == right.section, compatible(left, right),
        anchorSimilarity(left, right) ?? 1 >= 0.5
      else { return nil }
      let score = score(row, column, balanced: balanced)
      pairs.append(Pair(source: row, target: column, score: score))
    }
    return pairs
  }

  private func trace(
    _ rows: [Int], _ columns: [Int], _ best: [[Double]], _ gains: [[Double]],
    _ balanced: Set<Int?>
  ) -> [Pair] {
    var pairs: [Pair] = []
    var (row, column) = (0, 0)
    while row < rows.count, column < columns.count {
      let gain = gains[row][column]
      if gain > -.infinity, best[row][column] == best[row + 1][column + 1] + gain {
        let score = score(rows[row], columns[column], balanced: balanced)
        pairs.append(Pair(source: rows[row], target: columns[column], score: score))
        (row, column) = (row + 1, column + 1)
      } else if best[row][column] == best[row + 1][column] - Self.gapCost {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  /// The sections in which source and translation have equally many free rows.
  private func balancedSections(_ rows: [Int], _ columns: [Int]) -> Set<Int?> {
    var difference: [Int?: Int] = [:]
    for row in rows { difference[source[row].section, default: 0] += 1 }
    for column in columns { difference[target[column].section, default: 0] -= 1 }
    return Set(difference.filter { $0.value == 0 && $0.key != nil }.keys)
  }

  /// What pairing two rows in order adds: their similarity above that of strangers.
  private func gain(_ row: Int, _ column: Int, balanced: Set<Int?>) -> Double {
    guard compatible(source[row], target[column]) else { return -.infinity }
    return score(row, column, balanced: balanced) - 0.3
  }

  private func compatible(_ left: RowFeatures, _ right: RowFeatures) -> Bool {
    guard let leftAnchor = left.anchor, let rightAnchor = right.anchor else { return true }
    return leftAnchor == rightAnchor
  }

  /// From 0 to 1: shape, anchors where there are any, and whether the section agrees.
  private func score(_ row: Int, _ column: Int, balanced: Set<Int?>) -> Double {
    let (left, right) = (source[row], target[column])
    let sameSection = left.section != nil && left.section == right.section
    let shape = shapeSimilarity(left, right)
    let prior = sameSection ? (balanced.contains(left.section) ? 0.9 : 0.5) : 0.1
    guard let anchors = anchorSimilarity(left, right) else { return 0.5 * shape + 0.5 * prior }
    return 0.5 * anchors + 0.25 * shape + 0.25 * prior
  }

  /// How alike length and clause counts are, from 0 to 1.
  private func shapeSimilarity(_ left: RowFeatures, _ right: RowFeatures) -> Double {
    let clauses = ratio(Double(left.clauseCount), Double(right.clauseCount))
    let length = ratio(Double(left.length) * lengthRatio, Double(right.length))
    return 0.5 * clauses + 0.5 * length
  }

  /// How much of the links and kept tokens agrees, from 0 to 1; nil where a side has neither.
  private func anchorSimilarity(_ left: RowFeatures, _ right: RowFeatures) -> Double? {
    let links = overlap(left.links, right.links, linkWeights)
    let tokens = overlap(left.keptTokens, right.keptTokens, tokenWeights)
    switch (links, tokens) {
    case (nil, nil): return nil
    case (let links?, let tokens?): return 0.6 * links + 0.4 * tokens
    case (let some?, nil), (nil, let some?): return some
    }
  }

  private func overlap(
    _ left: Set<String>, _ right: Set<String>, _ weights: [String: Double]
  ) -> Double? {
    guard !left.isEmpty, !right.isEmpty else { return nil }
    func weight(_ set: Set<String>) -> Double {
      set.sorted().reduce(0) { $0 + (weights[$1] ?? 0) }
    }
    return 2 * weight(left.intersection(right)) / (weight(left) + weight(right))
  }

  private func ratio(_ left: Double, _ right: Double) -> Double {
    let greater = max(left, right)
    return greater > 0 ? min(left, right) / greater : 1
  }

  /// Free rows whose anchors are each other's best and strong enough to break the order.
  private func movedPairs(besides taken: [Pair]) -> [Pair] {
    let takenSources = Set(taken.map(\.source))
    let takenTargets = Set(taken.map(\.target))
    let rows = source.indices.filter { !takenSources.contains($0) && source[$0].anchor == nil }
    let columns = target.indices.filter { !takenTargets.contains($0) && target[$0].anchor == nil }
    func similarity(_ row: Int, _ column: Int) -> Double {
      anchorSimilarity(source[row], target[column]) ?? 0
    }
    return rows.compactMap { row in
      guard let column = columns.max(by: { similarity(row, $0) < similarity(row, $1) }),
        similarity(row, column) >= Self.movedAtLeast,
        rows.allSatisfy({ $0 == row || similarity($0, column) < similarity(row, column) })
      else { return nil }
      return Pair(source: row, target: column, score: similarity(row, column))
    }
  }
}
