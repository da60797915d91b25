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

  /// A folder, or a group of the sidebar; the first is the guide itself.
  struct Folder: Sendable {
    /// Its path below a locale's folder, `a/b`; empty for the guide and for a group.
    let path: String
    /// The folder around it; nil for the guide.
    let parent: Int?
    /// The group that it is; nil for a folder.
    var group: Sidebar.Group?
    /// The document that is its index, whose title is its name.
    var index: Int?
    /// Its entries, except its index.
    fileprivate(set) var entries: [Entry] = []

    /// The name of a folder without an index: the title of a group, or the last part of its path as
    /// words.
    ///
    /// - Returns: the name, and the locale that a group's title is borrowed from.
    func name(in locale: String, source: String) -> (text: String, borrowedFrom: String?) {
      if let group { return group.title(in: locale, source: source) }
      let last = path.split(separator: "/").last ?? ""
      return (String(last.map { $0 == "-" || $0 == "_" ? " " : $0 }), nil)
    }
  }

  private(set) var folders = [Folder(path: "", parent: nil)]
  /// The folder that each document is in; that of an index is its own, that of the home the guide.
  private(set) var folderOfDocument: [Int] = []

  init(_ guide: Guide) {
    var known: [Place: Int] = [:]
    let sidebar = guide.settings.presentation.sidebar
    for (number, document) in guide.documents.enumerated() {
      let entry = sidebar.place(of: document.key).map { sidebar.entries[$0] }
      var parts = document.key.split(separator: "/").dropLast().map(String.init)
      if let entry, entry.group != nil, !document.isHome {
        // A group contains the folder itself, without those around it.
        parts = Array(parts.dropFirst(entry.name.text.split(separator: "/").dropLast().count))
        if entry.name.text == document.key { parts = [] }
      }
      let folder = folder(
        parts, in: document.isHome ? nil : entry?.group, of: sidebar, &known)
      folderOfDocument.append(folder)
      if document.isHome { continue }
      if folder != 0, document.key.hasSuffix("/index") {
        folders[folder].index = number
      } else {
        folders[folder].entries.append(.document(number))
      }
    }
  }

  /// The place of a folder: its path below a group, or below the guide.
  private struct Place: Hashable {
    let group: Int?
    let path: String
  }

  /// The folder of a path, which is made if there is none yet.
  private mutating func folder(
    _ parts: [String], in group: Int?, of sidebar: Sidebar, _ known: inout [Place: Int]
  ) -> Int {
    var path = ""
    var folder = 0
    if let group {
      folder =
        known[Place(group: group, path: "")]
        ?? add(
          Folder(path: "", parent: 0, group: sidebar.groups[group]))
      known[Place(group: group, path: "")] = folder
    }
    for part in parts {
      path += (path.isEmpty ? "" : "/") + part
      let place = Place(group: group, path: path)
      folder = known[place] ?? add(Folder(path: path, parent: folder))
      known[place] = folder
    }
    return folder
  }

  /// Adds a folder to the one around it.
  private mutating func add(_ folder: Folder) -> Int {
    let number = folders.count
    folders.append(folder)
    if let parent = folder.parent { folders[parent].entries.append(.folder(number)) }
    return number
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
