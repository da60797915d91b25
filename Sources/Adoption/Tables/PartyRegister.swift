import Base
import Guide
import Markdown

/// The parties of the new guide: who is named in tables, or whom a section is about.
struct PartyRegister {
  /// A party.
  struct Party: Sendable {
    /// Its id.
    let id: String
    /// Its name in the source.
    let name: String
    /// The number of places that name it.
    let count: Int
  }

  /// The number of parties that are still a matrix; past the usual limit `guide.yml` raises it.
  static let maximumCount = 1000

  /// In the order in which the source names them.
  private(set) var parties: [Party] = []
  /// The names for which there was no place.
  private(set) var leftOut: [String] = []
  private var indexOfKey: [String: Int] = [:]
  private var names: NameCollector

  /// Names parties, at most so many as make a matrix; the rarest ones are left out.
  ///
  /// - Parameter english: the names of parties in English translations, for ids.
  init(_ survey: DutySurvey, _ english: EnglishNames) {
    names = survey.names
    var mentions = Mentions()
    for document in survey.documents {
      for (index, isDuty) in document.areDuties.enumerated() where isDuty {
        mentions.add(document, index, &names)
      }
    }
    var ids = IdentifierMaker()
    let limit = Self.maximumCount
    let isFull = mentions.all.count > limit
    let kept = isFull ? Set(mentions.byCount.prefix(limit)) : Set(mentions.all.indices)
    for (index, mention) in mentions.all.enumerated() {
      guard kept.contains(index) else {
        leftOut.append(mention.name)
        continue
      }
      indexOfKey[NameCollector.key(mention.name)] = parties.count
      let id = ids.party(
        mention.name, anchor: mention.anchor, english: english.name(of: mention.name),
        locale: mention.locale)
      parties.append(.init(id: id, name: mention.name, count: mention.count))
    }
  }

  /// The index of a party by its name; nil if no party has it.
  func index(of name: String) -> Int? { indexOfKey[NameCollector.key(name)] }

  /// The indices of the parties that a head names; empty if it names none.
  mutating func indices(ofHead head: String, _ locale: String) -> [Int] {
    if let whole = index(of: head) { return [whole] }
    let parts = names.parts(ofHead: head, locale).map { index(of: $0) }
    return parts.contains(nil) ? [] : parts.compactMap { $0 }
  }

  /// The indices of the parties that a cell names, nil for each name that isn't one.
  mutating func indices(ofCell text: String, _ locale: String) -> [Int?] {
    names.names(in: text, locale).map { index(of: $0) }
  }
}

/// The names in the order of the text, with how often they come.
private struct Mentions {
  struct Mention {
    let name: String
    let anchor: String?
    let locale: String
    var count = 1
  }

  private(set) var all: [Mention] = []
  private var indexOfKey: [String: Int] = [:]

  /// The indices of the names, the most frequent first.
  var byCount: [Int] {
    all.indices.sorted { (-all[$0].count, $0) < (-all[$1].count, $1) }
  }

  mutating func add(_ document: SurveyedDocument, _ index: Int, _ names: inout NameCollector) {
    let (table, locale) = (document.tables[index], document.adopted.locale)
    for head in table.heads where !head.isShared {
      for name in names.parts(ofHead: head.text, locale) { add(name, anchor: nil, locale) }
    }
    for cell in table.cells {
      for name in names.names(in: cell.text, locale) { add(name, anchor: nil, locale) }
    }
    if table.kind == .prose, let name = document.partyName(index) {
      let section = document.partyHeading(index).map { document.document.headings[$0] }
      add(name, anchor: section?.anchor, locale)
    }
  }

  private mutating func add(_ name: String, anchor: String?, _ locale: String) {
    let key = NameCollector.key(name)
    if key.isEmpty { return }
    // Pictures before a name are not part of it.
    let name = String(name.drop { $0.isPicture || $0.isWhitespace })
    if let known = indexOfKey[key] {
      all[known].count += 1
    } else {
      indexOfKey[key] = all.count
      all.append(.init(name: name, anchor: anchor, locale: locale))
    }
  }
}

extension Character {
  /// Whether it is an emoji or another picture, and no letter, digit, or punctuation.
  fileprivate var isPicture: Bool {
    unicodeScalars.first?.properties.generalCategory == .otherSymbol
  }
}
