import Base

/// Replaces the raw HTML that is left in a tree: anchors, breaks, pairs of inline elements and comments.
struct RawHTMLBuilder {
  /// The anchors found, in order.
  private(set) var anchors: [Document.Anchor] = []
  private(set) var findings = HTMLFindings()

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
      for ((piece, tag), verdict) in zip(zip(group, tags), HTMLFilter.judge(tags)) {
        let markup = markup(verdict, tag, piece.location)
        guard !markup.isEmpty, let node = MarkdownNode.markup(Markup(markup)) else {
          piece.node.remove()
          continue
        }
        piece.node.replace(with: node)
      }
    }
  }

  /// Removes blocks, of which only comments are left.
  func buildBlocks(_ blocks: [TreeOutline.RawHTML]) {
    for block in blocks { block.node.remove() }
  }

  private mutating func markup(
    _ verdict: HTMLFilter.Verdict, _ tag: HTMLTag, _ location: SourceLocation
  ) -> [UInt8] {
    switch verdict {
    case .pass(let tag): return tag
    case .drop: return []
    case .anchor(let name):
      anchors.append(.init(name: name, location: location))
      var hole: [UInt8] = []
      HoleMarker.append(.anchor(anchor: anchors.count - 1), to: &hole)
      return hole
    case .unpaired:
      if !tag.name.isEmpty { findings.countUnpaired(tag.name, at: .location(location)) }
      return []
    }
  }
}
