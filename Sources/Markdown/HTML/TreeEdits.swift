/// A picture's size as its tag gives it, in whole pixels.
struct ImageSize {
  let width: String?
  let height: String?
}

/// The facts about the nodes that the project put into a tree, which cmark cannot keep.
final class TreeEdits {
  /// The places that nodes came from.
  var places: [MarkdownNode: NodePlace] = [:]
  var imageSizes: [MarkdownNode: ImageSize] = [:]
  /// The tables made of HTML, each by its first cell.
  var tables: [MarkdownNode: TableLayout] = [:]
  /// The places, columns, and cells of HTML tables that became text because they are too large.
  var oversizedTables: [(place: NodePlace, columns: Int, cells: Int)] = []
  /// The first cells of tables that became text.
  var droppedTables: Set<MarkdownNode> = []
}
