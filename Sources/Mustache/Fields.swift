/// The named values of an object, in the order in which they were added.
///
/// Lookup in small objects is linear, since names of up to 15 bytes compare without following a
/// pointer; large ones have a table. Where a name was added twice, the first counts.
public struct Fields: Sendable, ExpressibleByDictionaryLiteral {
  /// From this many on, a table is worth its making.
  private static let tableSize = 24

  private var pairs: [(String, Value)]
  /// Where each name is; empty for small objects.
  private var table: [String: Int] = [:]

  /// Makes fields from pairs of a name and a value.
  public init(_ pairs: [(String, Value)] = []) {
    self.pairs = pairs
    guard pairs.count >= Self.tableSize else { return }
    table.reserveCapacity(pairs.count)
    for (index, (name, _)) in pairs.enumerated() where table[name] == nil { table[name] = index }
  }

  /// Makes fields that keep the order of the literal.
  public init(dictionaryLiteral pairs: (String, Value)...) {
    self.init(pairs)
  }

  /// Adds a field behind the others.
  public mutating func append(_ name: String, _ value: Value) {
    if !table.isEmpty, table[name] == nil { table[name] = pairs.count }
    pairs.append((name, value))
  }

  /// The value of a name, or nil where there is no such field.
  public subscript(name: String) -> Value? {
    if !table.isEmpty { return table[name].map { pairs[$0].1 } }
    for index in pairs.indices where pairs[index].0 == name { return pairs[index].1 }
    return nil
  }
}
