import Base

/// How a table's column is aligned.
public enum ColumnAlignment: Sendable, Hashable, CaseIterable {
  case none
  case left
  case center
  case right
}

/// The cells of one line of a table, split as GitHub Flavored Markdown 0.29 does it.
struct TableRow {
  /// The bytes of each cell, white space trimmed, still with its escaped pipes.
  let cells: [Range<Int>]

  /// Whether a line has a cell, from its first character that is not white space.
  static func hasCell(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "|") else { return !text.isEmpty }
    return skipSpace(text, from: text.startIndex + 1) < text.endIndex
  }

  /// Splits a line from its first character that is not white space; nil if it has no cell.
  ///
  /// A pipe with a backslash right before it belongs to its cell.
  init?(_ text: ArraySlice<UInt8>) {
    var cells: [Range<Int>] = []
    var start = text.startIndex
    if text.first == UInt8(ascii: "|") { start = skipSpace(text, from: start + 1) }
    while start < text.endIndex {
      let position = Self.endOfCell(text, from: start)
      cells.append(trimmed(text, start..<position))
      start = position < text.endIndex ? skipSpace(text, from: position + 1) : position
    }
    if cells.isEmpty { return nil }
    self.cells = cells
  }

  /// The offset of the next pipe without a backslash right before it, or the end.
  private static func endOfCell(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
    let pipe = UInt8(ascii: "|")
    return text.withUnsafeBufferPointer { bytes in
      var position = start - text.startIndex
      while true {
        position = bytes.first(from: position) { $0.equal(pipe) | $0.equal(UInt8(ascii: "\\")) }
        if position == bytes.count || bytes[position] == pipe { return text.startIndex + position }
        let isEscape = position + 1 < bytes.count && bytes[position + 1] == pipe
        position += isEscape ? 2 : 1
      }
    }
  }

  /// The alignments that a delimiter row gives; nil if the text is not a delimiter row.
  static func alignments(_ text: ArraySlice<UInt8>) -> [ColumnAlignment]? {
    guard text.contains(UInt8(ascii: "-")),
      text.allSatisfy({ "|:-".utf8.contains($0) || isTableSpace($0) }), let row = TableRow(text)
    else { return nil }
    var result: [ColumnAlignment] = []
    for cell in row.cells {
      let marker = text[cell]
      let startsWithColon = marker.first == UInt8(ascii: ":")
      let endsWithColon = marker.count > 1 && marker.last == UInt8(ascii: ":")
      let dashes = marker.dropFirst(startsWithColon ? 1 : 0).dropLast(endsWithColon ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      switch (startsWithColon, endsWithColon) {
      case (true, true): result.append(.center)
      case (true, false): result.append(.left)
      case (false, true): result.append(.right)
      case (false, false): result.append(.none)
      }
    }
    return result
  }
}

private func isTableSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0B || byte == 0x0C
}

private func skipSpace(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
  var position = start
  while position < text.endIndex, isTableSpace(text[position]) { position += 1 }
  return position
}

private func trimmed(_ text: ArraySlice<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var (start, end) = (range.lowerBound, range.upperBound)
  while start < end, isTableSpace(text[start]) { start += 1 }
  while end > start, isTableSpace(text[end - 1]) { end -= 1 }
  return start..<end
}
