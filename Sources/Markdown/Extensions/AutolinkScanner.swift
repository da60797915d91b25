/// Finds bare addresses in text, as GitHub Flavored Markdown 0.29 does in section 6.9, "Autolinks
/// (extension)".
///
/// Time is linear: a domain has at most so many bytes, and no byte of an address is looked at for
/// another one.
struct AutolinkScanner {
  /// An address in a text.
  struct Match {
    let range: Range<Int>
    /// The text to put before it to make a destination.
    let prefix: String
  }

  /// No domain is longer in any script.
  private static let longestDomain = 1_000

  /// The text.
  let bytes: [UInt8]
  /// The text with 0x01 for bytes that an escape or an entity represents in the source.
  let shape: [UInt8]
  /// Whether other inlines follow right behind the text.
  let isContinued: Bool

  /// The web address whose `www.`, or `://`, begins at a position; nil if there is none.
  ///
  /// - Parameter first: the beginning of the text that belongs to no match before.
  func webAddress(at position: Int, from first: Int, isAllowedAtStart: Bool) -> Match? {
    switch shape[position] {
    case UInt8(ascii: ":"): schemeAddress(at: position, from: first)
    case UInt8(ascii: "w"): wwwAddress(at: position, isAllowedAtStart)
    default: nil
    }
  }

  private func schemeAddress(at colon: Int, from first: Int) -> Match? {
    guard hasText("://", at: colon) else { return nil }
    var start = colon
    while start > first, colon - start < 6, isLetter(shape[start - 1]) { start -= 1 }
    let scheme = shape[start..<colon].map { $0 | 0x20 }
    guard start == first || !isLetter(shape[start - 1]),
      ["http", "https", "ftp"].contains(where: { scheme.elementsEqual($0.utf8) }),
      isHost(at: colon + 3), let domain = domainEnd(from: colon + 3, needsDot: false)
    else { return nil }
    return end(of: start, from: domain).map { Match(range: start..<$0, prefix: "") }
  }

  private func wwwAddress(at start: Int, _ isAllowedAtStart: Bool) -> Match? {
    guard hasText("www.", at: start) else { return nil }
    if start > 0 {
      let before = shape[start - 1]
      guard Self.isSpace(before) || "*_~(".utf8.contains(before) else { return nil }
    } else if !isAllowedAtStart {
      return nil
    }
    guard let domain = domainEnd(from: start + 1, needsDot: true) else { return nil }
    return end(of: start, from: domain).map { Match(range: start..<$0, prefix: "http://") }
  }

  /// The mail address around an at sign; nil if there is none.
  func mailAddress(at sign: Int, from first: Int) -> Match? {
    var start = sign
    while start > first, isAlphanumeric(bytes[start - 1]) || ".+-_".utf8.contains(bytes[start - 1])
    { start -= 1 }
    if start == sign { return nil }
    if start > first, bytes[start - 1] == UInt8(ascii: "/") { return nil }
    var end = sign + 1
    var hasDot = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "@") { return nil }
      if byte == UInt8(ascii: "."), end + 1 < bytes.count, isAlphanumeric(bytes[end + 1]) {
        hasDot = true
      } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    guard hasDot, isLetter(bytes[end - 1]) else { return nil }
    return Match(range: start..<end, prefix: "mailto:")
  }

  // MARK: Parts of addresses

  private func hasText(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= shape.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { shape[start + $0] == text.utf8Start[$0] }
  }

  private func isHost(at position: Int) -> Bool {
    guard position < shape.count else { return false }
    return CharacterKind(at: position, in: shape) == .other
  }

  /// The end of a domain, whose last two parts have no underscore; nil if there is none.
  private func domainEnd(from start: Int, needsDot: Bool) -> Int? {
    var position = start
    var (underscores, earlier, dots) = (0, 0, 0)
    // The last byte of the block belongs to the domain without a look at it.
    let last = isContinued ? shape.count : shape.count - 1
    while position < last {
      guard position - start <= Self.longestDomain else { return nil }
      switch shape[position] {
      case UInt8(ascii: "_"): underscores += 1
      case UInt8(ascii: "."): (earlier, underscores, dots) = (underscores, 0, dots + 1)
      case UInt8(ascii: "-"): break
      default:
        guard shape[position] & 0xC0 == 0x80 || isHost(at: position) else {
          return ending(position, earlier + underscores, needsDot ? dots : 1)
        }
      }
      position += 1
    }
    return ending(position, earlier + underscores, needsDot ? dots : 1)
  }

  private func ending(_ position: Int, _ underscores: Int, _ dots: Int) -> Int? {
    underscores == 0 && dots > 0 ? position : nil
  }

  /// The end of an address, without punctuation that belongs to the sentence around it.
  private func end(of start: Int, from domain: Int) -> Int? {
    var end = min(domain, shape.count)
    var balance = 0
    var brackets = 0
    for position in start..<end { count(shape[position], &balance) }
    while end < shape.count, !Self.isSpace(shape[end]), shape[end] != UInt8(ascii: "<") {
      if shape[end] == UInt8(ascii: "[") {
        // A footnote right behind an address belongs to the sentence.
        if end + 1 < shape.count, shape[end + 1] == UInt8(ascii: "^") { break }
        brackets += 1
      }
      if shape[end] == UInt8(ascii: "]") {
        if brackets == 0 { break }
        brackets -= 1
      }
      count(shape[end], &balance)
      end += 1
    }
    while end > start {
      switch shape[end - 1] {
      case 0x01, UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ";"): end = withoutEntity(start..<end)
      case UInt8(ascii: ")") where balance > 0:
        balance -= 1
        end -= 1
      default: return end
      }
    }
    return nil
  }

  private func count(_ byte: UInt8, _ balance: inout Int) {
    if byte == UInt8(ascii: ")") { balance += 1 }
    if byte == UInt8(ascii: "(") { balance -= 1 }
  }

  /// The end before an apparent entity, or before only the semicolon.
  private func withoutEntity(_ range: Range<Int>) -> Int {
    var position = range.upperBound - 2
    while position > range.lowerBound, isLetter(shape[position]) { position -= 1 }
    let isEntity =
      position >= range.lowerBound && position < range.upperBound - 2
      && shape[position] == UInt8(ascii: "&")
    return isEntity ? position : range.upperBound - 1
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || byte == TableRewriter.mark
  }
}
