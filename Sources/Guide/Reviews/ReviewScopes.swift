import Base

/// The texts and letters of a guide's source by the scopes that reviews name.
///
/// Each document is read once, and only if a scope needs it.
public struct ReviewScopes {
  /// The kind of a scope.
  enum Target: Hashable {
    case guide
    case document(Int)
    case row(Int, id: String)
  }

  private let guide: Guide
  private let documentOfKey: [String: Int]
  /// The length of the longest key in bytes: a longer key names no document.
  private let longestKey: Int
  /// The rows of the source by their ids, for the documents that were asked for.
  private var rowIDs: [Int: Set<String>] = [:]
  /// The rows of the stamps by their ids.
  private var stampRows: [Int: [String: Int]] = [:]
  private let known: (DocumentSet) -> SourceStamp?
  private var stamps: [Int: SourceStamp?] = [:]
  private var digests: [Target: String] = [:]
  private var records: [Target: ReviewRecord] = [:]

  /// Takes a guide.
  ///
  /// - Parameter known: the result of an earlier reading for an unchanged document.
  public init(_ guide: Guide, known: @escaping (DocumentSet) -> SourceStamp? = { _ in nil }) {
    self.guide = guide
    self.known = known
    documentOfKey = Dictionary(
      guide.documents.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    longestKey = guide.documents.reduce(0) { max($0, $1.key.utf8.count) }
  }

  /// The result for each document that was needed.
  var madeStamps: [(set: DocumentSet, stamp: SourceStamp)] {
    stamps.compactMap { index, stamp in stamp.map { (guide.documents[index], $0) } }
  }

  /// The kind of a scope; nil if the guide has no such scope.
  mutating func target(_ scope: String) -> Target? {
    if scope == "guide" { return .guide }
    if let document = documentOfKey[scope] { return .document(document) }
    for (document, id) in divisions(of: scope) where hasRow(id, in: document) {
      return .row(document, id: id)
    }
    return nil
  }

  /// The documents that a key with a row's id begins with, each with the part after the `#`.
  private func divisions(of key: String) -> [(document: Int, rest: String)] {
    let bytes = Array(key.utf8.prefix(longestKey + 1))
    return bytes.indices.compactMap { index in
      guard bytes[index] == UInt8(ascii: "#"),
        let document = documentOfKey[String(decoding: bytes[..<index], as: UTF8.self)]
      else { return nil }
      return (document, String(decoding: key.utf8.dropFirst(index + 1), as: UTF8.self))
    }
  }

  /// The document of a key and, behind the `#`, the row's id; nothing if no document has the key.
  func division(of key: String) -> (document: Int?, row: String?) {
    if let document = documentOfKey[key] { return (document, nil) }
    return divisions(of: key).first.map { ($0.document, $0.rest) } ?? (nil, nil)
  }

  /// The key of a document.
  func key(of document: Int) -> String { guide.documents[document].key }

  private mutating func hasRow(_ id: String, in document: Int) -> Bool {
    if let known = rowIDs[document] { return known.contains(id) }
    let rows = guide.documents[document].responsibilities.filter {
      $0.rows[guide.sourceIndex] != nil
    }
    let ids = Set(rows.map(\.id))
    rowIDs[document] = ids
    return ids.contains(id)
  }

  /// The document and the row of a key that a record has; nil if the guide has no such thing.
  mutating func place(of key: String) -> (document: Int, row: String?)? {
    switch target(key) {
    case .document(let document): (document, nil)
    case .row(let document, let id): (document, id)
    case .guide, nil: nil
    }
  }

  /// The digest of text and letters of a scope in the source; nil if the guide has no such scope.
  ///
  /// - Throws: `FileError` if the disk does not return the source's texts.
  public mutating func digest(of scope: String) throws(FileError) -> String? {
    guard let target = target(scope) else { return nil }
    return try digest(of: target)
  }

  /// The current state of a scope; nil if it is unknown, or too large to record.
  ///
  /// - Throws: `FileError` if the disk does not return the source's texts.
  public mutating func record(of scope: String) throws(FileError) -> ReviewRecord? {
    guard let target = target(scope) else { return nil }
    let record = try record(of: target)
    return record.entries.count > ReviewRecord.mostEntries ? nil : record
  }

  mutating func digest(of target: Target) throws(FileError) -> String? {
    if let known = digests[target] { return known }
    guard let digest = ContentDigest() else { return nil }
    switch target {
    case .guide:
      for index in guide.documents.indices { try add(index, row: nil, to: digest) }
    case .document(let index): try add(index, row: nil, to: digest)
    case .row(let index, let id): try add(index, row: id, to: digest)
    }
    let text = String(digest.hexadecimal.prefix(SourceStamp.digestLength))
    digests[target] = text
    return text
  }

  mutating func record(of target: Target) throws(FileError) -> ReviewRecord {
    if let known = records[target] { return known }
    var entries: [ReviewRecord.Entry] = []
    switch target {
    case .guide:
      for index in guide.documents.indices { entries += try recorded(index, row: nil) }
    case .document(let index): entries = try recorded(index, row: nil)
    case .row(let index, let id): entries = try recorded(index, row: id)
    }
    let record = ReviewRecord(entries)
    records[target] = record
    return record
  }

  private mutating func recorded(
    _ index: Int, row: String?
  ) throws(FileError) -> [ReviewRecord.Entry] {
    guard let stamp = try stamp(index) else { return [] }
    let key = guide.documents[index].key
    let whole =
      row == nil ? [ReviewRecord.Entry(key: key, value: stamp.document ?? "")] : []
    let parties = guide.settings.parties.map(\.text)
    return whole
      + rows(of: stamp, index, only: row).map { entry in
        let letters = parties.compactMap { party in
          entry.letters[party].map { " \(party)=\($0.text)" }
        }
        return .init(key: "\(key)#\(entry.id)", value: entry.text + letters.joined())
      }
  }

  private mutating func add(
    _ index: Int, row: String?, to digest: borrowing ContentDigest
  ) throws(FileError) {
    guard let stamp = try stamp(index) else { return }
    if row == nil { digest.add(stamp.document ?? "") }
    for entry in rows(of: stamp, index, only: row) {
      for text in [entry.id, entry.text] { digest.add(text) }
      for party in guide.settings.parties.map(\.text) {
        digest.add(entry.letters[party]?.text ?? "")
      }
    }
  }

  /// The rows of a document's stamp, or one of them.
  private mutating func rows(
    of stamp: SourceStamp, _ document: Int, only id: String?
  ) -> ArraySlice<SourceStamp.Row> {
    guard let id else { return stamp.rows[...] }
    if stampRows[document] == nil {
      stampRows[document] = Dictionary(
        stamp.rows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    guard let index = stampRows[document]?[id] else { return [] }
    return stamp.rows[index...index]
  }

  private mutating func stamp(_ index: Int) throws(FileError) -> SourceStamp? {
    if let made = stamps[index] { return made }
    let set = guide.documents[index]
    var stamp = known(set)
    if stamp == nil, let version = set.versions[guide.sourceIndex] {
      stamp = try SourceStamp(
        of: version.document, set.responsibilities, locale: guide.sourceIndex)
    }
    stamps[index] = .some(stamp)
    return stamp
  }
}
