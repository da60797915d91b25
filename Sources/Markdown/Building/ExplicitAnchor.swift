/// An id that an author wrote into a heading or a cell: `<a name="id"></a>`, `<a id="id"></a>`
/// or attributes at the end, `{#id}`, `{#id .class}` or `{: #id}`.
struct ExplicitAnchor {
  let name: String
  /// The raw HTML nodes that went with it and are freed.
  let consumed: [MarkdownNode]

  /// Takes the first anchor out of the inlines of a block.
  static func take(from block: MarkdownNode) -> ExplicitAnchor? {
    takeElement(from: block) ?? takeBraces(from: block)
  }

  private static func takeElement(from block: MarkdownNode) -> ExplicitAnchor? {
    var next = block.firstChild
    while let child = next {
      next = child.next
      guard child.kind == .htmlInline, let name = HTMLTag(child.literal).anchorName else {
        continue
      }
      var closing = next
      while let node = closing, !node.isClosingAnchor { closing = node.next }
      let consumed = [child] + (closing.map { [$0] } ?? [])
      for node in consumed { node.remove() }
      return ExplicitAnchor(name: name, consumed: consumed)
    }
    return nil
  }

  private static func takeBraces(from block: MarkdownNode) -> ExplicitAnchor? {
    // Tags that show nothing may follow the attributes.
    var node = block.lastChild
    while let other = node, other.kind == .htmlInline || other.isEmptyText { node = other.previous }
    guard let last = node, last.kind == .text, last.withLiteral(mayEndInBraces) else { return nil }
    var literal = last.literal
    let mark = literal.last == TableRewriter.mark ? [TableRewriter.mark] : []
    literal.removeLast(mark.count)
    while literal.last == UInt8(ascii: " ") { literal.removeLast() }
    guard let (kept, name) = split(literal) else { return nil }
    last.setLiteral(kept + mark)
    return name.map { ExplicitAnchor(name: $0, consumed: []) }
  }

  private static func mayEndInBraces(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.contains(UInt8(ascii: "}"))
  }

  /// The text before closing attributes such as `{#id .class}`, and the id if they have one.
  static func split(_ text: [UInt8]) -> (kept: [UInt8], name: String?)? {
    let text = text.last == TableRewriter.mark ? text.dropLast() : text[...]
    guard text.last == UInt8(ascii: "}"), let open = text.lastIndex(of: UInt8(ascii: "{")) else {
      return nil
    }
    guard let list = AttributeList(text[(open + 1)...].dropLast().drop { $0 == UInt8(ascii: ":") }),
      list.words.isEmpty
    else { return nil }
    var kept = Array(text[..<open])
    while kept.last == UInt8(ascii: " ") { kept.removeLast() }
    return (kept, list.id)
  }
}

extension MarkdownNode {
  /// Whether it is text of only white space, beside the mark at the end of a cell.
  fileprivate var isEmptyText: Bool {
    kind == .text
      && withLiteral { $0.allSatisfy { isSpaceOrTab($0) || $0 == TableRewriter.mark } }
  }

  fileprivate var isClosingAnchor: Bool {
    kind == .htmlInline && HTMLTag(literal).isClosing("a")
  }
}

extension HTMLTag {
  /// The id that an `a` element declares.
  var anchorName: String? {
    guard kind == .open, name == "a" else { return nil }
    return attributes.first { ($0.name == "name" || $0.name == "id") && !$0.value.isEmpty }?.value
  }

  func isClosing(_ element: String) -> Bool { kind == .close && name == element }
}
