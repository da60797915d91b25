import Base

/// Quick looks at a document before it is rewritten.
enum DialectScan {
  /// Whether the document has any sign of other tools' additions to Markdown.
  static func mayHold(_ source: [UInt8], isMDX: Bool) -> Bool {
    source.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        guard let end = endOfPlainLine(bytes, from: position, isMDX) else { return true }
        position = end + 1
      }
      return false
    }
  }

  /// The end of a line that has no such sign; nil if it has one.
  private static func endOfPlainLine(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isMDX: Bool
  ) -> Int? {
    var position = start
    while position < bytes.count, isSpaceOrTab(bytes[position]) || bytes[position] == 0x3E {
      position += 1
    }
    if mayBeginLine(bytes, position) { return nil }
    var isBehindTag = false
    while true {
      position = bytes.first(from: position, where: isBehindTag ? signsBehindTag : signs)
      if position == bytes.count || bytes[position] == 0x0A || bytes[position] == 0x0D {
        return position
      }
      if bytes[position] == UInt8(ascii: "m") {
        if bytes[position...].prefix(8).elementsEqual("markdown".utf8) { return nil }
      } else if mayBegin(bytes, position, isMDX) {
        return nil
      }
      if bytes[position] == UInt8(ascii: "<") { isBehindTag = true }
      position += 1
    }
  }

  private static func signs(_ bytes: EightBytes) -> UInt64 {
    bytes.equal(UInt8(ascii: "{")) | bytes.equal(UInt8(ascii: "<")) | bytes.equal(UInt8(ascii: "["))
      | bytes.equal(0x0A) | bytes.equal(0x0D)
  }

  private static func signsBehindTag(_ bytes: EightBytes) -> UInt64 {
    signs(bytes) | bytes.equal(UInt8(ascii: "m"))
  }

  /// Whether a line's first sign may open a container, or be a statement.
  private static func mayBeginLine(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="),
      UInt8(ascii: "-"):
      return mayOpen(bytes, position)
    case UInt8(ascii: "i"), UInt8(ascii: "e"), UInt8(ascii: ";"):
      return mayBeStatement(bytes, position)
    default: return false
    }
  }

  private static func mayBegin(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ isMDX: Bool
  ) -> Bool {
    guard position + 1 < bytes.count else { return false }
    let next = bytes[position + 1]
    switch bytes[position] {
    case UInt8(ascii: "{"):
      if position > 0, bytes[position - 1] == UInt8(ascii: "=") { return true }
      if isMDX || "{%:#/!.".utf8.contains(next) || isLetter(next) { return true }
      guard isSpaceOrTab(next) else { return false }
      let text = bytes[(position + 2)...].prefix(8).first { !isSpaceOrTab($0) }
      return text.map { ".#:".utf8.contains($0) || isLetter($0) } ?? false
    case UInt8(ascii: "["): return next == UInt8(ascii: "!") || "[Tt".utf8.contains(next)
    default:
      if next == UInt8(ascii: "/"), position + 2 < bytes.count {
        return (0x41...0x5A).contains(bytes[position + 2])
      }
      if isMDX, isLetter(next) { return true }
      return (0x41...0x5A).contains(next) || next == UInt8(ascii: "<") || next == UInt8(ascii: ">")
    }
  }

  /// Whether three signs of a container, or of a snippet, are here.
  private static func mayOpen(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    guard position + 3 < bytes.count else { return false }
    if bytes[position] == UInt8(ascii: "-") {
      return bytes[position + 1] == UInt8(ascii: "-") && bytes[position + 2] == UInt8(ascii: "8")
    }
    let isTriple =
      bytes[position + 1] == bytes[position] && bytes[position + 2] == bytes[position]
    return isTriple && (bytes[position] != UInt8(ascii: "=") || bytes[position + 3] == 0x20)
  }

  private static func mayBeStatement(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let word = bytes[position...].prefix(7)
    return word.elementsEqual("import ".utf8) || word.elementsEqual("export ".utf8)
      || word.starts(with: ";--8<".utf8)
  }

  /// The indices of the lines that open a container which a later line closes.
  static func closedContainers(_ source: [UInt8]) -> Set<Int> {
    var closed: Set<Int> = []
    var open: [(index: Int, style: ContainerOpening.Style)] = []
    var ranges = LineRanges(source)
    var index = 0
    while let range = ranges.next() {
      defer { index += 1 }
      let text = source[range].drop { isSpaceOrTab($0) || $0 == UInt8(ascii: ">") }
      guard let first = text.first, ":{`~".utf8.contains(first) else { continue }
      if let match = open.lastIndex(where: { ContainerOpening.closes(text, $0.style) }) {
        closed.insert(open[match].index)
        open.removeSubrange(match...)
      } else if let opening = ContainerOpening(text), opening.style != .line, open.count < 64 {
        open.append((index, opening.style))
      }
    }
    return closed
  }
}
