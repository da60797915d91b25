import Base
import Guide
import Search

/// The search index of a locale: display text, which the browser folds.
///
/// The formats are `schemas/search-index.schema.json` and its sisters. Each text is in exactly one
/// entry: a responsibility, a heading's section, or a document's text before its first section.
struct SearchIndex {
  static let version = 3
  /// Past this many bytes, about 64 KB when they are compressed, an index is split.
  static let mostBytesInOneFile = 220_000

  /// The file of a document's entries, in the folder of the index.
  static func entryFile(_ document: Int) -> String { "entries/\(document).json" }

  /// The file of a shard of tokens, in the folder of the index.
  static func tokenFile(_ shard: Int) -> String { "tokens/\(shard).json" }

  private let site: Site
  private let locale: Int
  private let documents: [IndexedDocument]

  init(_ site: Site, locale: Int) {
    self.site = site
    self.locale = locale
    documents = site.guide.documents.indices.compactMap {
      IndexedDocument(site, document: $0, locale: locale)
    }
  }

  /// Makes the files and hands them over one by one; a split index ends with what readers begin with.
  func make(_ take: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws {
    let folder = site.paths.search(locale)
    if let whole = try wholeFile() { return try take(folder + "index.json", whole) }
    try makeSplit { try take(folder + $0, $1) }
  }

  /// All in one file; nil if that becomes too large.
  private func wholeFile() throws -> [UInt8]? {
    var writer = JSONWriter(capacity: 16_384)
    writer.beginObject()
    writeHead(&writer)
    writer.key("documents")
    writer.array { writer in
      for document in documents { document.writeTitle(&writer) }
    }
    writer.key("entries")
    writer.beginArray()
    for (number, document) in documents.enumerated() {
      for entry in try document.entries() { entry.write(document: number, &writer) }
      if writer.bytes.count > Self.mostBytesInOneFile { return nil }
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  private func makeSplit(_ take: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws {
    var postings = SearchPostings()
    var counts = EntryCounts()
    for (number, document) in documents.enumerated() {
      let entries = try document.entries()
      counts.add(entries)
      for entry in entries { postings.add(title: entry.title, text: entry.text) }
      try take(Self.entryFile(number), document.json(entries))
    }
    let shards = SearchShards(postings)
    var first: [String] = []
    try shards.makeTokenFiles { token, file in
      try take(Self.tokenFile(first.count), file)
      first.append(token)
    }
    try take("index.json", head(counts, first, shards))
  }

  /// The part of a split index that a reader fetches first.
  private func head(_ counts: EntryCounts, _ first: [String], _ shards: SearchShards) -> [UInt8] {
    var writer = JSONWriter(capacity: 65_536)
    writer.object { writer in
      writeHead(&writer)
      for (key, counts) in [("entry_counts", counts.all), ("prose_counts", counts.prose)] {
        writer.key(key)
        writer.array { writer in
          for count in counts { writer.value(count) }
        }
      }
      writer.key("token_shards")
      writer.array { writer in
        for token in first { writer.value(token) }
      }
      writer.member("title_lengths", shards.titleLengths)
      writer.member("title_words", shards.titleWords.joined(separator: " "))
    }
    return writer.bytes
  }

  private func writeHead(_ writer: inout JSONWriter) {
    writer.member("version", Self.version)
    writer.member("locale", site.guide.locales[locale].tag)
    writer.key("parties")
    writer.array { writer in
      let names = site.guide.locales[locale].parties
      for (index, party) in site.guide.settings.parties.enumerated() {
        writer.object { writer in
          writer.member("id", party.text)
          writer.member("name", names[index].name)
          if names[index].short != names[index].name { writer.member("short", names[index].short) }
          let url = site.paths.partyURL(index, locale)
          let place = site.paths.url(site.paths.searchIndex(locale))
          writer.member("url", site.isOffline ? relativeAddress(url, from: place) : url)
        }
      }
    }
    writeLetters(&writer)
    writeWords(&writer)
  }

  private func writeLetters(_ writer: inout JSONWriter) {
    writer.key("letters")
    writer.array { writer in
      for (letter, name) in zip(site.scheme.letters, site.contexts[locale].letterNames) {
        writer.object { writer in
          writer.member("letter", String(letter.character))
          writer.member("name", name)
        }
      }
    }
  }

  /// The words around results, which each page would otherwise have in its search form.
  private func writeWords(_ writer: inout JSONWriter) {
    let strings = site.guide.locales[locale].strings
    writer.key("words")
    writer.object { writer in
      for (name, word) in Self.words { writer.member(name, strings[word]) }
    }
  }

  private static let words = [
    ("count", "search_count"), ("at_least", "search_count_least"), ("none", "search_none"),
    ("all", "search_all"), ("parties", "parties"), ("set_aside", "search_set_aside"),
  ]
}

/// The numbers of entries of the documents of a split index.
private struct EntryCounts {
  private(set) var all: [Int] = []
  /// The entries before the first row of each document.
  private(set) var prose: [Int] = []

  mutating func add(_ entries: [SearchEntry]) {
    all.append(entries.count)
    prose.append(entries.count { $0.section == nil })
  }
}
