import Base

/// Which entries contain which token, in their titles or only in their texts.
public struct SearchPostings {
  /// Makes one without entries.
  public init() {}

  /// The tokens, to which the lists of entries belong by number.
  private(set) var tokens = TokenTable()
  /// How many tokens each entry's title has.
  private(set) var titleLengths: [Int] = []
  private var reader = SearchTokens()
  private var titles = Occurrences()
  private var texts = Occurrences()

  /// How many entries there are.
  public var entryCount: Int { titleLengths.count }

  /// The entries that contain each token in their titles.
  var entriesByTitle: EntryLists { EntryLists(titles, tokens.count) }

  /// The entries that contain each token in their texts and not in their titles.
  var entriesByText: EntryLists { EntryLists(texts, tokens.count) }

  /// Adds the next entry.
  public mutating func add(title: String, text: String) {
    let entry = Int32(titleLengths.count)
    reader.read(title)
    titleLengths.append(reader.ranges.count)
    reader.key.withUnsafeBufferPointer { key in
      for range in reader.ranges { titles.add(entry, for: tokens.number(of: range, in: key)) }
    }
    reader.read(text)
    reader.key.withUnsafeBufferPointer { key in
      for range in reader.ranges {
        let token = tokens.number(of: range, in: key)
        if titles.last(for: token) != entry { texts.add(entry, for: token) }
      }
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

/// Tokens and the entries that contain them, in the order of the entries.
struct Occurrences {
  /// The tokens of all entries, entry by entry.
  private var tokens = PackedNumbers()
  /// The ends of the tokens of each entry.
  private var ends: [Int] = []
  private var lastEntries: [Int32] = []

  /// The last entry that was added for a token, -1 if there is none.
  func last(for token: Int) -> Int32 { token < lastEntries.count ? lastEntries[token] : -1 }

  /// Adds an entry, but not twice in a row.
  mutating func add(_ entry: Int32, for token: Int) {
    if token >= lastEntries.count {
      lastEntries.append(contentsOf: repeatElement(-1, count: token + 1 - lastEntries.count))
    }
    guard lastEntries[token] != entry else { return }
    lastEntries[token] = entry
    while ends.count <= Int(entry) { ends.append(tokens.end) }
    tokens.append(UInt32(token))
    ends[Int(entry)] = tokens.end
  }

  fileprivate func forEach(_ body: (_ token: Int, _ entry: UInt32) -> Void) {
    var position = 0
    for (entry, end) in ends.enumerated() {
      while position < end { body(Int(tokens.next(&position)), UInt32(entry)) }
    }
  }
}

/// The entries of each token, each list rising.
struct EntryLists {
  /// The first entry of each list, and each further one's difference from the one before.
  private let differences: PackedNumbers
  /// The end of each token's list.
  private let ends: [Int]
  private let counts: [Int32]

  fileprivate init(_ occurrences: Occurrences, _ tokenCount: Int) {
    var last = [UInt32](repeating: 0, count: tokenCount)
    var ends = [Int](repeating: 0, count: tokenCount + 1)
    var counts = [Int32](repeating: 0, count: tokenCount)
    occurrences.forEach { token, entry in
      ends[token + 1] += PackedNumbers.width(entry - last[token])
      last[token] = entry
      counts[token] += 1
    }
    for token in 0..<tokenCount {
      ends[token + 1] += ends[token]
      last[token] = 0
    }
    var differences = PackedNumbers(byteCount: ends[tokenCount])
    occurrences.forEach { token, entry in
      differences.set(entry - last[token], at: &ends[token])
      last[token] = entry
    }
    (self.differences, self.ends, self.counts) = (differences, ends, counts)
  }

  /// How many entries a token has.
  func count(of token: Int) -> Int { Int(counts[token]) }

  /// Calls `body` with the first entry of a token, and with the difference of each further one.
  func forEachDifference(of token: Int, _ body: (UInt32) -> Void) {
    var position = token > 0 ? ends[token - 1] : 0
    while position < ends[token] { body(differences.next(&position)) }
  }
}

/// Numbers in as few bytes as they need, seven bits in each: those of an index are many, and most of
/// them are small.
private struct PackedNumbers {
  private var bytes: [UInt8]

  init(byteCount: Int = 0) {
    bytes = Array(repeating: 0, count: byteCount)
  }

  /// The offset of the next number.
  var end: Int { bytes.count }

  /// How many bytes a number takes.
  static func width(_ number: UInt32) -> Int {
    max(1, (38 - number.leadingZeroBitCount) / 7)
  }

  mutating func append(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a number at a position that is moved behind it.
  mutating func set(_ number: UInt32, at position: inout Int) {
    var rest = number
    while rest >= 0x80 {
      bytes[position] = UInt8(truncatingIfNeeded: rest) | 0x80
      position += 1
      rest >>= 7
    }
    bytes[position] = UInt8(rest)
    position += 1
  }

  /// Reads the number at a position that is moved behind it.
  func next(_ position: inout Int) -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let byte = bytes[position]
      position += 1
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }
}
