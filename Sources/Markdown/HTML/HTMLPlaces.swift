import Base

/// Finds raw HTML among inlines in the file, during a walk over a tree as cmark made it.
struct HTMLPlaces {
  private let places: PlaceFinder
  private let tables: [TableLayout]
  private var finder: InlinePlaceFinder
  private var quotationDepth = 0
  private var table = 0
  private var cell = 0
  private var openCell: MarkdownNode?

  init(_ places: PlaceFinder, _ tables: [TableLayout]) {
    self.places = places
    self.tables = tables
    finder = InlinePlaceFinder(places)
  }

  /// Takes a step of the walk.
  mutating func visit(_ node: MarkdownNode, _ isEntering: Bool) {
    switch node.kind {
    case .blockQuote: quotationDepth += isEntering ? 1 : -1
    case .paragraph: if isEntering { finder.enter(node, quotationDepth: quotationDepth) }
    case .heading where isEntering:
      finder.enter(node, quotationDepth: quotationDepth)
      openCell = node.isCell && table < tables.count ? node : nil
    case .heading:
      guard openCell != nil else { return }
      openCell = nil
      cell += 1
      if cell == tables[table].cells.count { (table, cell) = (table + 1, 0) }
    default: return
    }
  }

  /// The place of an inline; those of a block must be asked for in order.
  mutating func location(of node: MarkdownNode) -> SourceLocation {
    guard let openCell else {
      return finder.location(line: node.firstLine, byteColumn: node.byteColumn, of: node)
    }
    let source = tables[table].cells[cell]
    let textColumn = openCell.byteColumn + TableRewriter.cellStart.count
    return places.location(
      line: source.line, byteColumn: source.byteColumn(of: max(0, node.byteColumn - textColumn)))
  }
}
