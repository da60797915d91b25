import Glibc

/// What speaks for and against two rows being each other's, part by part.
///
/// Each part is a natural logarithm: of how much likelier the two rows look as they do if one renders
/// the other than if they are strangers of these tables. 0 says nothing.
public struct Evidence: Sendable, Hashable {
  /// The targets of links.
  public var links = 0.0
  /// Names, acronyms and numbers.
  public var keptTokens = 0.0
  /// Other words that both tables have.
  public var words = 0.0
  /// The number of clauses.
  public var clauses = 0.0
  /// The length, and the title's.
  public var length = 0.0
  /// Lines and sentences.
  public var structure = 0.0
  /// Whether both stand in one section.
  public var section = 0.0

  /// All parts together.
  public var total: Double {
    content + section
  }

  /// All parts that are in the rows themselves, words never weighing more than a few anchors.
  var content: Double {
    min(max(links + keptTokens + words, -6), 12) + clauses + length + structure
  }
}

/// Weighs rows of a source against rows of its translation.
struct Scale {
  private let source: [RowFeatures]
  private let target: [RowFeatures]
  private let links: Vocabulary<String>
  private let tokens: Vocabulary<String>
  private let words: Vocabulary<UInt64>
  private let beginnings: Vocabulary<UInt64>
  /// The words of the rows that are compared by them; empty for others.
  private let sourceWords: [WordScanner]
  private let targetWords: [WordScanner]
  let shape: Shape

  /// - Parameters:
  ///   - rows: the source's rows whose words are read.
  ///   - columns: the translation's.
  init(source: [RowFeatures], target: [RowFeatures], wordsOf rows: [Int], _ columns: [Int]) {
    self.source = source
    self.target = target
    links = Vocabulary(source.map(\.links), target.map(\.links), keeping: 0.9)
    tokens = Vocabulary(source.map(\.keptTokens), target.map(\.keptTokens), keeping: 0.75)
    sourceWords = Self.words(source, rows)
    targetWords = Self.words(target, columns)
    words = Vocabulary(
      rows.map { [sourceWords] in sourceWords[$0].words },
      columns.map { [targetWords] in targetWords[$0].words }, keeping: 0.5)
    beginnings = Vocabulary(
      rows.map { [sourceWords] in sourceWords[$0].beginnings },
      columns.map { [targetWords] in targetWords[$0].beginnings }, keeping: 0.3)
    shape = Shape(source: source, target: target)
  }

  private static func words(_ features: [RowFeatures], _ chosen: [Int]) -> [WordScanner] {
    var result = [WordScanner](repeating: WordScanner(), count: features.count)
    for row in chosen {
      result[row].scan(features[row].title)
      for clause in features[row].clauses { result[row].scan(clause) }
    }
    return result
  }

  /// The evidence of two rows, one of each side.
  func evidence(_ row: Int, _ column: Int) -> Evidence {
    var evidence = Evidence()
    let (left, right) = (source[row], target[column])
    evidence.links =
      strangers(left.links, right.links, -1.5, links.evidence(left.links, right.links))
      + shape.evidence(.links, row, column)
    evidence.keptTokens =
      strangers(
        left.keptTokens, right.keptTokens, -0.7,
        tokens.evidence(left.keptTokens, right.keptTokens))
      + shape.evidence(.tokens, row, column)
    let (leftWords, rightWords) = (sourceWords[row], targetWords[column])
    evidence.words =
      0.4
      * (words.evidence(leftWords.words, rightWords.words)
        + beginnings.evidence(leftWords.beginnings, rightWords.beginnings))
    evidence.clauses = shape.evidence(.clauses, row, column)
    evidence.length = shape.evidence(.length, row, column) + shape.evidence(.title, row, column)
    evidence.structure =
      shape.evidence(.lines, row, column) + shape.evidence(.sentences, row, column)
    if let own = left.section, let other = right.section {
      evidence.section = own == other ? 0.3 : -3
    }
    return evidence
  }

  /// The evidence of items, less where both rows have some and none in common.
  private func strangers(
    _ left: Set<String>, _ right: Set<String>, _ most: Double, _ evidence: Double
  ) -> Double {
    guard !left.isEmpty, !right.isEmpty, left.isDisjoint(with: right) else { return evidence }
    return min(evidence, most)
  }
}
