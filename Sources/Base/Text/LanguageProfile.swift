/// Tells languages of one script apart by their frequent words.
///
/// Words are looked up by their FNV-1a hash in a table that is made once. A text counts as being in
/// another language only if that language's words are frequent and the own language's are not.
public struct LanguageProfile: Sendable {
  /// So many words a text must have to be judged.
  public static let fewestWords = 12
  /// So many of them must belong to the other language, or one less if none is the own language's.
  private static let fewestHits = 4
  /// The other language has at least so many times the words of the own one.
  private static let leastRatio = 3
  /// One word in so many must belong to the other language.
  private static let widestSpacing = 6

  static let languages: [(tag: String, name: String, words: [Substring])] =
    lists.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      let head = parts.first?.split(separator: " ", maxSplits: 1) ?? []
      guard parts.count == 2, head.count == 2 else { return nil }
      return (String(head[0]), String(head[1]), parts[1].split(separator: " "))
    }

  /// A power of two, and several times the number of words.
  private static let slotCount = 8192

  /// The words' hashes, and the languages that each belongs to as bits; an empty mask is a free slot.
  private static let table: (hashes: [UInt64], masks: [UInt64]) = {
    var hashes = [UInt64](repeating: 0, count: slotCount)
    var masks = [UInt64](repeating: 0, count: slotCount)
    for (index, language) in languages.enumerated() {
      for word in language.words {
        let hash = word.utf8.reduce(Self.emptyHash, Self.hash)
        var slot = slot(of: hash)
        while masks[slot] != 0, hashes[slot] != hash { slot = (slot + 1) % slotCount }
        hashes[slot] = hash
        masks[slot] |= 1 << UInt64(index)
      }
    }
    return (hashes, masks)
  }()

  private static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static func slot(of hash: UInt64) -> Int {
    Int((hash ^ hash >> 32) % UInt64(slotCount))
  }

  private let own: Int?

  /// Describes a language by its locale's tag.
  public init(locale: String) {
    let tag = Self.profile(of: locale)
    own = Self.languages.firstIndex { $0.tag == tag }
  }

  /// The tag of the list that a locale's language has; one without a list if the script is another.
  private static func profile(of locale: String) -> String {
    let parts = locale.lowercased().split(separator: "-")
    switch parts.first {
    case "zh": return parts.contains { ["hant", "tw", "hk", "mo"].contains($0) } ? "zh-TW" : "zh"
    case "sr": return parts.contains("latn") ? "sr" : "sr-Cyrl"
    case "no", "nn": return "nb"
    case let language: return language.map(String.init) ?? ""
    }
  }

  /// Whether the own language has a list, so that texts can be judged.
  public var isKnown: Bool { own != nil }

  /// The name of the language that texts are in, if that is clearly another one.
  ///
  /// - Returns: nil if the texts are short, in the own language, or in one without a list.
  public func otherLanguage(of texts: [String]) -> DiagnosticMessage? {
    guard isKnown else { return nil }
    var count = WordCount()
    for var text in texts { text.withUTF8 { count.read($0) } }
    return otherLanguage(of: count)
  }

  /// The name of the language that a text is in by its words, if that is clearly another one.
  public func otherLanguage(of count: WordCount) -> DiagnosticMessage? {
    let hits = count.hits
    guard let own, count.total >= Self.fewestWords, let most = hits.max(),
      let best = hits.firstIndex(of: most)
    else { return nil }
    let fewest = hits[own] == 0 ? Self.fewestHits - 1 : Self.fewestHits
    guard most >= max(fewest, count.total / Self.widestSpacing),
      hits[own] * Self.leastRatio <= most
    else { return nil }
    return DiagnosticMessage(words: Self.languages[best].name)
  }

  /// The number of words of a text, and how many of them each language has.
  public struct WordCount {
    private(set) var hits = [Int](repeating: 0, count: LanguageProfile.languages.count)
    private(set) var total = 0
    private let table = LanguageProfile.table

    /// Counts nothing yet.
    public init() {}

    /// Begins a new text.
    public mutating func reset() {
      if total == 0 { return }
      for index in hits.indices { hits[index] = 0 }
      total = 0
    }

    /// Counts the words of a piece of the text, which begins and ends between words.
    public mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
      var hash = emptyHash
      var length = 0
      // Whether the word is a character of Chinese or Japanese, which have no spaces.
      var isCharacter = false
      for byte in text {
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        let isLetter = (0x61...0x7A).contains(lower) || lower >= 0x80
        // The lead bytes of U+3000 to U+9FFF.
        let beginsCharacter = (0xE3...0xE9).contains(lower)
        if !isLetter || beginsCharacter || isCharacter && length == 3 {
          if length > 0 { take(hash) }
          (hash, length, isCharacter) = (emptyHash, 0, beginsCharacter)
        }
        guard isLetter else { continue }
        hash = LanguageProfile.hash(hash, lower)
        length += 1
      }
      if length > 0 { take(hash) }
    }

    /// Counts a word.
    private mutating func take(_ hash: UInt64) {
      total += 1
      var slot = LanguageProfile.slot(of: hash)
      while table.masks[slot] != 0, table.hashes[slot] != hash {
        slot = (slot + 1) % LanguageProfile.slotCount
      }
      var mask = table.masks[slot]
      while mask != 0 {
        hits[mask.trailingZeroBitCount] += 1
        mask &= mask - 1
      }
    }
  }
}
