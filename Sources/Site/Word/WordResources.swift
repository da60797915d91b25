import Base

/// The resources that the parts of a document share: lists, pictures, bookmarks, notes.
struct WordResources {
  /// A numbered list.
  struct OrderedList {
    let level: Int
    let start: Int
    /// How it counts, as `w:numFmt` says it.
    let format: String
  }

  /// A picture's file.
  struct Picture {
    let ending: String
    let bytes: [UInt8]
  }

  /// The number of the list of bullets.
  static let bullets = 1

  private(set) var lists: [OrderedList] = []
  private(set) var pictures: [Picture] = []
  private var pictureOfAddress: [String: (number: Int, size: PictureSize)] = [:]
  /// The drawings so far; each has a number of its own.
  private(set) var drawings = 0
  /// The bookmarks that links lead to, by the id of the place.
  let bookmarks: [String: Int]
  /// The notes, by the id of the place, each with its node.
  let notes: [String: (number: Int, node: Int)]
  /// The notes that the text referred to.
  var usedNotes: Set<Int> = []

  /// Searches a page for the targets of links.
  init(_ markup: Markup) {
    var ids: Set<String> = []
    var notes: [String: (number: Int, node: Int)] = [:]
    for (index, node) in markup.nodes.enumerated() {
      guard let id = node["id"], !id.isEmpty else { continue }
      ids.insert(id)
      if node.name == "li", markup.isNote(index) { notes[id] = (notes.count + 1, index) }
    }
    self.notes = notes
    var bookmarks: [String: Int] = [:]
    for node in markup.nodes where node.name == "a" {
      guard let target = Markup.fragment(node["href"]), ids.contains(target),
        notes[target] == nil, bookmarks[target] == nil
      else { continue }
      bookmarks[target] = bookmarks.count + 1
    }
    self.bookmarks = bookmarks
  }

  /// The number of a new numbered list.
  mutating func add(_ list: OrderedList) -> Int {
    lists.append(list)
    return lists.count + Self.bullets
  }

  /// The picture of an address that has its content; nil if Word doesn't show its kind.
  mutating func picture(at address: String) -> (number: Int, size: PictureSize)? {
    if let known = pictureOfAddress[address] {
      drawings += 1
      return known
    }
    guard address.hasPrefix("data:image/"), let comma = address.firstIndex(of: ","),
      let bytes = [UInt8](base64: address[address.index(after: comma)...].utf8),
      let size = PictureSize(bytes)
    else { return nil }
    pictures.append(Picture(ending: size.ending, bytes: bytes))
    drawings += 1
    pictureOfAddress[address] = (pictures.count, size)
    return (pictures.count, size)
  }
}

extension Markup {
  /// The id that a link on the page leads to; nil for other links.
  static func fragment(_ href: String?) -> String? {
    guard let href, href.hasPrefix("#") else { return nil }
    let fragment = String(href.dropFirst())
    return percentDecoded(fragment) ?? fragment
  }

  /// Whether an item is that of a document's footnotes.
  func isNote(_ item: Int) -> Bool {
    guard let list = nodes[item].parent, let section = nodes[list].parent else { return false }
    return nodes[section].has("footnotes")
  }
}
