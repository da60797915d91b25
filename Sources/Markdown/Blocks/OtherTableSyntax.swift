/// Recognizes lines of tables that are written in other ways than GitHub Flavored Markdown's.
enum OtherTableSyntax {
  /// Whether a paragraph's line is a border of a table, or a row with pipes around all cells or with
  /// tabs between them.
  ///
  /// - Parameter previous: the paragraph's line before; nil if there is none.
  static func isPart(_ text: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>?) -> Bool {
    switch text.first {
    case UInt8(ascii: "+"): return isGridBorder(text)
    case UInt8(ascii: "="): return groups(of: UInt8(ascii: "="), in: text) > 1
    case UInt8(ascii: "|"):
      return isPipedBorder(text) || isRow(text) && (previous.map(isRow) ?? false)
    case 0xE2: return isDrawnBorder(text)
    case 0xEF: return isWideBorder(text)
    default: return previous.map { isTabbed(text, after: $0) } ?? false
    }
  }

  /// Whether a line has as many tabs between texts as the line before.
  private static func isTabbed(_ text: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>) -> Bool
  {
    let count = fields(text)
    return count > 1 && fields(previous) == count
  }

  /// The number of texts that tabs divide.
  private static func fields(_ text: ArraySlice<UInt8>) -> Int {
    guard text.contains(UInt8(ascii: "\t")) else { return 1 }
    return text.split(separator: UInt8(ascii: "\t")).count { !$0.allSatisfy(isSpaceOrTab) }
  }

  /// Whether a line is drawn with lines and crossings: `├────┼────┤`.
  private static func isDrawnBorder(_ text: ArraySlice<UInt8>) -> Bool {
    let line = String(decoding: trimmed(text), as: UTF8.self).unicodeScalars
    return line.allSatisfy { (0x2500...0x257F).contains($0.value) || $0 == " " }
      && line.contains { crossings.contains($0) }
      && line.count { horizontals.contains($0) } > 1
  }

  /// Whether a line has bars of full width with dashes between: `｜---｜---｜`.
  private static func isWideBorder(_ text: ArraySlice<UInt8>) -> Bool {
    let line = String(decoding: trimmed(text), as: UTF8.self).unicodeScalars
    return line.contains("-") && line.count { $0 == "｜" } > 1
      && line.allSatisfy { "｜|-: ".unicodeScalars.contains($0) }
  }

  private static let crossings = Set("┬┴┼┯┷┿┰┸╂┳┻╋╤╧╪╥╨╫╦╩╬".unicodeScalars)
  private static let horizontals = Set("─━═╌╍┄┅┈┉".unicodeScalars)

  /// Whether a line below a paragraph rules columns: groups of dashes between spaces.
  static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
    groups(of: UInt8(ascii: "-"), in: text) > 1
  }

  /// Whether a line opens or closes a table of AsciiDoc.
  static func isAsciiDocFence(_ text: ArraySlice<UInt8>) -> Bool {
    let line = trimmed(text)
    return line.count > 3 && line.first == UInt8(ascii: "|")
      && line.dropFirst().allSatisfy { $0 == UInt8(ascii: "=") }
  }

  /// Whether a line is like `+-----+-----+`.
  private static func isGridBorder(_ text: ArraySlice<UInt8>) -> Bool {
    let line = trimmed(text)
    return line.count > 4 && line.last == UInt8(ascii: "+")
      && line.allSatisfy { "+-=:".utf8.contains($0) }
      && line.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
  }

  /// Whether a line is like `|-----+-----|` or `|—|—|`, or a fence of AsciiDoc.
  private static func isPipedBorder(_ text: ArraySlice<UInt8>) -> Bool {
    let line = trimmed(text)
    if isAsciiDocFence(line) { return true }
    guard line.count > 4, line.last == UInt8(ascii: "|") else { return false }
    let isOfDashes = line.allSatisfy { "|+-=: ".utf8.contains($0) || (0x80...0xE2).contains($0) }
    let hasOther = line.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "=") }
    let dashes = String(decoding: line, as: UTF8.self).unicodeScalars.filter { $0.value >= 0x80 }
    return isOfDashes && (hasOther || !dashes.isEmpty)
      && dashes.allSatisfy { (0x2010...0x2015).contains($0.value) }
  }

  /// Whether a line begins and ends with a pipe and has one between.
  private static func isRow(_ text: ArraySlice<UInt8>) -> Bool {
    let line = trimmed(text)
    return line.first == UInt8(ascii: "|") && line.last == UInt8(ascii: "|")
      && line.count(where: { $0 == UInt8(ascii: "|") }) > 2
  }

  /// The number of groups of two signs and more in a line of nothing else; 0 for another line.
  private static func groups(of sign: UInt8, in text: ArraySlice<UInt8>) -> Int {
    guard text.allSatisfy({ $0 == sign || isSpaceOrTab($0) }) else { return 0 }
    let groups = text.split { $0 != sign }
    return groups.allSatisfy { $0.count > 1 } ? groups.count : 0
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = text
    while let last = line.last, isSpaceOrTab(last) { line.removeLast() }
    return line
  }
}

/// The tables of other syntaxes in a document, each by the first line that shows it.
struct OtherTables {
  /// The place of a line's text.
  struct Place {
    /// The line, from 1.
    let line: Int
    /// The column in bytes, from 1.
    let byteColumn: Int
  }

  /// The places, one for each table.
  private(set) var places: [Place] = []
  private var isInTable = false
  private var isInFence = false

  /// Takes a paragraph's line.
  ///
  /// - Parameter previous: the paragraph's line before; nil for its first one.
  mutating func take(
    _ text: ArraySlice<UInt8>, at place: Place, after previous: ArraySlice<UInt8>?
  ) {
    if previous == nil { isInTable = false }
    switch text.first {
    case UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "|"), 0xE2, 0xEF: break
    default: if previous == nil || !text.contains(UInt8(ascii: "\t")) { return }
    }
    if OtherTableSyntax.isAsciiDocFence(text) {
      isInFence.toggle()
      if !isInFence { return }
    }
    if OtherTableSyntax.isPart(text, after: previous) { add(place) }
  }

  /// Takes the line behind a paragraph.
  mutating func end(_ text: ArraySlice<UInt8>, at place: Place) {
    if text.first == UInt8(ascii: "-"), OtherTableSyntax.isRule(text) { add(place) }
    isInTable = false
  }

  /// Adds a place, unless its paragraph has one already.
  mutating func add(_ place: Place) {
    if !isInTable { places.append(place) }
    isInTable = true
  }
}
