import Base
import Guide
import Synchronization

/// The places of a guide on a page that has many documents.
///
/// An id of a document is behind the document's key and two slashes, which no key contains. An id
/// of the page itself begins with them. So no two ids of the page are equal, even if documents
/// share ids.
final class BookPlaces: Sendable {
  private static let separator = "//"
  static let contents = "//contents"
  static let matrix = "//matrix"
  static let parties = "//parties"

  let site: Site
  let locale: Int
  /// The documents on the page.
  let documents: Set<Int>
  /// The rows of the matrix on the page.
  let rows: Range<Int>
  /// The content of the guide's files, which the page carries with it because it is not part of a
  /// site.
  ///
  /// It is nil on the site's own page.
  let files: BookFiles?
  /// The rows of the matrix on the page by their ids on the site's page of the matrix.
  private let rowOfAnchor: [String: Int]
  /// The address of each party's place on the page.
  let partyAddresses: [String]

  init(site: Site, locale: Int, documents: Set<Int>, rows: Range<Int>, files: BookFiles?) {
    self.site = site
    self.locale = locale
    self.documents = documents
    self.rows = rows
    self.files = files
    rowOfAnchor = Dictionary(
      rows.map { (site.anchor(ofRow: site.matrix.rows[$0]), $0) },
      uniquingKeysWith: { first, _ in first })
    partyAddresses = site.guide.settings.parties.map {
      Self.address(of: Self.anchor(ofParty: $0.text))
    }
  }

  func anchor(ofDocument document: Int) -> String { name(of: site.guide.documents[document]) }

  /// A document's key as part of an id, which has no spaces in HTML.
  private func name(of set: DocumentSet) -> String {
    set.key.utf8.contains(0x20) ? set.key.replacing(" ", with: "%20") : set.key
  }

  func anchor(_ id: String, in document: Int) -> String {
    String(joining: anchor(ofDocument: document), Self.separator, id)
  }

  func anchor(ofParty party: Int) -> String {
    Self.anchor(ofParty: site.guide.settings.parties[party].text)
  }

  private static func anchor(ofParty id: String) -> String { String(joining: parties, "/", id) }

  func anchor(ofRow row: Matrix.Row) -> String {
    let set = site.guide.documents[row.document]
    return String(
      joining: Self.matrix, "/", name(of: set), Self.separator,
      set.responsibilities[row.responsibility].id)
  }

  /// The address of an id on the page.
  func address(of anchor: String) -> String { Self.address(of: anchor) }

  private static func address(of anchor: String) -> String {
    String(joining: "#", percentEncoded(anchor))
  }

  /// The address of a place in a document; nil if no link can lead there.
  ///
  /// - Parameters:
  ///   - page: the locale under whose address the document is.
  ///   - clause: the number of the clause that is meant, of a row whose id the fragment is.
  func address(
    ofDocument document: Int, _ page: Int, fragment: String? = nil, clause: Int? = nil
  ) -> String? {
    guard page == locale, documents.contains(document) else {
      return outside(
        site.paths.documentURL(document, page, fragment: fragment, clause: clause))
    }
    guard let fragment else { return address(of: anchor(ofDocument: document)) }
    return address(of: anchor(fragment, in: document) + (clause.map { ".\($0)" } ?? ""))
  }

  /// The address of a row's place in its document.
  func address(
    of row: Matrix.Row, _ rendering: Guide.Rendering?, clause: Int? = nil
  ) -> String? {
    guard let rendering else { return nil }
    let set = site.guide.documents[row.document]
    return address(
      ofDocument: row.document, site.pageLocale(of: rendering, in: set, locale),
      fragment: set.responsibilities[row.responsibility].id, clause: clause)
  }

  /// The address of the target of a link or a picture; nil if it leads nowhere.
  func address(of link: ResolvedLink, isImage: Bool) -> String? {
    switch link {
    case .page(let document, let page, let fragment):
      address(ofDocument: document, page, fragment: fragment)
    case .generated(let path, let suffix):
      generated(path, suffix) ?? site.url(of: link, for: locale).flatMap(outside)
    case .file(let folder, let path):
      if isImage, let files {
        files.address(path, folder)
      } else {
        site.url(of: link, for: locale).flatMap(outside)
      }
    case .address(let address): outside(site.sharedMatrixURL(at: address) ?? address)
    case .none: nil
    }
  }

  /// The address of a page that the tool makes, if the book has its content.
  private func generated(_ path: String, _ suffix: String) -> String? {
    // Without rows there is neither a matrix nor a list of parties.
    guard !rows.isEmpty else { return nil }
    let parts = path.split(separator: "/").map(String.init)
    switch parts.first {
    case "parties" where parts.count == 2:
      let party = site.guide.settings.parties.firstIndex { $0.text == parts[1] }
      return party.map { partyAddresses[$0] }
    case "matrix" where !suffix.hasPrefix("?"):
      let fragment = percentDecoded(String(suffix.dropFirst())) ?? ""
      let row = rowOfAnchor[fragment]
      return address(of: row.map { anchor(ofRow: site.matrix.rows[$0]) } ?? Self.matrix)
    default: return nil
    }
  }

  /// An address outside the page.
  ///
  /// A page that is not part of a site reaches the site's other pages only
  /// if the guide has the site's address.
  private func outside(_ address: String) -> String? {
    guard files != nil, address.hasPrefix("/"), !address.hasPrefix("//") else { return address }
    return site.guide.settings.siteURL.map { $0 + address }
  }
}

/// The files of a guide as addresses that have all of their content (RFC 2397).
public struct BookFiles: Sendable {
  private static let types = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "svg": "image/svg+xml", "webp": "image/webp", "avif": "image/avif",
  ]

  /// How many bytes of pictures a page carries at most; further ones are their texts.
  ///
  /// One picture that is shown many times is there as often.
  private static let most = 64 << 20

  private let read: @Sendable (_ path: String, _ locale: Int) -> [UInt8]?
  private let carried = Carried()

  /// The files that a page carries so far.
  private final class Carried: Sendable {
    let state = Mutex((bytes: 0, leftOut: Set<String>()))
  }

  /// The paths of the pictures for which there was no room, sorted.
  public var leftOut: [String] {
    carried.state.withLock { $0.leftOut }.sorted { $0.precedes($1) }
  }

  /// Takes a function that reads a file of a locale's folder; it returns nil if it can't.
  public init(_ read: @escaping @Sendable (_ path: String, _ locale: Int) -> [UInt8]?) {
    self.read = read
  }

  /// A picture's address; nil for files of other kinds.
  func address(_ path: String, _ locale: Int) -> String? {
    guard Self.type(of: path) != nil, !carried.state.withLock({ $0.leftOut.contains(path) }),
      let bytes = read(path, locale)
    else { return nil }
    let hasRoom = carried.state.withLock { state in
      guard state.bytes + bytes.count <= Self.most else {
        state.leftOut.insert(path)
        return false
      }
      state.bytes += bytes.count
      return true
    }
    return hasRoom ? Self.address(of: path, bytes) : nil
  }

  /// The address of a picture's bytes; nil if browsers don't show its kind.
  static func address(of path: String, _ bytes: [UInt8]) -> String? {
    guard let type = type(of: path) else { return nil }
    var address = Array("data:\(type);base64,".utf8)
    address.appendBase64(bytes)
    return String(decoding: address, as: UTF8.self)
  }

  private static func type(of path: String) -> String? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    return types[path[path.index(after: dot)...].lowercased()]
  }
}
