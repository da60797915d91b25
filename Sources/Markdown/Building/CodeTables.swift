import Base

/// Tables of letters in blocks of code, and tables of reStructuredText, which pages show as they are
/// written.
struct CodeTables {
  /// The languages of blocks that may have tables; an empty one for none.
  private static let languages: Set<String> = [
    "", "csv", "tsv", "txt", "text", "plain", "plaintext", "rst", "eval-rst",
  ]
  /// The directives whose content is a table.
  private static let directives: Set<String> = ["list-table", "csv-table", "flat-table"]
  /// The characters between the letters of a cell, and the usual letters.
  private static let signs = Set("RACISDVP/,+&- ".utf8)
  /// The length in bytes of the longest cell of letters.
  private static let longestCell = 7
  /// How many lines of a block are looked at.
  private static let mostLines = 200

  /// The beginning of each.
  private(set) var places: [SourceLocation] = []

  /// Takes a block of code.
  mutating func take(_ node: MarkdownNode, at location: SourceLocation) {
    let language = String(
      decoding: node.fenceInfo.prefix { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self
    ).lowercased()
    let isOne =
      Self.directives.contains(language)
      || Self.languages.contains(language) && Self.hasLetters(node.literal)
    if isOne { places.append(location) }
  }

  /// Takes a paragraph that is a directive.
  mutating func take(directiveAt location: SourceLocation) { places.append(location) }

  /// Whether a paragraph begins with a directive for a table, such as `.. list-table::`.
  static func isDirective(_ paragraph: MarkdownNode) -> Bool {
    guard let first = paragraph.firstChild, first.kind == .text else { return false }
    return first.withLiteral { text in
      guard text.first == UInt8(ascii: "."), text.starts(with: ".. ".utf8) else { return false }
      return directives.contains { text.dropFirst(3).starts(with: ($0 + "::").utf8) }
    }
  }

  /// Whether two lines and more have several cells of letters, or a directive begins a table.
  private static func hasLetters(_ text: [UInt8]) -> Bool {
    var count = 0
    for line in text.split(separator: 0x0A, maxSplits: mostLines).prefix(mostLines) {
      if directives.contains(where: { line.starts(with: ".. \($0)::".utf8) }) { return true }
      if cells(line).count(where: isOfLetters) > 1 { count += 1 }
    }
    return count > 1
  }

  /// The cells of a line, which bars, tabs, semicolons, two spaces, or commas divide.
  private static func cells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    for sign in "|\t;".utf8 where line.contains(sign) {
      return line.split(separator: sign).map(trimmed)
    }
    let comma = UInt8(ascii: ",")
    if line.contains(comma), line.firstRange(of: [0x20, 0x20]) == nil {
      return line.split(separator: comma).map(trimmed)
    }
    var result: [ArraySlice<UInt8>] = []
    var rest = line
    while let gap = rest.firstRange(of: [0x20, 0x20]) {
      result.append(rest[..<gap.lowerBound])
      rest = rest[gap.upperBound...].drop { $0 == 0x20 }
    }
    return result + [rest]
  }

  private static func isOfLetters(_ cell: ArraySlice<UInt8>) -> Bool {
    (1...longestCell).contains(cell.count) && cell.allSatisfy(signs.contains)
      && cell.contains { (0x41...0x5A).contains($0) }
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = cell.drop { isSpaceOrTab($0) || $0 == 0x0D || $0 == 0x22 }
    let end = start.lastIndex { !isSpaceOrTab($0) && $0 != 0x0D && $0 != 0x22 }
    return end.map { start[...$0] } ?? start
  }

  /// A finding for each.
  var diagnostics: [Diagnostic] {
    places.map { location in
      Diagnostic(
        .tableAsText, "this looks like a table, but it is shown as text", at: location,
        hint: "write pipes between the cells, and '| --- | --- |' below the head")
    }
  }
}
