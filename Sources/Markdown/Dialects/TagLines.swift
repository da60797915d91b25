/// Finds lines of HTML tags with Markdown behind or between them, which CommonMark would show as
/// text.
///
/// Such lines are in MDX, and in elements with `markdown` as an attribute elsewhere.
///
/// A line of tags becomes a comment with a mark, which ends with its line, so that Markdown follows.
/// A line of tags and text begins with the mark, so that it is a paragraph.
struct TagLines {
  /// The first byte of a line that must not be HTML that ends at a blank line; never part of UTF-8.
  static let mark: UInt8 = 0xFD
  /// The beginning of a line of tags: a control character, which no text has and cmark skips.
  static let start = Array("<!--".utf8) + [0x01]
  private static let end = Array("-->".utf8)

  /// How many elements are followed.
  private static let deepest = 256
  /// A line with more tags is not changed.
  private static let mostTags = 64

  private let isMDX: Bool
  private var open: [String] = []
  private var tables = 0
  /// How many elements are around the outermost one that contains Markdown.
  private var outside: Int?
  /// Whether a tag of the last line says that its element contains Markdown.
  private var holdsMarkdown = false

  init(isMDX: Bool) {
    self.isMDX = isMDX
  }

  /// Whether a line is not code, however far it is indented.
  func isNoCode(_ text: ArraySlice<UInt8>) -> Bool {
    guard !open.isEmpty else { return false }
    return isMDX || (outside != nil && text.first == UInt8(ascii: "<"))
  }

  /// Takes a line that begins with a tag; nil if it is not changed.
  ///
  /// - Parameters:
  ///   - start: the offset of its first character that is not white space.
  ///   - beginsBlock: whether the line begins a block of HTML.
  mutating func take(_ draft: LineDraft, from start: Int, beginsBlock: Bool) -> LineDraft? {
    guard start < draft.count, draft.bytes[start] == UInt8(ascii: "<") else { return nil }
    let isTable = tables > 0
    let wasMarkdown = isMDX || outside != nil
    let line = draft.bytes[start...]
    guard let isWhole = follow(line) else { return nil }
    guard wasMarkdown || holdsMarkdown, beginsBlock, !isTable, tables == 0,
      let kind = htmlBlockStart(line, interruptsParagraph: false), kind.endsAtBlankLine
    else { return nil }
    var result = LineDraft()
    result.copy(draft, 0..<start)
    let isBlock = isWhole && kind == .element
    result.add(isBlock ? Self.start : [Self.mark])
    result.copy(draft, start..<draft.count)
    if isBlock { result.add(Self.end) }
    return result
  }

  /// Follows the tags of a line; returns whether it has nothing else, and nil if it has too many.
  private mutating func follow(_ line: ArraySlice<UInt8>) -> Bool? {
    holdsMarkdown = false
    var position = line.startIndex
    var isWhole = true
    var count = 0
    while position < line.endIndex {
      if line[position] == UInt8(ascii: "<") {
        count += 1
        if count > Self.mostTags { return nil }
        if let end = HTMLTag.end(in: line[position...]) {
          let isClosed = line[position..<end].suffix(2).first == UInt8(ascii: "/")
          follow(HTMLTag(line[position..<end]), isClosed: isClosed)
          position = end
          continue
        }
      }
      if line[position] > 0x20 { isWhole = false }
      position += 1
    }
    return isWhole
  }

  private mutating func follow(_ tag: HTMLTag, isClosed: Bool) {
    switch tag.kind {
    case .open where !isClosed && !HTMLElements.voids.contains(tag.name):
      guard open.count < Self.deepest else { return }
      let value = tag.attributes.first { $0.name == "markdown" }?.value
      if let value, value != "0" {
        holdsMarkdown = true
        outside = outside ?? open.count
      }
      open.append(tag.name)
      if tag.name == "table" { tables += 1 }
    case .close:
      guard let index = open.lastIndex(of: tag.name) else { return }
      tables -= open[index...].filter { $0 == "table" }.count
      open.removeSubrange(index...)
      if let level = outside, index <= level { outside = nil }
    default: return
    }
  }

  /// The HTML of a block, without the marks that made it a comment.
  static func html(_ literal: [UInt8]) -> [UInt8]? {
    guard literal.starts(with: start) else { return nil }
    var html = literal.dropFirst(start.count)
    while let last = html.last, last <= 0x20 { html = html.dropLast() }
    if html.suffix(end.count).elementsEqual(end) { html = html.dropLast(end.count) }
    return Array(html) + [0x0A]
  }
}
