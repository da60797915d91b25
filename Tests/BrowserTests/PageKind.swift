/// The kinds of pages that a site has, each with an address that shows one.
enum PageKind: String, CaseIterable {
  case home, document, matrix, documentMatrix, party, search, status, chooser, notFound

  /// The path of such a page in the bundled guide.
  func path(in locale: String) -> String {
    switch self {
    case .home: "/\(locale)/"
    case .document: "/\(locale)/roles-and-responsibilities/"
    case .matrix: "/\(locale)/matrix/"
    case .documentMatrix: "/\(locale)/matrix/roles-and-responsibilities/"
    case .party: "/\(locale)/parties/customer-it/"
    case .search: "/\(locale)/search/?q=vpn"
    case .status: "/status/"
    case .chooser: "/?choose"
    case .notFound: "/\(locale)/404.html"
    }
  }
}
