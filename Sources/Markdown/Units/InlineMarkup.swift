/// Finds pieces of inline Markdown that are not text.
public enum InlineMarkup {
  /// Longer text is not a tag, address or template code; a bound, so openings that
  /// never close take no quadratic time.
  static let longest = 4_000
  /// A longer run of backticks opens no code span, as in cmark.
  private static let longestRun = 80

  /// The end of a code span, tag, comment, autolink, link destination, bare address, or template
  /// code that begins at an offset.
  ///
  /// It is nil if none does.
  ///
  /// - Parameter searches: of earlier positions in the same bytes.
  public static func end(
    ofOpaqueAt position: Int, in bytes: [UInt8], _ searches: inout Searches
  ) -> Int? {
    switch bytes[position] {
    case UInt8(ascii: "`"):
      if isInsideRun(position, bytes) { return nil }
      // A run of backticks without another one is text.
      let end = codeEnd(position, bytes)
      return bytes[position..<end].allSatisfy { $0 == UInt8(ascii: "`") } ? nil : end
    case UInt8(ascii: "<"): return markupEnd(position, bytes, &searches)
    case UInt8(ascii: "]"):
      guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "(") else { return nil }
      return destinationEnd(position + 1, bytes)
    case UInt8(ascii: "{"): return templateEnd(position, bytes, &searches)
    case UInt8(ascii: "h"), UInt8(ascii: "m"): return addressEnd(position, bytes)
    default: return nil
    }
  }

  /// Whether a backtick goes on with the run of the one before, which a backslash did not take away.
  private static func isInsideRun(_ position: Int, _ bytes: [UInt8]) -> Bool {
    position > 0 && bytes[position - 1] == UInt8(ascii: "`")
      && (position < 2 || bytes[position - 2] != UInt8(ascii: "\\"))
  }

  /// The end of a code span; of a run of backticks that opens none, the run's end.
  static func codeEnd(_ start: Int, _ bytes: [UInt8]) -> Int {
    let tick = UInt8(ascii: "`")
    var open = start
    while open < bytes.count, bytes[open] == tick { open += 1 }
    let length = open - start
    guard length <= longestRun else { return open }
    var position = open
    while position < bytes.count {
      guard bytes[position] == tick else {
        position += 1
        continue
      }
      let run = position
      while position < bytes.count, bytes[position] == tick { position += 1 }
      if position - run == length { return position }
    }
    return open
  }

  /// The end of a tag, a comment or an autolink.
  static func markupEnd(_ start: Int, _ bytes: [UInt8], _ searches: inout Searches) -> Int? {
    let text = bytes[start...]
    if text.starts(with: "<!--".utf8) {
      return searches.end(of: .comment, from: start + 4, before: start + longest, in: bytes)
    }
    if let end = HTMLTag.end(in: text) { return end }
    var position = start + 1
    var hasColonOrAt = false
    while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: "<") {
      if bytes[position] == UInt8(ascii: ">") { return hasColonOrAt ? position + 1 : nil }
      hasColonOrAt = hasColonOrAt || ":@".utf8.contains(bytes[position])
      position += 1
    }
    return nil
  }

  /// The end of `(destination "title")` without the title's text being skipped past the parenthesis.
  static func destinationEnd(_ start: Int, _ bytes: [UInt8]) -> Int? {
    var position = start + 1
    var depth = 1
    let last = min(bytes.count, start + longest)
    while position < last {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return position + 1 }
      case 0x0A: return nil
      default: break
      }
      position += 1
    }
    return nil
  }

  /// The end of `{{ … }}`, `{% … %}` or `{#id}`.
  static func templateEnd(_ start: Int, _ bytes: [UInt8], _ searches: inout Searches) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let closing: Searches.Closing
    switch bytes[start + 1] {
    case UInt8(ascii: "{"): closing = .braces
    case UInt8(ascii: "%"): closing = .percent
    case UInt8(ascii: "#"), UInt8(ascii: ":"): closing = .brace
    default: return nil
    }
    return searches.end(of: closing, from: start + 2, before: start + longest, in: bytes)
  }

  /// The end of a bare address.
  static func addressEnd(_ start: Int, _ bytes: [UInt8]) -> Int? {
    let text = bytes[start...]
    guard ["http://", "https://", "mailto:"].contains(where: { text.starts(with: $0.utf8) }) else {
      return nil
    }
    if start > 0, isLetter(bytes[start - 1]) || isDigit(bytes[start - 1]) { return nil }
    var end = start
    while end < bytes.count, bytes[end] > 0x20, !"<>\"".utf8.contains(bytes[end]) { end += 1 }
    while end > start, ".,;:!?)*_".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
  }
}

extension InlineMarkup {
  /// How far a text was searched for each closing mark in vain, so that many openings that nothing
  /// closes take no longer than one.
  public struct Searches {
    enum Closing: String, CaseIterable {
      case comment = "-->"
      case braces = "}}"
      case percent = "%}"
      case brace = "}"
    }

    private var searched: [Closing: Int] = [:]

    /// Starts with a text of which nothing was searched.
    public init() {}

    /// The end of a closing mark; nil if there is none within some bytes, or on the line of template
    /// code.
    ///
    /// Positions must rise from search to search.
    mutating func end(
      of closing: Closing, from start: Int, before bound: Int, in bytes: [UInt8]
    ) -> Int? {
      let mark = Array(closing.rawValue.utf8)
      let last = min(bytes.count, bound)
      var position = max(start, searched[closing] ?? 0)
      while position + mark.count <= last, closing == .comment || bytes[position] != 0x0A {
        if bytes[position...].starts(with: mark) { return position + mark.count }
        position += 1
      }
      searched[closing] = position
      return nil
    }
  }
}
