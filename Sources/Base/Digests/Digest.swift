/// The result of a `ContentDigest`: 128 bits.
public struct Digest: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads 32 hexadecimal digits; nil for anything else.
  public init?(hexadecimal: some StringProtocol) {
    guard hexadecimal.utf8.count == 32, let high = UInt64(hexadecimal.prefix(16), radix: 16),
      let low = UInt64(hexadecimal.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  /// A number below a bound, each about as often as any other; the same for the same digest.
  public func number(below bound: Int) -> Int { Int(low % UInt64(bound)) }

  /// 32 hexadecimal digits, lower case.
  public var hexadecimal: String {
    String(unsafeUninitializedCapacity: 32) { digits in
      for index in 0..<16 {
        let shift = UInt64(60 - index * 4)
        digits[index] = hexDigit(UInt8(truncatingIfNeeded: high >> shift) & 15) | 0x20
        digits[16 + index] = hexDigit(UInt8(truncatingIfNeeded: low >> shift) & 15) | 0x20
      }
      return 32
    }
  }
}
