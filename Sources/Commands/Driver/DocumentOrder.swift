import Guide

/// The order of documents in navigation and matrix.
enum DocumentOrder {
  /// The home first, then by `order` in the source's front matter, then by key.
  static func sorted(_ documents: [DocumentSet], source: Int) -> [DocumentSet] {
    func rank(_ document: DocumentSet) -> (Int, Int) {
      let version = document.versions[source] ?? document.versions.lazy.compactMap { $0 }.first
      return (document.isHome ? 0 : 1, version?.document.metadata.order ?? Int.max)
    }
    return documents.sorted { left, right in
      let (first, second) = (rank(left), rank(right))
      if first != second { return first < second }
      return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
  }
}
