import Base
import Markdown

/// Finds the row of the source document for each entry of its `raci` file.
///
/// An anchor in the row that names the entry's id settles it. Next comes the title that the entry
/// records, and then a title whose slug is the id. The remaining entries and rows of a section pair
/// in order if they are equally many and no title contains all words of another's id. Otherwise,
/// only those pair whose words agree with each other and with nothing else. The rest stay unpaired.
/// A word that many ids have tells none.
///
/// An entry that records no title says nothing about its row except its id. If the ids of a
/// document are words of their rows' titles, a row without its id's words may have replaced
/// another.
struct EntryMatcher {
  /// The entry of a row.
  struct Match: Equatable {
    /// The entry's index.
    let entry: Int
    /// Whether only the row's place speaks for it, and its words against it.
    let isUncertain: Bool
  }

  private let rows: [Document.Row]
  private let sections: [String]
  private var entryOfRow: [Int?]
  private let slugs: [String]

  /// The entry of each row.
  ///
  /// - Parameter sections: the anchor of each row's section.
  static func match(
    _ raci: RaciFile, rows: [Document.Row], sections: [String]
  ) -> [Match?] {
    let entries = raci.sections.flatMap { section in
      section.responsibilities.map { (id: $0.id, section: section.anchor, title: $0.title) }
    }
    if entries.isEmpty { return Array(repeating: nil, count: rows.count) }
    var matcher = EntryMatcher(rows: rows, sections: sections)
    let named = entries.map { (id: $0.id, section: $0.section) }
    matcher.matchAnchors(named)
    matcher.matchTitles(entries)
    matcher.matchSlugs(named)
    let ids = entries.map(\.id)
    // Matches that are settled by now stay; a section's entries and rows belong to no other
    // section.
    let taken = Set(matcher.entryOfRow.compactMap { $0 })
    let open = Dictionary(grouping: entries.indices.filter { !taken.contains($0) }) {
      entries[$0].section
    }
    let free = Dictionary(
      grouping: rows.indices.filter { matcher.entryOfRow[$0] == nil && rows[$0].anchor == nil }
    ) { sections[$0] }
    for (section, rows) in free { matcher.matchInOrder(ids, open[section] ?? [], rows) }
    return matcher.matches(ids)
  }

  /// The matches, uncertain if they have none of their id's words although most others do.
  private func matches(_ ids: [String]) -> [Match?] {
    let agreement = rows.indices.map { row -> Bool? in
      guard let entry = entryOfRow[row], rows[row].anchor != ids[entry] else { return nil }
      return hasWord(of: ids[entry], slugs[row])
    }
    let strangers = agreement.count { $0 == false }
    let areIDsWords = agreement.count { $0 == true } >= Self.leastAgreeing * max(strangers, 1)
    return zip(entryOfRow, agreement).map { entry, agrees in
      entry.map { Match(entry: $0, isUncertain: areIDsWords && agrees == false) }
    }
  }

  /// So many rows must have words of their ids for each that has none.
  private static let leastAgreeing = 3

  /// Whether a word of a title begins like a word of the id; nil if neither has words in Latin
  /// letters.
  private func hasWord(of id: String, _ slug: String) -> Bool? {
    func beginnings(_ text: String) -> Set<Substring> {
      Set(text.split(separator: "-").filter { $0.utf8.count >= 3 }.map { $0.prefix(4) })
    }
    let (own, wanted) = (beginnings(slug), beginnings(id))
    return own.isEmpty || wanted.isEmpty ? nil : !own.isDisjoint(with: wanted)
  }

  private init(rows: [Document.Row], sections: [String]) {
    self.rows = rows
    self.sections = sections
    entryOfRow = Array(repeating: nil, count: rows.count)
    slugs = rows.map { asciiSlug($0.title) }
  }

  private mutating func matchAnchors(_ entries: [(id: String, section: String)]) {
    var byID: [String: Int] = [:]
    for (index, entry) in entries.enumerated() { byID[entry.id] = index }
    var taken: Set<Int> = []
    for row in rows.indices {
      guard let anchor = rows[row].anchor, let entry = byID[anchor],
        taken.insert(entry).inserted
      else { continue }
      entryOfRow[row] = entry
    }
  }

  /// Pairs rows with the entries of their section that record their titles, equal ones in order.
  private mutating func matchTitles(_ entries: [(id: String, section: String, title: String?)]) {
    guard entries.contains(where: { $0.title != nil }) else { return }
    let taken = Set(entryOfRow.compactMap { $0 })
    var open: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated().reversed() where !taken.contains(index) {
      guard let title = entry.title else { continue }
      open[entry.section + "#" + folded(title), default: []].append(index)
    }
    for row in rows.indices where entryOfRow[row] == nil {
      entryOfRow[row] = open[sections[row] + "#" + folded(rows[row].title)]?.popLast()
    }
  }

  private mutating func matchSlugs(_ entries: [(id: String, section: String)]) {
    var rowsBySlug: [String: [Int]] = [:]
    for row in rows.indices where entryOfRow[row] == nil && rows[row].anchor == nil {
      rowsBySlug[sections[row] + "#" + slugs[row], default: []].append(row)
    }
    let taken = Set(entryOfRow.compactMap { $0 })
    for (index, entry) in entries.enumerated() where !taken.contains(index) {
      let found = rowsBySlug[entry.section + "#" + entry.id] ?? []
      if found.count == 1 { entryOfRow[found[0]] = index }
    }
  }

  /// Pairs the rest of a section between the rows that are settled already.
  private mutating func matchInOrder(_ ids: [String], _ open: [Int], _ free: [Int]) {
    if open.count == free.count, !isContradicted(free, open, ids) {
      for (row, entry) in zip(free, open) { entryOfRow[row] = entry }
      return
    }
    for (row, entry) in pairsByWords(free, open, ids, sharing: .all) {
      entryOfRow[row] = entry
    }
    for (row, entry) in pairsByWords(free, open, ids, sharing: .half) {
      entryOfRow[row] = entry
    }
  }

  /// The rows and entries that agree with each other and with no other one.
  private func pairsByWords(
    _ free: [Int], _ open: [Int], _ ids: [String], sharing share: WordIndex.Share
  ) -> [(row: Int, entry: Int)] {
    let taken = Set(free.compactMap { entryOfRow[$0] })
    let index = WordIndex(open.filter { !taken.contains($0) }, ids)
    let candidates = free.filter { entryOfRow[$0] == nil }.map {
      (row: $0, entries: index.entries(sharing: share, of: slugs[$0]))
    }
    var rivals: [Int: Int] = [:]
    for (_, entries) in candidates { for entry in entries { rivals[entry, default: 0] += 1 } }
    return candidates.compactMap { row, entries in
      guard entries.count == 1, let entry = entries.first, rivals[entry] == 1 else { return nil }
      return (row, entry)
    }
  }

  /// Whether a title names another entry than the one that the order gives it.
  private func isContradicted(_ free: [Int], _ open: [Int], _ ids: [String]) -> Bool {
    let index = WordIndex(open, ids)
    return zip(free, open).contains { row, own in
      !index.entries(sharing: .all, of: slugs[row]).isEmpty
        && !index.entries(sharing: .half, of: slugs[row]).contains(own)
    }
  }
}

/// The entries by the words of their ids, so that tables of any size are matched in little time.
private struct WordIndex {
  /// How many words of an id must be in a title; one of them says something.
  enum Share {
    case half, all
  }

  /// How many ids can have a word that still says something about one of them.
  private static let mostEntriesOfWord = 64
  /// The least length in bytes of a word that says something.
  private static let leastWordLength = 3

  private let entries: [Int]
  private let words: [[Substring]]
  /// The entries that contain each significant word, as indices of `entries`.
  private let placesOfWord: [Substring: [Int]]
  /// How many words of each entry say nothing, since they are short or many ids have them.
  private let silent: [Int]

  init(_ entries: [Int], _ ids: [String]) {
    self.entries = entries
    words = entries.map { ids[$0].split(separator: "-") }
    var placesOfWord: [Substring: [Int]] = [:]
    for (place, words) in words.enumerated() {
      for word in words where word.utf8.count >= Self.leastWordLength {
        placesOfWord[word, default: []].append(place)
      }
    }
    let kept = placesOfWord.filter { $0.value.count <= Self.mostEntriesOfWord }
    self.placesOfWord = kept
    silent = words.map { words in words.count { kept[$0] == nil } }
  }

  /// The entries that share so many words with a title.
  func entries(sharing share: Share, of slug: String) -> [Int] {
    let title = Set(slug.split(separator: "-"))
    var hits: [Int: Int] = [:]
    for word in title { for place in placesOfWord[word] ?? [] { hits[place, default: 0] += 1 } }
    return hits.keys.filter { place in
      // Most entries share too few words to look at all of theirs.
      let most = hits[place, default: 0] + silent[place]
      guard share == .all ? most >= words[place].count : most * 2 >= words[place].count else {
        return false
      }
      let (shared, wanted) = (words[place].count(where: title.contains), words[place].count)
      return share == .all ? shared == wanted : shared * 2 >= wanted
    }.map { entries[$0] }
  }
}
