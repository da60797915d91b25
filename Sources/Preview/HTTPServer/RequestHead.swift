import Glibc

/// The places of the parts of a request's head in the library's buffer.
///
/// The library hands out texts that end at their first NUL, so a client's bytes behind one are
/// dropped. Other programs may read another method, target, or host. It writes its own NULs over
/// the bytes between the parts. If each part ends where the next one begins, but for those bytes,
/// there is no other NUL and no field was dropped. A line ends in CR LF, since programs differ
/// about a bare LF. What the library wrote over a NUL and an LF looks the same, and is taken as
/// that.
struct RequestHead {
  /// A field's name and value, by their addresses and lengths.
  struct Field {
    fileprivate let name: Range<UInt>
    fileprivate let value: Range<UInt>

    init(_ name: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>?) {
      self.name = Self.range(name)
      self.value = Self.range(value)
    }

    fileprivate static func range(_ text: UnsafePointer<CChar>?) -> Range<UInt> {
      guard let text else { return 0..<0 }
      let start = UInt(bitPattern: text)
      return start..<(start &+ UInt(strlen(text)))
    }
  }

  /// Whether every byte of the head belongs to a part that was handed out.
  let isWhole: Bool

  /// Looks at a head.
  ///
  /// - Parameters:
  ///   - target: the address of the target, and its length before it was decoded.
  ///   - byteCount: how long the head is, from the method to the end of the empty line.
  init(
    method: UnsafePointer<CChar>, target: (address: UInt, count: Int),
    version: UnsafePointer<CChar>?, fields: [Field], byteCount: Int
  ) {
    let (method, version) = (Field.range(method), Field.range(version))
    var isWhole =
      target.address == method.upperBound &+ 1
      && version.lowerBound == target.address &+ UInt(target.count) &+ 1
    var end = version.upperBound
    for field in fields {
      isWhole = isWhole && field.name.lowerBound == end &+ 2
      // White space between a colon and a value is dropped.
      isWhole = isWhole && field.value.lowerBound > field.name.upperBound
      end = field.value.upperBound
    }
    let last = method.lowerBound &+ UInt(byteCount)
    self.isWhole = isWhole && last == end &+ 4
  }
}
