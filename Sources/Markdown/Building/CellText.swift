/// The text of a cell that has struck or raised parts, or icons.
///
/// Struck text no longer applies, raised text is the mark of a note, and an icon may say yes.
struct CellText {
  private enum Part {
    case struck, raised, other
    /// A picture that says yes or no.
    case sign(String)

    var isOther: Bool { if case .other = self { true } else { false } }
  }

  /// The text so far, an empty line for each break.
  private var lines: [[UInt8]] = [[]]

  /// The text of a cell; nil if nothing in it is struck, raised, or an icon.
  ///
  /// - Parameter cell: the cell's node, whose children are looked at two levels deep.
  static func marked(in cell: MarkdownNode) -> String? {
    if let child = cell.firstChild, child.next == nil, child.kind == .text { return nil }
    let nodes = cell.children
    let isMarked = nodes.contains { node in
      !part(node).isOther || node.kind != .text && node.children.contains { !part($0).isOther }
    }
    guard isMarked else { return nil }
    var text = CellText()
    text.append(nodes)
    let lines = text.lines.map { InlineText.folded($0) }.filter { !$0.isEmpty }
    return lines.joined(separator: "\n")
  }

  /// The kind of an element, or of the element that a start tag begins.
  private static func part(_ node: MarkdownNode) -> Part {
    let start: [UInt8]
    switch node.kind {
    case .other: start = node.markupStart
    case .htmlInline: start = node.literal
    default: return .other
    }
    let name = start.dropFirst().prefix { (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
    switch String(decoding: name, as: UTF8.self) {
    case "del", "s", "strike": return .struck
    case "sup": return .raised
    case "i", "span": return IconTag.sign(start).map { .sign($0) } ?? .other
    default: return .other
    }
  }

  private mutating func append(_ nodes: [MarkdownNode]) {
    var open = nodes
    open.reverse()
    while let node = open.popLast() {
      let part = Self.part(node)
      let isElement = node.kind != .htmlInline
      switch part {
      case .struck: if !isElement { _ = Self.takeContent(&open) }
      case .raised:
        let content = isElement ? node.children : Self.takeContent(&open)
        append(Self.raised(InlineText.text(of: content[...])))
      case .sign(let sign): append(sign)
      case .other:
        if node.isBreak {
          lines.append([])
        } else if node.firstChild != nil {
          open += node.children.reversed()
        } else {
          append(leaf: node)
        }
      }
    }
  }

  /// Takes the nodes up to an end tag.
  private static func takeContent(_ open: inout [MarkdownNode]) -> [MarkdownNode] {
    var content: [MarkdownNode] = []
    while let node = open.popLast() {
      if node.kind == .htmlInline, node.literal.starts(with: "</".utf8) { break }
      content.append(node)
    }
    return content
  }

  private mutating func append(_ text: String) {
    lines[lines.count - 1] += text.utf8
  }

  /// Appends a literal with the spaces at its ends.
  private mutating func append(leaf node: MarkdownNode) {
    if node.kind == .htmlInline { return }
    guard node.kind == .text || node.kind == .code else { return append(" ") }
    node.withLiteral { InlineText.append($0, to: &lines[lines.count - 1]) }
  }

  /// A raised number or letter in the characters that Unicode has for it; the same text if it is
  /// longer than a mark.
  private static func raised(_ text: String) -> String {
    guard text.count <= 3 else { return text }
    return String(text.map { marks[$0] ?? $0 })
  }

  private static let marks: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip(
      "0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
  )
}
