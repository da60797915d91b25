import Base

/// A comment `<!-- rolebook-ignore RULE ... -->`, which suppresses rules in the block behind it, or
/// in the row or paragraph that contains it.
public struct Suppression: Sendable {
  /// A rule as it is named.
  public struct Rule: Sendable {
    /// The name, which may be unknown.
    public let name: String
    /// The place of the comment.
    public let location: SourceLocation
  }

  /// The rules that it suppresses.
  public let rules: [Rule]
  /// The beginning of the comment.
  public let location: SourceLocation
  /// The lines of the file that it covers; nil if no block follows.
  public let lines: ClosedRange<Int>?

  private static let word = Array("rolebook-ignore".utf8)

  /// Reads a piece of raw HTML; nil if it is not such a comment.
  init?(_ html: [UInt8], at location: SourceLocation, lines: () -> ClosedRange<Int>?) {
    guard html.starts(with: "<!--".utf8) else { return nil }
    var rules: [Rule] = []
    var places = WordPlaces(start: location)
    var position = 4
    var isFirst = true
    while let range = Self.nextWord(in: html, from: position) {
      let text = html[range]
      position = range.upperBound
      if isFirst {
        guard text.elementsEqual(Self.word) else { return nil }
        isFirst = false
        continue
      }
      rules.append(
        Rule(
          name: String(decoding: text, as: UTF8.self),
          location: places.place(of: range.lowerBound, in: html)))
    }
    guard !isFirst else { return nil }
    self.rules = rules
    self.location = location
    self.lines = lines()
  }

  /// The next run of characters other than white space and commas, before the comment's end.
  private static func nextWord(in html: [UInt8], from start: Int) -> Range<Int>? {
    func isBetween(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }
    guard let first = html[start...].firstIndex(where: { !isBetween($0) }) else { return nil }
    var end = first
    while end < html.count, !isBetween(html[end]), !html[end...].starts(with: "-->".utf8) {
      end += 1
    }
    return end > first ? first..<end : nil
  }
}

/// The places of words in a piece of HTML, asked for in their order.
///
/// On later lines, on which a container's markers may precede a word, it is that of the whole.
private struct WordPlaces {
  let start: SourceLocation
  private var end = 0
  private var columns = 0
  private var isOnFirstLine = true

  init(start: SourceLocation) {
    self.start = start
  }

  mutating func place(of offset: Int, in html: [UInt8]) -> SourceLocation {
    let passed = html[end..<offset]
    if passed.contains(where: { $0 == 0x0A || $0 == 0x0D }) { isOnFirstLine = false }
    columns += passed.count { $0 & 0xC0 != 0x80 }
    end = offset
    guard isOnFirstLine else { return start }
    return SourceLocation(path: start.path, line: start.line, column: start.column + columns)
  }
}
