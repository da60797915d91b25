/// The ids of one page, each given once.
struct IdentifierSet {
  private(set) var ids: Set<String>
  /// The last number tried behind each id, so that many equal names take linear time.
  private var lastNumber: [String: Int] = [:]

  /// Starts with ids that are promised already.
  init(reserved: some Sequence<String>) {
    ids = Set(reserved)
  }

  /// Takes an id if it is free.
  mutating func take(_ id: String) -> Bool {
    ids.insert(id).inserted
  }

  /// Takes an id, or the first with a number behind it that is free here and not among others.
  mutating func takeNumbered(_ id: String, besides others: IdentifierSet? = nil) -> String {
    var candidate = id
    var number = lastNumber[id] ?? 1
    defer { lastNumber[id] = number }
    while others?.ids.contains(candidate) ?? false || !take(candidate) {
      number += 1
      candidate = "\(id)-\(number)"
    }
    return candidate
  }
}
