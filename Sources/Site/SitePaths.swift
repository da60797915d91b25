import Base
import Guide

/// The paths of files in the output, and the URLs that lead to them.
///
/// A path is relative to the output folder; one that ends in a slash is a folder whose page is
/// its `index.html`. A URL is the base path with the path behind it, percent-encoded.
public struct SitePaths: Sendable {
  /// The end of a folder's URL that names its page: nothing on a server; on a disk, where no server
  /// finds it, the page's file.
  private var folderPage = ""
  private let base: String
  private let tags: [String]
  /// Each locale's home as a URL.
  private let homeURLs: [String]
  /// Each document's page below a locale's home.
  private let pages: [String]
  private let pageOfKey: [String: String]
  /// The documents whose page is not at the path of their key, by index.
  let movedDocuments: [Int]
  /// Each document's page below a locale's home, percent-encoded.
  private let documentPages: [String]
  /// Each party's page below a locale's home, percent-encoded.
  private let partyPages: [String]
  /// The prefix of the anchors of each document's rows on matrix pages.
  private let anchorPrefixes: [String]

  /// Takes the base path and the locales from the guide.
  init(_ guide: Guide) {
    base = guide.settings.basePath
    tags = guide.locales.map(\.tag)
    homeURLs = tags.map { [base] in base + percentEncoded($0) + "/" }
    let addresses = DocumentAddresses(guide)
    pages = addresses.pages
    movedDocuments = addresses.moved
    pageOfKey = Dictionary(
      zip(guide.documents.map(\.key), addresses.pages), uniquingKeysWith: { first, _ in first })
    documentPages = addresses.pages.map { percentEncoded($0) }
    partyPages = guide.settings.parties.map { percentEncoded(Self.page(ofParty: $0.text)) }
    anchorPrefixes = guide.documents.map {
      $0.key.split(separator: "/").joined(separator: "--") + "--"
    }
  }

  /// The paths of a site that is opened from a disk.
  var onDisk: SitePaths {
    var paths = self
    paths.folderPage = "index.html"
    return paths
  }

  func home(_ locale: Int) -> String { tags[locale] + "/" }

  func document(_ key: String, _ locale: Int) -> String {
    home(locale) + (pageOfKey[key] ?? key + "/")
  }

  /// The path of a document's page below a locale's home, by the document's index in the guide.
  func page(ofDocument index: Int) -> String { pages[index] }

  /// A URL that `guide.json` has, as pages link to it: on a disk, with the page's file.
  func linked(_ url: String) -> String {
    let end = url.firstIndex(of: "#") ?? url.endIndex
    return url[..<end].hasSuffix("/") ? url[..<end] + folderPage + url[end...] : url
  }

  /// The URL of a document's page, by the document's index in the guide.
  ///
  /// - Parameters:
  ///   - fragment: an id on the page.
  ///   - clause: the number of the clause that is meant, of a row whose id the fragment is.
  func documentURL(
    _ document: Int, _ locale: Int, fragment: String? = nil, clause: Int? = nil
  ) -> String {
    let (home, page) = (homeURLs[locale], documentPages[document])
    guard let fragment else { return String(joining: home, page, folderPage) }
    let url = String(joining: home, page, folderPage, "#", percentEncoded(fragment))
    return clause.map { url + "." + String($0) } ?? url
  }

  /// The name on matrix pages of a row's or a section's anchor in a document.
  func matrixAnchor(_ anchor: String, ofDocument document: Int) -> String {
    String(joining: anchorPrefixes[document], anchor)
  }

  func matrix(_ locale: Int) -> String { String(joining: tags[locale], "/matrix/") }

  /// The part of the matrix that begins with a document.
  func matrixPart(from key: String, _ locale: Int) -> String {
    String(joining: tags[locale], "/matrix/", key, "/")
  }

  /// The letters of all rows of a large matrix.
  func matrixRows(_ locale: Int) -> String { matrix(locale) + "rows.json" }

  func party(_ party: String, _ locale: Int) -> String {
    home(locale) + Self.page(ofParty: party)
  }

  private static func page(ofParty party: String) -> String { "parties/" + party + "/" }

  /// The URL of a party's page, by the party's index in the guide.
  func partyURL(_ party: Int, _ locale: Int) -> String {
    String(joining: homeURLs[locale], partyPages[party], folderPage)
  }

  func partyFeed(_ party: String, _ locale: Int) -> String {
    self.party(party, locale) + "feed.atom"
  }

  func changes(_ locale: Int) -> String { home(locale) + "changes/" }

  func changesFeed(_ locale: Int) -> String { changes(locale) + "feed.atom" }

  func reviews(_ locale: Int) -> String { home(locale) + "reviews/" }

  func search(_ locale: Int) -> String { home(locale) + "search/" }

  func searchIndex(_ locale: Int) -> String { search(locale) + "index.json" }

  func matrixJSON(_ locale: Int) -> String { home(locale) + "matrix.json" }

  func matrixCSV(_ locale: Int) -> String { home(locale) + "matrix.csv" }

  func matrixXLSX(_ locale: Int) -> String { home(locale) + "matrix.xlsx" }

  func notFound(_ locale: Int) -> String { home(locale) + "404.html" }

  func file(_ path: String, _ locale: Int) -> String { home(locale) + path }

  /// The page that has the whole guide on it, to print.
  func book(_ locale: Int) -> String { home(locale) + "print.html" }

  let workbook = "matrix.xlsx"

  let status = "status/"

  /// The open work in a locale of a large guide.
  func statusDetails(_ locale: Int) -> String { status + home(locale) }

  /// The URL of a path, with a fragment if one is given.
  func url(_ path: String, fragment: String? = nil) -> String {
    let page = path.isEmpty || path.hasSuffix("/") ? folderPage : ""
    guard let fragment else { return String(joining: base, percentEncoded(path), page) }
    return String(joining: base, percentEncoded(path), page, "#", percentEncoded(fragment))
  }

  /// The file that serves a path.
  static func file(for path: String) -> String {
    path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }
}
