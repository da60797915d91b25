import Base
import Guide

/// The address of each document's page below a locale's home: its key, or the next free address if
/// the site has another page there.
///
/// Addresses that differ only in case count as one, since some servers cannot tell them apart.
struct DocumentAddresses {
  /// The pages by the documents' indices; each ends in a slash, or is empty for the home.
  let pages: [String]
  /// The documents that are not at the path of their key.
  let moved: [Int]

  init(_ guide: Guide) {
    let keys = guide.documents.map(\.key)
    var taken = Self.ownPages(of: guide, keys)
    let natural = Set(keys.map { Self.page(ofDocument: $0).lowercased() })
    var pages = keys.map(Self.page)
    var moved: [Int] = []
    var numbers: [String: Int] = [:]
    for index in keys.indices.sorted(by: { keys[$0].precedes(keys[$1]) }) {
      if taken.insert(pages[index].lowercased()).inserted { continue }
      moved.append(index)
      let name = keys[index].lowercased()
      var number = numbers[name] ?? 0
      repeat {
        number += 1
        pages[index] = Self.numbered(keys[index], number)
      } while natural.contains(pages[index].lowercased())
        || !taken.insert(pages[index].lowercased()).inserted
      numbers[name] = number
    }
    self.pages = pages
    self.moved = moved.sorted()
  }

  /// The path of a document's page below a locale's home, if nothing else is there.
  private static func page(ofDocument key: String) -> String {
    if key == "index" { return "" }
    return key.hasSuffix("/index") ? String(key.dropLast("index".count)) : key + "/"
  }

  /// The page with a number behind its name.
  private static func numbered(_ key: String, _ number: Int) -> String {
    let name = key.hasSuffix("/index") ? String(key.dropLast("/index".count)) : key
    return "\(name)-\(number)/"
  }

  /// The site's own pages and files below a locale's home, which documents may be named like.
  private static func ownPages(of guide: Guide, _ keys: [String]) -> Set<String> {
    var pages: Set<String> = [
      "changes/", "matrix/", "search/", "parties/", "404.html/", "index.html/", "matrix.csv/",
      "matrix.json/", "matrix.xlsx/", "print.html/",
    ]
    if guide.reviews != nil { pages.insert("reviews/") }
    for party in guide.settings.parties { pages.insert("parties/\(party.text)/".lowercased()) }
    for document in guide.documents where !document.responsibilities.isEmpty {
      pages.insert("matrix/\(document.key)/".lowercased())
    }
    return pages
  }
}

extension Site {
  /// A finding on each document whose page is at another address than its key says.
  func movedDocuments() -> [Diagnostic] {
    paths.movedDocuments.compactMap { index in
      let set = guide.documents[index]
      guard
        let version = set.versions[guide.sourceIndex] ?? set.versions.lazy.compactMap({ $0 }).first
      else { return nil }
      return Diagnostic(
        .documentMoved,
        "the site has another page at '\(set.key)/'; this document is at '\(paths.page(ofDocument: index))'",
        at: SourceLocation(path: version.document.path), hint: "rename the file")
    }
  }
}
