/// One step of a compiled template.
///
/// Nodes are a flat list in the source's order; one that encloses others knows its content's end.
/// They refer to the pools of their `Program` by index, so that none needs reference counting.
enum Node: Sendable {
  case text(TextRun)
  case variable(Path, isEscaped: Bool)
  /// The content follows, up to the node `end`.
  case section(Path, end: Int)
  case invertedSection(Path, end: Int)
  case inclusion(Inclusion)
  case block(Block)
}

/// Text between tags: bytes of the program's text, and the places in it where lines start.
struct TextRun: Sendable {
  var bytes: Range<Int>
  /// Which of the program's line starts are in the run; its end may be one.
  var lineStarts: Range<Int>

  static let empty = TextRun(bytes: 0..<0, lineStarts: 0..<0)
}

/// A dotted name: a part of the program's names, empty for `.`.
struct Path: Sendable {
  let names: Range<Int>
}

/// A partial tag, or a parent tag, which is a partial that is given arguments.
struct Inclusion: Sendable {
  enum Target: Sendable {
    case template(Int)
    case dynamic(Path)
    /// A name that no template has.
    case nothing
  }

  let target: Target
  /// The bytes of the program's text to put before each line; nil for a tag inside a line.
  var indentation: Range<Int>?
  /// Which of the program's arguments are given.
  var arguments: Range<Int>
  /// The node behind the content of the arguments.
  var end: Int
}

/// The content that a parent tag gives for a block.
struct Argument: Sendable {
  let block: Int
  let content: Range<Int>
}

/// A place that an argument can fill; the default content follows, up to the node `end`.
struct Block: Sendable {
  let name: Int
  /// The bytes of the program's text to put before each line of an argument.
  let indentation: Range<Int>
  /// Whether the tag has a line to itself, so that an argument starts on a fresh line.
  let startsLine: Bool
  var end: Int
}
