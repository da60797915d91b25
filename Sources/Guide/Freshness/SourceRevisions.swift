import Base
import Markdown

/// The sources of translations as they were at the git revisions that the translations name
/// (`default_lang_commit` and its like).
struct SourceRevisions: Sendable {
  private struct Name: Hashable {
    let path: String
    let revision: String
  }

  private let files: [Name: SourceFile]

  /// Reads the revisions that translations without a stamp name; nil if none names one, or git knows
  /// none of them.
  ///
  /// - Parameters:
  ///   - documents: the versions of each document, in the order of the locales.
  ///   - source: the index of the source locale.
  ///   - content: the guide's folder.
  init?(of documents: [[Document?]], source: Int, content: String) {
    var names: Set<Name> = []
    for versions in documents {
      guard versions.indices.contains(source), let original = versions[source] else { continue }
      for case .some(let version) in versions where version !== original {
        guard let revision = Self.revision(of: version) else { continue }
        names.insert(Name(path: original.path, revision: revision))
      }
    }
    guard !names.isEmpty else { return nil }
    let sorted = names.sorted { ($0.path, $0.revision) < ($1.path, $1.revision) }
    let texts = GitHistory(folder: content).files(sorted.map { ($0.path, $0.revision) })
    files = Dictionary(
      zip(sorted, texts).compactMap { name, bytes in
        bytes.map { (name, SourceFile(path: name.path, bytes: $0)) }
      }, uniquingKeysWith: { first, _ in first })
    if files.isEmpty { return nil }
  }

  /// The revision that a translation was made from; nil if a stamp records it, or nothing does.
  static func revision(of translation: Document) -> String? {
    guard translation.metadata.sourceDigest == nil else { return nil }
    return translation.metadata.sourceRevision.flatMap { SourceStamp.isRevision($0) ? $0 : nil }
  }

  /// The source of a translation as it was then; nil if nobody knows.
  func file(_ source: Document, for translation: Document) -> SourceFile? {
    Self.revision(of: translation).flatMap { files[Name(path: source.path, revision: $0)] }
  }
}

extension DocumentSetBuilder {
  /// The changes in the source since a version was translated; nil if there is no source.
  mutating func freshness(
    of document: Document, _ index: Int, _ original: OriginalDocument
  ) throws(FileError) -> Freshness? {
    guard reference == sourceIndex else { return nil }
    let old = revisions?.file(original.document, for: document)
    let revision = SourceRevisions.revision(of: document) ?? ""
    let builder = self
    var stamps = oldStamps
    let (result, findings) = try freshnessReader.read(
      document, index, source: original.document, responsibilities
    ) { (now) throws(FileError) in
      guard let old else { return nil }
      if let known = stamps[revision] { return known }
      let stamp = try builder.stamp(of: old, like: original.document, now: now)
      stamps[revision] = .some(stamp)
      return stamp
    }
    oldStamps = stamps
    diagnostics += findings
    return result
  }

  /// A source as it was at another time, with the letters that it has now: its text does not
  /// contain the letters of that time.
  ///
  /// - Throws: `FileError` if the disk does not return the document's texts.
  func stamp(
    of old: SourceFile, like source: Document, now: SourceStamp
  ) throws(FileError) -> SourceStamp? {
    let (document, _) = DocumentParser.parse(
      old,
      .init(key: key, locale: source.locale, isResponsibilityDocument: raci != nil))
    guard let document else { return nil }
    var versions = [Document?](repeating: nil, count: locales.count)
    guard versions.indices.contains(sourceIndex) else { return nil }
    versions[sourceIndex] = document
    let (set, _) = try Self.build(
      key: key, raci: raci, versions: versions, sourceIndex: sourceIndex, locales: locales,
      letters: letters)
    guard let version = set.versions[sourceIndex],
      let stamp = try SourceStamp(
        of: version.document, set.responsibilities, locale: sourceIndex)
    else { return nil }
    let letters = Dictionary(
      now.rows.map { ($0.id, $0.letters) }, uniquingKeysWith: { first, _ in first })
    return SourceStamp(
      document: stamp.document,
      rows: stamp.rows.map {
        .init(id: $0.id, text: $0.text, letters: letters[$0.id] ?? $0.letters)
      }, revision: nil)
  }
}
