import Markdown

extension Guide {
  /// The text by which a reader of one locale meets a responsibility.
  public struct Rendering: Sendable {
    /// The locale whose text it is.
    public let locale: Int
    /// The version that contains it.
    public let version: DocumentSet.Version
    /// The row in it.
    public let row: Int
    /// How far it can be trusted; `missing` if the text is only the source's.
    public let state: TranslationState

    /// The row's facts.
    public var fact: Document.Row { version.document.rows[row] }
    /// The row's title.
    public var title: String { version.document.rows[row].title }
    /// How many clauses its description has.
    public var clauseCount: Int { version.document.rows[row].clauseCount }
  }

  /// The row that a reader of `locale` sees for a responsibility: the locale's own, one of its
  /// chain, the source's, or any, in this order.
  ///
  /// It is nil if no document has it.
  public func rendering(
    of responsibility: Responsibility, in document: DocumentSet, for locale: Int
  ) -> Rendering? {
    func rendering(_ index: Int, _ state: TranslationState?) -> Rendering? {
      guard let version = document.versions[index], let row = responsibility.rows[index] else {
        return nil
      }
      return Rendering(
        locale: index, version: version, row: row,
        state: state ?? version.state(ofRow: responsibility.id))
    }
    if let own = rendering(locale, nil) { return own }
    for index in locales[locale].fallback {
      if let standIn = rendering(index, .fallback) { return standIn }
    }
    if let source = rendering(sourceIndex, .missing) { return source }
    return responsibility.rows.locales.lazy.compactMap { rendering($0, .missing) }.first
  }

  /// The title of a responsibility's section for a reader of `locale`, in the locale it comes
  /// from.
  public func sectionTitle(
    _ section: String, in document: DocumentSet, for locale: Int
  ) -> (title: String, locale: Int, isHere: Bool) {
    let near = [locale] + locales[locale].fallback + [sourceIndex]
    for index in [AnySequence(near), AnySequence(document.versions.indices)].lazy.joined() {
      guard let version = document.versions[index] else { continue }
      if let group = version.group(section) {
        return (version.document.groups[group].title, index, true)
      }
      guard let heading = version.heading(section) else { continue }
      return (version.document.headings[heading].title, index, true)
    }
    let nearest = nearestLocale(of: document, for: locale) ?? sourceIndex
    return (document.versions[nearest]?.document.title ?? document.key, nearest, false)
  }

  /// The state of a document for readers of a locale.
  public func state(of document: DocumentSet, for locale: Int) -> TranslationState {
    if let version = document.versions[locale] { return version.state }
    return shownLocale(of: document, for: locale) == nil ? .missing : .fallback
  }
}
