import Guide
import Matrix
import Mustache

/// What all pages of a locale share, made once.
struct LocaleContext: Sendable {
  let words: Value
  let urls: Value
  let assets: Value
  let legend: Value
  let letterNames: [String]
  /// The locales that a page of this one offers: all, or where they are too many those of its own
  /// language, those that stand in for it, and the source.
  let offered: [Int]

  init(
    _ locale: Int, _ guide: Guide, _ matrix: Matrix, _ paths: SitePaths, _ assets: AssetCatalog,
    hasNews: Bool
  ) {
    let strings = guide.locales[locale].strings
    offered = Self.offered(locale, guide)
    words = .object(
      Fields(sharing: SharedFields(strings.words.map { (Name($0.key), .text($0.value)) })))
    urls = [
      "home": .text(paths.url(paths.home(locale))),
      "matrix": .text(paths.url(paths.matrix(locale))),
      "search": .text(paths.url(paths.search(locale))),
      "search_index": .text(paths.url(paths.searchIndex(locale))),
      "status": .text(paths.url(paths.status)),
      "chooser": .text(paths.url("")),
      "changes": hasNews ? .text(paths.url(paths.changes(locale))) : .null,
      "matrix_csv": .text(paths.url(paths.matrixCSV(locale))),
      "matrix_xlsx": .text(paths.url(paths.matrixXLSX(locale))),
      "workbook": guide.locales.count > 1 ? .text(paths.url(paths.workbook)) : .null,
      "matrix_json": .text(paths.url(paths.matrixJSON(locale))),
    ]
    self.assets = .object(
      Fields(assets.keys.map { (Name($0.key), .text(paths.url($0.path))) }))
    let letters = LetterSet.ordered.map { String($0.character) }
    letterNames = letters.map { strings["raci_\($0.lowercased())"] }
    legend = .list(
      zip(letters, letterNames).map { letter, name in
        [
          "letter": .text(letter), "key": .text(letter.lowercased()), "name": .text(name),
          "description": .text(strings["raci_\(letter.lowercased())_description"]),
        ]
      })
  }

  private static func offered(_ locale: Int, _ guide: Guide) -> [Int] {
    let all = guide.locales
    guard all.count > Site.mostLocalesOnAPage else { return Array(all.indices) }
    let near = Set(all[locale].fallback + [guide.sourceIndex])
    let language = primaryLanguage(all[locale].tag)
    return all.indices.filter { near.contains($0) || primaryLanguage(all[$0].tag) == language }
  }

  private static func primaryLanguage(_ tag: String) -> Substring { tag.prefix { $0 != "-" } }
}
