/// Follows which blocks are open line by line, as far as a table's place depends on it.
///
/// The algorithm is CommonMark 0.30's appendix, "A parsing strategy", phase 1, without building a
/// tree. Containers are matched, new ones opened, and the rest of the line belongs to a leaf.
struct BlockTracker {
  /// The role of a line in the leaf block that it ends in.
  enum Role: Equatable {
    case blank
    case paragraphStart
    /// A further line of a paragraph, inside all of its containers.
    case paragraphContinuation
    case lazyContinuation
    case tableRow
    case other
  }

  /// A line's place in the blocks.
  struct Line {
    let role: Role
    /// The first byte that is not white space behind the containers' markers.
    let content: Int
    /// Columns of white space before it.
    let indentation: Int
    /// Whether a quotation or a list item begins on this line.
    let opensContainer: Bool
    /// The footnote that begins on this line.
    var footnote: FootnoteStart?
  }

  private enum Container {
    case quote
    case item(contentColumns: Int, hasContent: Bool)
  }

  private enum Leaf {
    case none
    case paragraph
    case table
    case indentedCode
    case fencedCode(Fence)
    case html(HTMLBlockKind)
  }

  /// The paragraph that a line may belong to.
  private enum OpenParagraph {
    case none
    /// The line lacks markers of the paragraph's containers, but may do so.
    case lazy
    case continued
  }

  private let nestingLimit: Int
  private var containers: [Container] = []
  private var leaf = Leaf.none
  /// The footnote that begins on the last line.
  private var footnote: FootnoteStart?

  /// Whether the last line goes on with a block of code or HTML that was open before it.
  private(set) var continuesBlock = false

  /// Whether more containers are open than may be; the last line is then not read to its end.
  var isTooDeep: Bool { containers.count > nestingLimit }

  /// Whether the last line began or continued code between fences, or HTML that is read as it is.
  var isFenced: Bool {
    switch leaf {
    case .fencedCode: true
    case .html(let kind): !kind.endsAtBlankLine
    case .none, .paragraph, .table, .indentedCode: false
    }
  }

  /// Whether the last line is indented code.
  var isIndentedCode: Bool { if case .indentedCode = leaf { true } else { false } }

  /// Whether the last line is shown as it is written.
  var isVerbatim: Bool { isFenced || isIndentedCode }

  /// Starts before the first line.
  ///
  /// - Parameter nestingLimit: how many containers may be open.
  init(nestingLimit: Int) {
    self.nestingLimit = nestingLimit
  }

  /// The markers that put a line of its own into the open containers.
  var prefix: [UInt8] { prefix(ofFirst: containers.count) }

  /// The markers that put a line of its own into the outermost open containers.
  func prefix(ofFirst count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for container in containers.prefix(count) {
      switch container {
      case .quote: bytes += Array("> ".utf8)
      case .item(let columns, _): bytes += Array(repeating: UInt8(ascii: " "), count: columns)
      }
    }
    return bytes
  }

  /// Says that the paragraph's last line and this one open a table.
  mutating func openTable() { leaf = .table }

  /// Records that the line before is not a row, but the first line of a paragraph.
  mutating func endTable() { leaf = .paragraph }

  /// Takes the next line, without its line ending.
  mutating func track(_ bytes: [UInt8], _ range: Range<Int>) -> Line {
    var cursor = LineCursor(bytes, range)
    let matched = matchContainers(&cursor)
    let allMatched = matched == containers.count
    continuesBlock = false
    footnote = nil
    if allMatched, let line = continueLeaf(cursor) {
      continuesBlock = true
      return line
    }
    let wasParagraph: Bool = if case .paragraph = leaf { true } else { false }
    let wasTable: Bool = if case .table = leaf { true } else { false }
    let paragraph: OpenParagraph = wasParagraph ? (allMatched ? .continued : .lazy) : .none
    let opened = openBlocks(&cursor, matched: matched, paragraph)
    let (content, columns) = cursor.indentation()
    func line(_ role: Role) -> Line {
      Line(
        role: role, content: content, indentation: columns, opensContainer: opened.container,
        footnote: footnote)
    }
    if opened.leaf { return line(.other) }
    if content >= range.upperBound {
      if !opened.container { close(to: matched) }
      leaf = .none
      return line(.blank)
    }
    if wasParagraph, !opened.container {
      if allMatched { return line(.paragraphContinuation) }
      return line(.lazyContinuation)
    }
    if wasTable, allMatched, !opened.container, TableRow.hasCell(bytes[content..<range.upperBound])
    {
      leaf = .table
      return line(.tableRow)
    }
    if !opened.container { close(to: matched) }
    markContent()
    leaf = .paragraph
    return line(.paragraphStart)
  }

  /// Consumes the markers of the open containers and tells how many the line continues.
  private func matchContainers(_ cursor: inout LineCursor) -> Int {
    for (index, container) in containers.enumerated() {
      let (first, columns) = cursor.indentation()
      let isBlank = first >= cursor.end
      switch container {
      case .quote:
        guard columns < 4, !isBlank, cursor.bytes[first] == UInt8(ascii: ">") else { return index }
        cursor.advance(to: first + 1)
        consumeOptionalSpace(&cursor)
      case .item(let contentColumns, let hasContent):
        if columns >= contentColumns {
          cursor.advance(columns: contentColumns)
        } else if isBlank && hasContent {
          cursor.advance(to: first)
        } else {
          return index
        }
      }
    }
    return containers.count
  }

  /// Gives the line to an open code or HTML block, or nil if none is open or it ends here.
  private mutating func continueLeaf(_ cursor: LineCursor) -> Line? {
    let (first, columns) = cursor.indentation()
    let text = cursor.bytes[first..<cursor.end]
    let other = Line(role: .other, content: first, indentation: columns, opensContainer: false)
    switch leaf {
    case .none, .paragraph, .table: return nil
    case .fencedCode(let fence):
      if columns < 4, isClosingFence(text, of: fence) { leaf = .none }
      return other
    case .indentedCode:
      if columns >= 4 || text.isEmpty { return other }
    case .html(let kind):
      if kind.endsAtBlankLine, text.isEmpty { break }
      if kind.ends(in: text) { leaf = .none }
      return other
    }
    leaf = .none
    return nil
  }

  /// Opens the blocks that the rest of the line begins.
  private mutating func openBlocks(
    _ cursor: inout LineCursor, matched: Int, _ paragraph: OpenParagraph
  ) -> (container: Bool, leaf: Bool) {
    var paragraph = paragraph
    var openedContainer = false
    while true {
      let (first, columns) = cursor.indentation()
      let text = cursor.bytes[first..<cursor.end]
      if text.isEmpty || isTooDeep { return (openedContainer, false) }
      if columns >= 4 {
        if paragraph != .none { return (openedContainer, false) }
        prepareToOpen(matched, openedContainer)
        leaf = .indentedCode
        return (openedContainer, true)
      }
      if footnote == nil, leafStart(text, paragraph) == nil,
        let start = FootnoteLabel.definition(text)
      {
        prepareToOpen(matched, openedContainer)
        footnote = FootnoteStart(
          label: start.label, marker: first..<start.end, depth: containers.count,
          isFirst: !openedContainer)
        cursor.advance(to: start.end)
        containers.append(.item(contentColumns: 4, hasContent: true))
        leaf = .none
        (openedContainer, paragraph) = (true, .none)
        continue
      }
      if let container = containerStart(text, columns, paragraph, &cursor) {
        prepareToOpen(matched, openedContainer)
        containers.append(container)
        leaf = .none
        (openedContainer, paragraph) = (true, .none)
        continue
      }
      guard let opened = leafStart(text, paragraph) else {
        return (openedContainer, false)
      }
      prepareToOpen(matched, openedContainer)
      leaf = opened
      return (openedContainer, true)
    }
  }

  /// The leaf block, other than a paragraph, that the text begins.
  private func leafStart(_ text: ArraySlice<UInt8>, _ paragraph: OpenParagraph) -> Leaf? {
    if isATXHeading(text) { return Leaf.none }
    if let fence = openingFence(text) { return .fencedCode(fence) }
    if let kind = htmlBlockStart(text, interruptsParagraph: paragraph != .none) {
      return kind.ends(in: text) ? Leaf.none : .html(kind)
    }
    if paragraph == .continued && isSetextUnderline(text) { return Leaf.none }
    return isThematicBreak(text) ? Leaf.none : nil
  }

  /// The container that the text begins, its marker consumed.
  private func containerStart(
    _ text: ArraySlice<UInt8>, _ columns: Int, _ paragraph: OpenParagraph,
    _ cursor: inout LineCursor
  ) -> Container? {
    if text.first == UInt8(ascii: ">") {
      cursor.advance(to: text.startIndex + 1)
      consumeOptionalSpace(&cursor)
      return .quote
    }
    if leafStart(text, paragraph) != nil { return nil }
    guard let width = listMarkerWidth(text, interruptsParagraph: paragraph == .continued) else {
      return nil
    }
    cursor.advance(to: text.startIndex + width)
    let space = cursor.indentation().columns
    let isBlank = cursor.isBlank
    let padding = isBlank || space > 4 ? 1 : space
    cursor.advance(columns: isBlank ? 0 : padding)
    return .item(contentColumns: columns + width + padding, hasContent: !isBlank)
  }

  private func consumeOptionalSpace(_ cursor: inout LineCursor) {
    if cursor.indentation().columns > 0 { cursor.advance(columns: 1) }
  }

  private mutating func prepareToOpen(_ matched: Int, _ alreadyOpened: Bool) {
    if !alreadyOpened { close(to: matched) }
    markContent()
  }

  private mutating func close(to count: Int) {
    if containers.count > count {
      containers.removeSubrange(count...)
      leaf = .none
    }
  }

  private mutating func markContent() {
    guard case .item(let columns, _)? = containers.last else { return }
    containers[containers.count - 1] = .item(contentColumns: columns, hasContent: true)
  }
}
