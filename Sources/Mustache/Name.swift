/// The name of a field, in a form that two names compare in at once.
///
/// A name of up to 16 bytes is packed as it is. Of a longer one, the first eight bytes are packed
/// and the others are mixed into a number (the FNV-1 hash by G. Fowler, L. C. Noll and K.-P. Vo), so
/// that only such names can be confused, and in practice never are.
public struct Name: Hashable, Sendable, ExpressibleByStringLiteral {
  @usableFromInline let head: UInt64
  @usableFromInline let tail: UInt64

  /// Packs a name that the source has; the compiler does that, for all but very long ones.
  @inlinable
  @inline(__always)
  public init(stringLiteral text: StaticString) {
    self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Packs a name that is known when the program runs.
  public init(_ text: some StringProtocol) {
    var text = String(text)
    self = text.withUTF8 { Name($0) }
  }

  @inlinable
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    for index in 0..<bytes.count {
      let byte = UInt64(bytes[index])
      if index < 8 {
        head |= byte &<< (UInt64(index) &* 8)
      } else if index < 16 {
        tail |= byte &<< (UInt64(index) &* 8)
      } else {
        tail = (tail &* 0x100_0000_01b3) ^ byte
      }
    }
    self.head = head
    self.tail = tail
  }
}

extension Name {
  /// One bit of 64, which tells at once that most names are not among some others.
  @inline(__always)
  var mark: UInt64 {
    1 &<< (((head ^ tail) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
  }
}

extension Name: Comparable {
  /// Some order, for tables; it is not that of the texts.
  @inline(__always)
  public static func < (left: Name, right: Name) -> Bool {
    left.head == right.head ? left.tail < right.tail : left.head < right.head
  }
}
