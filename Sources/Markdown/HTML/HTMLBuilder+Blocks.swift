import Base

/// Blocks: headings, paragraphs, lists and code as nodes, the rest by their tags.
extension HTMLBuilder {
  mutating func enterBlock(_ element: HTMLElement, _ index: Int) {
    switch mode {
    case .cell:
      enterInCell(element.name)
      addAnchor(of: element)
      frames.append(Frame(name: element.name))
    case .inlines:
      add(text: [0x20])
      addAnchor(of: element)
      frames.append(Frame(name: element.name))
    case .blocks: openBlock(element, index)
    }
  }

  mutating func openBlock(_ element: HTMLElement, _ index: Int) {
    guard fits(element.name) else {
      finishParagraph()
      addAnchor(of: element)
      frames.append(Frame(name: element.name))
      return
    }
    let node: MarkdownNode?
    let isSimple = !html.holdsBlock[index]
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      node = isSimple ? .make(.heading) : nil
      node?.setHeadingLevel(element.name.utf8.last.map { Int($0) - 0x30 } ?? 1)
    case "p" where isSimple && element["align"] == nil: node = .make(.paragraph)
    case "p" where !isSimple: node = nil
    case "thead", "tbody", "tfoot", "tr", "td", "th", "caption": node = nil
    default: node = .block(HTMLNodes.startTag(of: element), HTMLNodes.endTag(element.name))
    }
    let isHeading = node?.kind == .heading
    if !isHeading { addAnchor(of: element) }
    if let node {
      add(block: node)
      edits.places[node] = html.place(of: element)
    } else {
      finishParagraph()
    }
    frames.append(Frame(name: element.name, node: node))
    if isHeading { addAnchor(of: element) }
  }

  /// Whether an element is allowed in its place.
  func fits(_ name: String) -> Bool {
    let parent = frames.last?.name
    switch name {
    case "li": return parent == "ul" || parent == "ol"
    case "dt", "dd": return parent == "dl"
    case "summary": return parent == "details" && frames.last?.node?.firstChild == nil
    case "figcaption": return parent == "figure"
    default: return true
    }
  }

  mutating func enterPreformatted(_ element: HTMLElement, _ index: Int) -> Int {
    let end = html.ends[index]
    guard let text = html.text(in: (index + 1)..<end, allowing: ["code"]) else {
      enterBlock(element, index)
      preDepth += 1
      return index
    }
    addAnchor(of: element)
    guard mode == .blocks, let node = MarkdownNode.make(.codeBlock, text) else {
      if mode == .cell { requestClause() }
      add(inline: .make(.code, text.map { $0 == 0x0A ? 0x20 : $0 }))
      if mode == .cell { requestClause() }
      return end
    }
    node.setFenceInfo(language(index..<end).utf8)
    add(block: node)
    edits.places[node] = html.place(of: element)
    return end
  }

  /// The language in the first class `language-x` of an element or its children.
  func language(_ range: Range<Int>) -> String {
    for event in html.events[range] {
      guard case .start(let element) = event, let names = element["class"] else { continue }
      for name in names.split(separator: " ") where name.hasPrefix("language-") {
        let language = name.dropFirst(9)
        let isPlain = language.utf8.allSatisfy {
          isLetter($0) || isDigit($0) || "+-#_".utf8.contains($0)
        }
        if isPlain { return String(language) }
      }
    }
    return ""
  }

  mutating func addRule() {
    switch mode {
    case .blocks: if let node = MarkdownNode.make(.thematicBreak) { add(block: node) }
    case .inlines: add(text: [0x20])
    case .cell: requestClause()
    }
  }
}
