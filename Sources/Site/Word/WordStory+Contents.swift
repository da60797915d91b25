extension WordStory {
  /// An entry of the contents.
  private struct Entry {
    let level: Int
    let text: String
    let bookmark: Int?
    let isRightToLeft: Bool
  }

  /// Writes the contents as a field, which Word renews, with the entries that are known already.
  mutating func writeContents(_ index: Int, _ nav: Markup.Node) {
    endParagraph()
    let nodes = index..<nav.end
    if let heading = nodes.first(where: { markup.nodes[$0].name == "h2" }) {
      breaksPage = true
      let outer = style
      style.paragraph = "TOCHeading"
      for node in heading..<markup.nodes[heading].end { append(text: markup.nodes[node].text) }
      endParagraph()
      style = outer
    }
    let entries = nodes.filter { markup.nodes[$0].name == "a" }.map(entry)
    guard !entries.isEmpty else { return }
    for (number, entry) in entries.enumerated() {
      append(raw: "<w:p><w:pPr><w:pStyle w:val=\"TOC\(entry.level)\"/>")
      append(raw: entry.isRightToLeft ? "<w:bidi/></w:pPr>" : "</w:pPr>")
      if number == 0 {
        append(
          raw: Self.field("begin", "w:dirty=\"true\"")
            + "<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\z \\u </w:instrText></w:r>"
            + Self.field("separate"))
      }
      append(raw: text(of: entry))
      append(raw: (number == entries.count - 1 ? Self.field("end") : "") + "</w:p>")
    }
  }

  private func entry(_ index: Int) -> Entry {
    let node = markup.nodes[index]
    let text = markup.nodes[index..<node.end].map(\.text).joined()
    let lists = markup.ancestors(of: index).count { $0.name == "ol" }
    let direction = markup.ancestors(of: index).lazy.compactMap { $0["dir"] }.first
    let bookmark: Int? = Markup.fragment(node["href"]).flatMap { resources.bookmarks[$0] }
    return Entry(
      level: min(max(lists, 1), 2), text: text, bookmark: bookmark,
      isRightToLeft: direction.map { $0 == "rtl" } ?? style.isRightToLeft)
  }

  /// An entry without its page, which only Word knows.
  private func text(of entry: Entry) -> String {
    let parts = DirectedText.parts(of: entry.text, inRightToLeft: entry.isRightToLeft)
    let runs = parts.map { part in
      "<w:r>\(part.isRightToLeft ? "<w:rPr><w:rtl/></w:rPr>" : "")"
        + "<w:t xml:space=\"preserve\">\(xml(part.text))</w:t></w:r>"
    }.joined()
    guard let bookmark = entry.bookmark else { return runs }
    return "<w:hyperlink w:anchor=\"\(Self.name(ofBookmark: bookmark))\">\(runs)</w:hyperlink>"
  }

  private static func field(_ type: String, _ attributes: String = "") -> String {
    let space = attributes.isEmpty ? "" : " "
    return "<w:r><w:fldChar w:fldCharType=\"\(type)\"\(space)\(attributes)/></w:r>"
  }
}

extension Markup {
  /// The elements around a node, the innermost first.
  func ancestors(of index: Int) -> [Node] {
    var result: [Node] = []
    var next = nodes[index].parent
    while let place = next {
      result.append(nodes[place])
      next = nodes[place].parent
    }
    return result
  }

  func isInCover(_ node: Node) -> Bool {
    var next = node.parent
    while let place = next {
      if nodes[place].has("book-cover") { return true }
      next = nodes[place].parent
    }
    return false
  }

  /// Whether a node is in a list of letters.
  func isInLegend(_ node: Node) -> Bool {
    guard let part = node.parent, let list = nodes[part].parent else { return false }
    return nodes[list].has("legend")
  }

  /// Whether an item of a list begins with a box.
  func isTask(_ item: Int) -> Bool {
    let inner = nodes[(item + 1)..<nodes[item].end]
    let first = inner.first { $0.name != "p" && !($0.isText && $0.text.allSatisfy(\.isWhitespace)) }
    return first?.name == "input"
  }

  /// The nodes of a table's caption that readers see; nil if it has none.
  func caption(of table: Int) -> Range<Int>? {
    let end = nodes[table].end
    guard
      let caption = (table + 1..<end).first(where: {
        nodes[$0].name == "caption" && nodes[$0].parent == table
      }), !nodes[caption].has("visually-hidden")
    else { return nil }
    return caption + 1..<nodes[caption].end
  }
}
