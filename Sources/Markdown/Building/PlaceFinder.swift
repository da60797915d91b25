import Base

/// Turns lines and columns that cmark counts into places in the file.
struct PlaceFinder {
  private let path: String
  private let bytes: [UInt8]
  private let index: LineIndex
  private let firstLine: Int
  private let movedLines: [Int32]
  private let shifts: [Int: Int]
  /// The text that was parsed, if it differs from the file's.
  private let dialect: DialectMarkdown?

  /// - Parameters:
  ///   - firstLine: the line in the file of the Markdown's first line.
  ///   - movedLines: the file's line for each line that cmark saw, if they differ.
  ///   - shifts: by the line that cmark saw, how many bytes less it has before its text.
  ///   - dialect: the rewritten text of the file; its lines are the file's.
  init(
    _ file: SourceFile, firstLine: Int, movedLines: [Int32], shifts: [Int: Int] = [:],
    dialect: DialectMarkdown? = nil
  ) {
    self.shifts = shifts
    path = file.path
    bytes = file.bytes
    index = LineIndex(file.bytes)
    self.firstLine = firstLine
    self.movedLines = movedLines
    self.dialect = dialect
  }

  /// The lines in the file of the alerts that are in the quotation of the one before them.
  var siblings: Set<Int> { dialect?.siblings ?? [] }

  /// The place of a line and a byte column in the text that was parsed.
  func location(line: Int, byteColumn: Int) -> SourceLocation {
    let column = dialect?.originalColumn(byteColumn, inLine: line - firstLine) ?? byteColumn
    return originalLocation(line: line, byteColumn: column)
  }

  /// The place of a line and a byte column in the file.
  func originalLocation(line: Int, byteColumn: Int) -> SourceLocation {
    index.location(line: line, byteColumn: byteColumn, in: path)
  }

  /// The place of a line and a byte column that cmark counted.
  func location(cmarkLine: Int, byteColumn: Int) -> SourceLocation {
    location(line: line(cmarkLine: cmarkLine), byteColumn: byteColumn + shift(cmarkLine: cmarkLine))
  }

  /// How many bytes less a line that cmark counted has before its text than the file's line.
  func shift(cmarkLine: Int) -> Int { shifts.isEmpty ? 0 : shifts[cmarkLine] ?? 0 }

  /// The line in the file of a line that cmark counted.
  func line(cmarkLine: Int) -> Int {
    if movedLines.isEmpty { return cmarkLine + firstLine - 1 }
    return Int(movedLines[min(max(cmarkLine, 1), movedLines.count) - 1])
  }

  /// The place that a node came from; the file's first line if that is unknown.
  func location(of place: NodePlace) -> SourceLocation {
    switch place {
    case .none: location(line: 1, byteColumn: 1)
    case .location(let location): location
    case .file(let line, let column): location(line: max(line, 1), byteColumn: column)
    }
  }

  /// A line of the text that was parsed, its ending included; empty behind the last.
  func text(ofLine line: Int) -> ArraySlice<UInt8> {
    if let dialect { return dialect.text(ofLine: line - firstLine) }
    guard line >= 1, line <= index.starts.count else { return [] }
    let end = line < index.starts.count ? index.starts[line] : bytes.count
    return bytes[index.starts[line - 1]..<end]
  }
}

/// Finds inlines in the lines of their block.
///
/// cmark counts their columns as if all lines began at the column of the first. It counts no line
/// if one ends in a backslash.
struct InlinePlaceFinder {
  private let places: PlaceFinder
  private var blockLine = 1
  private var blockColumn = 1
  /// The column in the file's line of the block's first byte.
  private var textColumn = 1
  private var quotationDepth = 0
  /// The line in the file that was reached, and the line that cmark counts there.
  private var line = 1
  private var cmarkLine = 1
  /// The ends of the markers and of the white space in the line that was looked at last.
  private var beginning: (line: Int, behindMarkers: Int, text: Int)?
  /// How many of cmark's columns in its line lie before the line that was reached.
  private var passed = 0

  init(_ places: PlaceFinder) {
    self.places = places
  }

  /// Turns to the inlines of a paragraph or a heading.
  mutating func enter(_ block: MarkdownNode, quotationDepth: Int) {
    cmarkLine = block.line
    line = places.line(cmarkLine: block.line)
    passed = 0
    blockLine = line
    blockColumn = block.byteColumn
    textColumn = blockColumn + places.shift(cmarkLine: block.line)
    self.quotationDepth = quotationDepth
    beginning = nil
  }

  /// The place of a link, an image or raw HTML; those of a block must be asked for in order.
  ///
  /// - Parameters:
  ///   - nodeLine: the line that cmark counts.
  ///   - byteColumn: the column in bytes that cmark counts.
  mutating func location(
    line nodeLine: Int, byteColumn: Int, of node: MarkdownNode
  ) -> SourceLocation {
    while cmarkLine < nodeLine, !places.text(ofLine: line).isEmpty {
      if !endsInBackslash(places.text(ofLine: line)) { (cmarkLine, passed) = (cmarkLine + 1, 0) }
      line += 1
    }
    while true {
      let text = places.text(ofLine: line)
      let offset = max(0, byteColumn - blockColumn - passed)
      let start = start(of: line, text, offset, node)
      let end = text.lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? text.startIndex
      if start + offset < end || text.isEmpty {
        return places.location(line: line, byteColumn: start + offset - text.startIndex + 1)
      }
      passed += max(0, end - start) + 1
      line += 1
    }
  }

  /// The place in a line from which cmark counts.
  ///
  /// It is behind the markers of quotations and white space, or before the white space if the line
  /// lacks its markers.
  private mutating func start(
    of line: Int, _ text: ArraySlice<UInt8>, _ offset: Int, _ node: MarkdownNode
  ) -> Int {
    if line == blockLine { return min(text.startIndex + textColumn - 1, text.endIndex) }
    let (behindMarkers, position) = beginning(of: line, text)
    return [position, behindMarkers].first { start in
      text.indices.contains(start + offset) && node.mayBegin(with: text[start + offset])
    } ?? position
  }

  /// The place behind the markers of quotations, and the one behind the white space, too.
  ///
  /// A line is looked at once for all of its inlines.
  private mutating func beginning(
    of line: Int, _ text: ArraySlice<UInt8>
  ) -> (behindMarkers: Int, text: Int) {
    if let known = beginning, known.line == line { return (known.behindMarkers, known.text) }
    var behindMarkers = text.startIndex
    var position = text.startIndex
    var left = quotationDepth
    while position < text.endIndex {
      if text[position] == UInt8(ascii: ">"), left > 0 {
        left -= 1
        behindMarkers = position + 1
      } else if !isSpaceOrTab(text[position]) {
        break
      }
      position += 1
    }
    beginning = (line, behindMarkers, position)
    return (behindMarkers, position)
  }

  private func endsInBackslash(_ text: ArraySlice<UInt8>) -> Bool {
    let content = text.reversed().drop { $0 == 0x0A || $0 == 0x0D }
    return content.prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }
}

extension MarkdownNode {
  /// The line of the beginning; for a link over several lines, cmark says the last.
  var firstLine: Int {
    guard let child = firstChild, child.line > 0 else { return line }
    return min(line, child.line)
  }

  /// Whether the Markdown of a link, an image or raw HTML can begin so.
  fileprivate func mayBegin(with byte: UInt8) -> Bool {
    switch kind {
    case .link: byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<")
    case .image: byte == UInt8(ascii: "!")
    default: byte == UInt8(ascii: "<")
    }
  }
}
