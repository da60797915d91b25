/// Pairs the rows of a translation with those of its source.
///
/// The manner is that of W. A. Gale and K. W. Church, "A Program for Aligning Sentences in
/// Bilingual Corpora" (1993), with lexical anchors in addition to their length model. The anchors
/// are link targets, kept tokens, and words that both tables have, weighted by their rarity. Rows
/// whose anchors leave no doubt and that keep the order are paired first. The others are paired by
/// a lattice of all ways that keep the order but for neighbors that changed places. Other rows may
/// have moved, also to another section, and are paired if the rows themselves say so.
/// `docs/alignment.md` has more.
public struct RowAligner {
  /// A row of the source and the row of the translation that renders it.
  public struct Pair: Sendable, Hashable {
    /// The source row's index.
    public let source: Int
    /// The translation row's index.
    public let target: Int
    /// The estimated probability that the pair is right, from 0 to 1.
    public let score: Double
    /// The kind of evidence that paired the two rows.
    public let reason: Reason
  }

  /// The kind of evidence that pairs two rows.
  public enum Reason: String, Sendable, CaseIterable {
    /// The translation's row has an anchor with the id of the source's.
    case id
    /// Links and kept tokens that no other row has so.
    case anchors
    /// Their place among the other rows, and their other common features.
    case order
    /// Their common features, against the order.
    case content
  }

  /// Below this score a pair is uncertain and should be reported.
  public static let uncertainBelow = 0.83

  /// The score that a pair from the lattice, or of rows that moved, must exceed.
  private static let leastScore = 0.68
  /// The evidence of links and tokens that settles a pair by itself, and its lead over the next
  /// pair.
  private static let settledAtLeast = 3.0
  private static let settledMargin = 3.0
  /// Links and tokens in more rows than this tell nothing by themselves.
  private static let mostRowsOfAnchor = 16
  /// The odds, before anything is known of them, that two rows out of order are a pair.
  private static let oddsOutOfOrder = 0.6
  /// The evidence of another section for rows that left their place.
  private static let movedToOtherSection = -0.7
  /// The bonus of a settled pair in the lattice, so that the other pairs arrange themselves around
  /// it.
  private static let settledGain = 12.0
  /// So many rows out of order are each compared with each; of more those with a common anchor.
  private static let mostComparisons = 250_000

  private var sourceRows: SourceRows
  private let target: [RowFeatures]
  private var source: [RowFeatures] { sourceRows.features }

  /// Pairs the rows of a source and a translation; by rising source index.
  ///
  /// Linear if anchors settle all rows. Otherwise, time and memory grow with the product of the
  /// counts, up to 400,000 cells, and then with the counts.
  public static func align(source: inout SourceRows, target: [RowFeatures]) -> [Pair] {
    var aligner = RowAligner(sourceRows: source, target: target)
    defer { source = aligner.sourceRows }
    return aligner.pairs()
  }

  /// Pairs the rows of a source and of its only translation.
  public static func align(source: [RowFeatures], target: [RowFeatures]) -> [Pair] {
    var source = SourceRows(source)
    return align(source: &source, target: target)
  }

  /// The evidence for and against each of the pairs.
  public static func evidence(
    source: [RowFeatures], target: [RowFeatures], pairs: [Pair]
  ) -> [Evidence] {
    var scale = Scale(source: source, target: target)
    var rows = SourceRows(source)
    scale.readWords(of: Array(source.indices), Array(target.indices), keptBy: &rows)
    return pairs.map { scale.evidence($0.source, $0.target) }
  }

  private init(sourceRows: SourceRows, target: [RowFeatures]) {
    self.sourceRows = sourceRows
    self.target = target
  }

  private mutating func pairs() -> [Pair] {
    var pairs = namedPairs()
    guard pairs.count < min(source.count, target.count) else { return pairs }
    var scale = Scale(source: source, target: target)
    let settled = settledPairs(besides: pairs, scale)
    pairs += PairChain.longest(pairs + settled).filter { $0.reason == .anchors }
    let (rows, columns) = free(besides: pairs)
    if !rows.isEmpty, !columns.isEmpty {
      scale.readWords(of: rows, columns, keptBy: &sourceRows)
      pairs += orderedPairs(besides: pairs, scale)
      pairs += movedPairs(besides: pairs, scale)
    }
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
        Pair(source: index, target: $0, score: 1, reason: .id)
      }
    }
  }

  /// Pairs of rows whose links and tokens leave no doubt.
  private func settledPairs(besides taken: [Pair], _ scale: Scale) -> [Pair] {
    let (rows, columns) = free(besides: taken)
    let candidates = rowsOfSharedAnchors(rows, columns)
    let weighed = candidates.map { row, column in
      (row: row, column: column, evidence: scale.evidence(row, column))
    }
    let rivals = Rivals(weighed.map { ($0.row, $0.column, $0.evidence.total) })
    return weighed.compactMap { row, column, evidence in
      guard evidence.links + evidence.keptTokens >= Self.settledAtLeast,
        evidence.total >= Self.settledAtLeast,
        rivals.margin(row, column, evidence.total) >= Self.settledMargin
      else { return nil }
      let score = rivals.share(row, column, evidence.total, odds: Self.oddsOutOfOrder)
      return Pair(source: row, target: column, score: score, reason: .anchors)
    }
  }

  /// The pairs of rows that share a link or a kept token that is not everywhere.
  private func rowsOfSharedAnchors(_ rows: [Int], _ columns: [Int]) -> [(row: Int, column: Int)] {
    // The last bit distinguishes links from tokens.
    func anchors(_ row: RowFeatures) -> [UInt64] {
      row.linkNumbers.map { $0 & ~1 } + row.tokenNumbers.map { $0 | 1 }
    }
    var columnsOfAnchor: [UInt64: [Int]] = [:]
    for column in columns {
      for anchor in anchors(target[column]) { columnsOfAnchor[anchor, default: []].append(column) }
    }
    return rows.flatMap { row in
      let shared = anchors(source[row]).flatMap { anchor in
        columnsOfAnchor[anchor].map { $0.count <= Self.mostRowsOfAnchor ? $0 : [] } ?? []
      }
      return Set(shared).sorted().filter { compatible(row, $0) }.map { (row: row, column: $0) }
    }
  }

  /// The likely pairs of the rows that are still free, by their place among the others.
  private func orderedPairs(besides taken: [Pair], _ scale: Scale) -> [Pair] {
    let chain = PairChain.longest(taken)
    let partner = Dictionary(uniqueKeysWithValues: chain.map { ($0.source, $0.target) })
    let takenRows = Set(taken.map(\.source))
    let takenColumns = Set(taken.map(\.target))
    let lattice = BeadLattice(
      rows: source.count, columns: target.count,
      path: chain.map { (row: $0.source, column: $0.target) }
    ) { row, column in
      if let settled = partner[row] { return settled == column ? Self.settledGain : -.infinity }
      guard !takenRows.contains(row), !takenColumns.contains(column), compatible(row, column)
      else { return -.infinity }
      return scale.evidence(row, column).total
    }
    return lattice.pairs(likelierThan: Self.leastScore).filter { partner[$0.row] == nil }.map {
      Pair(source: $0.row, target: $0.column, score: $0.probability, reason: .order)
    }
  }

  /// The pairs of rows that are left over and have more in common than with any other.
  private func movedPairs(besides taken: [Pair], _ scale: Scale) -> [Pair] {
    let (rows, columns) = free(besides: taken)
    let isSmall = rows.count * columns.count <= Self.mostComparisons
    let candidates =
      isSmall
      ? rows.flatMap { row in columns.map { (row: row, column: $0) } }
        .filter { compatible($0.row, $0.column) }
      : rowsOfSharedAnchors(rows, columns)
    let weighed = candidates.map { row, column in
      (row, column, scale.evidence(row, column).content + sectionEvidence(row, column))
    }
    let rivals = Rivals(weighed)
    return weighed.compactMap { row, column, evidence in
      let share = rivals.share(row, column, evidence, odds: Self.oddsOutOfOrder)
      guard share > Self.leastScore else { return nil }
      return Pair(source: row, target: column, score: share, reason: .content)
    }
  }

  /// The evidence of the sections for rows that left their place, which is weak.
  private func sectionEvidence(_ row: Int, _ column: Int) -> Double {
    guard let own = source[row].section, let other = target[column].section else { return 0 }
    return own == other ? 0 : Self.movedToOtherSection
  }

  private func free(besides taken: [Pair]) -> (rows: [Int], columns: [Int]) {
    let takenSources = Set(taken.map(\.source))
    let takenTargets = Set(taken.map(\.target))
    return (
      source.indices.filter { !takenSources.contains($0) },
      target.indices.filter { !takenTargets.contains($0) }
    )
  }

  /// Whether no id speaks against the pair.
  private func compatible(_ row: Int, _ column: Int) -> Bool {
    guard let left = source[row].anchor, let right = target[column].anchor else { return true }
    return left == right
  }
}
