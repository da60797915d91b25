import Base
import Markdown

/// Finds the words that changed since approvals, if git has the texts of that time.
///
/// A text of the history counts if its digest is the recorded one, so no other text is ever shown.
struct ReviewWording {
  /// How many versions of a document are looked through.
  private static let mostRevisions = 30
  /// How many changes of wording are looked for.
  private static let mostChanges = 200

  /// A document's source as it was.
  private struct Version {
    /// The digest of all but the rows, and those of the rows by their ids.
    let digest: String?
    let digests: [String: String]
    let document: Document
    let rows: [String: Int]
    let texts: DocumentTexts

    /// The text of a row or, without one, of all but the rows.
    func text(ofRow id: String?) -> String? {
      guard let id else { return ([texts.lead] + texts.sections).joined(separator: "\n") }
      guard let row = rows[id] else { return nil }
      return document.rows[row].title + "\n" + texts.description(ofRow: row)
    }

    /// The digest of the same.
    func digest(ofRow id: String?) -> String? {
      id.map { digests[$0] } ?? digest
    }
  }

  private let guide: Guide
  private let git: GitHistory
  private var versions: [Int: [Version]] = [:]
  /// The document that was asked for last, as it is.
  private var present: (document: Int, version: Version)?
  private var left = mostChanges

  init(_ guide: Guide, git: GitHistory) {
    self.guide = guide
    self.git = git
  }

  /// The changed words of a row, or of the text outside of rows, since it had a digest.
  ///
  /// It is nil if git does not know that text.
  ///
  /// - Throws: `FileError` if the disk does not return a document's texts.
  mutating func difference(
    document: Int, row: String?, digest: String
  ) throws(FileError) -> WordDifference? {
    guard left > 0, let now = try now(document, row) else { return nil }
    left -= 1
    if versions[document] == nil { versions[document] = try history(of: document) }
    for version in versions[document] ?? [] where version.digest(ofRow: row) == digest {
      guard let then = version.text(ofRow: row) else { continue }
      return WordDifference(from: then, to: now)
    }
    return nil
  }

  /// The text as it is.
  private mutating func now(_ document: Int, _ row: String?) throws(FileError) -> String? {
    if let present, present.document == document { return present.version.text(ofRow: row) }
    let set = guide.documents[document]
    guard let version = set.versions[guide.sourceIndex],
      let now = try Self.version(version.document, set, locale: guide.sourceIndex)
    else { return nil }
    present = (document, now)
    return now.text(ofRow: row)
  }

  /// The versions that git has, the newest first.
  private func history(of document: Int) throws(FileError) -> [Version] {
    let set = guide.documents[document]
    guard let path = set.versions[guide.sourceIndex]?.document.path else { return [] }
    var versions: [Version] = []
    for revision in git.revisions(of: path).prefix(Self.mostRevisions) {
      guard let bytes = git.file(path, at: revision) else { continue }
      let (old, _) = try DocumentSetBuilder.alone(
        SourceFile(path: path, bytes: bytes), key: set.key, locale: guide.settings.sourceLocale,
        raci: set.raci, letters: guide.sourceLetters)
      guard let old, let only = old.versions.first.flatMap({ $0 }),
        let version = try Self.version(only.document, old, locale: 0)
      else { continue }
      versions.append(version)
    }
    return versions
  }

  private static func version(
    _ document: Document, _ set: DocumentSet, locale: Int
  ) throws(FileError) -> Version? {
    guard let stamp = try SourceStamp(of: document, set.responsibilities, locale: locale) else {
      return nil
    }
    let rows = set.responsibilities.compactMap { responsibility in
      responsibility.rows[locale].map { (responsibility.id, $0) }
    }
    return Version(
      digest: stamp.document,
      digests: Dictionary(
        stamp.rows.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first }),
      document: document,
      rows: Dictionary(rows, uniquingKeysWith: { first, _ in first }), texts: try document.texts())
  }
}
