import Base

/// A piece of a document: raw HTML, or Markdown between it.
enum HTMLPiece {
  /// A block or an inline of raw HTML.
  case html(bytes: [UInt8], place: NodePlace)
  /// A node that cmark made of Markdown; `lines` are its lines in the file if it is a block.
  case node(MarkdownNode, lines: ClosedRange<Int>?)
}

/// HTML that a parser takes in proportional time: allowed elements in pairs and without depth, and
/// void elements with a number instead of Markdown.
///
/// A tag without its partner is dropped. So HTML that blank lines divide into several blocks does
/// not change. An unclosed element does not swallow the rest of the document.
struct HTMLSource {
  /// How many paired elements may be open in each other; deeper ones lose their tags.
  private static let nestingLimit = 48
  private static let formattingLimit = 8

  /// The HTML.
  private(set) var bytes: [UInt8] = []
  /// The nodes that each number represents.
  private(set) var nodes: [[MarkdownNode]] = []
  /// The nodes that a comment or a script over several blocks covers.
  private(set) var covered: [MarkdownNode] = []
  private(set) var findings = HTMLFindings()
  private var places: [(offset: Int, place: NodePlace)] = []

  private let pieces: [HTMLPiece]
  private var entries: [Entry] = []
  private var open: [OpenElement] = []
  private var openCounts: [String: Int] = [:]
  private var formattingDepth = 0
  /// How often the parser may have to open formatting elements again.
  private var reopenings = 0
  private var dropsFormatting = false
  private var isBlock = false

  private struct Entry {
    let piece: Int
    /// It is nil for a node.
    let token: HTMLToken?
    let place: NodePlace
    var name = ""
    var isKept = false
  }

  private struct OpenElement {
    let entry: Int
    let name: String
    let isFormatting: Bool
    var mayPass: Bool
  }

  /// Prepares the pieces that have one parent.
  ///
  /// - Parameter holds: whether a line of the file from the first on to the last has some text.
  init(
    _ pieces: [HTMLPiece], isBlock: Bool,
    holds: (_ text: [UInt8], _ lines: ClosedRange<Int>) -> Bool = { _, _ in false }
  ) {
    self.pieces = pieces
    self.isBlock = isBlock
    scan(holds)
    while !open.isEmpty { popUnclosed() }
    write()
  }

  /// The place of the tag that was written at an offset.
  func place(ofOffset offset: Int) -> NodePlace? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1].place : nil
  }

  // MARK: Reading

  private mutating func scan(_ holds: ([UInt8], ClosedRange<Int>) -> Bool) {
    var failed: Set<[UInt8]> = []
    var index = 0
    while index < pieces.count {
      switch pieces[index] {
      case .node:
        entries.append(Entry(piece: index, token: nil, place: .none, isKept: true))
        if isBlock { countReopenings() }
        index += 1
      case .html(let bytes, let place):
        let missing = take(bytes, index, place)
        index += 1
        guard let missing, !failed.contains(missing) else { continue }
        guard let end = nextPiece(with: missing, from: index, holds) else {
          failed.insert(missing)
          continue
        }
        index = skip(from: index, to: end, missing)
      }
    }
  }

  /// Takes the tokens of raw HTML; returns the missing end of its last comment or script.
  private mutating func take(
    _ bytes: [UInt8], from start: Int = 0, _ piece: Int, _ place: NodePlace
  ) -> [UInt8]? {
    let scanner = HTMLScanner(bytes, from: start)
    var lines = LineCounter(bytes, place)
    for token in scanner.tokens {
      take(token, Entry(piece: piece, token: token, place: lines.place(of: token.range.lowerBound)))
    }
    return scanner.missing
  }

  /// The next piece with some text; never a cell, for tables are shown or covered as a whole.
  private func nextPiece(
    with text: [UInt8], from start: Int, _ holds: ([UInt8], ClosedRange<Int>) -> Bool
  ) -> Int? {
    pieces[start...].firstIndex { piece in
      switch piece {
      case .html(let bytes, _): HTMLScanner.end(of: text, in: bytes[...]) != nil
      case .node(let node, let lines): !node.isCell && lines.map { holds(text, $0) } ?? false
      }
    }
  }

  /// Skips the content of a comment or script; returns the next piece.
  private mutating func skip(from start: Int, to end: Int, _ text: [UInt8]) -> Int {
    for index in start...end {
      guard case .node(let node, _) = pieces[index] else { continue }
      if index == end, node.cut(behind: text) {
        entries.append(Entry(piece: index, token: nil, place: .none, isKept: true))
      } else {
        covered.append(node)
      }
    }
    if case .html(let bytes, let place) = pieces[end],
      let rest = HTMLScanner.end(of: text, in: bytes[...])
    {
      // A script's end is a tag, a comment's is not.
      let isTag = text.first == UInt8(ascii: "<")
      _ = take(bytes, from: isTag ? rest - text.count : rest, end, place)
    }
    return end + 1
  }

  private mutating func take(_ token: HTMLToken, _ entry: Entry) {
    var entry = entry
    switch token.kind {
    case .comment: return
    case .text:
      entry.isKept = true
      entries.append(entry)
    case .open:
      if token.hasHandler { findings.countHandler(at: entry.place) }
      takeOpening(token, entry)
    case .close: takeClosing(token, entry)
    }
  }

  private mutating func takeOpening(_ token: HTMLToken, _ entry: Entry) {
    var entry = entry
    switch HTMLElements.treatment(of: token.name) {
    case .unwrap: return
    case .drop, .remove: findings.countElement(token.name, at: entry.place)
    case .void:
      (entry.name, entry.isKept) = (token.name, true)
      entries.append(entry)
    case .pass(let name, false):
      (entry.name, entry.isKept) = (name, true)
      countReopenings()
      entries.append(entry)
    case .pass(let name, true):
      entry.name = name
      let isFormatting = HTMLElements.formatting.contains(name)
      if !isFormatting { countReopenings() }
      let mayPass =
        open.count < Self.nestingLimit
        && (!isFormatting || (formattingDepth < Self.formattingLimit && !dropsFormatting))
      if isFormatting { formattingDepth += 1 }
      openCounts[name, default: 0] += 1
      open.append(
        .init(entry: entries.count, name: name, isFormatting: isFormatting, mayPass: mayPass))
      entries.append(entry)
    }
  }

  private mutating func takeClosing(_ token: HTMLToken, _ entry: Entry) {
    var entry = entry
    switch HTMLElements.treatment(of: token.name) {
    case .unwrap, .drop, .remove, .void: return
    case .pass(let name, false):
      (entry.name, entry.isKept) = (name, true)
      entries.append(entry)
    case .pass(let name, true):
      guard openCounts[name, default: 0] > 0 else {
        findings.countUnpaired(token.name, at: entry.place)
        return
      }
      while let last = open.last, last.name != name { popUnclosed() }
      guard let last = pop() else { return }
      guard last.mayPass, !(last.isFormatting && dropsFormatting) else { return }
      entries[last.entry].isKept = true
      (entry.name, entry.isKept) = (name, true)
      entries.append(entry)
    }
  }

  private mutating func pop() -> OpenElement? {
    guard let last = open.popLast() else { return nil }
    openCounts[last.name, default: 0] -= 1
    if last.isFormatting { formattingDepth -= 1 }
    return last
  }

  private mutating func popUnclosed() {
    guard let last = pop() else { return }
    let entry = entries[last.entry]
    findings.countUnpaired(entry.token?.name ?? last.name, at: entry.place)
  }

  private mutating func countReopenings() {
    reopenings += formattingDepth
    if reopenings > 4 * entries.count + 1_000 { dropsFormatting = true }
  }

  // MARK: Writing

  private mutating func write() {
    var isBehindNode = false
    for entry in entries where entry.isKept {
      switch pieces[entry.piece] {
      case .node(let node, _):
        let isNumbered = isBehindNode && nodes.last?.last?.isInlinePiece == node.isInlinePiece
        if isNumbered { nodes[nodes.count - 1].append(node) } else { writeNumber(of: node) }
        isBehindNode = true
      case .html(let html, _):
        guard let token = entry.token else { continue }
        isBehindNode = false
        write(token, entry, html)
      }
    }
  }

  private mutating func writeNumber(of node: MarkdownNode) {
    bytes += (isBlock && !node.isInlinePiece ? "<hr id=\"" : "<wbr id=\"").utf8
    bytes += String(nodes.count).utf8
    bytes += "\">".utf8
    nodes.append([node])
  }

  private mutating func write(_ token: HTMLToken, _ entry: Entry, _ html: [UInt8]) {
    switch token.kind {
    case .comment: return
    case .text:
      for byte in html[token.range] {
        if byte == UInt8(ascii: "<") { bytes += "&lt;".utf8 } else { bytes.append(byte) }
      }
    case .close:
      bytes += "</\(entry.name)>".utf8
    case .open:
      places.append((bytes.count, entry.place))
      bytes += "<\(entry.name)".utf8
      if token.name == "center" { bytes += " align=\"center\"".utf8 }
      if !["br", "hr", "wbr"].contains(entry.name) { writeAttributes(of: token, html) }
      bytes.append(UInt8(ascii: ">"))
    }
  }

  private mutating func writeAttributes(of token: HTMLToken, _ html: [UInt8]) {
    for attribute in token.attributes {
      bytes += " \(attribute.name)=\"".utf8
      for byte in html[attribute.value] {
        if byte == UInt8(ascii: "\"") { bytes += "&quot;".utf8 } else { bytes.append(byte) }
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
