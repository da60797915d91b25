import Base

/// Reads files of translations by their contents, not by their names.
public enum TranslationReader {
  /// Reads a file from disk.
  ///
  /// - Throws: `TranslationDefect` with the place of the first defect, `FileError` if the disk fails.
  public static func read(_ path: String) throws -> TranslatedFile {
    let bytes = try readFile(path)
    let text = bytes.prefix(64).filter { $0 > 0x20 && $0 < 0x80 }
    if text.starts(with: "<".utf8) { return try XLIFFReader.read(bytes, path: path) }
    return try POReader.read(SourceFile(path: path, bytes: bytes))
  }
}
