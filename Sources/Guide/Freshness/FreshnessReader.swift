import Base
import Markdown

/// Finds the changes in the source of one document since each version was translated.
///
/// It uses the version's stamp, the git revision that it names, or its dates, in this order.
struct FreshnessReader {
  private let reference: Int
  /// Made for the first stamp that there is.
  private var checker: FreshnessChecker?

  init(reference: Int) {
    self.reference = reference
  }

  /// Judges a version.
  ///
  /// - Parameters:
  ///   - index: the version's locale.
  ///   - responsibilities: those of the source, with the rows that the version has.
  ///   - old: the source at the revision that the version names; nil if it is unknown.
  /// - Throws: `FileError` if the disk does not return the source's texts.
  mutating func read(
    _ version: Document, _ index: Int, source: Document,
    _ responsibilities: [ResponsibilityDraft],
    old: (_ now: SourceStamp) throws(FileError) -> SourceStamp?
  ) throws(FileError) -> (freshness: Freshness, diagnostics: [Diagnostic]) {
    guard let member = version.metadata.sourceDigest else {
      if SourceRevisions.revision(of: version) != nil {
        try makeChecker(source, responsibilities)
        if let checker, let stamp = try old(checker.now) {
          return checker.check(stamp, of: version, rows: rows(of: index, responsibilities))
        }
      }
      let isOlder = TranslationAge.isOlder(version.metadata, than: source.metadata)
      let basis: Freshness.Basis = isOlder == nil ? .none : .dates
      return (Freshness(basis: basis, textChanged: isOlder ?? false, rows: [:]), [])
    }
    try makeChecker(source, responsibilities)
    let (stamp, findings) = SourceStamp.read(member.value)
    let broken = findings.map { $0.inLocale(version.locale) }
    guard let stamp, let checker else {
      return (Freshness(basis: .none, textChanged: false, rows: [:]), broken)
    }
    let (freshness, changes) = checker.check(
      stamp, of: version, rows: rows(of: index, responsibilities))
    return (freshness, broken + changes)
  }

  private mutating func makeChecker(
    _ source: Document, _ responsibilities: [ResponsibilityDraft]
  ) throws(FileError) {
    guard checker == nil else { return }
    checker = try FreshnessChecker(
      source, responsibilities.map(\.finished), reference: reference)
  }

  /// The rows of a locale by their responsibilities' ids.
  private func rows(
    of locale: Int, _ responsibilities: [ResponsibilityDraft]
  ) -> [String: Int] {
    var rows: [String: Int] = [:]
    for draft in responsibilities { rows[draft.id] = draft.rows[locale] }
    return rows
  }

  /// Stamps that say nothing: in the source, or if there is no source.
  ///
  /// - Parameter source: the index of the source's version, nil if it lacks the document.
  static func needlessStamps(_ versions: [Document?], source: Int?) -> [Diagnostic] {
    versions.enumerated().compactMap { index, version in
      guard let version, let member = version.metadata.sourceDigest,
        source == nil || index == source
      else { return nil }
      return Diagnostic(
        .stampNeedless, "this document has no source",
        at: member.keyLocation, locale: version.locale, hint: "delete '\(SourceStamp.key)'")
    }
  }
}
