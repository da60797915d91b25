import Guide

/// Finds the party that a record is about: by its id, else by one of its names in any language.
struct PartyIndex {
  private let ids: [String]
  private let known: Set<String>
  /// The first party of each id and name, as `PartyRecords.key` has them.
  private let partyOfID: [String: Int]
  private let partyOfName: [String: Int]

  init(_ guide: Guide) {
    ids = guide.settings.parties.map(\.text)
    known = Set(ids)
    partyOfID = Dictionary(
      ids.enumerated().map { (PartyRecords.key($1), $0) }, uniquingKeysWith: min)
    var partyOfName: [String: Int] = [:]
    for locale in guide.locales {
      for (index, party) in locale.parties.enumerated().prefix(ids.count) {
        for name in [party.name, party.short] {
          let key = PartyRecords.key(name)
          partyOfName[key] = min(partyOfName[key] ?? index, index)
        }
      }
    }
    self.partyOfName = partyOfName
  }

  /// The id of the party; nil if the guide has none such.
  func party(of record: PartyRecord) -> String? {
    if let id = record.names.first(where: known.contains) { return id }
    let names = record.names.map(PartyRecords.key).filter { !$0.isEmpty }
    let index =
      names.compactMap { partyOfID[$0] }.min() ?? names.compactMap { partyOfName[$0] }.min()
    return index.map { ids[$0] }
  }
}
