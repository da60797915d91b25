import Guide

/// A column of the status page's map: a document, or several if there are too many for one each.
struct StatusColumn {
  /// The kind of a column.
  enum Kind {
    case document(Int)
    /// All documents of a folder; the empty name is of those in none.
    case folder(String)
    /// All that have no column of their own.
    case rest
  }

  /// Past this many documents, columns have several each.
  static let most = 24

  let kind: Kind
  /// The documents, by their index in the guide.
  let documents: [Int]

  /// The columns for a guide: its documents, or the folders of a large guide.
  ///
  /// If there are too many folders, or only one, the documents that need most work, and the rest.
  ///
  /// - Parameter need: how much is to be done in each document.
  static func columns(_ guide: Guide, need: [Int]) -> [StatusColumn] {
    let all = Array(guide.documents.indices)
    if all.count <= most { return all.map { StatusColumn(kind: .document($0), documents: [$0]) } }
    let folders = folders(guide)
    if (2...most).contains(folders.count) { return folders }
    let neediest = all.filter { need[$0] > 0 }.sorted { (-need[$0], $0) < (-need[$1], $1) }
      .prefix(most - 1).sorted()
    let own = Set(neediest)
    let rest = StatusColumn(kind: .rest, documents: all.filter { !own.contains($0) })
    return neediest.map { StatusColumn(kind: .document($0), documents: [$0]) } + [rest]
  }

  /// The greatest number of documents with a row of their own.
  private static let mostRows = 400

  /// The rows for a guide of many documents: those that need work, and the rest.
  static func rows(_ guide: Guide, need: [Int]) -> [StatusColumn] {
    let needy = guide.documents.indices.filter { need[$0] > 0 }.prefix(mostRows)
    let own = Set(needy)
    let rest = guide.documents.indices.filter { !own.contains($0) }
    return needy.map { StatusColumn(kind: .document($0), documents: [$0]) }
      + (rest.isEmpty ? [] : [StatusColumn(kind: .rest, documents: rest)])
  }

  private static func folders(_ guide: Guide) -> [StatusColumn] {
    var documents: [String: [Int]] = [:]
    var order: [String] = []
    for (index, document) in guide.documents.enumerated() {
      let slash = document.key.firstIndex(of: "/")
      let folder = slash.map { String(document.key[..<$0]) } ?? ""
      if documents[folder] == nil { order.append(folder) }
      documents[folder, default: []].append(index)
    }
    return order.map { StatusColumn(kind: .folder($0), documents: documents[$0] ?? []) }
  }
}
