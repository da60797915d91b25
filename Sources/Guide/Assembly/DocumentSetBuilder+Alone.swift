import Base
import Markdown

extension DocumentSetBuilder {
  /// Builds a document.
  ///
  /// - Parameters:
  ///   - versions: the parsed files in the order of `locales`.
  ///   - sourceIndex: which of them the others are translated from.
  ///   - letters: the settings for reading letters in tables; nil to read no tables.
  /// - Throws: `FileError` if the disk does not return a document's texts.
  public static func build(
    key: String, raci: RaciFile?, versions: [Document?], sourceIndex: Int, locales: [String],
    letters: GuideLetters? = nil
  ) throws(FileError) -> (set: DocumentSet, diagnostics: [Diagnostic]) {
    try build(
      key: key, raci: raci, versions: versions, sourceIndex: sourceIndex, locales: locales,
      letters: letters, revisions: nil)
  }

  /// Builds a document of one language from its file, as it is or was.
  ///
  /// - Parameter letters: the settings for reading letters in tables, in that language only.
  /// - Returns: the document, nil if the file cannot be read, and all that is wrong with it.
  /// - Throws: `FileError` if the disk does not return the document's texts.
  public static func alone(
    _ file: SourceFile, key: String, locale: String, raci: RaciFile?, letters: GuideLetters?
  ) throws(FileError) -> (set: DocumentSet?, diagnostics: [Diagnostic]) {
    let (document, findings) = DocumentParser.parse(
      file, .init(key: key, locale: locale, isResponsibilityDocument: raci != nil))
    guard let document else { return (nil, findings) }
    let (set, defects) = try build(
      key: key, raci: raci, versions: [document], sourceIndex: 0, locales: [locale],
      letters: letters)
    return (set, findings + defects)
  }
}
