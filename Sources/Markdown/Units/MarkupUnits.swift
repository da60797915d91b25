/// Finds the runs of text in blocks of raw HTML, and the places of table cells among them.
///
/// A block may begin in the middle of a table, if a blank line divided it. So the count of rows and
/// cells continues from block to block.
struct MarkupUnits {
  private let bytes: [UInt8]
  private let text: UnitText
  private var tables = 0
  private var table: Int?
  private var row = -1
  private var rowStart = 0
  private var column = -1
  private var clause = 0
  /// The element whose content is not text.
  private var skipped: String?

  init(bytes: [UInt8]) {
    self.bytes = bytes
    text = UnitText(bytes: bytes)
  }

  /// The number of the next table of any kind.
  mutating func nextTable() -> Int {
    tables += 1
    return tables - 1
  }

  /// The units of an HTML block.
  mutating func take(_ block: Range<Int>) -> [MarkdownUnit] {
    var units: [MarkdownUnit] = []
    var position = isInComment ? commentEnd(from: block.lowerBound, block) : block.lowerBound
    var start = position
    while position < block.upperBound {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      if bytes[position..<block.upperBound].starts(with: "<!--".utf8) {
        add(start..<position, block, to: &units)
        position = commentEnd(from: position + 2, block)
        start = position
        continue
      }
      guard let end = HTMLTag.end(in: bytes[position..<block.upperBound]) else {
        position += 1
        continue
      }
      let tag = HTMLTag(bytes[position..<end])
      if skipped != nil || !MarkupElements.inline.contains(tag.name) {
        add(start..<position, block, to: &units)
        enter(tag, at: position)
        start = end
      }
      position = end
    }
    add(start..<block.upperBound, block, to: &units)
    return units
  }

  private var isInComment: Bool { skipped == "!--" }

  /// The end of a comment; it may go on in the next block.
  private mutating func commentEnd(from position: Int, _ block: Range<Int>) -> Int {
    var place = position
    while place + 2 < block.upperBound {
      if bytes[place..<block.upperBound].starts(with: "-->".utf8) {
        skipped = nil
        return place + 3
      }
      place += 1
    }
    skipped = "!--"
    return block.upperBound
  }

  /// Counts tables, rows and cells, and leaves out everything that is not text.
  private mutating func enter(_ tag: HTMLTag, at offset: Int) {
    if let skipped {
      if tag.isClosing(skipped) { self.skipped = nil }
      return
    }
    switch (tag.name, tag.kind) {
    case ("table", .open):
      table = nextTable()
      (row, column) = (-1, -1)
    case ("table", .close): table = nil
    case ("tr", .open):
      (row, column, rowStart) = (row + 1, -1, offset)
    case ("td", .open), ("th", .open): (column, clause) = (column + 1, 0)
    case ("script", .open), ("style", .open), ("pre", .open), ("textarea", .open):
      skipped = tag.name
    default: break
    }
  }

  private mutating func add(
    _ range: Range<Int>, _ block: Range<Int>, to units: inout [MarkdownUnit]
  ) {
    guard skipped == nil else { return }
    for range in text.clauses(of: range) {
      var cell: MarkdownUnit.Cell?
      if let table, column >= 0 {
        cell = .init(
          table: table, row: max(row, 0), column: column, clause: clause,
          rowRange: rowStart..<block.upperBound, range: range)
        clause += 1
      }
      units.append(
        MarkdownUnit(
          kind: .markup, range: range, text: text.text(of: range, isCell: false), level: 0,
          cell: cell, block: block, prefix: [], lineBreak: text.lineBreak(in: range)))
    }
  }
}

/// Which elements are part of running text.
public enum MarkupElements {
  /// Those that have no closing tag.
  public static let void: Set<String> = ["br", "img", "wbr"]

  /// All of them, in lower case.
  public static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "u", "var",
    "wbr",
  ]
}
