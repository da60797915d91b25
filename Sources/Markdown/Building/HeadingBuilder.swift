/// Gives headings a place for their id.
enum HeadingBuilder {
  /// Treats all headings of a document.
  ///
  /// - Parameter mayNameDocument: whether the document has no title but its headings.
  /// - Returns: the headings, the raw HTML nodes that were freed, and whether the text begins with the
  ///   document's title.
  static func build(
    _ outlined: [TreeOutline.Heading], mayNameDocument: Bool
  ) -> (headings: [Document.Heading], consumed: [MarkdownNode], beginsWithTitle: Bool) {
    let namesDocument = mayNameDocument && namesDocument(outlined)
    var beginsWithTitle = outlined.first?.level == 1
    var headings: [Document.Heading] = []
    var consumed: [MarkdownNode] = []
    headings.reserveCapacity(outlined.count)
    for (index, heading) in outlined.enumerated() {
      let anchor = ExplicitAnchor.take(from: heading.node)
      consumed += anchor?.consumed ?? []
      let title = InlineText.text(in: heading.node)
      headings.append(
        .init(
          level: heading.level, text: title, anchor: anchor?.name, location: heading.location))
      let isTitle = index == 0 && namesDocument && !title.isEmpty
      if isTitle { beginsWithTitle = true }
      wrap(heading.node, level: isTitle ? 1 : heading.level, index: index)
    }
    return (headings, consumed, beginsWithTitle)
  }

  /// Whether the first heading is the document's title: it begins the text, and all others are below
  /// it.
  private static func namesDocument(_ headings: [TreeOutline.Heading]) -> Bool {
    guard let first = headings.first, headings.dropFirst().allSatisfy({ $0.level > first.level }),
      first.node.parent?.parent == nil
    else { return false }
    var node = first.node.previous
    while let before = node, before.kind == .htmlBlock { node = before.previous }
    return node == nil
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
