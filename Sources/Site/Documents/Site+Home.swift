import Base
import Guide
import Mustache

extension Site {
  /// The index document, if the guide has one.
  var homeDocument: Int? { guide.documents.firstIndex(where: \.isHome) }

  /// Whether a locale's home is a document of its own or of its fallback.
  func homeIsDocument(_ locale: Int) -> Bool {
    homeDocument.flatMap { guide.shownLocale(of: guide.documents[$0], for: locale) } != nil
  }

  /// The home of a locale that has no index document: a description of the guide and its contents.
  func homePage(_ locale: Int) throws -> [UInt8] {
    let here = guide.locales[locale]
    let title = Self.titleHTML(here.title)
    var rest: [UInt8] = []
    if let description = here.description {
      rest += Array("<p>".utf8)
      rest.appendEscapingHTML(description.utf8)
      rest += Array("</p>".utf8)
    }
    var context = layout(
      .home, locale, title: here.title, description: here.description, isHome: true)
    context.append(
      "document",
      [
        "title": .text(here.title), "opening": .html(title), "rest": .html(rest),
        "body": .html(title + rest), "lang": .text(here.tag),
        "dir": .text(here.direction.rawValue),
        "notices": [],
      ])
    appendHome(to: &context, locale)
    return try render("home", context, on: paths.url(paths.home(locale)))
  }

  /// A title as the heading of a page.
  static func titleHTML(_ title: String) -> [UInt8] {
    var html = Array("<h1>".utf8)
    html.appendEscapingHTML(title.utf8)
    html += "</h1>".utf8
    return html
  }

  /// Appends the fields that the home shows below its text: the parties and the documents.
  func appendHome(to context: inout Fields, _ locale: Int) {
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
    context.append("document_groups", documentGroups(locale))
    context.append("parties", .list(parties))
    context.append("row_count", responsibilityCount(matrix.rows.count, locale))
  }

  /// The documents of a locale by their folders, in the order of the navigation.
  private func documentGroups(_ locale: Int) -> Value {
    var groups: [(folder: Int, documents: [Value])] = []
    var placeOfFolder: [Int: Int] = [:]
    for (index, document) in guide.documents.enumerated() where !document.isHome {
      guard let entry = listed(index, locale) else { continue }
      let folder = tree.folderOfDocument[index]
      if let place = placeOfFolder[folder] {
        groups[place].documents.append(entry)
      } else {
        placeOfFolder[folder] = groups.count
        groups.append((folder, [entry]))
      }
    }
    return .list(
      groups.map { folder, documents in
        [
          "id": .text(DocumentNavigation.anchor(ofFolder: folder)),
          "folder": folderName(folder, locale).map { .text($0) } ?? .null,
          "foreign": groupLanguage(folder, locale),
          "documents": .list(documents),
        ]
      })
  }

  /// A document in a list; nil if the locale does not show it.
  private func listed(_ index: Int, _ locale: Int) -> Value? {
    let document = guide.documents[index]
    guard let shown = guide.shownLocale(of: document, for: locale),
      let version = document.versions[shown]
    else { return nil }
    return [
      "title": .text(version.document.title),
      "url": .address(paths.documentURL(index, locale)),
      "description": version.document.metadata.plainDescription.map { .text($0) } ?? .null,
      "foreign": foreign(shown, on: locale),
    ]
  }

  /// The name of a folder, with those around it; nil for the guide itself.
  private func folderName(_ folder: Int, _ locale: Int) -> String? {
    let around = tree.foldersAround(folder).dropLast().reversed()
    guard !around.isEmpty else { return nil }
    let names = around.map { folder in
      tree.folders[folder].index.map { documentTitle($0, locale) }
        ?? ownName(of: folder, locale).text
    }
    return names.joined(separator: " / ")
  }

  private func ownName(of folder: Int, _ locale: Int) -> (text: String, borrowedFrom: String?) {
    tree.folders[folder].name(
      in: guide.locales[locale].tag, source: guide.settings.sourceLocale)
  }

  /// The language of a group's title that is not the page's.
  private func groupLanguage(_ folder: Int, _ locale: Int) -> Value {
    let lender = ownName(of: folder, locale).borrowedFrom
    let index = guide.locales.firstIndex { $0.tag == lender }
    return index.map { foreign($0, on: locale) } ?? .null
  }
}
