/// Markup that a node of the tree carries, which cmark takes as a C string: text with holes in it.
enum Markup: ExpressibleByStringLiteral {
  case fixed(StaticString)
  /// Bytes that end in a NUL.
  case built([UInt8])

  init(stringLiteral text: StaticString) {
    self = .fixed(text)
  }

  /// Text that is known only now.
  init(_ bytes: [UInt8]) {
    self = .built(bytes + [0])
  }

  /// Only a hole.
  init(_ hole: MarkedHTML.Hole) {
    self = ""
    append(hole)
  }

  mutating func append(_ text: StaticString) {
    if case .fixed(let own) = self, own.utf8CodeUnitCount == 0 {
      self = .fixed(text)
      return
    }
    edit {
      $0.append(
        contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }

  mutating func append(_ hole: MarkedHTML.Hole) {
    edit { HoleMarker.append(hole, to: &$0) }
  }

  /// Appends an attribute whose value is a number.
  mutating func append(_ name: StaticString, number: Int) {
    append(name)
    edit { $0 += Array("=\"\(number)\"".utf8) }
  }

  private mutating func edit(_ body: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    switch self {
    case .fixed(let text):
      bytes.reserveCapacity(96)
      bytes.append(
        contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    case .built(let built):
      bytes = built
      self = ""
      bytes.removeLast()
    }
    body(&bytes)
    bytes.append(0)
    self = .built(bytes)
  }

  /// Calls `body` with the markup as a C string.
  func withCString(_ body: (UnsafePointer<CChar>?) -> Void) {
    switch self {
    case .fixed(let text):
      body(UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self))
    case .built(let bytes):
      bytes.withUnsafeBytes { body($0.baseAddress?.assumingMemoryBound(to: CChar.self)) }
    }
  }
}
