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

  /// A finding for each responsibility that a version lacks.
  func findings(_ responsibilities: some Sequence<ResponsibilityDraft>) -> [Diagnostic] {
    responsibilities.flatMap { draft -> [Diagnostic] in
      guard let entry = draft.entry else { return [] }
      let title = draft.rows[reference].flatMap { fact($0)?.title }
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
      let fact = fact(row)
    else { return [] }
    return [.init("new in the source", at: fact.location)]
  }

  /// A row of the source as its tables were read, which are more or fewer than without reading them.
  private func fact(_ row: Int) -> Document.Row? {
    guard let rows = built[reference]?.document.rows, rows.indices.contains(row) else { return nil }
    return rows[row]
  }
}
