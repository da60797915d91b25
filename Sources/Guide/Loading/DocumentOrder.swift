import Base

/// The order of documents in navigation and matrix.
enum DocumentOrder {
  /// The home first, then by the sidebar, then by `order` in the source's front matter, then by key,
  /// with numbers by their value.
  static func sorted(
    _ documents: [DocumentSet], source: Int, _ sidebar: Sidebar
  ) -> [DocumentSet] {
    let last = sidebar.entries.count
    let ranked = documents.map { document in
      let version = document.versions[source] ?? document.versions.lazy.compactMap { $0 }.first
      let order = version?.document.metadata.order ?? .infinity
      let place = document.isHome ? -1 : sidebar.place(of: document.key) ?? last
      return (rank: (place, order), document: document)
    }
    return ranked.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      return left.document.key.precedesNaturally(right.document.key)
    }.map(\.document)
  }
}
