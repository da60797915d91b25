/// The ids of one page, each given once.
struct IdentifierSet {
  private(set) var ids: Set<String>

  /// Starts with ids that are promised already.
  init(reserved: some Sequence<String>) {
    ids = Set(reserved)
  }

  /// Takes an id if it is free.
  mutating func take(_ id: String) -> Bool {
    ids.insert(id).inserted
  }

  /// Takes an id, or the first free one with a number behind it.
  mutating func takeNumbered(_ id: String) -> String {
    if take(id) { return id }
    var number = 2
    while !take("\(id)-\(number)") { number += 1 }
    return "\(id)-\(number)"
  }
}
