import Text

/// The search index of a large guide: a head, shards of tokens, and a file of entries a document.
///
/// A reader fetches the head once, for a query the shards whose ranges hold its words, then the
/// entries of the documents that hold most of them.
struct SearchShards {
  /// How large a shard of tokens may become, in bytes: about 6 KB when it is compressed.
  private static let shardSize = 12_000

  private let tokens: [(token: String, entries: SearchPostings.Entries)]
  private let lengths: [Int]
  /// Past this share of all entries a token of texts tells nothing; its list is left out.
  private let mostTexts: Int

  init(_ postings: SearchPostings) {
    tokens = postings.sorted
    lengths = postings.titleLengths
    mostTexts = max(64, postings.entryCount / 4)
  }

  /// The shards, each a JSON object of tokens, and the first token of each.
  func tokenFiles() -> (first: [String], files: [[UInt8]]) {
    var first: [String] = []
    var files: [[UInt8]] = []
    var writer = JSONWriter(capacity: Self.shardSize)
    var isOpen = false
    for (token, entries) in tokens {
      if isOpen, writer.bytes.count > Self.shardSize {
        writer.endObject()
        files.append(writer.bytes)
        isOpen = false
      }
      if !isOpen {
        writer = JSONWriter(capacity: Self.shardSize)
        writer.beginObject()
        first.append(token)
        isOpen = true
      }
      writer.member(token, list(entries))
    }
    if isOpen {
      writer.endObject()
      files.append(writer.bytes)
    }
    return (first, files)
  }

  /// The words of titles that have two letters and more, for the parts of words and for spellings.
  var titleWords: [String] {
    tokens.lazy.filter { token, entries in
      !entries.inTitle.isEmpty && token.unicodeScalars.count { $0.properties.isAlphabetic } > 1
    }.map(\.token)
  }

  /// The length of each title in tokens, a digit of base 36 each; `z` is 35 and more.
  var titleLengths: String {
    lengths.map { String(min($0, 35), radix: 36) }.joined()
  }

  /// Rising numbers as differences in base 36: of titles, then of texts behind a semicolon; `*`
  /// stands for more texts than tell anything.
  private func list(_ entries: SearchPostings.Entries) -> String {
    let texts = entries.inText.count > mostTexts ? "*" : differences(entries.inText)
    return texts.isEmpty ? differences(entries.inTitle) : differences(entries.inTitle) + ";" + texts
  }

  private func differences(_ numbers: [Int32]) -> String {
    var last: Int32 = 0
    return numbers.map { number in
      defer { last = number }
      return String(number - last, radix: 36)
    }.joined(separator: ",")
  }
}
