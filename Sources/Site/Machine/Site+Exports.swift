import Guide

extension Site {
  /// The matrix for other programs.
  ///
  /// - Parameter locale: the locale's index; nil for all of them in one workbook or, if the
  ///   format has only one matrix, for the source.
  /// - Throws: `WorkbookError` if a spreadsheet cannot be made.
  public func export(
    _ format: ExportFormat, locale: Int?, date: String = "1970-01-01"
  ) throws(WorkbookError) -> [UInt8] {
    guard format == .xlsx, locale == nil else {
      return try table(locale ?? guide.sourceIndex).bytes(as: format, date: date)
    }
    return try MatrixWorkbook(guide.locales.indices.map { table($0) }).bytes()
  }

  /// The matrix with the texts and addresses of a locale.
  func table(_ locale: Int) -> MatrixTable {
    let names = guide.locales[locale].parties
    if isOffline { return online.table(locale) }
    let sections = sections(of: 0..<matrix.rows.count)
    return MatrixTable(
      locale: guide.locales[locale], letters: scheme, siteURL: guide.settings.siteURL,
      parties: zip(guide.settings.parties, names).map { party, name in
        .init(id: party.text, name: name.name, url: paths.url(paths.party(party.text, locale)))
      },
      sections: MadeList(count: sections.count) { self.section(sections[$0], locale) },
      hasReviews: guide.reviews != nil)
  }

  private func section(_ section: Section, _ locale: Int) -> MatrixTable.Section {
    let set = guide.documents[section.document]
    return .init(
      id: section.anchor,
      title: guide.sectionTitle(section.anchor, in: set, for: locale).title,
      document: set.key, documentTitle: documentTitle(section.document, locale),
      rows: MadeList(count: section.rows.count) { number in
        self.row(self.matrix.rows[section.rows.lowerBound + number], set, locale)
      })
  }

  private func row(_ row: Matrix.Row, _ set: DocumentSet, _ locale: Int) -> MatrixTable.Row {
    let responsibility = set.responsibilities[row.responsibility]
    let rendering = guide.rendering(of: responsibility, in: set, for: locale)
    return .init(
      id: responsibility.id, title: rendering?.title ?? responsibility.id,
      url: rendering.map { rowURL($0, row, locale) }, state: rendering?.state ?? .missing,
      review: guide.reviews?.standing(ofRow: responsibility.id, in: row.document).state,
      cells: zip(guide.settings.parties, row.assignments).map { party, assignment in
        assignment.map {
          .init(
            letters: $0.letters, origin: $0.origin, evidence: evidence(of: $0, row, locale),
            remark: $0.remark.map {
              responsibility.remark(beside: party.text, in: locale) ?? $0
            })
        }
      })
  }
}
