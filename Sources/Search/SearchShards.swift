import Base

/// The search index of a large guide: a head, shards of tokens, and a file of entries per document.
///
/// A reader fetches the head once. For a query, it fetches the shards whose ranges contain its
/// words, then the entries of the documents that contain most of them.
public struct SearchShards {
  /// How large a shard of tokens may become, in bytes: about 6 KB when it is compressed.
  private static let shardSize = 12_000

  private let tokens: TokenTable
  private let order: [Int]
  private let titles: EntryLists
  private let texts: EntryLists
  private let lengths: [Int]
  /// Past this share of all entries a token of texts tells nothing; its list is left out.
  private let mostTexts: Int

  /// Divides the tokens of the postings.
  public init(_ postings: SearchPostings) {
    tokens = postings.tokens
    order = postings.sorted
    titles = postings.entriesByTitle
    texts = postings.entriesByText
    lengths = postings.titleLengths
    mostTexts = max(64, postings.entryCount / 4)
  }

  /// Makes the shards, each a JSON object of tokens, and hands them over one by one with their first
  /// tokens.
  public func makeTokenFiles(_ take: (_ first: String, _ file: [UInt8]) throws -> Void) rethrows {
    var first: String?
    var writer = JSONWriter(capacity: Self.shardSize)
    var list: [UInt8] = []
    for token in order {
      if let begun = first, writer.bytes.count > Self.shardSize {
        writer.endObject()
        try take(begun, writer.bytes)
        first = nil
      }
      if first == nil {
        writer = JSONWriter(capacity: Self.shardSize)
        writer.beginObject()
        first = String(decoding: tokens[token], as: UTF8.self)
      }
      write(token, to: &list)
      writer.member(utf8: tokens[token], list)
    }
    guard let first else { return }
    writer.endObject()
    try take(first, writer.bytes)
  }

  /// The words of titles that have two letters and more, for the parts of words and for spellings.
  public var titleWords: [String] {
    order.lazy.filter { titles.count(of: $0) > 0 }
      .map { String(decoding: tokens[$0], as: UTF8.self) }
      .filter { $0.unicodeScalars.count { $0.properties.isAlphabetic } > 1 }
  }

  /// The length of each title in tokens, a digit of base 36 each; `z` is 35 and more.
  public var titleLengths: String {
    lengths.map { String(min($0, 35), radix: 36) }.joined()
  }

  /// A token's entries: rising numbers as differences in base 36, of titles, and then of texts
  /// behind a semicolon.
  ///
  /// `*` means that too many texts have the token for it to be useful.
  private func write(_ token: Int, to list: inout [UInt8]) {
    list.removeAll(keepingCapacity: true)
    appendDifferences(titles, token, to: &list)
    let count = texts.count(of: token)
    if count == 0 { return }
    list.append(UInt8(ascii: ";"))
    if count > mostTexts {
      list.append(UInt8(ascii: "*"))
    } else {
      appendDifferences(texts, token, to: &list)
    }
  }

  private func appendDifferences(_ lists: EntryLists, _ token: Int, to list: inout [UInt8]) {
    var isFirst = true
    lists.forEachDifference(of: token) { difference in
      if !isFirst { list.append(UInt8(ascii: ",")) }
      isFirst = false
      appendDigits(difference, to: &list)
    }
  }

  /// Appends a number in base 36.
  private func appendDigits(_ number: UInt32, to list: inout [UInt8]) {
    if number >= 36 { appendDigits(number / 36, to: &list) }
    let digit = UInt8(number % 36)
    list.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}
