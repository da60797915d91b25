// Digests tells whether bytes are those of before. In: bytes and texts. Out: 128 bits.

import CXXHash

/// A digest of files and options, by which a later run knows that nothing changed.
///
/// The 128-bit XXH3 hash (Y. Collet, xxHash 0.8): fast, the same on every machine, and no
/// protection against someone who wants two inputs to look alike.
public struct ContentDigest: ~Copyable {
  private let state: OpaquePointer

  /// Starts empty; nil only when memory runs out.
  public init?() {
    guard let state = XXH3_createState() else { return nil }
    XXH3_128bits_reset(state)
    self.state = state
  }

  deinit {
    XXH3_freeState(state)
  }

  /// Adds bytes, kept distinct from those before and behind them.
  public func add(_ bytes: [UInt8]) {
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { add($0) }
    bytes.withUnsafeBytes { add($0) }
  }

  /// Adds a text.
  public func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      withUnsafeBytes(of: UInt64(utf8.count).littleEndian) { add($0) }
      add(UnsafeRawBufferPointer(utf8))
    }
  }

  /// Adds a number.
  public func add(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { add($0) }
  }

  /// Adds the result of another digest; nil if there was nothing to digest.
  public func add(_ value: Digest?) {
    withUnsafeBytes(of: (value?.high ?? 0).littleEndian) { add($0) }
    withUnsafeBytes(of: (value?.low ?? 0).littleEndian) { add($0) }
  }

  /// The digest of all that was added.
  public var value: Digest {
    let hash = XXH3_128bits_digest(state)
    return Digest(high: hash.high64, low: hash.low64)
  }

  /// The digest of all that was added, in 32 hexadecimal digits.
  public var hexadecimal: String { value.hexadecimal }

  /// The version of xxHash that is loaded.
  public static var libraryVersion: String {
    let version = XXH_versionNumber()
    return "\(version / 10_000).\(version / 100 % 100).\(version % 100)"
  }

  private func add(_ bytes: UnsafeRawBufferPointer) {
    XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
  }
}
