/// One line of a pipe table, for those who write another one like it.
public struct TableLine: Sendable {
  /// The bytes of each cell, white space trimmed.
  public let cells: [Range<Int>]
  /// The text before the first cell: white space and a pipe.
  public let start: ArraySlice<UInt8>
  /// The text behind the last cell without the line's end.
  public let end: ArraySlice<UInt8>
  /// The line's end.
  public let lineEnd: ArraySlice<UInt8>

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - line: the whole line, its ending included.
  ///   - columns: how many cells the table has.
  /// - Returns: nil if the line has no cell.
  public init?(_ bytes: [UInt8], _ line: Range<Int>, columns: Int = Int.max) {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    var content = line.lowerBound
    while content < end, isSpaceOrTab(bytes[content]) || bytes[content] == UInt8(ascii: ">") {
      content += 1
    }
    guard let row = TableRow(bytes[content..<end]), let first = row.cells.first,
      let last = row.cells.prefix(columns).last
    else { return nil }
    cells = Array(row.cells.prefix(columns))
    start = bytes[line.lowerBound..<first.lowerBound]
    self.end = bytes[last.upperBound..<end]
    lineEnd = bytes[end..<line.upperBound]
  }

  /// A line of other cells in the same style.
  public func written(_ cells: [[UInt8]]) -> [UInt8] {
    let hasPipe = start.contains(UInt8(ascii: "|"))
    var result = Array(hasPipe ? start.prefix { $0 != UInt8(ascii: "|") } : start)
    if hasPipe { result += "| ".utf8 }
    result += cells.joined(separator: " | ".utf8)
    // A lone cell, or an empty last one, is a cell only with a pipe behind it.
    let needsPipe = end.contains(UInt8(ascii: "|")) || cells.last?.isEmpty ?? true
    if needsPipe { result += " |".utf8 }
    return result
  }
}
