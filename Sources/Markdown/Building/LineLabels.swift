extension Document {
  /// The beginning of a line of text outside tables, before a colon or a dash: `Responsible: Kim`.
  public struct Label: Sendable, Hashable {
    /// The words before the sign, or the capitals in parentheses at the end: `Kim (R)`.
    public let text: String
    /// The text that has the label; empty if it follows on other lines.
    public let value: String
    /// The heading that it is under, by index; nil above all headings.
    public let heading: Int?
  }
}

/// Finds the labels of lines in the text of sections.
enum LineLabels {
  /// The length in bytes of the longest line that has labels.
  private static let longestLine = 200
  /// The length in bytes of the longest label.
  private static let longestLabel = 48
  /// How many words a label behind another text of its line has at most.
  private static let mostWords = 3
  /// The most labels of a document.
  private static let mostLabels = 400

  /// The labels in the text above all headings and in that of each, outside code.
  static func labels(in outline: TreeOutline) -> [Document.Label] {
    var result: [Document.Label] = []
    read(lines(of: outline.leadText, outline.leadCode), heading: nil, &result)
    let sections = outline.headings.map { lines(of: $0.text, $0.code) }
    for (heading, lines) in sections.enumerated() { read(lines, heading: heading, &result) }
    if result.count < mostLabels { readRepeated(sections, &result) }
    return Array(result.prefix(mostLabels))
  }

  /// The lines of a text outside code.
  private static func lines(of text: [UInt8], _ code: [Range<Int>]) -> [ArraySlice<UInt8>] {
    var code = code[...]
    return text.split(separator: 0x0A).filter { line in
      while let first = code.first, first.upperBound <= line.startIndex { code = code.dropFirst() }
      return code.first.map { $0.lowerBound >= line.endIndex } ?? true
    }
  }

  /// Reads lines that are only a word or two and come again in other sections, as the labels of
  /// lists below each of them are.
  private static func readRepeated(
    _ sections: [[ArraySlice<UInt8>]], _ result: inout [Document.Label]
  ) {
    var sectionsOfLine: [ArraySlice<UInt8>: Int] = [:]
    var repeated: [(line: ArraySlice<UInt8>, heading: Int)] = []
    for (heading, lines) in sections.enumerated() {
      for line in lines where mayBeLabel(line) {
        guard let first = sectionsOfLine[line] else {
          sectionsOfLine[line] = heading
          continue
        }
        if first != heading { repeated.append((line, heading)) }
      }
    }
    var seen: Set<ArraySlice<UInt8>> = []
    for (line, heading) in repeated.prefix(mostLabels) {
      let text = trimmed(Substring(decoding: line, as: UTF8.self))
      if seen.insert(line).inserted, let first = sectionsOfLine[line] {
        result.append(.init(text: text, value: "", heading: first))
      }
      result.append(.init(text: text, value: "", heading: heading))
    }
  }

  /// Whether a line is short and only letters and spaces.
  private static func mayBeLabel(_ line: ArraySlice<UInt8>) -> Bool {
    (4...longestLabel).contains(line.count)
      && line.allSatisfy { $0 >= 0x80 || $0 == 0x20 || (0x61...0x7A).contains($0 | 0x20) }
  }

  private static func read(
    _ lines: [ArraySlice<UInt8>], heading: Int?, _ result: inout [Document.Label]
  ) {
    for line in lines
    where line.count <= longestLine && result.count < mostLabels && mayHoldLabels(line) {
      for (label, value) in pairs(String(decoding: line, as: UTF8.self)) {
        result.append(.init(text: label, value: value, heading: heading))
      }
    }
  }

  /// A cheap look: a colon, a parenthesis at the end, or the first byte of a dash or a wide sign.
  private static func mayHoldLabels(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains { $0 == 0x3A || $0 == 0x29 || $0 == 0x2D || $0 == 0xE2 || $0 == 0xEF }
  }

  /// The labels of a line, each with the text up to the next one's.
  private static func pairs(_ line: String) -> [(String, String)] {
    let line = trimmed(line[...])
    if let (name, capitals) = marked(line) { return [(capitals, name)] }
    let colons = line.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
    if let first = colons.first, colons.count > 1 {
      var label = trimmed(first)
      var pairs: [(String, String)] = []
      for part in colons.dropFirst() {
        if !label.isEmpty, label.utf8.count <= longestLabel { pairs.append((label, trimmed(part))) }
        label = lastWords(part)
      }
      return pairs
    }
    for sign in [" – ", " — ", " - "] {
      guard let range = line.firstRange(of: sign) else { continue }
      let label = trimmed(line[..<range.lowerBound])
      guard !label.isEmpty, label.utf8.count <= longestLabel else { return [] }
      return [(label, trimmed(line[range.upperBound...]))]
    }
    return []
  }

  /// A name and the capitals behind it in parentheses: `Kim (R)`, `Lou (A/R)`.
  private static func marked(_ line: String) -> (name: String, capitals: String)? {
    guard line.last == ")", let open = line.lastIndex(of: "(") else { return nil }
    let inside = line[line.index(after: open)...].dropLast()
    let name = trimmed(line[..<open])
    let isOfCapitals = inside.utf8.allSatisfy {
      (0x41...0x5A).contains($0) || ", /&".utf8.contains($0)
    }
    guard !name.isEmpty, name.utf8.count <= longestLabel, isOfCapitals,
      (1...3).contains(inside.count(where: \.isLetter))
    else { return nil }
    return (name, String(inside))
  }

  private static func lastWords(_ text: Substring) -> String {
    text.split(separator: " ").suffix(mostWords).joined(separator: " ")
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
