import Base
import Guide

/// Finds the source of a document as it was when a translation was made.
struct SourceHistory: Sendable {
  let git: GitHistory
  let guide: Guide

  /// The source's file as it was; nil if the translation is up to date or git does not know.
  ///
  /// A stamp's own revision counts. Without one, the newest revision of the source is taken that has
  /// most of the rows as the stamp records them.
  func file(_ document: DocumentSet, _ locale: Int) throws -> SourceFile? {
    guard let version = document.versions[locale], version.freshness?.isStale ?? false,
      let path = document.versions[guide.sourceIndex]?.document.path
    else { return nil }
    let stamp = version.document.metadata.sourceDigest.flatMap { SourceStamp.read($0.value).stamp }
    let recorded = stamp?.revision ?? version.document.metadata.sourceRevision
    if let recorded, let bytes = git.file(path, at: recorded) {
      return SourceFile(path: path, bytes: bytes)
    }
    guard let stamp else { return nil }
    return try file(path, document, best: stamp)
  }

  private func file(
    _ path: String, _ document: DocumentSet, best stamp: SourceStamp
  ) throws -> SourceFile? {
    let wanted = Dictionary(
      stamp.rows.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    var best: (file: SourceFile, count: Int)?
    for revision in git.revisions(of: path) {
      guard let bytes = git.file(path, at: revision) else { continue }
      let file = SourceFile(path: path, bytes: bytes)
      guard let then = try record(of: file, document) else { continue }
      let count =
        then.rows.count { wanted[$0.id] == $0.text }
        + (then.document != nil && then.document == stamp.document ? 1 : 0)
      if count > best?.count ?? 0 { best = (file, count) }
      if count == wanted.count + 1 { break }
    }
    return best?.file
  }

  private func record(of file: SourceFile, _ document: DocumentSet) throws -> SourceStamp? {
    let (set, _) = try DocumentSetBuilder.alone(
      file, key: document.key, locale: guide.settings.sourceLocale, raci: document.raci,
      letters: guide.sourceLetters)
    guard let set, let version = set.versions.first ?? nil else { return nil }
    return try SourceStamp(of: version.document, set.responsibilities, locale: 0)
  }
}
