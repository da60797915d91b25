import Text

/// Which entries hold which token, in their titles and in their texts alone.
struct SearchPostings {
  /// The tokens, to which the lists of entries belong by number.
  private(set) var tokens = TokenTable()
  /// How many tokens each entry's title has.
  private(set) var titleLengths: [Int] = []
  private var reader = SearchTokens()
  private var titles = Occurrences()
  private var texts = Occurrences()

  var entryCount: Int { titleLengths.count }

  /// The entries that hold each token in their titles.
  var entriesByTitle: EntryLists { EntryLists(titles, tokens.count) }

  /// The entries that hold each token in their texts and not in their titles.
  var entriesByText: EntryLists { EntryLists(texts, tokens.count) }

  /// Adds the next entry.
  mutating func add(title: String, text: String) {
    let entry = Int32(titleLengths.count)
    reader.read(title)
    titleLengths.append(reader.ranges.count)
    for range in reader.ranges {
      titles.add(entry, for: tokens.number(of: range, in: reader.key))
    }
    reader.read(text)
    for range in reader.ranges {
      let token = tokens.number(of: range, in: reader.key)
      if titles.last(for: token) != entry { texts.add(entry, for: token) }
    }
  }

  /// The tokens' numbers in the order of the tokens' UTF-16 units, by which browsers compare text.
  var sorted: [Int] {
    (0..<tokens.count).sorted { Self.precedes(tokens[$0], tokens[$1]) }
  }

  /// The order of UTF-8 is that of UTF-16, but for what UTF-16 writes as two units, which comes
  /// before U+E000.
  private static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    func rank(_ byte: UInt8) -> UInt8 {
      byte >= 0xF0 ? byte - 2 : byte >= 0xEE ? byte + 5 : byte
    }
    var (first, second) = (left.startIndex, right.startIndex)
    while first < left.endIndex, second < right.endIndex {
      if left[first] != right[second] { return rank(left[first]) < rank(right[second]) }
      (first, second) = (first + 1, second + 1)
    }
    return left.count < right.count
  }
}

/// Tokens and the entries that hold them, in the order of the entries.
struct Occurrences {
  fileprivate var tokens: [Int32] = []
  fileprivate var entries: [Int32] = []
  private var lastEntries: [Int32] = []

  /// The last entry that was added for a token, -1 where there is none.
  func last(for token: Int) -> Int32 { token < lastEntries.count ? lastEntries[token] : -1 }

  /// Adds an entry, but not twice in a row.
  mutating func add(_ entry: Int32, for token: Int) {
    if token >= lastEntries.count {
      lastEntries.append(contentsOf: repeatElement(-1, count: token + 1 - lastEntries.count))
    }
    guard lastEntries[token] != entry else { return }
    lastEntries[token] = entry
    tokens.append(Int32(token))
    entries.append(entry)
  }
}

/// The entries of each token, each list rising.
struct EntryLists {
  private var entries: [Int32]
  /// Where each token's list ends.
  private var ends: [Int]

  fileprivate init(_ occurrences: Occurrences, _ tokenCount: Int) {
    entries = Array(repeating: 0, count: occurrences.entries.count)
    ends = Array(repeating: 0, count: tokenCount + 1)
    for token in occurrences.tokens { ends[Int(token) + 1] += 1 }
    for token in 0..<tokenCount { ends[token + 1] += ends[token] }
    for (token, entry) in zip(occurrences.tokens, occurrences.entries) {
      entries[ends[Int(token)]] = entry
      ends[Int(token)] += 1
    }
  }

  subscript(token: Int) -> ArraySlice<Int32> {
    entries[(token > 0 ? ends[token - 1] : 0)..<ends[token]]
  }
}
