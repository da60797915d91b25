/// The containers of other tools that are open, the outermost first.
struct ContainerFrames {
  /// How many containers may be open in one another.
  static let deepest = 12
  /// How many alerts in a row may follow each other without a blank line.
  private static let longestRow = 8

  /// A container that is open.
  struct Frame {
    let style: ContainerOpening.Style
    /// The text before the container's marker in its line.
    let lead: [UInt8]
    /// How many quotations its lines get into; none unless it is an alert.
    let depth: Int
    /// Whether nothing closes it, so that the next heading does.
    let endsAtHeading: Bool
    /// Whether its lines are left out.
    let isHidden: Bool
  }

  private var frames: [Frame] = []
  /// The alert that the last line ended by being outside of it.
  private var ended: Frame?
  /// The start of the last line after blank lines, and the number of containers that it continues.
  private var ahead: (start: Int, count: Int)?

  var count: Int { frames.count }
  var isEmpty: Bool { frames.isEmpty }

  /// Whether a heading ends the innermost.
  var endsAtHeading: Bool { frames.last?.endsAtHeading ?? false }

  /// Whether the lines of the innermost are left out.
  var isHidden: Bool { frames.last?.isHidden ?? false }

  mutating func open(_ frame: Frame) { frames.append(frame) }

  /// Closes all but the outermost.
  mutating func close(to count: Int) { frames.removeLast(max(0, frames.count - count)) }

  /// Closes the containers that a line ends; false if it ends none.
  mutating func closeLast(_ text: ArraySlice<UInt8>) -> Bool {
    guard let index = frames.lastIndex(where: { ContainerOpening.closes(text, $0.style) }) else {
      return false
    }
    close(to: index)
    return true
  }

  /// How many quotations a new alert's lines get into.
  ///
  /// One that follows right behind another is put into that one's quotation, since nothing else ends
  /// all that may be open there.
  func depth(ofLead lead: [UInt8], isBehindBlank: Bool) -> Int {
    guard !isBehindBlank, let ended, ended.lead == lead, ended.depth > 0 else { return 1 }
    return ended.depth < Self.longestRow ? ended.depth + 1 : 1
  }

  /// Consumes the containers' indentation before a line's text; closes those that end here.
  mutating func enter(_ line: LineDraft) -> (prefix: LineDraft, position: Int) {
    var draft = LineDraft()
    var position = 0
    ended = nil
    for (index, frame) in frames.enumerated() {
      guard let next = Self.enter(line.bytes, from: position, frame) else {
        ended = frame
        close(to: index)
        break
      }
      draft.add(frame.lead)
      if next.padding > 0 { draft.add([UInt8](repeating: 0x20, count: next.padding)) }
      position = next.position
      for _ in 0..<frame.depth { draft.add("> ") }
    }
    return (draft, position)
  }

  /// Passes over the marker before a container's text in a line; nil if it is not there.
  private static func enter(
    _ line: [UInt8], from start: Int, _ frame: Frame
  ) -> (position: Int, padding: Int)? {
    let lead = frame.lead
    var position = start
    var wanted = frame.style == .indented ? 4 : 0
    if lead.contains(UInt8(ascii: ">")) {
      guard line[start...].starts(with: lead) else { return nil }
      position += lead.count
    } else {
      wanted += lead.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    }
    var width = 0
    while width < wanted {
      guard position < line.count, isSpaceOrTab(line[position]) else { return nil }
      width += line[position] == 0x09 ? 4 : 1
      position += 1
    }
    return (position, width - wanted)
  }

  /// A line without text that keeps the containers open.
  func blankLine() -> LineDraft { blankLine(in: frames.count) }

  private func blankLine(in count: Int) -> LineDraft {
    var draft = LineDraft()
    for frame in frames.prefix(count) {
      draft.add(frame.lead)
      for _ in 0..<frame.depth { draft.add("> ") }
    }
    return draft
  }

  /// A blank line that keeps open the containers that the next text continues.
  ///
  /// - Parameter end: the end of the blank line in the document.
  mutating func blankLine(before end: Int, in source: [UInt8]) -> LineDraft {
    if let ahead, ahead.start > end { return blankLine(in: ahead.count) }
    let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
    guard end < source.count, let text = source[end...].firstIndex(where: { !isSpace($0) }) else {
      ahead = (source.count, 0)
      return LineDraft()
    }
    var start = text
    while start > end, isSpaceOrTab(source[start - 1]) { start -= 1 }
    var position = start
    var count = 0
    for frame in frames {
      guard let next = Self.enter(source, from: position, frame) else { break }
      position = next.position
      count += 1
    }
    ahead = (start, count)
    return blankLine(in: count)
  }
}
