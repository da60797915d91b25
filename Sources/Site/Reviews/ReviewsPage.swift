import Guide
import Mustache

/// Approvals, changes since, and approvals that run out, in one locale.
struct ReviewsPage {
  /// Past this many, unapproved documents and rows are counted.
  private static let mostListed = 200

  /// Past this many, the changes since an approval are only counted.
  private static let mostChanges = 50

  private let site: Site
  private let ledger: ReviewLedger
  private let locale: Int
  private let words: NewsWords

  init?(_ site: Site, locale: Int) {
    guard let ledger = site.guide.reviews else { return nil }
    self.site = site
    self.ledger = ledger
    self.locale = locale
    words = NewsWords(site: site, locale: locale)
  }

  func render() throws -> [UInt8] {
    var context = site.layout(
      .reviews, locale, title: strings["reviews_title"], description: strings["reviews_intro"])
    let groups = [
      group(.changed) { $0.state == .changed }, group(.expired) { $0.state == .expired },
      group(.approved, word: "review_soon", id: "soon") { $0.endsSoon },
      group(.approved) { $0.state == .approved && !$0.endsSoon }, neverApproved,
    ]
    context.append(
      "reviews",
      [
        "date": .text(ledger.date), "day": .text(strings.date(ledger.date)),
        "groups": .list(groups.compactMap { $0 }),
      ])
    return try site.render("reviews", context, on: site.paths.url(site.paths.reviews(locale)))
  }

  private var strings: StringTable { site.guide.locales[locale].strings }

  /// The approvals of a kind; nil if there are none.
  private func group(
    _ state: ReviewLedger.State, word: String? = nil, id: String? = nil,
    _ isIncluded: (ReviewLedger.Entry) -> Bool
  ) -> Value? {
    let entries = ledger.entries.filter(isIncluded).enumerated().sorted { left, right in
      let (own, other) = (left.element.review, right.element.review)
      return (own.lastDay ?? "~", left.offset) < (other.lastDay ?? "~", right.offset)
    }.map(\.element)
    guard !entries.isEmpty else { return nil }
    return head(state, word, id, count: entries.count, items: entries.map(item), more: nil)
  }

  private func head(
    _ state: ReviewLedger.State, _ word: String?, _ id: String?, count: Int, items: [Value],
    more: String?
  ) -> Value {
    [
      "id": .text(id ?? state.rawValue), "state": .text(state.rawValue),
      "symbol": .text(strings[state.symbolWord]), "heading": .text(strings[word ?? state.word]),
      "count": site.number(count, locale), "items": .list(items),
      "more": more.map { .text($0) } ?? .null,
    ]
  }

  /// The documents that nobody approved, by themselves or with the guide.
  private var neverApproved: Value? {
    let documents = site.guide.documents.indices.filter {
      ledger.standing(ofDocument: $0).state == .never
    }
    guard !documents.isEmpty else { return nil }
    let rest = documents.count - Self.mostListed
    return head(
      .never, nil, nil, count: documents.count,
      items: documents.prefix(Self.mostListed).map { .object(place(document: $0, row: nil)) },
      more: rest > 0 ? strings.counted("status_more", rest) : nil)
  }

  private func item(_ entry: ReviewLedger.Entry) -> Value {
    var fields = entry.document.map { place(document: $0, row: entry.row) } ?? wholeGuide
    for (name, value) in site.details(of: entry.review, locale) { fields.append(name, value) }
    let changes = entry.changes ?? []
    let rest = changes.count - Self.mostChanges
    fields.append("changes", .list(changes.prefix(Self.mostChanges).map(change)))
    fields.append(
      "more_changes", rest > 0 ? .text("+ " + strings.number(rest)) : .null)
    return .object(fields)
  }

  private var wholeGuide: Fields {
    [
      "title": .text(strings["review_guide"]), "foreign": .null, "document_title": .null,
      "url": .address(site.paths.url(site.paths.home(locale))),
    ]
  }

  /// A document or a row with the way there.
  private func place(document: Int, row: String?) -> Fields {
    let set = site.guide.documents[document]
    let shown = site.guide.nearestLocale(of: set, for: locale) ?? locale
    let page = site.guide.shownLocale(of: set, for: locale) == nil ? shown : locale
    guard let row, let responsibility = set.responsibilities.first(where: { $0.id == row }),
      let rendering = site.guide.rendering(of: responsibility, in: set, for: locale)
    else {
      return [
        "title": .text(row ?? site.documentTitle(document, locale)),
        "url": .address(site.paths.documentURL(document, page)), "document_title": .null,
        "foreign": site.foreign(shown, on: locale),
      ]
    }
    return [
      "title": .text(rendering.title), "foreign": site.foreign(rendering.locale, on: locale),
      "url": .address(
        site.paths.documentURL(
          document, site.pageLocale(of: rendering, in: set, locale), fragment: row)),
      "document_title": .text(site.documentTitle(document, locale)),
    ]
  }

  /// A change to a document or a row since an approval, worded as changes since an older site are.
  private func change(_ change: ReviewChange) -> Value {
    var lines = change.kind == .changed ? [] : [words.heading(change.kind)]
    if change.isReworded { lines.append(strings["changes_wording"]) }
    lines += change.letters.map(words.line)
    var fields = place(of: change)
    fields.append("has_difference", .bool(change.difference != nil))
    fields.append(
      "parts", .list((change.difference?.shortened ?? []).map { .object($0.fields) }))
    fields.append("lines", .list(lines.map { ["text": .text($0)] }))
    return .object(fields)
  }

  private func place(of change: ReviewChange) -> Fields {
    if let document = change.document { return place(document: document, row: change.row) }
    return ["title": .text(change.key), "url": .null, "foreign": .null, "document_title": .null]
  }
}
