import Base

/// The results of one walk over a parsed document: its facts, and the nodes that must change.
struct TreeOutline {
  struct Heading {
    let node: MarkdownNode
    let level: Int
    let location: SourceLocation
    var text: [UInt8] = []
    /// The parts of the text that are blocks of code.
    var code: [Range<Int>] = []
  }

  struct Cell {
    let node: MarkdownNode
    let table: Int
    /// The row, 0 for the header.
    let row: Int
    let column: Int
    let heading: Int?
    let location: SourceLocation
    var links: Range<Int>
  }

  struct Link {
    let node: MarkdownNode
    let location: SourceLocation
    let isImage: Bool
    /// Whether it is the content of a link, as a linked picture is.
    var isInLink = false
    var text: [UInt8] = []
  }

  struct RawHTML {
    let node: MarkdownNode
    let location: SourceLocation
  }

  var headings: [Heading] = []
  var leadText: [UInt8] = []
  /// The parts of the text above all headings that are blocks of code.
  var leadCode: [Range<Int>] = []
  var cells: [Cell] = []
  var links: [Link] = []
  var inlineHTML: [RawHTML] = []
  var htmlBlocks: [RawHTML] = []
  var quotations: [RawHTML] = []
  var suppressions: [Suppression] = []
  /// Findings about text in a script other than the locale's.
  var foreignText: [Diagnostic] = []
  /// The texts in another language of the same script.
  var otherLanguages: [Document.ForeignText] = []
  /// The code that other tools draw and pages do not.
  var drawnCode = DrawnCode()
  /// The tables that are shown as text.
  var codeTables = CodeTables()
}
