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

  /// Compresses bytes.
  static func compress(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
    var count = BrotliEncoderMaxCompressedSize(bytes.count)
    var output = [UInt8](repeating: 0, count: count)
    let result = BrotliEncoderCompress(
      quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &count, &output)
    guard result == BROTLI_TRUE else { throw CompressionError(library: "brotli") }
    output.removeLast(output.count - count)
    return output
  }
}
