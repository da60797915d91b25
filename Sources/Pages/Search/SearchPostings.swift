import Text

/// Which entries hold which token, in their titles and in their texts alone.
struct SearchPostings {
  /// The entries of one token, each list rising.
  struct Entries {
    var inTitle: [Int32] = []
    var inText: [Int32] = []
  }

  private var numberOfToken: [String: Int] = [:]
  private var lists: [Entries] = []
  /// How many tokens each entry's title has.
  private(set) var titleLengths: [Int] = []

  var entryCount: Int { titleLengths.count }

  /// Adds the next entry.
  mutating func add(title: String, text: String) {
    let entry = Int32(titleLengths.count)
    var titleLength = 0
    forEachSearchToken(of: title) { token in
      titleLength += 1
      let number = number(of: token)
      if lists[number].inTitle.last != entry { lists[number].inTitle.append(entry) }
    }
    titleLengths.append(titleLength)
    forEachSearchToken(of: text) { token in
      let number = number(of: token)
      if lists[number].inText.last != entry, lists[number].inTitle.last != entry {
        lists[number].inText.append(entry)
      }
    }
  }

  private mutating func number(of token: String) -> Int {
    if let number = numberOfToken[token] { return number }
    numberOfToken[token] = lists.count
    lists.append(Entries())
    return lists.count - 1
  }

  /// The tokens with their entries in the order of the tokens' UTF-16 units, by which browsers
  /// compare text.
  var sorted: [(token: String, entries: Entries)] {
    numberOfToken.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      .map { ($0.key, lists[$0.value]) }
  }
}
