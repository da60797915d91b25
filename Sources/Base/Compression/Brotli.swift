import CBrotli

/// Compression by the Brotli library.
public enum Brotli {
  /// The version of the library that is loaded.
  public static var libraryVersion: String {
    let version = BrotliEncoderVersion()
    return "\(version >> 24).\(version >> 12 & 0xFFF).\(version & 0xFFF)"
  }

  /// One below the two that take many times as long for a few hundredths less.
  private static let quality: Int32 = 9

  /// Up to this, the encoder uses tables of a few hundred kilobytes instead of 32 MB.
  private static let smallestWindow: Int32 = 16

  /// The base-2 logarithm of the smallest window that contains a whole file, from 16 to 22.
  ///
  /// A window contains 16 bytes less than its size (RFC 7932, section 9.1). A larger one takes many
  /// times as long and saves nothing.
  private static func window(for count: Int) -> Int32 {
    let bits = Int.bitWidth - (count &+ 15).leadingZeroBitCount
    return min(max(Int32(clamping: bits), smallestWindow), BROTLI_DEFAULT_WINDOW)
  }

  /// Compresses bytes.
  static func compress(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
    var count = BrotliEncoderMaxCompressedSize(bytes.count)
    var output = [UInt8](repeating: 0, count: count)
    let result = BrotliEncoderCompress(
      quality, window(for: bytes.count), BROTLI_MODE_TEXT, bytes.count, bytes, &count, &output)
    guard result == BROTLI_TRUE else { throw CompressionError(library: "brotli") }
    output.removeLast(output.count - count)
    return output
  }
}
