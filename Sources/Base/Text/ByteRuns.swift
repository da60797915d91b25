/// Eight bytes of a text, which are looked at together; the first one is the lowest.
///
/// The tests answer with a word in which the highest bit of the first byte that passes is set, and
/// none below it (H. S. Warren, "Hacker's Delight", section 6-1); 0 if none passes.
public struct EightBytes {
  @usableFromInline let bits: UInt64

  @inlinable
  init(_ bits: UInt64) {
    self.bits = bits
  }

  /// Which bytes are less than a limit, which is at most 0x80.
  @inlinable
  public func below(_ limit: UInt8) -> UInt64 {
    (bits &- 0x0101_0101_0101_0101 &* UInt64(limit)) & ~bits & 0x8080_8080_8080_8080
  }

  /// Which bytes are at least a limit, which is at least 0x80.
  @inlinable
  public func from(_ limit: UInt8) -> UInt64 { EightBytes(~bits).below(~limit &+ 1) }

  /// Which bytes are this one.
  @inlinable
  public func equal(_ byte: UInt8) -> UInt64 {
    EightBytes(bits ^ 0x0101_0101_0101_0101 &* UInt64(byte)).below(1)
  }
}

extension [UInt8] {
  /// Whether bytes are in it one after the other.
  public func contains(run: [UInt8]) -> Bool {
    guard let lead = run.first else { return true }
    return withUnsafeBufferPointer { bytes in
      var position = bytes.first(from: 0) { $0.equal(lead) }
      while position < bytes.count {
        if bytes.dropFirst(position).starts(with: run) { return true }
        position = bytes.first(from: position + 1) { $0.equal(lead) }
      }
      return false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first byte that passes a test.
  ///
  /// - Parameters:
  ///   - start: where to begin.
  ///   - passes: which of eight bytes pass.
  /// - Returns: its offset, or the end.
  @inlinable
  public func first(from start: Int, where passes: (EightBytes) -> UInt64) -> Int {
    var position = start
    let bytes = UnsafeRawBufferPointer(self)
    while position + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let flags = passes(EightBytes(UInt64(littleEndian: word)))
      if flags != 0 { return position + flags.trailingZeroBitCount / 8 }
      position += 8
    }
    var rest: UInt64 = 0
    for index in (position..<bytes.count).reversed() { rest = rest << 8 | UInt64(bytes[index]) }
    let flags = passes(EightBytes(rest))
    return Swift.min(position + flags.trailingZeroBitCount / 8, bytes.count)
  }
}
