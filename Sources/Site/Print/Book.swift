import Base
import Guide
import Markdown
import Mustache

/// A guide, or one of its documents, as one text to print: cover, contents, documents, matrix, parties.
struct Book: Sendable {
  /// Past this many places, the contents only name documents.
  private static let mostPlacesInContents = 400
  /// About how much a row of the matrix takes.
  private static let bytesOfRow = 640

  let site: Site
  let locale: Int
  /// The documents in the order of reading, the guide's first page first.
  let documents: [Int]
  /// The rows of the matrix.
  let rows: Range<Int>
  /// The document whose book it is; nil for the whole guide.
  let document: Int?
  let places: BookPlaces
  /// The address of the page; nil if it may be shown anywhere.
  let page: String?

  /// Takes all documents that a locale shows, or one of them.
  ///
  /// - Parameters:
  ///   - page: the address of the site's page; nil if the book is not part of a site.
  ///   - files: the content of pictures for a book that is not part of a site.
  init(_ site: Site, locale: Int, document: Int? = nil, page: String?, files: BookFiles? = nil) {
    self.site = site
    self.locale = locale
    self.document = document
    self.page = page
    let guide = site.guide
    let shown = document.map { [$0] } ?? Array(guide.documents.indices)
    let all = shown.filter { guide.shownLocale(of: guide.documents[$0], for: locale) != nil }
    documents =
      all.filter { guide.documents[$0].isHome } + all.filter { !guide.documents[$0].isHome }
    rows = document.map { site.matrix.rowsOfDocument[$0] } ?? 0..<site.matrix.rows.count
    places = BookPlaces(
      site: site, locale: locale, documents: Set(documents), rows: rows, files: files)
  }

  /// About how many bytes the page has in addition to its documents.
  var capacity: Int { rows.count * Self.bytesOfRow }

  /// The title on the cover.
  var title: String { document.map { site.documentTitle($0, locale) } ?? here.title }

  private var here: Locale { site.guide.locales[locale] }

  /// The fields of the cover, the contents, and all that follows.
  ///
  /// - Throws: `FileError` if a document cannot be read back from the disk.
  func fields() throws -> Fields {
    let hasRows = !rows.isEmpty
    var fields: Fields = [
      "title": .text(title), "guide": document == nil ? .null : .text(here.title),
      "description": document == nil ? here.description.map { .text($0) } ?? .null : .null,
      "language": .text(here.name), "date": date, "contents": contents(hasMatrix: hasRows),
      "contents_id": .text(BookPlaces.contents),
      "chapters": .list(try documents.map(chapter)), "has_matrix": .bool(hasRows),
      "is_whole": true,
    ]
    if hasRows {
      fields.append("matrix", .object(BookMatrix(self).fields))
      fields.append("parties", parties)
    }
    return fields
  }

  /// The fields of a book that is too large for a page: its cover, and advice.
  var emptyFields: Fields {
    [
      "title": .text(title), "guide": .null,
      "description": here.description.map { .text($0) } ?? .null, "language": .text(here.name),
      "date": date, "is_whole": false,
      "row_count": site.responsibilityCount(rows.count, locale),
    ]
  }

  /// The day that the book is of; null if the browser says it.
  var date: Value {
    guard let day = site.options.date else { return .null }
    return ["day": .text(day), "text": .text(here.strings.date(day))]
  }

  // MARK: Contents

  private func contents(hasMatrix: Bool) -> Value {
    let headings = documents.reduce(0) { $0 + sections(of: $1).count }
    let isDetailed = headings + documents.count <= Self.mostPlacesInContents
    var items: [Value] = documents.map { index in
      let shown = shownLocale(index)
      let sections: [Value] = isDetailed ? self.sections(of: index) : []
      return [
        "title": .text(chapterTitle(index)),
        "url": .address(places.address(of: places.anchor(ofDocument: index))),
        "foreign": site.foreign(shown, on: locale),
        "sections": sections.isEmpty ? .null : ["items": .list(sections)],
      ]
    }
    if hasMatrix {
      items += [("matrix_title", BookPlaces.matrix), ("parties", BookPlaces.parties)].map {
        [
          "title": .text(here.strings[$0]), "url": .address(places.address(of: $1)),
          "foreign": .null, "sections": .null,
        ]
      }
    }
    return .list(items)
  }

  /// The headings of a document that the contents name: those of level 2.
  private func sections(of index: Int) -> [Value] {
    guard let version = site.guide.documents[index].versions[shownLocale(index)] else { return [] }
    let facts = version.document
    return zip(facts.headings, version.headingIDs).enumerated().compactMap { number, pair in
      let (heading, id) = pair
      guard heading.level == 2, !heading.title.isEmpty, number > 0 || !facts.beginsWithTitle else {
        return nil
      }
      return [
        "title": .text(heading.title),
        "url": .address(places.address(of: places.anchor(id, in: index))),
      ]
    }
  }

  // MARK: Documents

  private func shownLocale(_ index: Int) -> Int {
    site.guide.shownLocale(of: site.guide.documents[index], for: locale) ?? locale
  }

  private func chapterTitle(_ index: Int) -> String {
    let version = site.guide.documents[index].versions[shownLocale(index)]
    let page = DocumentPage(site, document: index, locale: locale)
    return version.map { page.title($0.document) } ?? site.documentTitle(index, locale)
  }

  /// A document, its headings one level below those of its own page.
  private func chapter(_ index: Int) throws -> Value {
    let shown = shownLocale(index)
    guard let version = site.guide.documents[index].versions[shown] else { return .null }
    let text = site.guide.locales[shown]
    let page = DocumentPage(site, document: index, locale: locale)
    let body = try DocumentBody(
      site, document: index, version: version, shown: shown, locale: locale,
      in: (places, self.page))
    return [
      "id": .text(places.anchor(ofDocument: index)), "lang": .text(text.tag),
      "dir": .text(text.direction.rawValue), "notices": page.notices(version, shown),
      "page_language": shown == locale ? .null : site.foreign(locale, on: shown),
      "heading": page.heading(version.document).map { .text($0) } ?? .null,
      "body": .writtenHTML { (output) throws(TemplateError) in
        let start = output.count
        try body.append(to: &output)
        output.lowerHeadings(from: start)
      },
    ]
  }

  // MARK: Parties

  private var parties: Value {
    .list(
      site.guide.settings.parties.indices.map { index in
        let name = here.parties[index]
        return [
          "id": .text(places.anchor(ofParty: index)), "name": .text(name.name),
          "short": name.short == name.name ? .null : .text(name.short),
          "description": name.description.map { .text($0) } ?? .null,
          "counts": site.counts(ofParty: index, locale, in: rows),
        ]
      })
  }
}

extension [UInt8] {
  /// Puts the headings of HTML, whose texts are escaped, one level lower; the lowest stay.
  fileprivate mutating func lowerHeadings(from start: Int) {
    withUnsafeMutableBufferPointer { html in
      let bytes = UnsafeBufferPointer(html)
      var index = start
      while true {
        index = bytes.first(from: index) { $0.equal(UInt8(ascii: "<")) } + 1
        guard index + 2 < html.count else { return }
        let name = html[index] == UInt8(ascii: "/") ? index + 1 : index
        guard name + 2 < html.count, html[name] == UInt8(ascii: "h"),
          (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(html[name + 1]),
          html[name + 2] == UInt8(ascii: ">") || html[name + 2] == UInt8(ascii: " ")
        else { continue }
        html[name + 1] += 1
      }
    }
  }
}
