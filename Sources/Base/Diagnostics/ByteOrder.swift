// Paths and keys are bytes: two that Unicode takes for the same are two, and their order is the same
// on every machine.

extension String {
  /// Whether both are the same byte by byte; `==` takes other forms of a letter for the same.
  func hasBytes(of other: String) -> Bool {
    withBytes(of: other) { $0.elementsEqual($1) } ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether it comes before another, byte by byte.
  public func precedes(_ other: String) -> Bool {
    withBytes(of: other) { $0.lexicographicallyPrecedes($1) }
      ?? utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// The result of `body` for the bytes of both strings; nil if a string does not store its bytes
  /// in one block, which is rare.
  private func withBytes(
    of other: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool? {
    let result = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { body(own, $0) }
    }
    return result ?? nil
  }
}
