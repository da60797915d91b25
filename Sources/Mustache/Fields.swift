/// The named values of an object, in the order in which they were added.
///
/// If a name was added twice, the first counts.
public struct Fields: Sendable, ExpressibleByDictionaryLiteral {
  private var own: [(Name, Value)]
  private let shared: SharedFields?

  /// Makes fields of names and values.
  ///
  /// - Parameter shared: fields for the names that these do not have.
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

  /// The address of the fields, as long as they exist and do not change.
  var scope: Scope {
    let none = UnsafeBufferPointer<(Name, Value)>(start: nil, count: 0)
    return Scope(
      own: own.withUnsafeBufferPointer { $0 },
      shared: shared?.fields.withUnsafeBufferPointer { $0 } ?? none, marks: shared?.marks ?? 0)
  }
}

/// Named values that many objects have, made once: an object that has them costs no more than one
/// without.
public final class SharedFields: Sendable {
  /// Sorted by name.
  fileprivate let fields: [(Name, Value)]
  /// The marks of all names.
  fileprivate let marks: UInt64

  /// Makes fields of names and values; if a name comes twice, the first counts.
  public init(_ fields: [(Name, Value)]) {
    let order = fields.indices.sorted { (fields[$0].0, $0) < (fields[$1].0, $1) }
    self.fields = order.map { fields[$0] }
    marks = fields.reduce(0) { $0 | $1.0.mark }
  }
}

/// The address of an object's fields, so that names are looked up without counting references, for
/// which threads would queue up.
struct Scope {
  let own: UnsafeBufferPointer<(Name, Value)>
  /// Sorted by name.
  let shared: UnsafeBufferPointer<(Name, Value)>
  let marks: UInt64

  /// The address of the value of a name, or nil if there is no such field.
  @inline(__always)
  func place(of name: Name) -> UnsafePointer<Value>? {
    var field = own.baseAddress
    for _ in 0..<own.count {
      guard let here = field else { return nil }
      if here.pointee.0 == name { return here.pointer(to: \.1) }
      field = here + 1
    }
    return marks & name.mark == 0 ? nil : sharedPlace(of: name)
  }

  private func sharedPlace(of name: Name) -> UnsafePointer<Value>? {
    var (low, high) = (0, shared.count)
    while low < high {
      let middle = (low + high) / 2
      if shared[middle].0 < name { low = middle + 1 } else { high = middle }
    }
    guard low < shared.count, shared[low].0 == name else { return nil }
    return shared.baseAddress?.advanced(by: low).pointer(to: \.1)
  }
}
