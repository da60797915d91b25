/// The named values of an object, in the order in which they were added.
///
/// Lookup is linear: objects are small, and names of up to 15 bytes compare without following a
/// pointer. Where a name was added twice, the first counts.
public struct Fields: Sendable, ExpressibleByDictionaryLiteral {
  private var pairs: [(name: String, value: Value)]

  /// Makes fields from pairs of a name and a value.
  public init(_ pairs: [(String, Value)] = []) {
    self.pairs = pairs.map { (name: $0.0, value: $0.1) }
  }

  /// Makes fields that keep the order of the literal.
  public init(dictionaryLiteral pairs: (String, Value)...) {
    self.init(pairs)
  }

  /// Adds a field behind the others.
  public mutating func append(_ name: String, _ value: Value) {
    pairs.append((name, value))
  }

  /// The value of a name, or nil where there is no such field.
  public subscript(name: String) -> Value? {
    for pair in pairs where pair.name == name {
      return pair.value
    }
    return nil
  }
}
