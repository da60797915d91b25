/// How far a template is compiled, and the known facts about the line there.
struct LineCursor {
  /// The first byte that is not compiled.
  var position = 0
  /// Whether a line starts here that is not marked yet.
  var startsLine = true
  /// Whether a tag that follows can have the line to itself.
  var canStandAlone = true
  /// The blanks to take off the start of each line.
  var margin: [UInt8] = []

  mutating func startLine(at offset: Int) {
    position = offset
    startsLine = true
    canStandAlone = true
  }

  mutating func continueLine(at offset: Int) {
    position = offset
    startsLine = false
    canStandAlone = false
  }
}

extension Compiler {
  /// Adds the text before a tag, or at the end.
  ///
  /// Blanks between the start of a line and a tag can be left, as it depends on the tag whether
  /// they are text.
  mutating func addText(until end: Int, leavesBlanks: Bool) {
    if elements.last?.kind == .parent {
      cursor.position = end
      return
    }
    while cursor.position < end {
      let rest = source.bytes[cursor.position..<end]
      let lineEnd = rest.firstIndex(of: Byte.lineFeed).map { $0 + 1 }
      if lineEnd == nil, leavesBlanks, cursor.startsLine, rest.allSatisfy(Byte.isBlank) { return }
      addLine(until: lineEnd ?? end)
      if let lineEnd {
        cursor.startLine(at: lineEnd)
      }
    }
  }

  /// Takes in a tag, with its line if it has that to itself, and returns whether it had.
  @discardableResult
  mutating func consume(_ tag: Tag) -> Bool {
    if cursor.startsLine, cursor.canStandAlone,
      let next = source.nextLineIfBlank(from: tag.range.upperBound)
    {
      cursor.startLine(at: next)
      return true
    }
    consumeInline(tag)
    return false
  }

  /// Takes in a tag as a part of its line.
  mutating func consumeInline(_ tag: Tag) {
    if cursor.startsLine {
      addLine(until: tag.range.lowerBound)
    }
    cursor.continueLine(at: tag.range.upperBound)
  }

  /// The blanks before a tag that is the first on its line, less the margin.
  func indentation(before tag: Tag) -> ArraySlice<UInt8> {
    cursor.startsLine
      ? withoutMargin(cursor.position..<tag.range.lowerBound) : []
  }

  func withoutMargin(_ line: Range<Int>) -> ArraySlice<UInt8> {
    var start = line.lowerBound
    for byte in cursor.margin {
      guard start < line.upperBound, source.bytes[start] == byte else { break }
      start += 1
    }
    return source.bytes[start..<line.upperBound]
  }

  private mutating func addLine(until end: Int) {
    let line = cursor.position..<end
    let text = cursor.startsLine ? withoutMargin(line) : source.bytes[line]
    program.appendText(text, startsLine: cursor.startsLine)
    cursor.continueLine(at: end)
  }
}
