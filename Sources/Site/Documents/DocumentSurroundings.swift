import Base
import Guide
import Mustache

/// The surroundings of a document's text: its place in the guide, the documents next to it, and the
/// actions that readers can take.
struct DocumentSurroundings {
  let site: Site
  let document: Int
  let locale: Int

  /// The fields of the page.
  func fields(_ version: DocumentSet.Version, _ shown: Int) -> [(Name, Value)] {
    let (previous, next) = site.neighbors(of: document, locale)
    let settings = site.guide.settings.presentation
    let links: [Value] = [
      (settings.editURL, "edit_page"), (settings.reportURL, "report_mistake"),
    ].compactMap { pattern, word in
      pattern.map { pattern in
        [
          "url": .address(address(pattern, version, shown)),
          "text": .text(site.guide.locales[locale].strings[word]),
        ]
      }
    }
    let changed = lastChange(version)
    return [
      ("breadcrumbs", .list(site.pagesAbove(document, locale).map { entry($0) })),
      ("previous", previous.map { entry($0) } ?? .null), ("next", next.map { entry($0) } ?? .null),
      ("has_neighbors", .bool(previous != nil || next != nil)), ("last_changed", changed),
      ("page_links", .list(links)),
      ("has_details", .bool(!links.isEmpty || site.lastChanges[path(version)] != nil)),
    ]
  }

  /// The day of the last change, for people and for machines; null if git doesn't know it.
  private func lastChange(_ version: DocumentSet.Version) -> Value {
    guard let day = site.lastChanges[path(version)] else { return .null }
    let strings = site.guide.locales[locale].strings
    return [
      "day": .text(day), "label": .text(strings.label("last_changed")),
      "text": .text(strings.date(day)),
    ]
  }

  /// The address of a pattern, for the file that the page shows.
  private func address(_ pattern: String, _ version: DocumentSet.Version, _ shown: Int) -> String {
    let line = version.document.headings.first?.location.line ?? 1
    return pattern.replacing("{path}", with: percentEncoded(path(version)))
      .replacing("{locale}", with: site.guide.locales[shown].tag)
      .replacing("{line}", with: String(line))
  }

  /// The path of a version's file in the content folder.
  private func path(_ version: DocumentSet.Version) -> String {
    String(version.document.path.dropFirst(site.contentFolder.count + 1))
  }

  private func entry(_ index: Int) -> Value {
    let set = site.guide.documents[index]
    guard let shown = site.guide.shownLocale(of: set, for: locale) else { return .null }
    return [
      "title": .text(set.versions[shown]?.document.title ?? set.key),
      "url": .address(site.paths.documentURL(index, locale)),
      "foreign": site.foreign(shown, on: locale),
    ]
  }
}

extension Site {
  /// The documents that come before and behind one in the navigation, of those that a locale shows.
  func neighbors(of document: Int, _ locale: Int) -> (previous: Int?, next: Int?) {
    func isShown(_ index: Int) -> Bool {
      let other = guide.documents[index]
      return !other.isHome && guide.shownLocale(of: other, for: locale) != nil
    }
    guard !guide.documents[document].isHome else { return (nil, nil) }
    return (
      guide.documents.indices.prefix(upTo: document).last(where: isShown),
      guide.documents.indices.suffix(from: document).dropFirst().first(where: isShown)
    )
  }

  /// The index documents of the folders that a document is in, the outermost first.
  func pagesAbove(_ document: Int, _ locale: Int) -> [Int] {
    var parts = guide.documents[document].key.split(separator: "/").dropLast()
    var pages: [Int] = []
    while !parts.isEmpty {
      if let index = folderIndex[parts.joined(separator: "/")], index != document,
        guide.shownLocale(of: guide.documents[index], for: locale) != nil
      {
        pages.append(index)
      }
      parts.removeLast()
    }
    return pages.reversed()
  }

  /// The documents that are the index of a folder below the first, by the folder's path.
  static func folderIndex(_ guide: Guide) -> [String: Int] {
    let pairs = guide.documents.enumerated().compactMap { index, document in
      document.key.hasSuffix("/index")
        ? (String(document.key.dropLast("/index".count)), index) : nil
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
