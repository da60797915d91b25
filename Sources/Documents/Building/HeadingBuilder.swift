/// Gives headings a place for their id.
enum HeadingBuilder {
  /// Treats all headings of a document.
  ///
  /// - Returns: the headings, and the raw HTML nodes that were freed.
  static func build(
    _ outlined: [TreeOutline.Heading]
  ) -> (headings: [Document.Heading], consumed: Set<MarkdownNode>) {
    var headings: [Document.Heading] = []
    var consumed: Set<MarkdownNode> = []
    for (index, heading) in outlined.enumerated() {
      let anchor = ExplicitAnchor.take(from: heading.node)
      consumed.formUnion(anchor?.consumed ?? [])
      let title = InlineText.text(of: heading.node.children)
      headings.append(
        .init(
          level: heading.level, title: title, anchor: anchor?.name,
          location: heading.location, text: InlineText.folded(heading.text)))
      wrap(heading.node, level: heading.level, index: index)
    }
    return (headings, consumed)
  }

  private static func wrap(_ node: MarkdownNode, level: Int, index: Int) {
    let start =
      Array("<h\(level)".utf8) + HoleMarker.bytes(.headingID(heading: index)) + Array(">".utf8)
    guard let block = MarkdownNode.block([]),
      let element = MarkdownNode.markup(start, Array("</h\(level)>".utf8))
    else { return }
    element.takeChildren(of: node)
    block.append(element)
    node.replace(with: block)
  }
}
