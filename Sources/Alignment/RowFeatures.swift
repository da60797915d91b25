// Alignment pairs the rows of a translation with the rows of its source. In: what can be compared
// across languages about each row. Out: pairs with a score. It knows no files and no documents.

/// What of a row survives translation.
public struct RowFeatures: Sendable {
  /// The section, by the source's numbering; nil where the heading itself is aligned with none.
  public let section: Int?
  /// An id that the author wrote; equal ids settle a pair.
  public let anchor: String?
  /// The targets of the row's links.
  public let links: Set<String>
  /// Words that translators keep: names, acronyms, numbers.
  public let keptTokens: Set<String>
  /// How many clauses the description has.
  public let clauseCount: Int
  /// Title and description together, in code points.
  public let length: Int

  /// Describes a row.
  ///
  /// - Parameter text: title and description, from which the kept tokens are taken.
  public init(
    section: Int?, anchor: String?, links: some Sequence<String>, clauseCount: Int, text: String
  ) {
    self.section = section
    self.anchor = anchor
    self.links = Set(links)
    self.clauseCount = clauseCount
    keptTokens = Alignment.keptTokens(in: text)
    length = text.utf8.count { $0 & 0xC0 != 0x80 }
  }
}

/// The words of a text that are likely to stand in every translation: in Latin letters and digits,
/// and with a digit, two capitals or a capital after the first letter in them.
///
/// In languages that write with Latin letters a plain capital says little, so names such as
/// "Exchange" are left to the other features.
public func keptTokens(in text: String) -> Set<String> {
  var tokens: Set<String> = []
  var text = text
  text.withUTF8 { bytes in
    var start = 0
    var isTelling = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x61...0x7A: continue
      case 0x30...0x39: isTelling = true
      case 0x41...0x5A: isTelling = isTelling || index > start
      default:
        if isTelling { tokens.insert(lowercased(bytes[start..<index])) }
        (start, isTelling) = (index + 1, false)
      }
    }
    if isTelling { tokens.insert(lowercased(bytes[start...])) }
  }
  tokens.remove("")
  return tokens
}

/// A word of Latin letters and digits in small letters; empty for a single one.
private func lowercased(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> String {
  guard word.count >= 2 else { return "" }
  return String(unsafeUninitializedCapacity: word.count) { buffer in
    for (index, byte) in word.enumerated() {
      buffer[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    return word.count
  }
}
