// Compression makes the forms of a file that a web server sends as they are. In: bytes. Out: other
// bytes, the same for the same input: no time, no name, no number of processors reaches them.

/// A form in which a file is stored beside itself.
public enum Precompression: CaseIterable, Sendable {
  /// The gzip file format (RFC 1952), which every browser reads.
  case gzip
  /// Brotli (RFC 7932), smaller; browsers ask for it over HTTPS and on the local machine.
  case brotli

  /// The suffix of the file's name.
  public var suffix: String {
    switch self {
    case .gzip: ".gz"
    case .brotli: ".br"
    }
  }

  /// Compresses a file.
  ///
  /// - Throws: `CompressionError` past 4 GB, and when memory runs out.
  public func compress(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
    switch self {
    case .gzip: try Gzip.compress(bytes)
    case .brotli: try Brotli.compress(bytes)
    }
  }

  /// Whether a file is worth it: text is, while workbooks and pictures are compressed already.
  public static func suits(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return false }
    return textEndings.contains(path[path.index(after: dot)...].lowercased())
  }

  /// How the names of text files end.
  public static let textEndings = [
    "atom", "css", "csv", "htm", "html", "js", "json", "map", "md", "mjs", "svg", "txt", "vtt",
    "webmanifest", "xml", "yaml", "yml",
  ]
}

/// A library that did not do its work.
public struct CompressionError: Error, CustomStringConvertible {
  let library: String

  /// The failure in words.
  public var description: String { "\(library) could not compress a file: it is too large" }
}
