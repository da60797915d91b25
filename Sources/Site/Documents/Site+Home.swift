import Base
import Guide
import Mustache

extension Site {
  /// The index document, where the guide has one.
  var homeDocument: Int? { guide.documents.firstIndex(where: \.isHome) }

  /// Whether a locale's home is a document of its own or of its fallback.
  func homeIsDocument(_ locale: Int) -> Bool {
    homeDocument.flatMap { guide.shownLocale(of: guide.documents[$0], for: locale) } != nil
  }

  /// The home of a locale that has no index document: what the guide is, and what it holds.
  func homePage(_ locale: Int) throws -> [UInt8] {
    let here = guide.locales[locale]
    var body = Array("<h1>".utf8)
    body.appendEscapingHTML(here.title.utf8)
    body += Array("</h1>".utf8)
    if let description = here.description {
      body += Array("<p>".utf8)
      body.appendEscapingHTML(description.utf8)
      body += Array("</p>".utf8)
    }
    var context = layout(
      .home, locale, title: here.title, description: here.description, isHome: true)
    context.append(
      "document",
      [
        "title": .text(here.title), "body": .html(body), "lang": .text(here.tag),
        "dir": .text(here.direction.rawValue), "notices": [],
      ])
    appendHome(to: &context, locale)
    return try render("home", context, on: paths.url(paths.home(locale)))
  }

  /// What the home shows below its text: the parties and the documents.
  func appendHome(to context: inout Fields, _ locale: Int) {
    let documents: [Value] = guide.documents.enumerated().compactMap { index, document in
      guard !document.isHome, let shown = guide.shownLocale(of: document, for: locale),
        let version = document.versions[shown]
      else { return nil }
      return [
        "title": .text(version.document.title),
        "url": .address(paths.documentURL(index, locale)),
        "description": version.document.metadata.plainDescription.map { .text($0) } ?? .null,
        "foreign": foreign(shown, on: locale),
      ]
    }
    let parties: [Value] = guide.settings.parties.indices.map { index in
      let name = guide.locales[locale].parties[index]
      return [
        "id": .text(guide.settings.parties[index].text), "name": .text(name.name),
        "url": .address(paths.partyURL(index, locale)),
        "description": name.description.map { .text($0) } ?? .null,
        "counts": counts(ofParty: index, locale),
      ]
    }
    if !matrix.rows.isEmpty {
      var fields: Fields = ["title": .text(guide.locales[locale].strings["matrix_title"])]
      MatrixRowsView(
        self, locale: locale, range: matrix.rows.indices, isFetched: !matrixFitsHome
      ).append(to: &fields)
      context.append("matrix", .object(fields))
    }
    context.append("documents", .list(documents))
    context.append("parties", .list(parties))
    context.append("row_count", responsibilityCount(matrix.rows.count, locale))
  }
}
