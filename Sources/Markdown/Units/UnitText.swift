/// Reads a unit's bytes as the text that a translator sees, and trims the syntax at its ends.
struct UnitText {
  let bytes: [UInt8]

  /// The range without white space, anchors, comments and attributes at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    // One end after the other: the search at the end that finds nothing takes all of the range.
    let range = repeated(withoutSpace(range)) { withoutSpace(withoutStart($0)) }
    return repeated(range) { withoutSpace(withoutEnd($0)) }
  }

  private func repeated(_ range: Range<Int>, _ shorten: (Range<Int>) -> Range<Int>) -> Range<Int> {
    var range = range
    while true {
      let shorter = shorten(range)
      if shorter == range { return range }
      range = shorter
    }
  }

  func withoutSpace(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Takes an empty anchor or a comment off the start.
  private func withoutStart(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < range.upperBound, bytes[range.lowerBound] == UInt8(ascii: "<") else {
      return range
    }
    let text = Array(bytes[range].prefix(InlineMarkup.longest))
    if text.starts(with: "<!--".utf8) {
      var searches = InlineMarkup.Searches()
      guard let end = InlineMarkup.markupEnd(0, text, &searches) else { return range }
      return (range.lowerBound + end)..<range.upperBound
    }
    guard let open = HTMLTag.end(in: text[...]), HTMLTag(text[..<open]).anchorName != nil,
      let close = HTMLTag.end(in: text[open...]), HTMLTag(text[open..<close]).isClosing("a")
    else { return range }
    return (range.lowerBound + close)..<range.upperBound
  }

  /// Takes an empty anchor, a comment or attributes in braces off the end.
  private func withoutEnd(_ range: Range<Int>) -> Range<Int> {
    guard let last = bytes[range].last else { return range }
    if last == UInt8(ascii: "}") {
      guard let open = bytes[range].lastIndex(of: UInt8(ascii: "{")), open + 1 < range.upperBound,
        bytes[open + 1] == UInt8(ascii: "#") || bytes[open + 1] == UInt8(ascii: ":")
      else { return range }
      return range.lowerBound..<open
    }
    guard last == UInt8(ascii: ">"), let open = bytes[range].lastIndex(of: UInt8(ascii: "<")) else {
      return range
    }
    if bytes[range].suffix(3).elementsEqual("-->".utf8) {
      var start = range.upperBound - 4
      while start >= range.lowerBound {
        if bytes[start..<range.upperBound].starts(with: "<!--".utf8) {
          return range.lowerBound..<start
        }
        start -= 1
      }
      return range
    }
    guard HTMLTag(bytes[open..<range.upperBound]).isClosing("a"),
      let start = bytes[range.lowerBound..<open].lastIndex(of: UInt8(ascii: "<")),
      HTMLTag.end(in: bytes[start..<open]) == open, HTMLTag(bytes[start..<open]).anchorName != nil
    else { return range }
    return range.lowerBound..<start
  }

  /// The `br` tags of a range outside code and comments, in order.
  func breaks(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let text = Array(bytes[range])
    var searches = InlineMarkup.Searches()
    var position = 0
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"): position = InlineMarkup.codeEnd(position, text)
      case UInt8(ascii: "<"):
        let end = InlineMarkup.markupEnd(position, text, &searches) ?? position + 1
        if HTMLTag(text[position..<end]).name == "br" {
          found.append((range.lowerBound + position)..<(range.lowerBound + end))
        }
        position = end
      default: position += 1
      }
    }
    return found
  }

  /// Cuts a cell if two or more breaks follow each other with nothing visible between them.
  func clauses(of cell: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = cell.lowerBound
    var lineStart = cell.lowerBound
    var pending: Int?
    for item in breaks(in: cell) {
      let isEmpty = trimmed(lineStart..<item.lowerBound).isEmpty
      if isEmpty, let end = pending {
        if !trimmed(start..<end).isEmpty { clauses.append(trimmed(start..<end)) }
        start = item.upperBound
        pending = nil
      } else if !isEmpty {
        pending = item.lowerBound
      } else if trimmed(start..<item.lowerBound).isEmpty {
        start = item.upperBound
      }
      lineStart = item.upperBound
    }
    let rest = trimmed(start..<cell.upperBound)
    if !rest.isEmpty { clauses.append(withoutTrailingBreaks(rest)) }
    return clauses.filter { !$0.isEmpty }
  }

  private func withoutTrailingBreaks(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = breaks(in: range).last, trimmed(last.upperBound..<range.upperBound).isEmpty {
      range = trimmed(range.lowerBound..<last.lowerBound)
    }
    return range
  }

  /// The text of a clause of a pipe table's cell, or of a run of HTML.
  func text(of range: Range<Int>, isCell: Bool) -> String {
    var pieces: [[UInt8]] = []
    var start = range.lowerBound
    for item in breaks(in: range) + [range.upperBound..<range.upperBound] {
      pieces.append(Array(bytes[start..<item.lowerBound]))
      start = item.upperBound
    }
    let lines = pieces.map { piece -> String in
      var line: [UInt8] = []
      for (index, byte) in piece.enumerated() {
        let isEscape =
          isCell && byte == UInt8(ascii: "\\") && index + 1 < piece.count
          && piece[index + 1] == UInt8(ascii: "|")
        if !isEscape { line.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte) }
      }
      return String(decoding: line, as: UTF8.self)
    }
    return MarkdownUnit.normalized(lines.joined(separator: "\n"))
  }
}
