import Guide
import Text

/// Where everything is: the paths of files in the output, and the URLs that lead to them.
///
/// A path is relative to the output folder; one that ends in a slash is a folder whose page is
/// its `index.html`. A URL is the base path with the path behind it, percent-encoded.
public struct SitePaths: Sendable {
  private let base: String
  private let tags: [String]

  /// Takes the base path and the locales from the guide.
  init(_ guide: Guide) {
    base = guide.settings.basePath
    tags = guide.locales.map(\.tag)
  }

  func home(_ locale: Int) -> String { tags[locale] + "/" }

  func document(_ key: String, _ locale: Int) -> String {
    if key == "index" { return home(locale) }
    let isFolderPage = key.hasSuffix("/index")
    return home(locale) + (isFolderPage ? String(key.dropLast("index".count)) : key + "/")
  }

  func matrix(_ locale: Int) -> String { home(locale) + "matrix/" }

  func matrix(ofDocument key: String, _ locale: Int) -> String { matrix(locale) + key + "/" }

  func party(_ party: String, _ locale: Int) -> String { home(locale) + "parties/\(party)/" }

  func search(_ locale: Int) -> String { home(locale) + "search/" }

  func searchIndex(_ locale: Int) -> String { search(locale) + "index.json" }

  func matrixJSON(_ locale: Int) -> String { home(locale) + "matrix.json" }

  func matrixCSV(_ locale: Int) -> String { home(locale) + "matrix.csv" }

  func matrixXLSX(_ locale: Int) -> String { home(locale) + "matrix.xlsx" }

  func notFound(_ locale: Int) -> String { home(locale) + "404.html" }

  func file(_ path: String, _ locale: Int) -> String { home(locale) + path }

  let workbook = "matrix.xlsx"

  let status = "status/"

  /// The URL of a path, with a fragment where one is given.
  func url(_ path: String, fragment: String? = nil) -> String {
    let url = base + percentEncoded(path)
    return fragment.map { url + "#" + percentEncoded($0) } ?? url
  }

  /// The file that serves a path.
  static func file(for path: String) -> String {
    path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }
}
