import Guide
import Mustache

extension Site {
  /// A party's letters for a row, as templates show them.
  ///
  /// - Returns: nil where the party holds none.
  func assignment(_ row: Matrix.Row, party: Int, _ locale: Int) -> Fields? {
    guard let assignment = row.assignments[party] else { return nil }
    let link = evidenceURL(row, assignment, locale)
    return Fields(
      [
        ("url", .address(link.url)), ("evidence", .bool(link.isEvidence)),
        ("letters", contexts[locale].letterLists[Int(assignment.letters.rawValue)]),
      ], sharing: contexts[locale].assignments[party][assignment.origin])
  }

  /// Where a letter leads: to the clause that grounds it, else to its row.
  func evidenceURL(
    _ row: Matrix.Row, _ assignment: Matrix.Assignment, _ locale: Int
  ) -> (url: String, isEvidence: Bool) {
    let document = guide.documents[row.document]
    let responsibility = document.responsibilities[row.responsibility]
    guard let rendering = guide.rendering(of: responsibility, in: document, for: locale) else {
      return (paths.url(paths.matrix(locale)), false)
    }
    let page = pageLocale(of: rendering, in: document, locale)
    if let clause = assignment.evidence, clause <= rendering.clauseCount {
      let id = responsibility.id
      return (paths.documentURL(row.document, page, fragment: id, clause: clause), true)
    }
    return (paths.documentURL(row.document, page, fragment: responsibility.id), false)
  }

  /// The URL of a responsibility's row in its document.
  func rowURL(_ rendering: Guide.Rendering, _ row: Matrix.Row, _ locale: Int) -> String {
    let document = guide.documents[row.document]
    return paths.documentURL(
      row.document, pageLocale(of: rendering, in: document, locale),
      fragment: document.responsibilities[row.responsibility].id)
  }

  /// The locale under whose URL a text is shown: the reader's own for borrowed documents.
  func pageLocale(
    of rendering: Guide.Rendering, in document: DocumentSet, _ locale: Int
  ) -> Int {
    let shown = guide.shownLocale(of: document, for: locale)
    return shown == rendering.locale ? locale : rendering.locale
  }

  /// How many letters of each kind a party holds.
  func counts(ofParty party: Int, _ locale: Int, in range: Range<Int>? = nil) -> Value {
    let counts = matrix.counts(ofParty: party, in: range)
    return .list(
      LetterSet.ordered.indices.compactMap { index in
        guard counts[index] > 0 else { return nil }
        return .object(letter(index, count: counts[index], locale))
      })
  }
  /// A letter, by its place in the order of letters, and how often it is held.
  func letter(_ index: Int, count: Int, _ locale: Int) -> Fields {
    Fields([("count", .integer(count))], sharing: contexts[locale].letters[index])
  }
}
