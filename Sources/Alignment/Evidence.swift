/// The evidence for and against a pair of rows, part by part.
///
/// Each part is the natural logarithm of a ratio. It divides the likelihood of the two rows if one
/// renders the other by that of two strangers. 0 says nothing.
public struct Evidence: Sendable, Hashable {
  /// The targets of links.
  public var links = 0.0
  /// Names, acronyms and numbers.
  public var keptTokens = 0.0
  /// Other words that both tables have.
  public var words = 0.0
  /// The letters and codes in cells.
  public var cells = 0.0
  /// The number of clauses.
  public var clauses = 0.0
  /// The length, and the title's.
  public var length = 0.0
  /// Lines and sentences.
  public var structure = 0.0
  /// Whether both are in one section.
  public var section = 0.0

  /// All parts together.
  public var total: Double {
    content + section
  }

  /// All parts that are in the rows themselves, words never weighing more than a few anchors.
  var content: Double {
    min(max(links + keptTokens + words + cells, -6), 12) + clauses + length + structure
  }
}
