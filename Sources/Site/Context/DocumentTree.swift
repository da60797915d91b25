import Guide

/// The documents of a guide by their folders, in the order of the navigation; the home is in none.
struct DocumentTree: Sendable {
  /// An entry of a folder.
  enum Entry: Sendable, Hashable {
    /// A document, by its index in the guide.
    case document(Int)
    /// A folder, by its index in the tree.
    case folder(Int)
  }

  /// A folder; the first is the guide itself.
  struct Folder: Sendable {
    /// Its path below a locale's folder, `a/b`; empty for the guide.
    let path: String
    /// The folder around it; nil for the guide.
    let parent: Int?
    /// The document that is its index, whose title is its name.
    var index: Int?
    /// Its entries, except its index.
    fileprivate(set) var entries: [Entry] = []

    /// The name of a folder without an index: the last part of its path, as words.
    var name: String {
      let last = path.split(separator: "/").last ?? ""
      return String(last.map { $0 == "-" || $0 == "_" ? " " : $0 })
    }
  }

  private(set) var folders = [Folder(path: "", parent: nil)]
  /// The folder that each document is in; that of an index is its own, that of the home the guide.
  private(set) var folderOfDocument: [Int] = []

  init(_ guide: Guide) {
    var known = ["": 0]
    for (number, document) in guide.documents.enumerated() {
      let parts = document.key.split(separator: "/").dropLast()
      let folder = folder(parts.map(String.init), &known)
      folderOfDocument.append(folder)
      if document.isHome { continue }
      if folder != 0, document.key.hasSuffix("/index") {
        folders[folder].index = number
      } else {
        folders[folder].entries.append(.document(number))
      }
    }
  }

  /// The folder of a path, which is made if there is none yet.
  private mutating func folder(_ parts: [String], _ known: inout [String: Int]) -> Int {
    var path = ""
    var folder = 0
    for part in parts {
      path += (path.isEmpty ? "" : "/") + part
      if let next = known[path] {
        folder = next
        continue
      }
      let next = folders.count
      folders.append(Folder(path: path, parent: folder))
      folders[folder].entries.append(.folder(next))
      known[path] = next
      folder = next
    }
    return folder
  }

  /// A folder and those around it, the innermost first.
  func foldersAround(_ folder: Int) -> [Int] {
    var around: [Int] = []
    var next: Int? = folder
    while let here = next {
      around.append(here)
      next = folders[here].parent
    }
    return around
  }

  /// How many documents are in each folder and below it, of those that count.
  func documentCounts(_ isCounted: (Int) -> Bool) -> [Int] {
    var counts = folders.map { folder in
      folder.entries.count { entry in
        if case .document(let document) = entry { isCounted(document) } else { false }
      } + (folder.index.map(isCounted) == true ? 1 : 0)
    }
    // A folder comes behind the one around it.
    for (folder, place) in folders.enumerated().reversed() {
      if let parent = place.parent { counts[parent] += counts[folder] }
    }
    return counts
  }
}
