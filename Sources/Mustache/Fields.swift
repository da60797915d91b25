/// The named values of an object, in the order in which they were added.
///
/// Where a name was added twice, the first counts.
public struct Fields: Sendable, ExpressibleByDictionaryLiteral {
  private var own: [(Name, Value)]
  private let shared: SharedFields?

  /// Makes fields of names and values.
  ///
  /// - Parameter shared: where names are looked up that these fields do not have.
  public init(_ fields: [(Name, Value)] = [], sharing shared: SharedFields? = nil) {
    own = fields
    self.shared = shared
  }

  /// Makes fields that keep the order of the literal.
  public init(dictionaryLiteral fields: (Name, Value)...) {
    self.init(fields)
  }

  /// Adds a field behind the others.
  public mutating func append(_ name: Name, _ value: Value) {
    own.append((name, value))
  }

  /// The value of a name, or nil where there is no such field.
  public subscript(name: Name) -> Value? { place(of: name)?.pointee }

  /// Where the value of a name is, as long as the fields exist and do not change.
  @inline(__always)
  func place(of name: Name) -> UnsafePointer<Value>? {
    let found = own.withUnsafeBufferPointer { fields -> UnsafePointer<Value>? in
      var field = fields.baseAddress
      for _ in 0..<fields.count {
        guard let here = field else { return nil }
        if here.pointee.0 == name { return here.pointer(to: \.1) }
        field = here + 1
      }
      return nil
    }
    return found ?? shared?.place(of: name)
  }
}

/// Named values that many objects have, made once: an object that has them costs no more than one
/// without.
public final class SharedFields: Sendable {
  /// Sorted by name; most are looked up often.
  private let fields: [(Name, Value)]

  /// Makes fields of names and values; where a name comes twice, the first counts.
  public init(_ fields: [(Name, Value)]) {
    let order = fields.indices.sorted { (fields[$0].0, $0) < (fields[$1].0, $1) }
    self.fields = order.map { fields[$0] }
  }

  /// Where the value of a name is, as long as these fields exist.
  func place(of name: Name) -> UnsafePointer<Value>? {
    fields.withUnsafeBufferPointer { fields in
      var (low, high) = (0, fields.count)
      while low < high {
        let middle = (low + high) / 2
        if fields[middle].0 < name { low = middle + 1 } else { high = middle }
      }
      guard low < fields.count, fields[low].0 == name else { return nil }
      return fields.baseAddress?.advanced(by: low).pointer(to: \.1)
    }
  }
}
