import Base

/// Turns the HTML of a book into WordprocessingML (ECMA-376 part 1, section 17): headings, paragraphs,
/// lists, tables, links, pictures, notes.
///
/// A text is one pass over the nodes in their order. The style that elements pass on to their
/// content is on a stack, so the depth of the input doesn't matter.
struct WordStory {
  /// An element whose content is being written.
  private struct Open {
    let node: Int
    let end: Int
    let style: WordStyle
    /// The text after the content.
    let after: String
    let isBlock: Bool
  }

  let markup: Markup
  let page: WordPage
  var resources: WordResources
  private(set) var output: [UInt8] = []
  /// The targets of links and pictures, by the numbers of their relations.
  private(set) var relations: [WordRelation] = []
  private var numberOfRelation: [WordRelation: Int] = [:]
  var style: WordStyle
  var paragraph: WordParagraph?
  private var open: [Open] = []
  private var frames: [Int: WordTable.Frame] = [:]
  /// The places that the next paragraph is at.
  var places: [Int] = []
  /// The number of the next paragraph.
  var number: WordParagraph.Number?
  var breaksPage = false
  /// The markup before the next run, such as the mark of a note.
  var lead = ""

  /// Begins a text.
  init(_ markup: Markup, _ page: WordPage, _ resources: WordResources) {
    self.markup = markup
    self.page = page
    self.resources = resources
    style = WordStyle(
      language: page.language, isRightToLeft: page.isRightToLeft, width: page.textWidth)
  }

  /// Writes the nodes of a range.
  mutating func write(_ nodes: Range<Int>) {
    var index = nodes.lowerBound
    while index < nodes.upperBound || !open.isEmpty {
      while let last = open.last, index >= last.end {
        open.removeLast()
        end(last)
      }
      guard index < nodes.upperBound else { break }
      let node = markup.nodes[index]
      if node.isText {
        append(text: node.text)
        index += 1
      } else {
        index = begin(index, node)
      }
    }
    while let last = open.popLast() { end(last) }
    endParagraph()
  }

  // MARK: Elements

  /// Begins an element.
  ///
  /// - Returns: the index of the node to go on with: the first in it, or that behind it.
  private mutating func begin(_ index: Int, _ node: Markup.Node) -> Int {
    if isLeftOut(node) { return node.end }
    if writesWhole(index, node) { return node.end }
    if node.has("chip") { separate() }
    let isInline = ["dt", "dd"].contains(node.name) && markup.isInLegend(node)
    let isNotice = node.name == "span" && node.has("row-notice")
    let isBlock = isNotice || (!isInline && Markup.blocks.contains(node.name))
    if isBlock { endParagraph() }
    let outer = style
    note(place: node)
    style.apply(node)
    var after = ""
    switch node.name {
    case "table": after = beginTable(index)
    case "tr", "td", "th":
      guard let frame = frames[index] else { return node.end }
      output += frame.before.utf8
      after = frame.after
      style.apply(frame)
    case "ul", "ol": style.listLevel += 1
    case "li": beginItem(index, node)
    case "h1", "h2", "h3", "h4", "h5", "h6": style.paragraph = style.heading(node)
    default: applyClass(node)
    }
    if node.name == "a" { style.link = link(node["href"]) }
    if node.name == "q" { append(text: "“") }
    open.append(Open(node: index, end: node.end, style: outer, after: after, isBlock: isBlock))
    return index + 1
  }

  private mutating func end(_ element: Open) {
    let node = markup.nodes[element.node]
    if node.name == "q" { append(text: "”") }
    if ["td", "th"].contains(node.name), !element.after.isEmpty {
      if paragraph == nil, output.endsCell { beginParagraph() }
      endParagraph()
    }
    if element.isBlock {
      if node.name == "li", number != nil { beginParagraph() }
      endParagraph()
    }
    output += element.after.utf8
    style = element.style
    if node.name == "table" {
      output += "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>".utf8
    }
    if node.has("book-matrix") { endSection(isLandscape: true) }
  }

  /// Elements that are for screens.
  private func isLeftOut(_ node: Markup.Node) -> Bool {
    ["script", "style", "svg", "button", "head", "noscript", "template"].contains(node.name)
      || node["hidden"] != nil
      || ["visually-hidden", "footnotes", "footnote-back", "actions", "needs-script"]
        .contains { node.has($0) }
  }

  /// Writes an element that is more than its content.
  private mutating func writesWhole(_ index: Int, _ node: Markup.Node) -> Bool {
    switch node.name {
    case "br":
      append(markup: "<w:br/>")
      paragraph?.endsInSpace = true
    case "wbr": append(text: "\u{200B}")
    case "hr":
      endParagraph()
      output += "<w:p><w:pPr><w:pStyle w:val=\"Rule\"/></w:pPr></w:p>".utf8
    case "img": append(picture: node)
    case "input": append(text: node["checked"] == nil ? "☐ " : "☑ ")
    case "caption" where frames[node.parent ?? -1] != nil: break
    case "nav" where node.has("book-contents"): writeContents(index, node)
    case "sup" where node.has("footnote-ref"): append(note: index, node)
    default: return false
    }
    return true
  }

  /// The meanings of our own templates' classes.
  private mutating func applyClass(_ node: Markup.Node) {
    if node.has("book-chapter") { breaksPage = true }
    if node.has("book-matrix") { endSection(isLandscape: false) }
    if node.has("remark"), paragraph?.endsInSpace == false { append(text: " ") }
    if let parent = node.parent, markup.nodes[parent].has("assignments"), paragraph != nil {
      append(text: " · ")
    }
    if node.name == "dd", markup.isInLegend(node) { append(text: " – ") }
    if node.name == "time", paragraph != nil { append(text: " · ") }
  }

  /// Puts a space before a letter that follows a word.
  private mutating func separate() {
    guard let paragraph, !paragraph.endsInSpace, !paragraph.runs.isEmpty else { return }
    guard !lastIsLetter else { return }
    append(text: "\u{A0}")
  }

  var lastIsLetter = false

  private mutating func beginTable(_ index: Int) -> String {
    guard
      let table = WordTable(
        markup, index, width: style.width, isRightToLeft: style.isRightToLeft)
    else { return "" }
    if let caption = markup.caption(of: index) {
      let outer = style
      style.paragraph = "Caption"
      for node in caption where markup.nodes[node].isText { append(text: markup.nodes[node].text) }
      endParagraph()
      style = outer
    }
    frames.merge(table.frames) { $1 }
    let frame = table.frames[index] ?? .init()
    output += frame.before.utf8
    return frame.after
  }

  private mutating func beginItem(_ index: Int, _ node: Markup.Node) {
    let list = node.parent.map { markup.nodes[$0] }
    let level = min(max(style.listLevel - 1, 0), 8)
    guard list?.name == "ol", let parent = node.parent else {
      number = markup.isTask(index) ? nil : .init(list: WordResources.bullets, level: level)
      return
    }
    let known = listNumbers[parent]
    let created =
      known
      ?? resources.add(
        .init(
          level: level, start: Int(list?["start"] ?? "").map { min(max($0, 0), 30_000) } ?? 1,
          format: Self.formats[list?["type"] ?? ""] ?? "decimal"))
    listNumbers[parent] = created
    number = .init(list: created, level: level)
  }

  /// The numbered lists, by node.
  private var listNumbers: [Int: Int] = [:]

  private static let formats = [
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
  ]

  // MARK: Places and links

  private mutating func note(place node: Markup.Node) {
    guard let id = node["id"], let bookmark = resources.bookmarks[id] else { return }
    places.append(bookmark)
  }

  func link(_ href: String?) -> WordStyle.Link? {
    if let fragment = Markup.fragment(href) {
      return resources.bookmarks[fragment].map { .bookmark($0) }
    }
    guard let href, ["http://", "https://", "mailto:", "tel:"].contains(where: href.hasPrefix)
    else {
      return nil
    }
    return .address(href)
  }

  /// The number of the relation to a target.
  mutating func relation(_ relation: WordRelation) -> Int {
    if let known = numberOfRelation[relation] { return known }
    relations.append(relation)
    numberOfRelation[relation] = relations.count
    return relations.count
  }

  // MARK: Paragraphs

  mutating func beginParagraph() {
    guard paragraph == nil else { return }
    paragraph = WordParagraph(
      style: style.paragraph, isRightToLeft: style.isRightToLeft, number: number,
      indent: style.listLevel, alignment: style.alignment, breaksPage: breaksPage,
      isHead: style.isHead)
    (number, breaksPage, lastIsLetter) = (nil, false, false)
    let marks = places.map(bookmark).joined()
    paragraph?.runs += marks.utf8
    places = []
    if !lead.isEmpty {
      paragraph?.runs += lead.utf8
      lead = ""
    }
  }

  mutating func endParagraph() {
    guard var ended = paragraph else { return }
    if ended.openLink != nil { ended.runs += "</w:hyperlink>".utf8 }
    output += "<w:p>".utf8
    output += ended.properties.utf8
    output += ended.runs
    output += "</w:p>".utf8
    paragraph = nil
  }

  private func bookmark(_ number: Int) -> String {
    "<w:bookmarkStart w:id=\"\(number)\" w:name=\"\(Self.name(ofBookmark: number))\"/>"
      + "<w:bookmarkEnd w:id=\"\(number)\"/>"
  }

  /// A name that Word hides: its own begin so, too.
  static func name(ofBookmark number: Int) -> String { "_Ref\(number)" }

  /// Ends the pages of one format.
  private mutating func endSection(isLandscape: Bool) {
    endParagraph()
    output += "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/>".utf8
    output += page.section(isLandscape: isLandscape, isFirst: !isLandscape).utf8
    output += "</w:pPr></w:p>".utf8
    breaksPage = false
    style.width = isLandscape ? page.textWidth : page.landscapeTextWidth
  }

  mutating func append(raw text: String) { output += text.utf8 }
}

extension [UInt8] {
  /// Whether a cell needs one more paragraph, since its last block must be one and isn't.
  fileprivate var endsCell: Bool {
    hasSuffix("</w:tcPr>") || hasSuffix("</w:tbl>")
  }

  private func hasSuffix(_ text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
