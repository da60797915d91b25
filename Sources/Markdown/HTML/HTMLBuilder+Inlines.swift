/// Inlines: emphasis, links and pictures as nodes, the rest by their tags.
extension HTMLBuilder {
  mutating func enterInline(_ element: HTMLElement, _ index: Int) {
    if html.holdsBlock[index], mode != .inlines {
      frames.append(Frame(name: element.name))
      addAnchor(of: element)
      return
    }
    addAnchor(of: element)
    let node: MarkdownNode?
    var tags: (start: Markup, end: Markup)?
    switch element.name {
    case "em" where element.attributes.isEmpty: node = .make(.emphasis)
    case "strong" where element.attributes.isEmpty: node = .make(.strong)
    // A cell of only bold text is the title of a group, however it was made bold.
    case "b" where element.attributes.isEmpty && mode == .cell: node = .make(.strong)
    default: node = nil
    }
    if node == nil || mode == .cell {
      let name = node?.kind == .strong ? "strong" : element.name
      tags = (HTMLNodes.startTag(of: element, named: name), HTMLNodes.endTag(name))
    }
    open(Frame(name: element.name, node: node, isInline: true, tags: tags))
  }

  /// Opens an inline element, its node made of its tags unless it has one.
  mutating func open(_ frame: Frame) {
    var frame = frame
    if frame.node == nil, let tags = frame.tags { frame.node = .markup(tags.start, tags.end) }
    add(inline: frame.node)
    frames.append(frame)
  }

  mutating func enterLink(_ element: HTMLElement, _ index: Int) {
    addAnchor(of: element)
    let isLink =
      element["href"] != nil && !isInLink && linkDepth == 0
      && (mode == .inlines || !html.holdsBlock[index]) && !holdsLink(index..<html.ends[index])
    guard isLink, let node = MarkdownNode.make(.link) else {
      frames.append(Frame(name: "a"))
      return
    }
    linkDepth += 1
    node.setDestination((element["href"] ?? "").utf8, title: (element["title"] ?? "").utf8)
    edits.places[node] = html.place(of: element)
    open(Frame(name: "link", node: node, isInline: true))
  }

  /// Whether Markdown between two events has a link.
  func holdsLink(_ range: Range<Int>) -> Bool {
    html.events[range].contains { event in
      guard case .start(let element) = event else { return false }
      return html.nodes(of: element)?.contains(where: \.holdsLink) ?? false
    }
  }

  mutating func addImage(_ element: HTMLElement) {
    guard let node = MarkdownNode.make(.image), let source = element["src"], !source.isEmpty else {
      return
    }
    node.setDestination(source.utf8, title: (element["title"] ?? "").utf8)
    if let alternative = MarkdownNode.make(.text, (element["alt"] ?? "").utf8) {
      node.append(alternative)
    }
    edits.places[node] = html.place(of: element)
    let size = ImageSize(
      width: element["width"].flatMap { HTMLNodes.number($0, digits: 5) },
      height: element["height"].flatMap { HTMLNodes.number($0, digits: 5) })
    if size.width != nil || size.height != nil { edits.imageSizes[node] = size }
    addAnchor(of: element)
    add(inline: node)
  }
}

extension MarkdownNode {
  /// Whether it is a link or has one below it.
  fileprivate var holdsLink: Bool {
    var node = self
    while true {
      if node.kind == .link { return true }
      if let child = node.firstChild {
        node = child
        continue
      }
      while node != self, node.next == nil, let parent = node.parent { node = parent }
      guard node != self, let next = node.next else { return false }
      node = next
    }
  }
}
