import Base

/// Replaces raw HTML in a tree by what may pass of it.
struct RawHTMLBuilder {
  /// The anchors found, in order.
  private(set) var anchors: [Document.Anchor] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Treats inline pieces; those in one parent are judged together, so that pairs match.
  mutating func buildInlines(_ pieces: [TreeOutline.RawHTML]) {
    var groups: [MarkdownNode: [TreeOutline.RawHTML]] = [:]
    var order: [MarkdownNode] = []
    for piece in pieces {
      guard let parent = piece.node.parent else { continue }
      if groups[parent] == nil { order.append(parent) }
      groups[parent, default: []].append(piece)
    }
    for parent in order {
      let group = groups[parent] ?? []
      let tags = group.map { HTMLTag($0.node.literal) }
      for (piece, verdict) in zip(group, HTMLFilter.judge(tags)) {
        let markup = markup(verdict, piece.node.literal, piece.location)
        guard !markup.isEmpty, let node = MarkdownNode.markup(Markup(markup)) else {
          piece.node.remove()
          continue
        }
        piece.node.replace(with: node)
      }
    }
  }

  /// Treats blocks: comments go, what is left becomes a paragraph.
  mutating func buildBlocks(_ blocks: [TreeOutline.RawHTML]) {
    for block in blocks {
      let pieces = HTMLPiece.split(block.node.literal)
      let tags = pieces.filter(\.isTag)
      var verdicts = HTMLFilter.judge(tags.map { HTMLTag($0.bytes) }).makeIterator()
      var content: [UInt8] = []
      var wasReported = false
      for piece in pieces {
        guard piece.isTag, let verdict = verdicts.next() else {
          content.appendEscapingHTMLButReferences(piece.bytes)
          continue
        }
        if verdict == .escape && wasReported {
          content.appendEscapingHTML(piece.bytes)
        } else {
          content += markup(verdict, piece.bytes, block.location)
          wasReported = wasReported || verdict == .escape
        }
      }
      let isEmpty = content.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
      while content.last == 0x0A { content.removeLast() }
      let paragraph = Array("<p>".utf8) + content + Array("</p>".utf8)
      guard !isEmpty, let node = MarkdownNode.block(Markup(paragraph)) else {
        block.node.remove()
        continue
      }
      block.node.replace(with: node)
    }
  }

  private mutating func markup(
    _ verdict: HTMLFilter.Verdict, _ literal: [UInt8], _ location: SourceLocation
  ) -> [UInt8] {
    switch verdict {
    case .pass(let tag): return tag
    case .drop: return []
    case .anchor(let name):
      anchors.append(.init(name: name, location: location))
      var hole: [UInt8] = []
      HoleMarker.append(.anchor(anchor: anchors.count - 1), to: &hole)
      return hole
    case .escape:
      let shown = String(decoding: literal.prefix(60), as: UTF8.self)
      diagnostics.append(
        Diagnostic(
          .htmlEscaped, "raw HTML '\(shown)' is shown as text", at: location,
          hint: "use Markdown; only harmless inline elements in pairs are kept"))
      var escaped: [UInt8] = []
      escaped.appendEscapingHTML(literal)
      return escaped
    }
  }
}

/// A run of an HTML block: one tag or comment, or the text between two.
private struct HTMLPiece {
  let bytes: [UInt8]
  let isTag: Bool

  static func split(_ html: [UInt8]) -> [HTMLPiece] {
    var pieces: [HTMLPiece] = []
    var textStart = 0
    var position = 0
    let lastCommentEnd = lastCommentEnd(in: html)
    while position < html.count {
      guard html[position] == UInt8(ascii: "<"),
        let end = end(of: html[position...], lastCommentEnd)
      else {
        position += 1
        continue
      }
      if position > textStart {
        pieces.append(.init(bytes: Array(html[textStart..<position]), isTag: false))
      }
      pieces.append(.init(bytes: Array(html[position..<end]), isTag: true))
      (position, textStart) = (end, end)
    }
    if textStart < html.count {
      pieces.append(.init(bytes: Array(html[textStart...]), isTag: false))
    }
    return pieces
  }

  /// The end of the comment or tag that begins here; of a comment that never ends, its opening.
  private static func end(of text: ArraySlice<UInt8>, _ lastCommentEnd: Int) -> Int? {
    guard text.starts(with: "<!--".utf8) else { return HTMLTag.end(in: text) }
    guard text.startIndex + 2 <= lastCommentEnd else { return text.startIndex + 4 }
    var position = text.startIndex + 2
    while !text[position...].starts(with: "-->".utf8) { position += 1 }
    return max(position + 3, text.startIndex + 4)
  }

  /// Where the block's last `-->` begins; -1 where there is none.
  private static func lastCommentEnd(in html: [UInt8]) -> Int {
    var position = html.count - 3
    while position >= 0, !html[position...].starts(with: "-->".utf8) { position -= 1 }
    return max(position, -1)
  }
}
