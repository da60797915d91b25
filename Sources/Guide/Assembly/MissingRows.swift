import Base
import Markdown

/// Reports the responsibilities that versions of a document lack.
///
/// A locale without the document is reported as a whole, elsewhere.
struct MissingRows {
  let versions: [Document?]
  let built: [DocumentSet.Version?]
  let locales: [String]
  /// The version that the others are aligned with, by index.
  let reference: Int

  /// What the versions lack of the responsibilities.
  func findings(_ responsibilities: some Sequence<ResponsibilityDraft>) -> [Diagnostic] {
    responsibilities.flatMap { draft -> [Diagnostic] in
      guard let entry = draft.entry else { return [] }
      let title = draft.rows[reference].map { versions[reference]?.rows[$0].title ?? "" }
      return versions.enumerated().compactMap { index, version in
        guard let version, draft.rows[index] == nil else { return nil }
        return AssemblyFindings.missing(
          entry, title: title, in: version, locale: locales[index],
          notes: newRow(draft, built[index]))
      }
    }
  }

  /// The source's row if it is newer than the version's stamp.
  private func newRow(
    _ draft: ResponsibilityDraft, _ version: DocumentSet.Version?
  ) -> [Diagnostic.Note] {
    guard version?.freshness?.rows[draft.id] == .new, let row = draft.rows[reference],
      let source = versions[reference]
    else { return [] }
    return [.init("new in the source", at: source.rows[row].location)]
  }
}
