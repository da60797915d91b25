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
    length = text.unicodeScalars.count
  }
}

/// The words of a text that are likely to stand in every translation: in Latin letters and digits,
/// and with a digit, two capitals or a capital after the first letter in them.
///
/// In languages that write with Latin letters a plain capital says little, so names such as
/// "Exchange" are left to the other features.
public func keptTokens(in text: String) -> Set<String> {
  var tokens: Set<String> = []
  var word: [UInt8] = []
  func end() {
    defer { word = [] }
    let capitals = word.dropFirst().count { (0x41...0x5A).contains($0) }
    let digits = word.count { (0x30...0x39).contains($0) }
    guard word.count >= 2, capitals > 0 || digits > 0 else { return }
    tokens.insert(String(decoding: word, as: UTF8.self).lowercased())
  }
  for byte in text.utf8 {
    let isLetterOrDigit =
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    if isLetterOrDigit { word.append(byte) } else { end() }
  }
  end()
  return tokens
}
