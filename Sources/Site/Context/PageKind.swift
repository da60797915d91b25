import Mustache

/// The kind of a page, which identifies its counterparts in other locales.
enum PageKind: Hashable {
  case document(Int)
  case home
  case matrix
  /// The part of the matrix that begins with a document.
  case matrixPart(Int)
  case party(Int)
  case search
  case changes
  case reviews
  case book
  case status
  case notFound

  /// The name of the layout's flag for such a page.
  var flag: Name {
    switch self {
    case .document: "is_document"
    case .home: "is_home"
    case .matrix, .matrixPart: "is_matrix"
    case .party: "is_party"
    case .search: "is_search"
    case .changes: "is_changes"
    case .reviews: "is_reviews"
    case .book: "is_book"
    case .status: "is_status"
    case .notFound: "is_not_found"
    }
  }

  /// The document that the page is about, by its index in the guide.
  var documentIndex: Int? {
    switch self {
    case .document(let index), .matrixPart(let index): index
    default: nil
    }
  }

  /// Whether it is a document's own page.
  var isDocument: Bool {
    if case .document = self { true } else { false }
  }
}
