import Guide
import Mustache

/// The documents in the navigation of one locale's pages: all in their folders, or, in a large
/// guide, those near the page.
struct DocumentNavigation: Sendable {
  /// Past this many documents the navigation shows those near the page.
  static let mostDocuments = 40
  /// Past this many entries a folder of a large guide shows those near the page.
  static let mostEntries = 12

  private let tree: DocumentTree
  /// The fields of each document; nil for one that the locale does not show.
  private let documents: [SharedFields?]
  /// How many documents are in each folder and below it.
  private let counts: [Int]
  /// The entries that each folder shows.
  private let shown: [[DocumentTree.Entry]]
  /// The index of each shown document and folder among the entries that its folder shows.
  private let places: [DocumentTree.Entry: Int]
  private let strings: StringTable
  /// The name of each folder without an index, with the language of one that is not the page's.
  private let names: [(title: String, foreign: Value)]
  /// The page that lists all documents.
  private let home: String
  /// Whether documents are so many that a page shows some of them.
  let isPartial: Bool

  init(
    _ tree: DocumentTree, _ documents: [SharedFields?], home: String, _ strings: StringTable,
    names: [(title: String, foreign: Value)]
  ) {
    self.tree = tree
    self.names = names
    self.documents = documents
    self.home = home
    self.strings = strings
    let counts = tree.documentCounts { documents[$0] != nil }
    self.counts = counts
    shown = tree.folders.map { folder in
      folder.entries.filter { entry in
        switch entry {
        case .document(let document): documents[document] != nil
        case .folder(let folder): counts[folder] > 0
        }
      }
    }
    var places: [DocumentTree.Entry: Int] = [:]
    for entries in shown where entries.count > Self.mostEntries {
      for (place, entry) in entries.enumerated() { places[entry] = place }
    }
    self.places = places
    isPartial = documents.count > Self.mostDocuments
  }

  /// How many documents there are.
  var documentCount: Int { counts[0] }

  /// An entry of the list that is being made, with the lists that begin in it or end behind it.
  private struct Item {
    var fields: Fields
    var opens = false
    var closes = 0

    var value: Value {
      var fields = fields
      fields.append("opens", .bool(opens))
      fields.append("closes", .list((0..<closes).map { _ in [:] }))
      return .object(fields)
    }
  }

  /// A folder whose entries are being listed.
  private struct Level {
    let folder: Int
    let entries: ArraySlice<DocumentTree.Entry>
    var next: Int
    var left: Int
  }

  /// The entries for a page; a template nests the lists by their beginnings and ends.
  ///
  /// - Parameters:
  ///   - document: the document that the page is about, by its index in the guide; nil for none.
  ///   - isCurrent: whether the page is that document's own.
  func entries(near document: Int?, isCurrent: Bool) -> Value {
    let around = tree.foldersAround(document.map { tree.folderOfDocument[$0] } ?? 0)
    var items: [Item] = []
    var levels = [level(0, near: document, around)]
    while var level = levels.popLast() {
      guard level.next < level.entries.endIndex else {
        if level.left > 0 { items.append(rest(of: level)) }
        if !levels.isEmpty, !items.isEmpty { items[items.count - 1].closes += 1 }
        continue
      }
      let entry = level.entries[level.next]
      level.next += 1
      levels.append(level)
      switch entry {
      case .document(let other):
        guard let fields = documents[other] else { continue }
        let isHere = isCurrent && other == document
        items.append(Item(fields: Fields(isHere ? [("current", true)] : [], sharing: fields)))
      case .folder(let folder):
        let isOpen = !isPartial || around.contains(folder)
        let isHere = isCurrent && document != nil && tree.folders[folder].index == document
        let item = item(folder, isOpen: isOpen, isHere: isHere)
        items.append(item)
        if item.opens { levels.append(self.level(folder, near: document, around)) }
      }
    }
    return .list(items.map(\.value))
  }

  /// The documents whose titles a page that is about a document shows.
  func documents(near document: Int) -> [Int] {
    let around = tree.foldersAround(tree.folderOfDocument[document])
    return around.flatMap { folder in
      level(folder, near: document, around).entries.compactMap { entry in
        switch entry {
        case .document(let other): other
        case .folder(let other): tree.folders[other].index
        }
      }
    }
  }

  /// The entries of a folder, or of many those around the page's own.
  private func level(_ folder: Int, near document: Int?, _ around: [Int]) -> Level {
    let shown = shown[folder]
    guard isPartial, shown.count > Self.mostEntries else {
      return Level(folder: folder, entries: shown[...], next: 0, left: 0)
    }
    let inner = zip(around.dropFirst(), around).first { $0.0 == folder }?.1
    let own = inner.map { DocumentTree.Entry.folder($0) } ?? document.map { .document($0) }
    let place = own.flatMap { places[$0] } ?? 0
    let start = max(0, min(place - Self.mostEntries / 2, shown.count - Self.mostEntries))
    let near = shown[start..<start + Self.mostEntries]
    let hasIndex = tree.folders[folder].index.map { documents[$0] != nil } ?? false
    let left = counts[folder] - (hasIndex ? 1 : 0) - near.reduce(0) { $0 + size(of: $1) }
    return Level(folder: folder, entries: near, next: near.startIndex, left: left)
  }

  private func size(of entry: DocumentTree.Entry) -> Int {
    switch entry {
    case .document(let document): documents[document] == nil ? 0 : 1
    case .folder(let folder): counts[folder]
    }
  }

  private func item(_ folder: Int, isOpen: Bool, isHere: Bool) -> Item {
    let place = tree.folders[folder]
    let size: Value = isOpen ? .null : .text(strings.number(counts[folder]))
    let opens = isOpen && !shown[folder].isEmpty
    if let index = place.index, let fields = documents[index] {
      var own: [(Name, Value)] = [("count", size)]
      if isHere { own.append(("current", true)) }
      return Item(fields: Fields(own, sharing: fields), opens: opens)
    }
    let url: Value = isOpen ? .null : .address(address(of: folder))
    return Item(
      fields: [
        "title": .text(names[folder].title), "url": url, "current": false,
        "foreign": names[folder].foreign, "count": size,
      ], opens: opens)
  }

  /// The link to the entries that a folder leaves out.
  private func rest(of level: Level) -> Item {
    Item(
      fields: [
        "title": .text(strings.counted("status_more", level.left)),
        "url": .address(address(of: level.folder)), "current": false,
        "foreign": .null, "count": .null,
      ])
  }

  /// The address of a folder's documents on the page that lists all: if it has none itself, those
  /// of the first folder in it.
  private func address(of folder: Int) -> String {
    var place = folder
    while place != 0, !hasOwnDocuments(place), let next = firstFolder(in: place) { place = next }
    return home + "#" + Self.anchor(ofFolder: place)
  }

  private func hasOwnDocuments(_ folder: Int) -> Bool {
    if let index = tree.folders[folder].index, documents[index] != nil { return true }
    return shown[folder].contains { entry in
      if case .document = entry { true } else { false }
    }
  }

  private func firstFolder(in folder: Int) -> Int? {
    for case .folder(let other) in shown[folder] { return other }
    return nil
  }

  /// The anchor of a folder's documents on the page that lists all.
  static func anchor(ofFolder folder: Int) -> String {
    folder == 0 ? "_documents" : "_documents-\(folder)"
  }
}
