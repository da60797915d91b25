import Guide
import Mustache

extension Site {
  /// The search page, which works as a link with `?q=`.
  func searchPage(_ locale: Int) throws -> [UInt8] {
    let title = guide.locales[locale].strings["search_title"]
    var context = layout(.search, locale, title: title)
    context.append(
      "search", ["index_url": .address(paths.url(paths.searchIndex(locale)))])
    return try render("search", context, on: paths.url(paths.search(locale)))
  }

  /// The page that a server shows for an address that does not exist.
  func notFoundPage(_ locale: Int) throws -> [UInt8] {
    let title = guide.locales[locale].strings["not_found_title"]
    return try render("not-found", layout(.notFound, locale, title: title), on: nil)
  }

  /// The first page: every language by its own name.
  func chooserPage() throws -> [UInt8] {
    let source = guide.locales[guide.sourceIndex]
    let context = contexts[guide.sourceIndex]
    // A home without counterparts, in either direction, is not named either.
    let homes = alternateLocales(of: homeDocument.map { .document($0) } ?? .home)
    var alternates: [Value] = homes.map {
      [
        "hreflang": .text(guide.locales[$0].tag), "url": .address(absoluteURL(paths.home($0))),
      ]
    }
    alternates.append(["hreflang": "x-default", "url": .address(absoluteURL(""))])
    return try render(
      "chooser",
      [
        "lang": .text(source.tag), "dir": .text(source.direction.rawValue),
        "page_title": .text(source.title), "assets": context.assets, "t": context.words,
        "alternates": .list(namesAllLocales && !homes.isEmpty ? alternates : []),
        "style_url": assets.path(of: Theme.styleName).map { .address(paths.url($0)) } ?? .null,
        "logo": logo.map { .address(paths.url("assets/" + $0)) } ?? .null,
        "locales": .list(
          guide.locales.indices.map { index in
            let locale = guide.locales[index]
            return [
              "tag": .text(locale.tag), "name": .text(locale.name), "lang": .text(locale.tag),
              "dir": .text(locale.direction.rawValue), "title": .text(locale.title),
              "url": .address(paths.url(paths.home(index))),
            ]
          }),
      ], on: paths.url(""))
  }
}
