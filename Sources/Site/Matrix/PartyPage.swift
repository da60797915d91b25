import Guide
import Mustache

/// What one party does, letter by letter.
struct PartyPage {
  private let site: Site
  private let party: Int
  private let locale: Int

  init(_ site: Site, party: Int, locale: Int) {
    self.site = site
    self.party = party
    self.locale = locale
  }

  func render() throws -> [UInt8] {
    let name = site.guide.locales[locale].parties[party]
    var context = site.layout(
      .party(party), locale, title: name.name, description: name.description)
    let rows = site.matrix.rows.filter { $0.assignments[party] != nil }
    context.append(
      "party",
      [
        "id": .text(site.guide.settings.parties[party].text), "name": .text(name.name),
        "short": .text(name.short), "description": name.description.map { .text($0) } ?? .null,
        "row_count": .integer(rows.count), "groups": groups(rows),
        "feed_url": feedURL, "load": LoadBars(site, locale: locale).ofLetters(heldBy: party),
      ])
    return try site.render("party", context, on: site.paths.partyURL(party, locale))
  }

  private var feedURL: Value {
    guard site.news != nil else { return .null }
    let id = site.guide.settings.parties[party].text
    return .address(site.paths.url(site.paths.partyFeed(id, locale)))
  }

  /// What the party holds by letter: rows, or where they are too many for a page the documents that
  /// have them.
  private func groups(_ rows: [Matrix.Row]) -> Value {
    let strings = site.guide.locales[locale].strings
    let isOverview = rows.count > Site.mostRowsOnOnePage
    return .list(
      LetterSet.ordered.enumerated().compactMap { index, letter in
        let held = rows.filter { $0.assignments[party]?.letters.contains(letter.letter) ?? false }
        guard !held.isEmpty else { return nil }
        let key = letter.character.lowercased()
        return [
          "letter": .text(String(letter.character)), "key": .text(key),
          "name": .text(site.contexts[locale].letterNames[index]),
          "description": .text(strings["raci_\(key)_description"]),
          "count": .integer(held.count), "rows": .list(isOverview ? [] : held.map(row)),
          "documents": .list(isOverview ? documents(held, key) : []),
        ]
      })
  }

  /// The documents that hold some rows, each leading to its matrix with just those.
  private func documents(_ rows: [Matrix.Row], _ letter: String) -> [Value] {
    var counts: [(document: Int, count: Int)] = []
    for row in rows {
      if counts.last?.document == row.document {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((row.document, 1))
      }
    }
    let id = site.guide.settings.parties[party].text
    return counts.map { document, count in
      let set = site.guide.documents[document]
      let shown = site.guide.nearestLocale(of: set, for: locale) ?? locale
      let matrix = site.paths.url(site.paths.matrix(ofDocument: set.key, locale))
      return [
        "title": .text(site.documentTitle(document, locale)), "count": .integer(count),
        "url": .address(matrix + "?party=" + id + "&letter=" + letter),
        "foreign": site.foreign(shown, on: locale),
      ]
    }
  }

  private func row(_ row: Matrix.Row) -> Value {
    let guide = site.guide
    let set = guide.documents[row.document]
    let responsibility = set.responsibilities[row.responsibility]
    let rendering = guide.rendering(of: responsibility, in: set, for: locale)
    let place = site.matrixPath(ofRow: row, locale)
    let matrixURL = site.paths.url(place.path, fragment: place.anchor)
    let origin = row.assignments[party]?.origin ?? .declared
    return [
      "title": .text(rendering?.title ?? responsibility.id),
      "url": .address(
        row.assignments[party].map { site.evidenceURL(row, $0, locale).url } ?? matrixURL),
      "matrix_url": .address(matrixURL),
      "document_title": .text(site.documentTitle(row.document, locale)),
      "section_title": .text(
        guide.sectionTitle(responsibility.section, in: set, for: locale).title),
      "origin_label": .text(guide.locales[locale].strings["origin_\(origin.rawValue)"]),
      "inherited": .bool(origin == .inherited),
      "foreign": site.foreign(rendering?.locale ?? guide.sourceIndex, on: locale),
    ]
  }
}
