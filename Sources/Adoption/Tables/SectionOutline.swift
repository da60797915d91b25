import Markdown

/// The sections of a document: how often each title is there, and which section is around another.
struct SectionOutline: Sendable {
  private let counts: [String: Int]
  private let around: [Int?]

  init(_ headings: [Document.Heading]) {
    counts = Dictionary(headings.map { ($0.title, 1) }, uniquingKeysWith: +)
    var open: [Int] = []
    var around: [Int?] = []
    for (index, heading) in headings.enumerated() {
      while let last = open.last, headings[last].level >= heading.level { _ = open.popLast() }
      around.append(open.last)
      open.append(index)
    }
    self.around = around
  }

  /// Whether several sections have a title.
  func isRepeated(_ title: String) -> Bool { (counts[title] ?? 0) > 1 }

  /// The heading of the section around a heading's own; nil if there is none.
  func around(_ heading: Int) -> Int? { around[heading] }
}
