import Base
import Guide

extension Site {
  /// The URL that a resolved link is written as; nil if it leads nowhere.
  func url(of link: ResolvedLink, for locale: Int) -> String? {
    switch link {
    case .address(let address):
      sharedMatrixURL(at: address) ?? (isOffline ? onlineAddress(address) : address)
    case .page(let document, let page, let fragment):
      paths.documentURL(document, page, fragment: fragment)
    case .generated(let path, let suffix):
      sharedMatrixURL(path, suffix, locale) ?? paths.url(paths.home(locale) + path) + suffix
    case .file(let folder, let path): paths.url(paths.file(path, folder))
    case .none: nil
    }
  }

  /// An address on the site's server but outside of the site, as it is seen from a disk.
  private func onlineAddress(_ address: String) -> String {
    guard address.hasPrefix("/"), !address.hasPrefix("//") else { return address }
    return (guide.settings.siteURL ?? "") + address
  }

  /// The URL for an address on this server that names a document's matrix; nil for any other.
  func sharedMatrixURL(at address: String) -> String? {
    let base = guide.settings.basePath
    guard !matrixFitsOnePage, address.hasPrefix(base), address.contains("matrix/") else {
      return nil
    }
    let inside = address.dropFirst(base.count)
    let end = inside.firstIndex { $0 == "?" || $0 == "#" } ?? inside.endIndex
    guard let path = percentDecoded(String(inside[..<end])), let slash = path.firstIndex(of: "/"),
      let locale = links.localeByTag[String(path[..<slash])]
    else { return nil }
    return sharedMatrixURL(String(path[slash...].dropFirst()), String(inside[end...]), locale)
  }

  /// The URL of a document's matrix that is on a page of several documents; nil for any other path.
  ///
  /// - Parameters:
  ///   - path: a path below a locale's home.
  ///   - suffix: a query or a fragment, with its sign.
  private func sharedMatrixURL(_ path: String, _ suffix: String, _ locale: Int) -> String? {
    let start = "matrix/"
    guard !matrixFitsOnePage, path.hasPrefix(start) else { return nil }
    var key = path.dropFirst(start.count)
    if key.hasSuffix("/") { key = key.dropLast() }
    guard let document = links.documentByKey[String(key)], matrixParts[document] != nil else {
      return nil
    }
    return suffix.isEmpty
      ? matrixURL(ofDocument: document, locale)
      : paths.url(matrixPath(ofDocument: document, locale)) + suffix
  }
}
