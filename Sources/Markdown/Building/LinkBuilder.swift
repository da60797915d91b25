/// Puts holes in the place of links and images, whose targets the guide resolves.
enum LinkBuilder {
  /// Treats all links of a document.
  static func build(_ outlined: [TreeOutline.Link], _ edits: TreeEdits) -> [Document.Link] {
    outlined.enumerated().map { index, link in
      let fact = Document.Link(
        destination: String(decoding: link.node.destination, as: UTF8.self),
        title: String(decoding: link.node.title, as: UTF8.self),
        alternative: link.isImage ? InlineText.folded(link.text) : nil,
        isInLink: link.isInLink, width: edits.imageSizes[link.node]?.width,
        height: edits.imageSizes[link.node]?.height, location: link.location)
      replace(link, index)
      return fact
    }
  }

  private static func replace(_ link: TreeOutline.Link, _ index: Int) {
    let start = Markup(link.isImage ? .image(link: index) : .linkStart(link: index))
    let end = link.isImage ? "" : Markup(.linkEnd(link: index))
    guard let node = MarkdownNode.markup(start, end) else { return }
    link.node.insertBefore(node)
    if !link.isImage { node.takeChildren(of: link.node) }
    link.node.remove()
  }
}
