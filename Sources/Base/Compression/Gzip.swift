import CZlib

/// Compression by zlib.
public enum Gzip {
  /// The version of the library that is loaded.
  public static var libraryVersion: String { String(cString: zlibVersion()) }

  /// The best level; text of a megabyte takes a twentieth of a second.
  private static let level: Int32 = 9
  /// The largest window, and 16 for a header of the gzip format, whose time of modification is 0.
  private static let windowBits: Int32 = 15 + 16
  private static let memoryLevel: Int32 = 9

  /// Compresses bytes into a file of the gzip format.
  static func compress(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
    try compress(bytes, windowBits)
  }

  /// Compresses bytes without any header (RFC 1951), as archives keep them.
  ///
  /// - Throws: `CompressionError` past 4 GB, and when memory runs out.
  static func deflated(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
    try compress(bytes, -15)
  }

  /// The CRC-32 of bytes (RFC 1952, section 8).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
  }

  private static func compress(
    _ bytes: [UInt8], _ windowBits: Int32
  ) throws(CompressionError) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw CompressionError(library: "zlib") }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    guard run(&stream, bytes[...], into: &output, by: deflate) else {
      throw CompressionError(library: "zlib")
    }
    output.removeLast(Int(stream.avail_out))
    return output
  }

  /// Restores bytes that were compressed without any header (RFC 1951).
  ///
  /// - Parameter count: how many bytes they were.
  /// - Returns: nil if the input is not such a stream, or has another length.
  public static func inflated(_ bytes: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: count)
    let isDone = run(&stream, bytes, into: &output, by: inflate)
    return isDone && stream.avail_out == 0 ? output : nil
  }

  /// Takes all of the input to the output in one step.
  ///
  /// - Returns: false if the output has too little room, the input is broken, or either is larger
  ///   than zlib can count.
  private static func run(
    _ stream: inout z_stream, _ input: ArraySlice<UInt8>, into output: inout [UInt8],
    by step: (UnsafeMutablePointer<z_stream>, Int32) -> Int32
  ) -> Bool {
    guard let inputCount = UInt32(exactly: input.count),
      let outputCount = UInt32(exactly: output.count)
    else { return false }
    return input.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = inputCount
        stream.next_out = output.baseAddress
        stream.avail_out = outputCount
        return step(&stream, Z_FINISH) == Z_STREAM_END
      }
    }
  }
}
