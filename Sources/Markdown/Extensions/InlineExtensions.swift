import Base

/// Finds GitHub's additions to the inlines of CommonMark in the text of a tree: bare addresses,
/// strikethrough, and references to footnotes.
///
/// Works on cmark's own tree, before HTML is put into it, so that nothing within code or HTML is
/// text. Time is linear in the text.
struct InlineExtensions {
  /// A reference to a footnote, and the footnote's number among the definitions.
  typealias Reference = (node: MarkdownNode, definition: Int)

  private struct Parent {
    let node: MarkdownNode
    let mayHoldLinks: Bool
  }

  private let edits: TreeEdits
  private let lines: ParsedLines
  /// The definitions of footnotes by their labels.
  private let definitions: [[UInt8]: Int]
  private var parents: [Parent] = []
  private var items: [MarkdownNode] = []
  private var places: [MarkdownNode: SourceLocation] = [:]
  private(set) var references: [MarkdownNode: Int] = [:]
  /// The labels that no footnote has, each at its first place.
  private(set) var undefined: [(label: String, location: SourceLocation)] = []
  private var knownUndefined: Set<[UInt8]> = []

  /// - Parameters:
  ///   - markdown: the Markdown that cmark read.
  ///   - definitions: the definitions of footnotes by their labels, folded.
  init(_ markdown: [UInt8], _ edits: TreeEdits, definitions: [[UInt8]: Int]) {
    lines = ParsedLines(markdown)
    self.edits = edits
    self.definitions = definitions
  }

  /// Treats all text of a tree.
  mutating func build(
    _ tree: borrowing MarkdownTree, _ places: PlaceFinder, _ layouts: [TableLayout]
  ) {
    survey(tree, HTMLPlaces(places, layouts))
    for parent in parents { build(parent) }
    for item in items { TaskItems.build(item) }
  }

  // MARK: Looking for text

  private mutating func survey(_ tree: borrowing MarkdownTree, _ finder: HTMLPlaces) {
    var finder = finder
    var (linkDepth, imageDepth, isInRawLink) = (0, 0, false)
    var seen: Set<MarkdownNode> = []
    var rawLinked: Set<MarkdownNode> = []
    tree.visit { node, isEntering in
      finder.visit(node, isEntering)
      switch node.kind {
      case .link: linkDepth += isEntering ? 1 : -1
      case .image: imageDepth += isEntering ? 1 : -1
      case .item: if isEntering { items.append(node) }
      case .paragraph, .heading: isInRawLink = false
      case .emphasis, .strong: if isEntering, isInRawLink { rawLinked.insert(node) }
      case .htmlInline: isInRawLink = node.rawLink ?? isInRawLink
      case .text where imageDepth == 0 && node.withLiteral(Self.mayHoldExtension):
        places[node] = finder.location(of: node)
        guard let parent = node.parent, seen.insert(parent).inserted else { return }
        parents.append(
          Parent(node: parent, mayHoldLinks: linkDepth == 0 && !rawLinked.contains(parent)))
      default: return
      }
    }
  }

  private static func mayHoldExtension(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for position in text.indices {
      switch text[position] {
      case UInt8(ascii: "~"), UInt8(ascii: "@"): return true
      case UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "w"):
        guard position + 1 < text.count else { continue }
        if "/^w".utf8.contains(text[position + 1]) { return true }
      default: continue
      }
    }
    return false
  }

  // MARK: Treating one parent

  private mutating func build(_ parent: Parent) {
    var delimiters: [Strikethrough.Delimiter] = []
    var isInRawLink = false
    var next = parent.node.firstChild
    while let node = next {
      next = node.next
      if let isOpen = node.rawLink { isInRawLink = isOpen }
      guard let place = places[node] else { continue }
      let run = TextRun(node, lines)
      let pieces = pieces(of: run, mayHoldLinks: parent.mayHoldLinks && !isInRawLink, place)
      replace(run, by: pieces, place, &delimiters)
    }
    Strikethrough.build(delimiters)
  }

  private mutating func pieces(
    of run: TextRun, mayHoldLinks: Bool, _ place: SourceLocation
  ) -> [TextRun.Piece] {
    var pieces: [TextRun.Piece] = []
    var (position, first) = (0, 0)
    var columns = TextColumns(run, place)
    let scanner = AutolinkScanner(
      bytes: run.bytes, shape: run.shape, isContinued: run.node.next != nil)
    while position < run.shape.count {
      var piece: TextRun.Piece?
      switch run.shape[position] {
      case UInt8(ascii: "~"): piece = run.tildes(at: position)
      case UInt8(ascii: "["): piece = reference(at: position, in: run, mayHoldLinks, &columns)
      case UInt8(ascii: ":") where mayHoldLinks, UInt8(ascii: "w") where mayHoldLinks:
        piece = scanner.webAddress(
          at: position, from: first, isAllowedAtStart: run.isAllowedAtStart
        ).map { .init(range: $0.range, content: .link(prefix: $0.prefix)) }
      case UInt8(ascii: "@") where mayHoldLinks:
        piece = scanner.mailAddress(at: position, from: first)
          .map { .init(range: $0.range, content: .link(prefix: $0.prefix)) }
      default: break
      }
      if let piece {
        if case .text = piece.content {} else { pieces.append(piece) }
        position = piece.range.upperBound
        first = position
      } else {
        position += 1
      }
    }
    return pieces
  }

  private mutating func reference(
    at position: Int, in run: TextRun, _ mayHoldLinks: Bool, _ columns: inout TextColumns
  ) -> TextRun.Piece? {
    guard mayHoldLinks, let label = run.footnoteLabel(at: position) else { return nil }
    let key = FootnoteLabel.key(run.bytes[label])
    let range = position..<(label.upperBound + 1)
    if let definition = definitions[key] {
      return .init(range: range, content: .reference(definition))
    }
    if FootnoteLabel.isPlain(key), knownUndefined.insert(key).inserted {
      undefined.append(
        (String(decoding: run.bytes[label], as: UTF8.self), columns.location(of: position)))
    }
    return nil
  }

  private mutating func replace(
    _ run: TextRun, by pieces: [TextRun.Piece], _ place: SourceLocation,
    _ delimiters: inout [Strikethrough.Delimiter]
  ) {
    guard !pieces.isEmpty else { return }
    var columns = TextColumns(run, place)
    var start = 0
    func addText(to end: Int) {
      guard start < end, let text = MarkdownNode.make(.text, run.bytes[start..<end]) else { return }
      run.node.insertBefore(text)
    }
    for piece in pieces {
      addText(to: piece.range.lowerBound)
      start = piece.range.upperBound
      let bytes = run.bytes[piece.range]
      switch piece.content {
      case .text: continue
      case .link(let prefix):
        guard let link = MarkdownNode.make(.link), let text = MarkdownNode.make(.text, bytes)
        else { continue }
        link.setDestination(Array(prefix.utf8) + bytes, title: [])
        link.append(text)
        edits.places[link] = .location(columns.location(of: piece.range.lowerBound))
        run.node.insertBefore(link)
      case .reference(let definition):
        guard let node = MarkdownNode.markup("") else { continue }
        references[node] = definition
        run.node.insertBefore(node)
      case .tildes(let canOpen, let canClose):
        guard let node = MarkdownNode.make(.text, bytes) else { continue }
        run.node.insertBefore(node)
        delimiters.append(
          .init(node: node, length: bytes.count, canOpen: canOpen, canClose: canClose))
      }
    }
    addText(to: run.bytes.count)
    run.node.remove()
  }
}

extension MarkdownNode {
  /// Whether raw HTML opens or closes a link; nil if it does neither.
  fileprivate var rawLink: Bool? {
    guard kind == .htmlInline else { return nil }
    return withLiteral { tag -> Bool? in
      let start = tag.count > 1 && tag[1] == UInt8(ascii: "/") ? 2 : 1
      guard start + 1 < tag.count, tag[start] | 0x20 == UInt8(ascii: "a"),
        !isLetter(tag[start + 1]), !isDigit(tag[start + 1]), tag[start + 1] != UInt8(ascii: "-")
      else { return nil }
      return start == 1
    }
  }
}
