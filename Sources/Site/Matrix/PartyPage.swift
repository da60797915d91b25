import Base
import Guide
import Mustache

/// The duties of one party, letter by letter.
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
    let rows = site.matrix.rows.indices.filter {
      site.matrix.rows[$0].assignments[party] != nil
    }
    let isFetched = rows.count > Site.mostRowsOnOnePage
    var fields: Fields = [
      "title": .text(name.name), "row_count": site.number(rows.count, locale),
      "is_overview": .bool(isFetched), "counts": site.counts(ofParty: party, locale),
      "overview": .list(isFetched ? documents(rows) : []),
    ]
    MatrixRowsView(
      site, locale: locale, range: site.matrix.rows.indices, party: party, isFetched: isFetched
    ).append(to: &fields)
    context.append("matrix", .object(fields))
    context.append(
      "party",
      [
        "id": .text(site.guide.settings.parties[party].text), "name": .text(name.name),
        "short": .text(name.short), "description": name.description.map { .text($0) } ?? .null,
        "has_rows": .bool(!rows.isEmpty), "feed_url": feedURL,
        "reviews": site.reviews(byParty: party, locale),
        "contact": site.contact(ofParty: party, locale),
      ])
    return try site.render(
      "party", context, on: site.paths.partyURL(party, locale),
      capacity: isFetched ? 0 : rows.count * 512)
  }

  private var feedURL: Value {
    guard site.news != nil else { return .null }
    let id = site.guide.settings.parties[party].text
    return .address(site.paths.url(site.paths.partyFeed(id, locale)))
  }

  /// The documents that contain some rows, each leading to the first of them in the matrix.
  private func documents(_ rows: [Int]) -> [Value] {
    var counts: [(row: Matrix.Row, count: Int)] = []
    for row in rows.lazy.map({ site.matrix.rows[$0] }) {
      if counts.last?.row.document == row.document {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((row, 1))
      }
    }
    let id = site.guide.settings.parties[party].text
    return counts.map { row, count in
      let document = row.document
      let set = site.guide.documents[document]
      let shown = site.guide.nearestLocale(of: set, for: locale) ?? locale
      let matrix = site.paths.url(site.matrixPath(ofDocument: document, locale))
      let place = "#" + percentEncoded(site.anchor(ofRow: row))
      return [
        "title": .text(site.documentTitle(document, locale)),
        "row_count": site.responsibilityCount(count, locale),
        "url": .address(matrix + "?party=" + id + place),
        "foreign": site.foreign(shown, on: locale),
      ]
    }
  }
}
