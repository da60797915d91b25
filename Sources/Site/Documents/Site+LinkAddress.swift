import Guide

extension Site {
  /// The URL that a resolved link is written as; nil if it leads nowhere.
  func url(of link: ResolvedLink, for locale: Int) -> String? {
    switch link {
    case .address(let address): isOffline ? onlineAddress(address) : address
    case .page(let document, let page, let fragment):
      paths.documentURL(document, page, fragment: fragment)
    case .generated(let path, let suffix): paths.url(paths.home(locale) + path) + suffix
    case .file(let folder, let path): paths.url(paths.file(path, folder))
    case .none: nil
    }
  }

  /// An address on the site's server but outside of the site, as it is seen from a disk.
  private func onlineAddress(_ address: String) -> String {
    guard address.hasPrefix("/"), !address.hasPrefix("//") else { return address }
    return (guide.settings.siteURL ?? "") + address
  }
}
