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

  /// Whether it comes before another, byte by byte, but runs of digits by their value: `a2` before
  /// `a10`.
  ///
  /// Strings that differ only in zeros before digits are in the order of their bytes.
  public func precedesNaturally(_ other: String) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    var own = Substring(self).utf8
    var rest = Substring(other).utf8
    while let first = own.first, let second = rest.first {
      if isDigit(first), isDigit(second) {
        let left = own.prefix(while: isDigit)
        let right = rest.prefix(while: isDigit)
        let (figures, others) = (left.drop { $0 == 0x30 }, right.drop { $0 == 0x30 })
        if figures.count != others.count { return figures.count < others.count }
        if !figures.elementsEqual(others) { return figures.lexicographicallyPrecedes(others) }
        (own, rest) = (own.dropFirst(left.count), rest.dropFirst(right.count))
        continue
      }
      if first != second { return first < second }
      (own, rest) = (own.dropFirst(), rest.dropFirst())
    }
    return own.isEmpty && rest.isEmpty ? precedes(other) : own.isEmpty
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
