/// A text of the tree, and its neighbors.
struct TextRun {
  /// A part of a text.
  struct Piece {
    enum Content {
      case text
      case link(prefix: String)
      case reference(Int)
      case tildes(canOpen: Bool, canClose: Bool)
    }

    let range: Range<Int>
    let content: Content
  }

  /// The length in bytes of the longest label of a footnote.
  private static let longestLabel = 200

  let node: MarkdownNode
  let bytes: [UInt8]
  /// The bytes with 0x01 for those that an escape or an entity represents.
  let shape: [UInt8]

  init(_ node: MarkdownNode, _ lines: ParsedLines) {
    self.node = node
    bytes = node.literal
    shape = node.width == bytes.count ? bytes : lines.shape(of: node, bytes)
  }

  /// Whether an address without a scheme may begin the text.
  var isAllowedAtStart: Bool {
    switch (node.previous ?? node.parent)?.kind {
    case .softBreak, .lineBreak, .emphasis, .strong: true
    case .paragraph, .heading: node.previous == nil
    default: false
    }
  }

  /// The tildes that begin at a position, as delimiters if they can be such.
  func tildes(at start: Int) -> Piece {
    var end = start
    while end < shape.count, shape[end] == UInt8(ascii: "~") { end += 1 }
    let before = start == 0 ? kind(of: node.previous) : CharacterKind(before: start, in: bytes)
    let after =
      end == bytes.count ? kind(of: node.next) : CharacterKind(at: end, in: bytes)
    let opens = after == .other || after == .punctuation && before != .other
    let closes = before == .other || before == .punctuation && after != .other
    guard end - start <= 2, opens || closes else {
      return Piece(range: start..<end, content: .text)
    }
    return Piece(range: start..<end, content: .tildes(canOpen: opens, canClose: closes))
  }

  /// The kind of the character with which a neighbor begins or ends in the source.
  private func kind(of neighbor: MarkdownNode?) -> CharacterKind {
    switch (neighbor ?? node.parent)?.kind {
    case .softBreak, .lineBreak: .space
    case .paragraph, .heading: neighbor == nil ? .space : .punctuation
    default: .punctuation
    }
  }

  /// The label of a reference to a footnote that begins at a bracket; nil if there is none.
  func footnoteLabel(at start: Int) -> Range<Int>? {
    let first = start + 2
    guard first < shape.count, shape[start + 1] == UInt8(ascii: "^") else { return nil }
    var end = first
    while end < shape.count, end - first <= Self.longestLabel {
      if shape[end] == UInt8(ascii: "]") { return end > first ? first..<end : nil }
      if shape[end] == UInt8(ascii: "[") { return nil }
      end += 1
    }
    return nil
  }
}
