import Guide
import Mustache

/// The data that all pages of a locale share, made once.
struct LocaleContext: Sendable {
  let words: Value
  let assets: Value
  let urls: Value
  /// The language and its direction, for `lang` and `dir` of a text in it.
  let language: Value
  /// The fields of the layout on every page.
  let layout: SharedFields
  /// The documents in the navigation.
  let navigation: DocumentNavigation
  /// The fields of each party in the navigation.
  let parties: [SharedFields]
  let letterNames: [String]
  /// The fields of each letter for every place that shows it, in the letters' order.
  let letters: [SharedFields]
  /// The letters of each set, by its number in the scheme.
  let letterLists: [Value]
  /// The fields of each party's letters for every place that shows them, by party and origin.
  let assignments: [[Matrix.Origin: SharedFields]]
  /// The locales that a page of this one offers.
  ///
  /// If they are too many, these are the first ones of its language, its fallbacks, and the source.
  let offered: [Int]

  /// The contexts of all locales of a guide.
  static func all(
    of parts: SiteParts, _ paths: SitePaths, _ tree: DocumentTree, _ options: SiteOptions,
    isOffline: Bool
  ) -> [LocaleContext] {
    let hasScripts = options.openWorkPath == nil && !isOffline
    let scripts: Value = hasScripts ? Self.scripts(parts, paths) : .null
    let guide = parts.loaded.guide
    let offered = Self.offered(guide)
    return guide.locales.indices.map {
      LocaleContext($0, parts, paths, tree, options, scripts, offered: offered[$0])
    }
  }

  private init(
    _ locale: Int, _ parts: SiteParts, _ paths: SitePaths, _ tree: DocumentTree,
    _ options: SiteOptions, _ scripts: Value, offered: [Int]
  ) {
    let (guide, matrix) = (parts.loaded.guide, parts.loaded.matrix)
    let (news, logo) = (options.news, parts.loaded.extras.logo?.name)
    let rowCount = matrix.rows.count
    let here = guide.locales[locale]
    let strings = here.strings
    self.offered = offered
    words = .object(
      Fields(sharing: SharedFields(strings.words.map { (Name($0.key), .text($0.value)) })))
    urls = Self.urls(
      locale, guide, paths, hasNews: news != nil,
      hasWorkbook: options.makesWorkbook(ofRows: rowCount, in: 1),
      hasWholeWorkbook: options.makesWorkbook(ofRows: rowCount, in: guide.locales.count))
    self.assets = .object(
      Fields(parts.assets.keys.map { (Name($0.key), .address(paths.url($0.path))) }))
    language = Self.language(here)
    navigation = DocumentNavigation(
      tree, Self.documents(locale, guide, paths), home: paths.url(paths.home(locale)), strings,
      names: tree.folders.map { folder in
        let name = folder.name(in: here.tag, source: guide.settings.sourceLocale)
        let lender = guide.locales.first { $0.tag == name.borrowedFrom }
        return (name.text, lender.map { Self.language($0) } ?? .null)
      })
    parties = here.parties.enumerated().map { index, name in
      SharedFields([
        ("name", .text(name.name)), ("url", .address(paths.partyURL(index, locale))),
        ("current", false),
      ])
    }
    let scheme = guide.settings.letters
    letterNames = scheme.letters.map { strings[$0.word] }
    let letters = Self.letterFields(scheme, letterNames, strings)
    self.letters = letters
    letterLists = Self.lists(of: letters)
    assignments = Self.assignments(locale, guide, paths)
    let legend: [Value] = zip(letters, scheme.letters).map { fields, letter in
      let description = strings[letter.word + "_description"]
      return .object(Fields([("description", .text(description))], sharing: fields))
    }
    layout = SharedFields([
      ("lang", .text(here.tag)), ("dir", .text(here.direction.rawValue)),
      ("guide_title", .text(here.title)), ("t", words), ("urls", urls), ("assets", self.assets),
      ("legend", .list(legend)), ("has_inherited", .bool(matrix.hasInheritedLetters)),
      ("labels", Self.labels(strings)),
      ("logo", logo.map { .address(paths.url("assets/" + $0)) } ?? .null),
      ("scripts", scripts), ("style_url", Self.styleAddress(parts, paths)),
      ("announcement", Self.linked(here.announcement)), ("footer_text", Self.linked(here.footer)),
      ("site_url", guide.settings.siteURL.map { .text($0) } ?? .null),
      ("og_locale", .text(String(here.tag.map { $0 == "-" ? "_" : $0 }))),
      ("changes_day", news.map { .text(strings.date($0.date)) } ?? .null),
      (
        "nav_count",
        navigation.isPartial ? .text(strings.number(navigation.documentCount)) : .null
      ),
    ])
  }

  private static func letterFields(
    _ scheme: LetterScheme, _ names: [String], _ strings: StringTable
  ) -> [SharedFields] {
    zip(scheme.letters, names).map { letter, name in
      SharedFields([
        ("letter", .text(String(letter.character))),
        ("key", .text(letter.character.lowercased())), ("name", .text(name)),
        ("label", .text(strings.labeled(String(letter.character), name))),
      ])
    }
  }

  /// The address of the guide's own styles; null if it has none.
  private static func styleAddress(_ parts: SiteParts, _ paths: SitePaths) -> Value {
    parts.assets.path(of: Theme.styleName).map { .address(paths.url($0)) } ?? .null
  }

  /// The scripts of the guide.
  private static func scripts(_ parts: SiteParts, _ paths: SitePaths) -> Value {
    let loaded = parts.loaded
    let all: [Value] = loaded.guide.settings.presentation.scripts.compactMap { script in
      let source: String? =
        switch script.source {
        case .address(let address): address
        case .file(let path):
          loaded.extras.scripts[path].flatMap { parts.assets.path(of: $0.name) }
            .map { paths.url($0) }
        }
      let data: [Value] = script.data.map { ["name": .text($0.name), "value": .text($0.value)] }
      return source.map { ["url": .address($0), "data": .list(data)] }
    }
    return all.isEmpty ? .null : .list(all)
  }

  /// A text of `locale.yml` with links in it.
  private static func linked(_ text: String?) -> Value {
    text.map { .html(LinkedText(text: $0).html) } ?? .null
  }

  /// Labels of values that have elements of their own.
  private static func labels(_ strings: StringTable) -> Value {
    .object(Fields(plainLabels(strings) + keys(strings)))
  }

  private static func plainLabels(_ strings: StringTable) -> [(Name, Value)] {
    [
      ("language", .text(strings.label("language"))), ("letters", .text(strings.label("letters"))),
      ("my_party", .text(strings.label("my_party"))),
      ("sort_title", .text(strings.filled("sort_by", ["column": strings["responsibility"]]))),
    ]
  }

  /// The keys of the keyboard, which a word of the locale names one after another.
  private static func keys(_ strings: StringTable) -> [(Name, Value)] {
    let fields: [(Name, String)] = [
      ("key_control", "Ctrl"), ("key_home", "Home"), ("key_end", "End"), ("key_page_up", "Page Up"),
      ("key_page_down", "Page Down"), ("key_enter", "Enter"), ("key_escape", "Esc"),
    ]
    let named = strings["key_names"].split(separator: ",").map { $0.drop { $0 == " " } }
    let isComplete = named.count == fields.count
    return zip(fields, named + fields.map { Substring($0.1) }).map { field, name in
      (field.0, .text(isComplete ? String(name) : field.1))
    }
  }

  private static func urls(
    _ locale: Int, _ guide: Guide, _ paths: SitePaths, hasNews: Bool,
    hasWorkbook: Bool, hasWholeWorkbook: Bool
  ) -> Value {
    [
      "home": .address(paths.url(paths.home(locale))),
      "matrix": .address(paths.url(paths.matrix(locale))),
      "search": .address(paths.url(paths.search(locale))),
      "search_index": .address(paths.url(paths.searchIndex(locale))),
      "status": guide.settings.presentation.publishesStatus
        ? .address(paths.url(paths.status)) : .null,
      "chooser": .address(paths.url("")),
      "print": .address(paths.url(paths.book(locale))),
      "changes": hasNews ? .address(paths.url(paths.changes(locale))) : .null,
      "reviews": guide.reviews == nil ? .null : .address(paths.url(paths.reviews(locale))),
      "matrix_csv": .address(paths.url(paths.matrixCSV(locale))),
      "matrix_xlsx": hasWorkbook ? .address(paths.url(paths.matrixXLSX(locale))) : .null,
      "workbook": guide.locales.count > 1 && hasWholeWorkbook
        ? .address(paths.url(paths.workbook)) : .null,
      "matrix_json": .address(paths.url(paths.matrixJSON(locale))),
    ]
  }

  private static func language(_ locale: Locale) -> Value {
    ["lang": .text(locale.tag), "dir": .text(locale.direction.rawValue)]
  }

  /// The navigation's fields of each document; nil for the home and for those that are not shown.
  private static func documents(
    _ locale: Int, _ guide: Guide, _ paths: SitePaths
  ) -> [SharedFields?] {
    guide.documents.enumerated().map { index, document in
      guard !document.isHome, let shown = guide.shownLocale(of: document, for: locale),
        let version = document.versions[shown]
      else { return nil }
      return SharedFields([
        ("title", .text(version.document.title)),
        ("url", .address(paths.documentURL(index, locale))), ("current", false),
        ("foreign", shown == locale ? .null : language(guide.locales[shown])),
        ("count", .null),
      ])
    }
  }

  /// The letters of all sets, by the sets' numbers in the scheme.
  private static func lists(of letters: [SharedFields]) -> [Value] {
    (0..<1 << letters.count).map { bits in
      let held = letters.indices.filter { bits & 1 << $0 != 0 }
      return .list(held.map { .object(Fields(sharing: letters[$0])) })
    }
  }

  private static func assignments(
    _ locale: Int, _ guide: Guide, _ paths: SitePaths
  ) -> [[Matrix.Origin: SharedFields]] {
    let here = guide.locales[locale]
    return here.parties.enumerated().map { party, name in
      let fields = Matrix.Origin.allCases.map { origin in
        SharedFields([
          ("party", .text(guide.settings.parties[party].text)), ("party_name", .text(name.name)),
          ("party_short", .text(name.short)),
          ("party_url", .address(paths.partyURL(party, locale))), ("empty", false),
          ("origin", .text(origin.rawValue)),
          ("origin_label", .text(here.strings["origin_\(origin.rawValue)"])),
          ("inherited", .bool(origin == .inherited)),
        ])
      }
      return Dictionary(uniqueKeysWithValues: zip(Matrix.Origin.allCases, fields))
    }
  }

  /// The locales that the pages of each locale offer.
  private static func offered(_ guide: Guide) -> [[Int]] {
    let all = guide.locales
    let most = Site.mostLocalesOnAPage
    guard all.count > most else { return all.map { _ in Array(all.indices) } }
    let ofLanguage = Dictionary(grouping: all.indices) { primaryLanguage(all[$0].tag) }
    return all.indices.map { locale in
      let same = (ofLanguage[primaryLanguage(all[locale].tag)] ?? []).prefix(most)
      return Set(all[locale].fallback + [guide.sourceIndex, locale] + same).sorted()
    }
  }

  private static func primaryLanguage(_ tag: String) -> Substring { tag.prefix { $0 != "-" } }
}
