/// Pairs the rows of a translation with those of its source.
///
/// The manner is that of W. A. Gale and K. W. Church, "A Program for Aligning Sentences in
/// Bilingual Corpora" (1993), with lexical anchors beside their length model: link targets and
/// kept tokens, weighted by how rare they are. Rows whose anchors leave no doubt are paired first,
/// whatever their order, so a row that moved is found; most of them keep the order and divide the
/// table. The other rows are paired in order between them. Where two pairings are as good as each
/// other, none is made: a row without a partner is better than one with another row's letters.
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
  /// The similarity of strangers, above which a pair in order is worth making.
  private static let strangers = 0.3
  /// By how much the best pairing must beat every one that lacks a pair.
  private static let leastMargin = 0.05
  /// What links and tokens must reach, and by how much, to settle a pair by themselves.
  private static let settledAtLeast = 0.6
  private static let settledMargin = 0.2
  /// Links and tokens in more rows than this tell nothing.
  private static let mostRowsOfAnchor = 16
  /// Rows in order whose shapes differ more than this contradict a pairing one to one.
  private static let leastShape = 0.3
  /// The score of rows that are paired because they alone are left, or against some evidence.
  private static let doubtfulScore = 0.3

  private let source: [RowFeatures]
  private let target: [RowFeatures]
  private let similarity: RowSimilarity

  /// Pairs the rows of a source and a translation; by rising source index.
  ///
  /// Linear where the tables agree; else time and memory grow with the product of the counts of
  /// rows that their anchors do not settle.
  public static func align(source: [RowFeatures], target: [RowFeatures]) -> [Pair] {
    RowAligner(source: source, target: target).pairs()
  }

  private init(source: [RowFeatures], target: [RowFeatures]) {
    self.source = source
    self.target = target
    similarity = RowSimilarity(source: source, target: target)
  }

  private func pairs() -> [Pair] {
    var pairs = namedPairs()
    pairs += settledPairs(besides: pairs)
    pairs += orderedPairs(besides: pairs)
    pairs += leftOverPairs(besides: pairs)
    return pairs.sorted { $0.source < $1.source }
  }

  /// The pairs that authors settled by an id.
  private func namedPairs() -> [Pair] {
    var byName: [String: Int] = [:]
    for (index, row) in target.enumerated() {
      if let anchor = row.anchor, byName[anchor] == nil { byName[anchor] = index }
    }
    return source.indices.compactMap { index in
      source[index].anchor.flatMap { byName.removeValue(forKey: $0) }.map {
        Pair(source: index, target: $0, score: 1)
      }
    }
  }

  /// Pairs of rows whose links and tokens leave no doubt.
  private func settledPairs(besides taken: [Pair]) -> [Pair] {
    let (rows, columns) = free(besides: taken)
    var candidates: [Int: [(column: Int, agreement: Double)]] = [:]
    var rivals: [Int: [Double]] = [:]
    for (row, column) in rowsOfSharedAnchors(rows, columns) where compatible(row, column) {
      let agreement = similarity.lexical(row, column).agreement
      candidates[row, default: []].append((column, agreement))
      rivals[column, default: []].append(agreement)
    }
    func isClear(_ agreements: [Double]) -> Bool {
      let sorted = agreements.sorted(by: >)
      return sorted.count == 1 || sorted[0] - sorted[1] >= Self.settledMargin
    }
    return rows.compactMap { row in
      guard let options = candidates[row], isClear(options.map(\.agreement)),
        let best = options.max(by: { $0.agreement < $1.agreement }),
        best.agreement >= Self.settledAtLeast,
        let others = rivals[best.column], isClear(others), others.max() == best.agreement
      else { return nil }
      return Pair(source: row, target: best.column, score: best.agreement)
    }
  }

  /// The pairs of free rows that share a link which no other row has, two tokens of which one is
  /// in no other row, or three tokens.
  private func rowsOfSharedAnchors(
    _ rows: [Int], _ columns: [Int]
  ) -> [(row: Int, column: Int)] {
    func anchors(_ row: RowFeatures) -> [String] {
      row.links.map { "link " + $0 } + row.keptTokens.map { "token " + $0 }
    }
    var columnsOfAnchor: [String: [Int]] = [:]
    for column in columns {
      for anchor in anchors(target[column]) { columnsOfAnchor[anchor, default: []].append(column) }
    }
    return rows.flatMap { row in
      let shared = anchors(source[row]).flatMap { anchor in
        columnsOfAnchor[anchor].map { $0.count <= Self.mostRowsOfAnchor ? $0 : [] } ?? []
      }
      return Set(shared).sorted().filter { shareEnough(row, $0) }.map { (row: row, column: $0) }
    }
  }

  private func shareEnough(_ row: Int, _ column: Int) -> Bool {
    let links = source[row].links.intersection(target[column].links)
    let tokens = source[row].keptTokens.intersection(target[column].keptTokens)
    return tokens.count >= 3 || links.contains(where: similarity.isLinkOfOneRow)
      || (tokens.count == 2 && tokens.contains(where: similarity.isTokenOfOneRow))
  }

  /// The best pairing that keeps the order, over the rows that are still free.
  private func orderedPairs(besides taken: [Pair]) -> [Pair] {
    let (rows, columns) = free(besides: taken)
    let balanced = balancedSections(rows, columns)
    let dividers = Dividers(taken)
    if let pairs = oneToOne(rows, columns, balanced, dividers) { return pairs }
    guard rows.count * columns.count <= OrderedPairing.mostCombinations else { return [] }
    let pairing = OrderedPairing(
      rows: rows.count, columns: columns.count, gapCost: Self.gapCost
    ) { row, column in
      dividers.separate(rows[row], columns[column])
        ? -.infinity : gain(rows[row], columns[column], balanced)
    }
    return pairing.pairs().filter { $0.margin >= Self.leastMargin }.map { pair in
      self.pair(rows[pair.row], columns[pair.column], balanced)
    }
  }

  /// A pair by its place in the order, uncertain where words and shape speak against it.
  private func pair(_ row: Int, _ column: Int, _ balanced: Set<Int?>) -> Pair {
    let score = similarity.score(row, column, balanced: balanced)
    let isDoubtful = similarity.isDoubtful(row, column)
    return Pair(
      source: row, target: column, score: isDoubtful ? min(score, Self.doubtfulScore) : score)
  }

  private func free(besides taken: [Pair]) -> (rows: [Int], columns: [Int]) {
    let takenSources = Set(taken.map(\.source))
    let takenTargets = Set(taken.map(\.target))
    return (
      source.indices.filter { !takenSources.contains($0) },
      target.indices.filter { !takenTargets.contains($0) }
    )
  }

  /// The pairing row by row, where counts and sections match and nothing speaks against it.
  private func oneToOne(
    _ rows: [Int], _ columns: [Int], _ balanced: Set<Int?>, _ dividers: Dividers
  ) -> [Pair]? {
    guard rows.count == columns.count else { return nil }
    var pairs: [Pair] = []
    for (row, column) in zip(rows, columns) {
      guard source[row].section == target[column].section, compatible(row, column),
        !dividers.separate(row, column), !similarity.disagree(row, column),
        similarity.shape(row, column) >= Self.leastShape
      else { return nil }
      pairs.append(pair(row, column, balanced))
    }
    return pairs
  }

  /// Where a section has one row left on each side, those two; uncertain, since a row may as well
  /// have taken another's place.
  private func leftOverPairs(besides taken: [Pair]) -> [Pair] {
    let (rows, columns) = free(besides: taken)
    let rowsOfSection = Dictionary(grouping: rows) { source[$0].section }
    let columnsOfSection = Dictionary(grouping: columns) { target[$0].section }
    return rows.compactMap { row in
      guard let section = source[row].section, rowsOfSection[section]?.count == 1,
        let columns = columnsOfSection[section], columns.count == 1, let column = columns.first,
        compatible(row, column), !similarity.disagree(row, column),
        similarity.shape(row, column) >= Self.leastShape
      else { return nil }
      return Pair(source: row, target: column, score: Self.doubtfulScore)
    }
  }

  /// The sections in which source and translation have equally many free rows.
  private func balancedSections(_ rows: [Int], _ columns: [Int]) -> Set<Int?> {
    var difference: [Int?: Int] = [:]
    for row in rows { difference[source[row].section, default: 0] += 1 }
    for column in columns { difference[target[column].section, default: 0] -= 1 }
    return Set(difference.filter { $0.value == 0 && $0.key != nil }.keys)
  }

  /// What pairing two rows in order adds: their similarity above that of strangers.
  ///
  /// Rows of different sections need links or tokens that agree.
  private func gain(_ row: Int, _ column: Int, _ balanced: Set<Int?>) -> Double {
    guard compatible(row, column) else { return -.infinity }
    let (left, right) = (source[row].section, target[column].section)
    if let left, let right, left != right {
      let lexical = similarity.lexical(row, column)
      guard lexical.weight >= 0.4, lexical.agreement >= 0.5 else { return -.infinity }
    }
    return similarity.score(row, column, balanced: balanced) - Self.strangers
  }

  /// Whether no id speaks against the pair.
  private func compatible(_ row: Int, _ column: Int) -> Bool {
    guard let left = source[row].anchor, let right = target[column].anchor else { return true }
    return left == right
  }
}
