import Alignment
import Base
import Markdown

/// Words what the assembly of a document finds.
enum AssemblyFindings {
  /// A row of the source that has an entry's letters only by its position.
  static func uncertain(
    _ row: Document.Row, _ entry: RaciFile.Responsibility, locale: String
  ) -> Diagnostic {
    Diagnostic(
      .entryUncertain, "the row '\(row.title)' was matched to '\(entry.id)' only by its position",
      at: row.location, locale: locale,
      notes: [.init("the letters of the entry", at: entry.location)],
      hint: anchorHint(entry.id))
  }

  /// A row of a translation that may be another one.
  ///
  /// - Parameter source: the document that it was paired with a row of.
  static func uncertain(
    _ row: Document.Row, _ id: String, _ pair: RowAligner.Pair, of source: Document, locale: String
  ) -> Diagnostic {
    let hundredths = Int(pair.score * 100)
    let score = hundredths < 10 ? "0.0\(hundredths)" : "0.\(hundredths)"
    return Diagnostic(
      .alignmentUncertain,
      "the row '\(row.title)' was matched to '\(id)' with a low score (\(score))",
      at: row.location, locale: locale,
      notes: [.init("the source's row", at: source.rows[pair.source].location)],
      hint: anchorHint(id))
  }

  private static func anchorHint(_ id: String) -> String {
    "begin its first cell with <a name=\"\(id)\"></a> if that is right"
  }

  /// A section of the letters that no heading answers.
  static func unknown(
    _ section: RaciFile.Section, in source: Document, hint: String?
  ) -> Diagnostic {
    Diagnostic(
      .sectionUnknown, "no heading of \(source.path) has the anchor '\(section.anchor)'",
      at: section.location, hint: hint)
  }

  /// A responsibility that a version has no row for.
  ///
  /// - Parameter title: the source's row, where it has one.
  static func missing(
    _ entry: RaciFile.Responsibility, title: String?, in version: Document, locale: String,
    notes: [Diagnostic.Note]
  ) -> Diagnostic {
    let name = title.map { "'\(entry.id)' (\($0))" } ?? "'\(entry.id)'"
    return Diagnostic(
      .responsibilityMissing, "this document has no row for \(name)",
      at: SourceLocation(path: version.path, line: 1, column: 1), locale: locale,
      notes: notes + [.init("its letters are here", at: entry.location)])
  }
}
