/// Pairs the tildes of one parent, GitHub Flavored Markdown 0.29, section 6.5, "Strikethrough
/// (extension)".
///
/// Opening tildes that a pair encloses pair with nothing. Pairs of unequal length do not count, and
/// takes both from the search. Time is linear: openers are kept by the closers that they can pair
/// with.
struct Strikethrough {
  /// One or two tildes, as a text of their own.
  struct Delimiter {
    let node: MarkdownNode
    let length: Int
    let canOpen: Bool
    let canClose: Bool

    fileprivate var kind: Int { (length - 1) * 2 + (canClose ? 1 : 0) }
  }

  private var open: [Delimiter] = []
  /// The places of the openers of each kind, rising.
  private var places: [[Int]] = [[], [], [], []]

  /// Wraps the content between paired tildes, which are freed.
  static func build(_ delimiters: [Delimiter]) {
    var pairs = Strikethrough()
    for delimiter in delimiters { pairs.take(delimiter) }
  }

  private mutating func take(_ delimiter: Delimiter) {
    if delimiter.canClose, let place = opener(of: delimiter) {
      let opener = open[place]
      open.removeSubrange(place...)
      for kind in places.indices {
        while let last = places[kind].last, last >= place { places[kind].removeLast() }
      }
      if opener.length == delimiter.length { Self.wrap(opener.node, delimiter.node) }
    } else if delimiter.canOpen {
      places[delimiter.kind].append(open.count)
      open.append(delimiter)
    }
  }

  /// The last opener that may pair, by the rule of three of CommonMark 0.30, section 6.2, rule 9.
  private func opener(of closer: Delimiter) -> Int? {
    var result: Int?
    for length in 1...2 {
      for canClose in [false, true] {
        let isBound = closer.canOpen || canClose
        if isBound, (length + closer.length) % 3 == 0 { continue }
        guard let place = places[(length - 1) * 2 + (canClose ? 1 : 0)].last else { continue }
        result = max(result ?? place, place)
      }
    }
    return result
  }

  private static func wrap(_ opener: MarkdownNode, _ closer: MarkdownNode) {
    guard let element = MarkdownNode.markup("<del>", "</del>") else { return }
    opener.insertBefore(element)
    while let node = opener.next, node != closer { element.append(node) }
    opener.remove()
    closer.remove()
  }
}
