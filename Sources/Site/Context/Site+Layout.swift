import Guide
import Mustache

extension Site {
  /// The fields that the layout reads, for a page of a locale.
  ///
  /// - Parameters:
  ///   - title: the page's own title.
  ///   - isHome: whether the page is the locale's home.
  func layout(
    _ kind: PageKind, _ locale: Int, title: String, description: String? = nil, isHome: Bool = false
  ) -> Fields {
    let here = guide.locales[locale]
    let pageTitle =
      isHome
      ? here.title
      : here.strings.filled("page_title_pattern", ["page": title, "guide": here.title])
    let isFallback = state(of: kind, locale) == .fallback
    let own: [(Name, Value)] = [
      ("page_title", .text(pageTitle)), ("description", description.map { .text($0) } ?? .null),
      ("robots_noindex", .bool(isFallback || kind == .notFound || kind == .book)),
      ("canonical", canonical(kind, locale).map { .address($0) } ?? .null),
      ("page", [(isHome ? PageKind.home : kind).flag: true]),
      (
        "nav",
        contexts[locale].navigation.entries(near: kind.documentIndex, isCurrent: kind.isDocument)
      ),
      ("nav_parties", partyNavigation(kind, locale)), ("alternates", alternates(of: kind)),
      ("switcher", switcher(kind, locale)),
    ]
    return Fields(own, sharing: contexts[locale].layout)
  }

  /// The language of a text that is not in the page's own, for `lang` and `dir`.
  func foreign(_ text: Int, on page: Int) -> Value {
    text == page ? .null : contexts[text].language
  }

  private func partyNavigation(_ kind: PageKind, _ locale: Int) -> Value {
    .list(
      contexts[locale].parties.enumerated().map { party, fields in
        Self.entry(fields, isCurrent: kind == .party(party))
      })
  }

  private static func entry(_ fields: SharedFields, isCurrent: Bool) -> Value {
    .object(Fields(isCurrent ? [("current", true)] : [], sharing: fields))
  }

  /// A page's counterpart in a locale: its path, or the home if there is none.
  private func counterpart(_ kind: PageKind, _ locale: Int) -> String {
    switch kind {
    case .document(let index):
      let document = guide.documents[index]
      let isShown = guide.shownLocale(of: document, for: locale) != nil
      return isShown ? paths.document(document.key, locale) : paths.home(locale)
    case .matrix: return paths.matrix(locale)
    case .matrixPart(let index):
      return paths.matrixPart(from: guide.documents[index].key, locale)
    case .party(let index): return paths.party(guide.settings.parties[index].text, locale)
    case .search: return paths.search(locale)
    case .changes: return paths.changes(locale)
    case .reviews: return paths.reviews(locale)
    case .book: return paths.book(locale)
    case .home, .status, .notFound: return paths.home(locale)
    }
  }

  private func state(of kind: PageKind, _ locale: Int) -> TranslationState {
    guard case .document(let index) = kind else { return .current }
    return guide.state(of: guide.documents[index], for: locale)
  }

  /// Pages for search engines: each locale that has the page itself, and the one for all others.
  private func alternates(of kind: PageKind) -> Value {
    let isAlone = kind == .home && homeDocument != nil
    guard namesAllLocales, kind != .status, kind != .notFound, !isAlone else { return [] }
    let own = alternateLocales(of: kind)
    guard let first = own.first else { return [] }
    let fallback = own.contains(guide.sourceIndex) ? guide.sourceIndex : first
    var items: [Value] = own.map { alternate(guide.locales[$0].tag, counterpart(kind, $0)) }
    let rest = isHome(kind) ? "" : counterpart(kind, fallback)
    items.append(alternate("x-default", rest))
    return .list(items)
  }

  /// Whether the page is a locale's first, whose counterpart for everyone else is the chooser.
  private func isHome(_ kind: PageKind) -> Bool {
    guard case .document(let index) = kind else { return kind == .home }
    return guide.documents[index].isHome
  }

  /// The locales that have a page themselves, neither lacking it nor borrowing it.
  func alternateLocales(of kind: PageKind) -> [Int] {
    guide.locales.indices.filter { ![.fallback, .missing].contains(state(of: kind, $0)) }
  }

  private func alternate(_ tag: String, _ path: String) -> Value {
    ["hreflang": .text(tag), "url": .address(absoluteURL(path))]
  }

  /// The URL with the site's origin before it, if the guide has one.
  func absoluteURL(_ path: String) -> String {
    guide.settings.siteURL.map { $0 + online.paths.url(path) } ?? paths.url(path)
  }

  /// The address that counts for a page: of a borrowed one, the original's.
  private func canonical(_ kind: PageKind, _ locale: Int) -> String? {
    if kind == .notFound { return nil }
    guard case .document(let index) = kind, state(of: kind, locale) == .fallback,
      let shown = guide.shownLocale(of: guide.documents[index], for: locale)
    else {
      return guide.settings.siteURL == nil || kind == .status
        ? nil : absoluteURL(counterpart(kind, locale))
    }
    return absoluteURL(paths.document(guide.documents[index].key, shown))
  }

  /// The links of the language switcher; nothing if there is no other language.
  private func switcher(_ kind: PageKind, _ locale: Int) -> Value {
    guard contexts[locale].offered.count > 1 else { return .null }
    let strings = guide.locales[locale].strings
    let items: [Value] = contexts[locale].offered.map { index in
      let other = guide.locales[index]
      let state = state(of: kind, index)
      let isPlain = state == .current
      return [
        "tag": .text(other.tag), "name": .text(other.name), "lang": .text(other.tag),
        "dir": .text(other.direction.rawValue),
        "url": .address(paths.url(counterpart(kind, index))),
        "current": .bool(index == locale), "state": .text(state.rawValue),
        "state_label": isPlain ? .null : .text(strings["state_\(state.rawValue)"]),
        "state_symbol": isPlain ? .null : .text(strings["state_symbol_\(state.rawValue)"]),
      ]
    }
    return ["current_name": .text(guide.locales[locale].name), "items": .list(items)]
  }
}
