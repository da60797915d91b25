import Guide
import Matrix
import Text

/// The search index of a locale: display text, which the browser folds.
///
/// The formats are `schemas/search-index.schema.json` and its sisters. Each text is in exactly one
/// entry: a responsibility, a heading's section, or what a document says before its first section.
struct SearchIndex {
  static let version = 2
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

  /// The files, the index that readers begin with first.
  func files() -> [(path: String, bytes: [UInt8])] {
    let files = wholeFile().map { [(path: "index.json", bytes: $0)] } ?? splitFiles()
    return files.map { (site.paths.search(locale) + $0.path, $0.bytes) }
  }

  /// All in one file; nil where that becomes too large.
  private func wholeFile() -> [UInt8]? {
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
      for entry in document.entries { entry.write(document: number, &writer) }
      if writer.bytes.count > Self.mostBytesInOneFile { return nil }
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  private func splitFiles() -> [(path: String, bytes: [UInt8])] {
    var postings = SearchPostings()
    var files: [(path: String, bytes: [UInt8])] = []
    var counts: [Int] = []
    for (number, document) in documents.enumerated() {
      let entries = document.entries
      counts.append(entries.count)
      for entry in entries { postings.add(title: entry.title, text: entry.text) }
      files.append((Self.entryFile(number), document.json(entries)))
    }
    let shards = SearchShards(postings)
    let tokens = shards.tokenFiles()
    for (number, file) in tokens.files.enumerated() {
      files.append((Self.tokenFile(number), file))
    }
    return [("index.json", head(counts, tokens.first, shards))] + files
  }

  /// What a reader fetches first of a split index.
  private func head(_ counts: [Int], _ first: [String], _ shards: SearchShards) -> [UInt8] {
    var writer = JSONWriter(capacity: 65_536)
    writer.object { writer in
      writeHead(&writer)
      writer.key("entry_counts")
      writer.array { writer in
        for count in counts { writer.value(count) }
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
      for (party, name) in zip(site.guide.settings.parties, site.guide.locales[locale].parties) {
        writer.object { writer in
          writer.member("id", party.text)
          writer.member("name", name.name)
        }
      }
    }
  }
}
