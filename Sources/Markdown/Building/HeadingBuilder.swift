/// Gives headings a place for their id.
enum HeadingBuilder {
  /// Treats all headings of a document.
  ///
  /// - Returns: the headings, and the raw HTML nodes that were freed.
  static func build(
    _ outlined: [TreeOutline.Heading]
  ) -> (headings: [Document.Heading], consumed: [MarkdownNode]) {
    var headings: [Document.Heading] = []
    var consumed: [MarkdownNode] = []
    headings.reserveCapacity(outlined.count)
    for (index, heading) in outlined.enumerated() {
      let anchor = ExplicitAnchor.take(from: heading.node)
      consumed += anchor?.consumed ?? []
      let title = InlineText.text(in: heading.node)
      headings.append(
        .init(
          level: heading.level, title: title, anchor: anchor?.name, location: heading.location))
      wrap(heading.node, level: heading.level, index: index)
    }
    return (headings, consumed)
  }

  private static func wrap(_ node: MarkdownNode, level: Int, index: Int) {
    let tags = tags(level)
    var start = tags.start
    start.append(.headingID(heading: index))
    start.append(">")
    guard let block = MarkdownNode.block(""),
      let element = MarkdownNode.markup(start, tags.end)
    else { return }
    element.takeChildren(of: node)
    block.append(element)
    node.replace(with: block)
  }

  private static func tags(_ level: Int) -> (start: Markup, end: Markup) {
    switch level {
    case 1: ("<h1", "</h1>")
    case 2: ("<h2", "</h2>")
    case 3: ("<h3", "</h3>")
    case 4: ("<h4", "</h4>")
    case 5: ("<h5", "</h5>")
    default: ("<h6", "</h6>")
    }
  }
}
