import Base

/// Changes the targets of links in Markdown and leaves every other byte as it is.
///
/// It knows inline links, reference definitions and the `src` and `href` of HTML, outside of fenced
/// code and code spans. A false link stays as it is unless it names an adopted file.
struct LinkRewriter {
  private let bytes: [UInt8]
  private var result: [UInt8] = []
  private var copied = 0
  private var position = 0
  private var fence: (mark: UInt8, count: Int)?
  /// How many bytes may still be looked at in a line, so that no line costs its square.
  private var budget = 0

  /// The text with new targets.
  ///
  /// - Parameter moved: the new path for a decoded path; nil if it stays.
  static func rewrite(_ bytes: [UInt8], _ moved: (String) -> String?) -> [UInt8] {
    var rewriter = LinkRewriter(bytes)
    rewriter.run(moved)
    return rewriter.result
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run(_ moved: (String) -> String?) {
    while position < bytes.count {
      let start = position
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if !takesFence(bytes[start..<end]), fence == nil { rewriteLine(end, moved) }
      position = end + 1
    }
    result += bytes[min(copied, bytes.count)...]
  }

  /// Whether a line opens or closes fenced code.
  private mutating func takesFence(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return false
    }
    let count = text.prefix { $0 == mark }.count
    guard count >= 3 else { return false }
    if let open = fence {
      if open.mark == mark, count >= open.count { fence = nil }
      return true
    }
    if mark == UInt8(ascii: "`"), text.dropFirst(count).contains(mark) { return false }
    fence = (mark, count)
    return true
  }

  private mutating func rewriteLine(_ end: Int, _ moved: (String) -> String?) {
    budget = 64 * (end - position) + 4_096
    if let start = definitionTarget(position, end) { rewriteTarget(start, end, moved) }
    while position < end, budget > 0 {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"): skipCode(end)
      case UInt8(ascii: "]") where position + 1 < end && bytes[position + 1] == UInt8(ascii: "("):
        rewriteTarget(position + 2, end, moved)
      case UInt8(ascii: "="): rewriteAttribute(end, moved)
      default: position += 1
      }
    }
  }

  /// Goes behind a code span that ends on its line, else behind its opening marks.
  private mutating func skipCode(_ end: Int) {
    let count = bytes[position..<end].prefix { $0 == UInt8(ascii: "`") }.count
    position += count
    var index = position
    while index < end, budget > 0 {
      budget -= 1
      let run = bytes[index..<end].prefix { $0 == UInt8(ascii: "`") }.count
      if run == count {
        position = index + run
        return
      }
      index += max(run, 1)
    }
  }

  /// The start of the target of a reference definition; nil if the line isn't one.
  private func definitionTarget(_ start: Int, _ end: Int) -> Int? {
    let indent = bytes[start..<end].prefix { $0 == 0x20 }.count
    let open = start + indent
    guard indent <= 3, open < end, bytes[open] == UInt8(ascii: "["),
      let close = bytes[open..<end].firstIndex(of: UInt8(ascii: "]")), close + 1 < end,
      bytes[close + 1] == UInt8(ascii: ":"), bytes[(open + 1)...].first != UInt8(ascii: "^")
    else { return nil }
    return close + 2
  }

  private mutating func rewriteTarget(_ start: Int, _ end: Int, _ moved: (String) -> String?) {
    var from = start
    while from < end, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
    if from < end, bytes[from] == UInt8(ascii: "<") {
      guard let close = first(UInt8(ascii: ">"), from, end) else {
        position = from + 1
        return
      }
      replace(from..<close + 1, text: bytes[from + 1..<close], moved)
      position = close + 1
      return
    }
    var to = from
    var depth = 0
    while to < end, bytes[to] > 0x20 {
      budget -= 1
      if bytes[to] == UInt8(ascii: "(") { depth += 1 }
      if bytes[to] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      to += bytes[to] == UInt8(ascii: "\\") ? 2 : 1
    }
    to = min(to, end)
    replace(from..<to, text: bytes[from..<to], moved)
    position = max(to, position + 1)
  }

  private mutating func rewriteAttribute(_ end: Int, _ moved: (String) -> String?) {
    let before = bytes[max(0, position - 4)..<position].map { $0 | 0x20 }
    let isTarget = before.elementsEqual("href".utf8) || before.suffix(3).elementsEqual("src".utf8)
    position += 1
    guard isTarget, position < end,
      bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'"),
      let close = first(bytes[position], position + 1, end)
    else { return }
    replace(position + 1..<close, text: bytes[position + 1..<close], moved)
    position = close + 1
  }

  /// The next place of a byte in a line; nil if there is none.
  private mutating func first(_ byte: UInt8, _ start: Int, _ end: Int) -> Int? {
    let found = bytes[start..<end].firstIndex(of: byte)
    budget -= (found ?? end) - start
    return found
  }

  /// Writes the new target in a range's place if there is one.
  private mutating func replace(
    _ range: Range<Int>, text: ArraySlice<UInt8>, _ moved: (String) -> String?
  ) {
    guard !text.isEmpty, text.count < 4_096, range.lowerBound >= copied,
      !text.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "&") }),
      let whole = String(validating: text, as: UTF8.self)
    else { return }
    let plain = whole.replacing("\\", with: "")
    let path = plain.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty, !path.contains(":"), !path.hasPrefix("//"),
      let decoded = percentDecoded(String(path)), let new = moved(decoded)
    else { return }
    result += bytes[copied..<range.lowerBound]
    result += Array((percentEncoded(new) + plain.dropFirst(path.count)).utf8)
    copied = range.upperBound
  }
}
