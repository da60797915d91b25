import Guide
import Mustache

extension Site {
  /// A party's letters for a row, as templates show them.
  ///
  /// - Parameter book: the places on a page that has many documents; nil for other pages.
  /// - Returns: nil if the party has no letters.
  func assignment(
    _ row: Matrix.Row, party: Int, _ locale: Int, in book: BookPlaces? = nil
  ) -> Fields? {
    guard let assignment = row.assignments[party] else { return nil }
    let evidence =
      book.map { self.evidence(of: assignment, row, in: $0) }
      ?? self.evidence(of: assignment, row, locale)
    let url: Value = evidence.map { .address($0) } ?? .null
    let remark = remark(beside: assignment, party, row, locale)
    let letters = contexts[locale].letterLists[scheme.index(of: assignment.letters)]
    let own: [(Name, Value)]
    if let book {
      own = [
        ("url", url), ("evidence", .bool(evidence != nil)), ("remark", remark),
        ("letters", letters), ("party_url", .address(book.partyAddresses[party])),
      ]
    } else {
      own = [
        ("url", url), ("evidence", .bool(evidence != nil)), ("remark", remark),
        ("letters", letters),
      ]
    }
    return Fields(own, sharing: contexts[locale].assignments[party][assignment.origin])
  }

  /// The address of the clause that proves letters on a page that has many documents.
  private func evidence(
    of assignment: Matrix.Assignment, _ row: Matrix.Row, in book: BookPlaces
  ) -> String? {
    guard let clause = assignment.evidence else { return nil }
    let document = guide.documents[row.document]
    let rendering = guide.rendering(
      of: document.responsibilities[row.responsibility], in: document, for: book.locale)
    guard clause <= rendering?.clauseCount ?? 0 else { return nil }
    return book.address(of: row, rendering, clause: clause)
  }

  /// The condition beside letters: the translation's, else the source's in its own language.
  private func remark(
    beside assignment: Matrix.Assignment, _ party: Int, _ row: Matrix.Row, _ locale: Int
  ) -> Value {
    guard let remark = assignment.remark else { return .null }
    let responsibility = guide.documents[row.document].responsibilities[row.responsibility]
    let id = guide.settings.parties[party].text
    if let own = responsibility.remark(beside: id, in: locale) {
      return ["text": .text(own), "foreign": .null]
    }
    let isForeign = locale != guide.sourceIndex
    return [
      "text": .text(remark),
      "foreign": isForeign ? contexts[guide.sourceIndex].language : .null,
    ]
  }

  /// The URL of the clause that proves letters; nil if none does.
  func evidence(
    of assignment: Matrix.Assignment, _ row: Matrix.Row, _ locale: Int
  ) -> String? {
    guard let clause = assignment.evidence else { return nil }
    let document = guide.documents[row.document]
    let responsibility = document.responsibilities[row.responsibility]
    guard let rendering = guide.rendering(of: responsibility, in: document, for: locale),
      clause <= rendering.clauseCount
    else { return nil }
    return paths.documentURL(
      row.document, pageLocale(of: rendering, in: document, locale), fragment: responsibility.id,
      clause: clause)
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

  /// How many letters of each kind a party has.
  func counts(ofParty party: Int, _ locale: Int, in range: Range<Int>? = nil) -> Value {
    let counts = matrix.counts(ofParty: party, scheme, in: range)
    return .list(
      scheme.letters.indices.compactMap { index in
        guard counts[index] > 0 else { return nil }
        return .object(letter(index, count: counts[index], locale))
      })
  }

  /// A letter, by its place in the order of letters, and how often it is assigned.
  func letter(_ index: Int, count: Int, _ locale: Int) -> Fields {
    Fields([("count", number(count, locale))], sharing: contexts[locale].letters[index])
  }

  /// The letters of the guide.
  var scheme: LetterScheme { guide.settings.letters }

  /// A number as a locale writes it.
  func number(_ number: Int, _ locale: Int) -> Value {
    .text(guide.locales[locale].strings.number(number))
  }

  /// How many responsibilities there are, in words.
  func responsibilityCount(_ count: Int, _ locale: Int) -> Value {
    .text(guide.locales[locale].strings.counted("responsibility_count", count))
  }
}
