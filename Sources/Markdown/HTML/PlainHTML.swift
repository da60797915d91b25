/// Tells inline HTML that needs no parser: breaks, comments, anchors, and pairs of inline elements.
enum PlainHTML {
  /// Whether the raw HTML right below a node must be parsed.
  static func needsParser(_ parent: MarkdownNode, isCell: Bool) -> Bool {
    var openElements = 0
    var next = parent.firstChild
    while let node = next {
      next = node.next
      guard node.kind == .htmlInline else { continue }
      if node.isBreak {
        // A break divides the elements around it, of which two halves must become two wholes.
        if isCell, openElements > 0 { return true }
        continue
      }
      let tag = HTMLTag(node.literal)
      guard isPlain(tag) else { return true }
      if tag.name != "a" {
        openElements += tag.kind == .open ? 1 : tag.kind == .close ? -1 : 0
      }
    }
    return false
  }

  private static func isPlain(_ tag: HTMLTag) -> Bool {
    switch tag.kind {
    case .comment: true
    case .other: false
    case .close: tag.name == "a" || HTMLFilter.allows(tag.name)
    case .open:
      tag.name == "a"
        ? tag.anchorName != nil && !tag.attributes.contains { $0.name == "href" }
        : HTMLFilter.allows(tag.name) && !tag.attributes.contains { $0.name == "id" }
    }
  }
}
