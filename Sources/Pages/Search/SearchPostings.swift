import Text

/// Which entries hold which token, in their titles and in their texts alone.
struct SearchPostings {
  /// The entries of one token, each list rising.
  struct Entries {
    var inTitle: [Int32] = []
    var inText: [Int32] = []
  }

  private(set) var entriesOfToken: [String: Entries] = [:]
  /// How many tokens each entry's title has.
  private(set) var titleLengths: [Int] = []

  var entryCount: Int { titleLengths.count }

  /// Adds the next entry.
  mutating func add(title: String, text: String) {
    let entry = Int32(titleLengths.count)
    let titleTokens = searchTokens(ofKey: searchKey(title))
    titleLengths.append(titleTokens.count)
    for token in titleTokens where entriesOfToken[token]?.inTitle.last != entry {
      entriesOfToken[token, default: Entries()].inTitle.append(entry)
    }
    for token in searchTokens(ofKey: searchKey(text)) {
      guard let known = entriesOfToken[token] else {
        entriesOfToken[token] = Entries(inText: [entry])
        continue
      }
      if known.inText.last != entry, known.inTitle.last != entry {
        entriesOfToken[token]?.inText.append(entry)
      }
    }
  }

  /// The tokens in the order of their UTF-16 units, by which browsers compare text.
  var sortedTokens: [String] {
    entriesOfToken.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
  }
}
