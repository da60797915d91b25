import Exports
import Guide
import Matrix

extension Site {
  /// The matrix for other programs.
  ///
  /// - Parameter locale: the locale's index; nil for all of them in one workbook or, where the
  ///   format holds one matrix alone, for the source.
  /// - Throws: `WorkbookError` where a spreadsheet cannot be made.
  public func export(_ format: ExportFormat, locale: Int?) throws(WorkbookError) -> [UInt8] {
    guard format == .xlsx, locale == nil else {
      return try table(locale ?? guide.sourceIndex).bytes(as: format)
    }
    return try MatrixWorkbook(guide.locales.indices.map { table($0) }).bytes()
  }

  /// The matrix with the texts and addresses of a locale.
  private func table(_ locale: Int) -> MatrixTable {
    let names = guide.locales[locale].parties
    return MatrixTable(
      locale: guide.locales[locale], siteURL: guide.settings.siteURL,
      parties: zip(guide.settings.parties, names).map { party, name in
        .init(id: party.text, name: name.name, url: paths.url(paths.party(party.text, locale)))
      },
      sections: sections(of: 0..<matrix.rows.count).map { section in
        let set = guide.documents[section.document]
        return .init(
          id: section.anchor,
          title: guide.sectionTitle(section.anchor, in: set, for: locale).title,
          document: set.key, documentTitle: documentTitle(section.document, locale),
          rows: section.rows.map { row(matrix.rows[$0], set, locale) })
      })
  }

  private func row(_ row: Matrix.Row, _ set: DocumentSet, _ locale: Int) -> MatrixTable.Row {
    let responsibility = set.responsibilities[row.responsibility]
    let rendering = guide.rendering(of: responsibility, in: set, for: locale)
    return .init(
      id: responsibility.id, title: rendering?.title ?? responsibility.id,
      url: rendering.map { rowURL($0, row, locale) }, state: rendering?.state ?? .missing,
      cells: row.assignments.map { assignment in
        assignment.map {
          let link = evidenceURL(row, $0, locale)
          return .init(
            letters: $0.letters, origin: $0.origin, evidence: link.isEvidence ? link.url : nil)
        }
      })
  }
}
