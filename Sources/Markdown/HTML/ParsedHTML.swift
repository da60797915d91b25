/// The events of parsed HTML, with the facts that building nodes needs.
struct ParsedHTML {
  let events: [HTMLEvent]
  /// For each start, the index of its end.
  let ends: [Int]
  /// For each start, whether a block begins in the element.
  let holdsBlock: [Bool]
  /// Whether there is a block at all.
  let holdsBlocks: Bool
  /// The Markdown that numbered elements represent.
  let nodes: [[MarkdownNode]]
  private let source: HTMLSource

  init(_ source: HTMLSource) {
    self.source = source
    nodes = source.nodes
    events = GumboParser.events(of: source.bytes)
    var ends = Array(repeating: 0, count: events.count)
    var holdsBlock = Array(repeating: false, count: events.count)
    var holdsBlocks = false
    var open: [Int] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .text: continue
      case .end:
        if let start = open.popLast() { ends[start] = index }
      case .start(let element):
        if Self.isBlock(element) {
          holdsBlocks = true
          // The ancestors of a marked element are marked too, so each is marked once.
          for start in open.reversed() {
            if holdsBlock[start] { break }
            holdsBlock[start] = true
          }
        }
        open.append(index)
      }
    }
    for start in open { ends[start] = events.count }
    self.ends = ends
    self.holdsBlock = holdsBlock
    self.holdsBlocks = holdsBlocks
  }

  private static func isBlock(_ element: HTMLElement) -> Bool {
    HTMLElements.blocks.contains(element.name)
      || HTMLElements.optionallyClosed.contains(element.name) || element.name == "hr"
  }

  /// The Markdown that an element represents.
  func nodes(of element: HTMLElement) -> [MarkdownNode]? {
    guard element.name == "hr" || element.name == "wbr",
      let id = element["id"].flatMap({ Int($0) }),
      nodes.indices.contains(id)
    else { return nil }
    return nodes[id]
  }

  /// The place of an element's tag in the file.
  func place(of element: HTMLElement) -> NodePlace {
    element.offset.flatMap { source.place(ofOffset: $0) } ?? .none
  }

  /// The text between two events; nil if there is more than text and elements of one of the names.
  func text(in range: Range<Int>, allowing names: Set<String> = []) -> [UInt8]? {
    var text: [UInt8] = []
    for event in events[range] {
      switch event {
      case .text(let bytes): text += bytes
      case .end: continue
      case .start(let element):
        if !names.contains(element.name) || nodes(of: element) != nil { return nil }
      }
    }
    return text
  }
}
