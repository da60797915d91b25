/// How alike rows of a source and of a translation are, from 0 to 1.
struct RowSimilarity {
  /// What a row's links and kept tokens say about another: how much agrees, and how much that
  /// weighs.
  struct Lexical {
    /// How much agrees, from 0 to 1.
    let agreement: Double
    /// From 0, where neither row has links or tokens, to 1.
    let weight: Double
  }

  let source: [RowFeatures]
  let target: [RowFeatures]
  private let linkWeights: [String: Double]
  private let tokenWeights: [String: Double]
  /// How much longer the translation's language is, by the mean length of a row.
  private let lengthRatio: Double

  init(source: [RowFeatures], target: [RowFeatures]) {
    self.source = source
    self.target = target
    linkWeights = Self.weights((source + target).map(\.links))
    tokenWeights = Self.weights((source + target).map(\.keptTokens))
    let lengths = [source, target].map { rows in
      Double(rows.reduce(0) { $0 + $1.length }) / Double(max(rows.count, 1))
    }
    lengthRatio = lengths[0] > 0 && lengths[1] > 0 ? lengths[1] / lengths[0] : 1
  }

  /// How much each item tells: the rarer over all rows, the more.
  private static func weights(_ sets: [Set<String>]) -> [String: Double] {
    var counts: [String: Int] = [:]
    for set in sets { for item in set { counts[item, default: 0] += 1 } }
    return counts.mapValues { 1 / Double($0) }
  }

  /// Whether a link that two rows share is in no other row.
  func isLinkOfOneRow(_ link: String) -> Bool { linkWeights[link] == 0.5 }

  /// Whether a token that two rows share is in no other row.
  func isTokenOfOneRow(_ token: String) -> Bool { tokenWeights[token] == 0.5 }

  /// Shape, links and tokens where there are any, and whether the section agrees.
  ///
  /// - Parameter balanced: the sections in which both sides have equally many rows.
  func score(_ row: Int, _ column: Int, balanced: Set<Int?>) -> Double {
    let section = source[row].section
    let isSameSection = section != nil && section == target[column].section
    let prior = isSameSection ? (balanced.contains(section) ? 0.9 : 0.5) : 0.1
    let lexical = lexical(row, column)
    let share = min(0.5, lexical.weight)
    return share * lexical.agreement + (1 - share) * (0.5 * shape(row, column) + 0.5 * prior)
  }

  /// How alike length and clause counts are.
  func shape(_ row: Int, _ column: Int) -> Double {
    let (left, right) = (source[row], target[column])
    let clauses = ratio(Double(left.clauseCount), Double(right.clauseCount))
    let length = ratio(Double(left.length) * lengthRatio, Double(right.length))
    return 0.5 * clauses + 0.5 * length
  }

  /// What links and kept tokens say.
  ///
  /// Where one side alone has any, that speaks against the pair, but softly: translators do drop
  /// links and translate names.
  func lexical(_ row: Int, _ column: Int) -> Lexical {
    let (left, right) = (source[row], target[column])
    var (agreement, weight) = (0.0, 0.0)
    func weigh(
      _ first: Set<String>, _ second: Set<String>, _ weights: [String: Double], full: Double,
      lonely: Double
    ) {
      if let overlap = overlap(first, second, weights) {
        agreement += full * overlap
        weight += full
      } else if first.isEmpty != second.isEmpty {
        weight += lonely
      }
    }
    weigh(left.links, right.links, linkWeights, full: 0.6, lonely: 0.2)
    weigh(left.keptTokens, right.keptTokens, tokenWeights, full: 0.4, lonely: 0.1)
    return Lexical(agreement: weight > 0 ? agreement / weight : 0, weight: weight)
  }

  /// Whether links and tokens that both rows have are mostly others.
  func disagree(_ row: Int, _ column: Int) -> Bool {
    let lexical = lexical(row, column)
    return lexical.weight >= 0.4 && lexical.agreement < 0.5
  }

  /// Whether the source's row has links or names of which the other has none, and another shape:
  /// then it may be a new row in an old one's place.
  func isDoubtful(_ row: Int, _ column: Int) -> Bool {
    let left = source[row]
    let isTelling = !left.links.isEmpty || left.keptTokens.count >= 2
    return isTelling && lexical(row, column).agreement == 0
      && shape(row, column) < Self.leastShapeWithoutWords
  }

  /// Translations that dropped a row's links and names still keep its length and clauses.
  private static let leastShapeWithoutWords = 0.6

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
}
