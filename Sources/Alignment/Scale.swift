/// Weighs rows of a source against rows of its translation.
struct Scale {
  private let source: [RowFeatures]
  private let target: [RowFeatures]
  private let links: Vocabulary
  private let tokens: Vocabulary
  private let cells: Vocabulary
  private let shape: Shape
  /// The words of some rows, and the number of each of these rows among them.
  private var words: Vocabulary?
  private var beginnings: Vocabulary?
  private var sourceNumbers: [Int: Int] = [:]
  private var targetNumbers: [Int: Int] = [:]

  /// How much words count beside links and names: they repeat each other.
  private static let weightOfWords = 0.4

  init(source: [RowFeatures], target: [RowFeatures]) {
    self.source = source
    self.target = target
    links = Vocabulary(source.map(\.linkNumbers), target.map(\.linkNumbers), keeping: 0.9)
    tokens = Vocabulary(source.map(\.tokenNumbers), target.map(\.tokenNumbers), keeping: 0.75)
    cells = Vocabulary(source.map(\.cellNumbers), target.map(\.cellNumbers), keeping: 0.9)
    shape = Shape(source: source, target: target)
  }

  /// Reads the words of some rows, which costs more than all else.
  ///
  /// - Parameter sourceRows: the source, which keeps the words of its rows.
  mutating func readWords(
    of rows: [Int], _ columns: [Int], keptBy sourceRows: inout SourceRows
  ) {
    let left = rows.map { sourceRows.words(of: $0) }
    let right = columns.map { WordScanner.words(of: target[$0]) }
    words = Vocabulary(left.map(\.whole), right.map(\.whole), keeping: 0.5)
    beginnings = Vocabulary(left.map(\.beginnings), right.map(\.beginnings), keeping: 0.3)
    for (number, row) in rows.enumerated() { sourceNumbers[row] = number }
    for (number, column) in columns.enumerated() { targetNumbers[column] = number }
  }

  /// The evidence of two rows, one of each side.
  func evidence(_ row: Int, _ column: Int) -> Evidence {
    var evidence = Evidence()
    let (left, right) = (source[row], target[column])
    evidence.links =
      strangers(left.linkNumbers, right.linkNumbers, -1.5, links.compare(row, column))
      + shape.evidence(.links, row, column)
    evidence.keptTokens =
      strangers(left.tokenNumbers, right.tokenNumbers, -0.7, tokens.compare(row, column))
      + shape.evidence(.tokens, row, column)
    evidence.cells = strangers(
      left.cellNumbers, right.cellNumbers, -1, cells.compare(row, column))
    if let words, let beginnings, let own = sourceNumbers[row], let other = targetNumbers[column] {
      evidence.words =
        Self.weightOfWords * (words.evidence(own, other) + beginnings.evidence(own, other))
    }
    evidence.clauses = shape.evidence(.clauses, row, column)
    evidence.length = shape.evidence(.length, row, column) + shape.evidence(.title, row, column)
    evidence.structure =
      shape.evidence(.lines, row, column) + shape.evidence(.sentences, row, column)
    if let own = left.section, let other = right.section {
      evidence.section = own == other ? 0.3 : -3
    }
    return evidence
  }

  /// The evidence of items, less if both rows have some and none in common.
  private func strangers(
    _ left: [UInt64], _ right: [UInt64], _ most: Double,
    _ compared: (evidence: Double, haveCommon: Bool)
  ) -> Double {
    let evidence = compared.evidence
    guard evidence > most, !left.isEmpty, !right.isEmpty, !compared.haveCommon else {
      return evidence
    }
    return most
  }
}
