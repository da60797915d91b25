import Base

/// Makes alerts of quotations that begin with `[!NOTE]` or one of its sisters.
enum AlertBuilder {
  /// Treats all quotations of a document; a marker of an unknown kind is reported and stays text.
  ///
  /// - Parameter siblings: the lines of those that belong behind the alert that they are in.
  static func build(
    _ quotations: [TreeOutline.RawHTML], _ siblings: Set<Int>
  ) -> [Diagnostic] {
    quotations.compactMap { quotation in
      guard let paragraph = quotation.node.firstChild, paragraph.kind == .paragraph,
        let first = paragraph.firstChild, first.kind == .text,
        let marker = Marker(first.literal)
      else { return nil }
      guard let kind = AlertKind(name: marker.name) else {
        return Diagnostic(
          .alertUnknown, "unknown kind of alert '[!\(marker.name)]'", at: quotation.location,
          hint: didYouMean(marker.name.lowercased(), among: AlertKind.allCases.map(\.rawValue)))
      }
      if siblings.contains(quotation.location.line) { quotation.node.moveBehindParent() }
      build(kind, quotation.node, paragraph, first, marker)
      return nil
    }
  }

  private static func build(
    _ kind: AlertKind, _ quotation: MarkdownNode, _ paragraph: MarkdownNode,
    _ first: MarkdownNode, _ marker: Marker
  ) {
    let start = Array("<div class=\"alert alert-\(kind.rawValue)\" role=\"note\">\n".utf8)
    guard let block = MarkdownNode.block(Markup(start), "</div>") else { return }
    if marker.rest.isEmpty { first.remove() } else { first.setLiteral(marker.rest) }
    let line = LeadingLine(of: paragraph)
    let hasTitle = marker.hasTitle(line, isAlone: paragraph.next == nil)
    quotation.insertBefore(block)
    appendTitle(kind, hasTitle ? line.nodes : [], to: block)
    if let next = paragraph.firstChild, next.isBreakOfLine { next.remove() }
    if paragraph.firstChild == nil { paragraph.remove() }
    block.takeChildren(of: quotation)
    quotation.remove()
  }

  /// Appends the alert's title: the writer's own, or else the name of its kind.
  private static func appendTitle(
    _ kind: AlertKind, _ nodes: [MarkdownNode], to block: MarkdownNode
  ) {
    var start = Array("<p class=\"alert-title\">".utf8)
    if nodes.isEmpty { HoleMarker.append(.alertTitle(kind), to: &start) }
    guard let holder = MarkdownNode.block(""),
      let title = MarkdownNode.markup(Markup(start), "</p>")
    else { return }
    for node in nodes { title.append(node) }
    holder.append(title)
    block.append(holder)
  }
}

/// The first line of a paragraph.
private struct LeadingLine {
  let nodes: [MarkdownNode]
  /// Whether more lines follow.
  let hasNext: Bool
  /// The first byte of the text behind it; nil if that is not text.
  let nextByte: UInt8?
  /// The length of its text in bytes, markup aside.
  let length: Int
  /// The last byte of its text.
  let lastByte: UInt8?

  init(of paragraph: MarkdownNode) {
    var nodes: [MarkdownNode] = []
    var length = 0
    var node = paragraph.firstChild
    var lastByte: UInt8?
    while let inline = node, !inline.isBreakOfLine {
      nodes.append(inline)
      let text = InlineText.text(of: [inline][...]).utf8
      length += text.count
      lastByte = text.last ?? lastByte
      node = inline.next
    }
    (self.nodes, self.length, self.lastByte) = (nodes, length, lastByte)
    hasNext = node != nil
    let next = node?.next
    nextByte = next?.kind == .text ? next?.withLiteral { $0.first } : nil
  }

}

/// A leading `[!NAME]`, with the sign behind it by which Obsidian folds an alert.
private struct Marker {
  let name: String
  /// The text behind it.
  let rest: [UInt8]
  private let isFolding: Bool
  /// A longer line is text, in bytes.
  private static let longestTitle = 120

  init?(_ text: [UInt8]) {
    guard text.starts(with: "[!".utf8), let end = text.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let name = text[2..<end]
    guard let first = name.first, isLetter(first),
      name.allSatisfy({ isLetter($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.name = String(decoding: name, as: UTF8.self)
    var rest = text[(end + 1)...]
    isFolding = rest.first.map { "+-".utf8.contains($0) } ?? false
    if isFolding { rest = rest.dropFirst() }
    self.rest = Array(rest.drop { $0 == 0x20 })
  }

  /// Whether the rest of the marker's line is a title: a short line before other text, which does not
  /// go on in the next one.
  func hasTitle(_ line: LeadingLine, isAlone: Bool) -> Bool {
    if line.length == 0 { return false }
    if isFolding { return true }
    guard line.hasNext || !isAlone, line.length <= Self.longestTitle else { return false }
    if let last = line.lastByte, ".;,:".utf8.contains(last) { return false }
    guard let next = line.nextByte else { return true }
    return !(0x61...0x7A).contains(next)
  }
}

extension MarkdownNode {
  fileprivate func moveBehindParent() {
    guard let parent, parent.kind == .customBlock || parent.kind == .blockQuote else { return }
    if let next = parent.next {
      next.insertBefore(self)
    } else {
      parent.parent?.append(self)
    }
  }

  fileprivate var isBreakOfLine: Bool { kind == .softBreak || kind == .lineBreak }
}
