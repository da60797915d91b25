import Base
import Markdown

extension DocumentSetBuilder {
  /// Builds a document of one language from its file, as it is or was.
  ///
  /// - Returns: the document, nil if the file cannot be read, and all that is wrong with it.
  /// - Throws: `FileError` where the disk does not give the document's texts back.
  public static func alone(
    _ file: SourceFile, key: String, locale: String, raci: RaciFile?
  ) throws(FileError) -> (set: DocumentSet?, diagnostics: [Diagnostic]) {
    let (document, findings) = DocumentParser.parse(
      file, .init(key: key, locale: locale, isResponsibilityDocument: raci != nil))
    guard let document else { return (nil, findings) }
    let (set, defects) = try build(
      key: key, raci: raci, versions: [document], sourceIndex: 0, locales: [locale])
    return (set, findings + defects)
  }
}
