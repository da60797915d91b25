import Base

/// Reads files of translations by what they are, whatever they are called.
public enum TranslationReader {
  /// Reads a file from disk.
  ///
  /// - Throws: `TranslationDefect` with the place of the first defect, `FileError` if the disk fails.
  public static func read(_ path: String) throws -> TranslatedFile {
    let file = try readSourceFile(path, limit: InputLimits().assetBytes)
    if file.bytes.starts(with: "<".utf8) {
      throw TranslationDefect("this is XML", at: file.location)
    }
    return try POReader.read(file)
  }
}
