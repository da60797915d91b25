import Alignment
import Base
import Markdown

/// Words the findings of a document's assembly.
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

  private static func anchorHint(_ id: String) -> DiagnosticMessage {
    "begin its first cell with <a name=\"\(id)\"></a> if that is right"
  }

  /// The sections of the letters' file that no heading of the source answers.
  static func unknown(
    _ sections: Set<String>, of raci: RaciFile?, in source: Document, headingIDs: [String]
  ) -> [Diagnostic] {
    guard let raci, !sections.isEmpty else { return [] }
    var hints = NameHints(headingIDs)
    return raci.sections.filter { sections.contains($0.anchor) }.map { section in
      Diagnostic(
        .sectionUnknown, "no heading of \(source.path) has the anchor '\(section.anchor)'",
        at: section.location, hint: hints.didYouMean(section.anchor))
    }
  }

  /// The settings of a known section in the letters' file that no table or row of it answers.
  ///
  /// - Parameter used: the section of each row.
  static func idle(
    _ raci: RaciFile?, in source: Document, headingIDs: [String], unknown: Set<String>,
    used: [String]
  ) -> [Diagnostic] {
    guard let raci else { return [] }
    var tableCounts: [String: Int] = [:]
    for place in source.tablePlaces(headingIDs) {
      if let anchor = place.sections.first { tableCounts[anchor, default: 0] += 1 }
    }
    let used = Set(used)
    return raci.sections.filter { !unknown.contains($0.anchor) }.flatMap { section in
      var result: [Diagnostic] = []
      let (listed, count) = (section.table?.each.count ?? 0, tableCounts[section.anchor] ?? 0)
      if listed > count {
        result.append(
          Diagnostic(
            .tableUnread,
            "'table' lists more tables than the section has: \(listed) instead of \(count)",
            at: section.location, hint: "delete the entries that no table answers"))
      }
      if !section.letters.isEmpty, section.responsibilities.isEmpty, !section.isOrdinary,
        !used.contains(section.anchor)
      {
        result.append(
          Diagnostic(
            .tableUnread, "the section '\(section.anchor)' has letters, and no row that gets them",
            at: section.location, hint: "describe its table under 'table', or delete the letters"))
      }
      return result
    }
  }

  /// A responsibility that a version has no row for.
  ///
  /// - Parameter title: the source's row, if it has one.
  static func missing(
    _ entry: RaciFile.Responsibility, title: String?, in version: Document, locale: String,
    notes: [Diagnostic.Note]
  ) -> Diagnostic {
    let name: DiagnosticMessage =
      title.map { "'\(entry.id)' (\($0))" } ?? "'\(entry.id)'"
    return Diagnostic(
      .responsibilityMissing, "this document has no row for \(name)",
      at: SourceLocation(path: version.path, line: 1, column: 1), locale: locale,
      notes: notes + [.init("its letters are here", at: entry.location)])
  }

  static func invalid(anchor: String, of row: Document.Row, locale: String) -> Diagnostic {
    Diagnostic(
      .anchorInvalid, "'\(anchor)' is not a valid row id", at: row.location, locale: locale,
      hint: "use \(Identifier.rule)")
  }

  static func duplicate(anchor: String, of row: Document.Row, locale: String) -> Diagnostic {
    Diagnostic(
      .anchorDuplicate, "the anchor '\(anchor)' already exists on this page", at: row.location,
      locale: locale, hint: "rename one; headings, rows, and anchors of a page share their names")
  }

  static func unanswered(
    _ row: Document.Row, hint: DiagnosticMessage?, locale: String
  ) -> Diagnostic {
    Diagnostic(
      .rowUnassigned, "row '\(row.title)' has no entry under raci/", at: row.location,
      locale: locale, hint: hint)
  }

  /// A row that is known by its place or id and has another title than the one recorded.
  static func renamed(
    _ row: Document.Row, _ entry: RaciFile.Responsibility, locale: String
  ) -> [Diagnostic] {
    guard let title = entry.title, folded(title) != folded(row.title) else { return [] }
    return [
      Diagnostic(
        .rowRenamed, "'\(entry.id)' was called '\(title)' and is '\(row.title)' now",
        at: row.location, locale: locale,
        notes: [.init("the title is recorded here", at: entry.location)],
        hint: "write the new title there if it is the same responsibility")
    ]
  }
}
