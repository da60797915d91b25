import Base

/// The texts and letters of a guide's source by the scopes that reviews name.
///
/// Each document is read once, and only if a scope needs it.
public struct ReviewScopes {
  /// What a scope is.
  enum Target: Hashable {
    case guide
    case document(Int)
    case row(Int, id: String)
  }

  private let guide: Guide
  private let documentOfKey: [String: Int]
  private let known: (DocumentSet) -> SourceStamp?
  private var stamps: [Int: SourceStamp?] = [:]
  private var digests: [Target: String] = [:]
  private var records: [Target: ReviewRecord] = [:]

  /// Takes a guide.
  ///
  /// - Parameter known: what an earlier reading made of a document that is the same.
  public init(_ guide: Guide, known: @escaping (DocumentSet) -> SourceStamp? = { _ in nil }) {
    self.guide = guide
    self.known = known
    documentOfKey = Dictionary(
      guide.documents.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What was made of each document that was needed.
  var madeStamps: [(set: DocumentSet, stamp: SourceStamp)] {
    stamps.compactMap { index, stamp in stamp.map { (guide.documents[index], $0) } }
  }

  /// What a scope is; nil if the guide has no such thing.
  func target(_ scope: String) -> Target? {
    if scope == "guide" { return .guide }
    if let document = documentOfKey[scope] { return .document(document) }
    for index in scope.indices where scope[index] == "#" {
      guard let document = documentOfKey[String(scope[..<index])] else { continue }
      let id = String(scope[scope.index(after: index)...])
      let isThere = guide.documents[document].responsibilities.contains {
        $0.id == id && $0.rows[guide.sourceIndex] != nil
      }
      if isThere { return .row(document, id: id) }
    }
    return nil
  }

  /// The document and the row of a key that a record has; nil if the guide has no such thing.
  func place(of key: String) -> (document: Int, row: String?)? {
    switch target(key) {
    case .document(let document): (document, nil)
    case .row(let document, let id): (document, id)
    case .guide, nil: nil
    }
  }

  /// The digest of text and letters of a scope in the source; nil if the guide has no such scope.
  ///
  /// - Throws: `FileError` where the disk does not give the source's texts back.
  public mutating func digest(of scope: String) throws(FileError) -> String? {
    try target(scope).flatMap { (target) throws(FileError) in try digest(of: target) }
  }

  /// What a scope is now; nil if the guide has no such scope, or it is too large to record.
  ///
  /// - Throws: `FileError` where the disk does not give the source's texts back.
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
      + stamp.rows.filter { row == nil || $0.id == row }.map { entry in
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
    for entry in stamp.rows where row == nil || entry.id == row {
      for text in [entry.id, entry.text] { digest.add(text) }
      for party in guide.settings.parties.map(\.text) {
        digest.add(entry.letters[party]?.text ?? "")
      }
    }
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
