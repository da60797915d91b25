import Base
import Guide
import Markdown

/// Finds the texts of a guide and the states of their translations in one locale.
public struct CatalogBuilder: Sendable {
  /// Reads a file of the guide.
  public typealias Reader = @Sendable (_ path: String) throws -> SourceFile
  /// The source of a document as it was when a locale's version was made; nil if nobody knows.
  public typealias History =
    @Sendable (_ document: DocumentSet, _ locale: Int) throws -> SourceFile?

  private let guide: Guide
  private let read: Reader
  private let history: History

  /// Names the guide and the origin of its files.
  public init(guide: Guide, read: @escaping Reader, history: @escaping History = { _, _ in nil }) {
    self.guide = guide
    self.read = read
    self.history = history
  }

  /// The pairs of one document.
  ///
  /// - Parameter locale: the index of the translation's locale; nil for a new one.
  /// - Returns: nil if the source lacks the document.
  public func paired(_ document: DocumentSet, locale: Int?) throws -> PairedDocument? {
    guard let version = document.versions[guide.sourceIndex] else { return nil }
    let source = DocumentUnits(version, try read(version.document.path))
    let target = try locale.flatMap { document.versions[$0] }.map {
      DocumentUnits($0, try read($0.document.path))
    }
    var old: DocumentUnits?
    if let locale, target != nil, let file = try history(document, locale) {
      old = try units(ofOld: file, document)
    }
    return PairedDocument(document, source: source, target: target, old: old)
  }

  /// The units of the source as it was.
  private func units(ofOld file: SourceFile, _ document: DocumentSet) throws -> DocumentUnits? {
    let (set, _) = try DocumentSetBuilder.alone(
      file, key: document.key, locale: guide.settings.sourceLocale, raci: document.raci,
      letters: guide.sourceLetters)
    return set?.versions.first.flatMap { $0 }.map { DocumentUnits($0, file) }
  }

  /// All units of a locale.
  ///
  /// - Parameter tag: the locale's tag, which need not be one of the guide's.
  public func catalog(for tag: String) throws -> TranslationCatalog {
    let locale = guide.locales.firstIndex { $0.tag == tag }
    var units: [TranslationUnit] = []
    for document in guide.documents {
      guard let paired = try paired(document, locale: locale) else { continue }
      units += self.units(of: paired, locale)
    }
    return TranslationCatalog(
      title: guide.locales[guide.sourceIndex].title, sourceLocale: guide.settings.sourceLocale,
      targetLocale: tag, units: units)
  }

  /// The units of a document with their states, for one of the guide's locales.
  ///
  /// - Returns: none if the source lacks the document.
  public func units(of document: DocumentSet, locale: Int) throws -> [TranslationUnit] {
    try paired(document, locale: locale).map { units(of: $0, locale) } ?? []
  }

  /// The units of a document with their states.
  func units(of paired: PairedDocument, _ locale: Int?) -> [TranslationUnit] {
    var units = frontMatter(paired, locale)
    for (index, entry) in paired.source.entries.enumerated() where entry.unit.isTranslatable {
      let target = paired.partners[index].flatMap { paired.target?.entries[$0].unit.text }
      let responsibility = paired.responsibility(of: entry)
      let kept = KeptTokens(title: entry.unit.text, clauses: []).written
      units.append(
        TranslationUnit(
          context: entry.context, document: paired.document.key,
          what: what(entry, paired), source: entry.unit.text,
          previousSource: paired.previous[index], target: target,
          state: state(of: index, entry, target, paired, locale),
          location: paired.source.location(of: entry),
          notes: notes(entry, responsibility, paired, locale), keep: kept))
    }
    return units
  }

  /// How far a unit is.
  private func state(
    of index: Int, _ entry: DocumentUnits.Entry, _ target: String?, _ paired: PairedDocument,
    _ locale: Int?
  ) -> TranslationUnit.State {
    guard let target, let locale, let version = paired.target?.version else { return .missing }
    let isUntouched = target == entry.unit.text && paired.mayBeUntranslated(entry)
    if isUntouched || isCopy(target, of: entry.unit.text) { return .identical }
    if paired.previous[index] != nil { return .stale }
    var isChanged = version.freshness?.textChanged ?? false
    if let responsibility = paired.responsibility(of: entry) {
      let freshness = guide.freshness(of: responsibility, in: paired.document, for: locale)
      let isStamped = version.freshness?.basis == .stamp
      isChanged = isStamped ? freshness?.wordingChanged ?? false : isChanged
    }
    if isChanged, !paired.unchanged.contains(index) { return .stale }
    return version.document.metadata.isMachineTranslated ? .machine : .current
  }

  /// Whether a translation is the source's own sentence; names of a few words are alike in many
  /// languages.
  private func isCopy(_ target: String, of source: String) -> Bool {
    guard target == source else { return false }
    let words = InlinePiece.split(source).map { piece in
      if case .text(let text) = piece { text } else { " " }
    }
    return CopiedText.isSentence(words.joined())
  }

  private func frontMatter(_ paired: PairedDocument, _ locale: Int?) -> [TranslationUnit] {
    let (source, target) = (paired.source.file, paired.target?.file)
    let isChanged = paired.target?.version.freshness?.textChanged ?? false
    let mayBeUntranslated = paired.mayBeUntranslated(nil)
    return [
      ("title", source.title, target?.title),
      ("description", source.description, target?.description),
    ].compactMap { name, text, translation in
      guard let text, !text.isEmpty else { return nil }
      let state: TranslationUnit.State =
        translation == nil
        ? .missing
        : translation == text && mayBeUntranslated
          ? .identical : isChanged && !paired.knowsPrevious ? .stale : .current
      return TranslationUnit(
        context: "\(paired.document.key)@\(name)", document: paired.document.key,
        what: "\(name) of the page", source: MarkdownUnit.normalized(text), previousSource: nil,
        target: translation.map(MarkdownUnit.normalized), state: state,
        location: SourceLocation(path: source.file.path, line: 1, column: 1), notes: [], keep: [])
    }
  }

  private func what(_ entry: DocumentUnits.Entry, _ paired: PairedDocument) -> String {
    if let row = entry.row {
      let title = paired.source.version.document.rows[row].title
      if entry.isRowTitle { return "title of a row" }
      if let clause = entry.clause { return "row '\(title)', clause \(clause)" }
      return "row '\(title)'"
    }
    switch entry.unit.kind {
    case .heading: return "heading of level \(entry.unit.level)"
    case .item: return "list item"
    case .cell: return entry.unit.cell?.row == 0 ? "head of a column" : "cell"
    case .paragraph: return "paragraph"
    case .markup: return entry.unit.cell == nil ? "text in HTML" : "cell"
    }
  }

  /// The notes for a translator: the parties whose evidence a clause is, and those whose letters
  /// changed.
  private func notes(
    _ entry: DocumentUnits.Entry, _ responsibility: Responsibility?, _ paired: PairedDocument,
    _ locale: Int?
  ) -> [String] {
    guard let responsibility else { return [] }
    var notes: [String] = []
    let evidence = responsibility.entry?.evidence ?? [:]
    for party in evidence.isEmpty ? [] : guide.settings.parties.map(\.text) {
      guard let evidence = evidence[party], evidence.clause == entry.clause,
        entry.clause != nil, let letters = responsibility.letters[party]
      else { continue }
      notes.append("evidence of \(party) (\(letters.text))")
    }
    if let locale, entry.isRowTitle,
      guide.freshness(of: responsibility, in: paired.document, for: locale)?.ownerChanged ?? false
    {
      notes.append("the letters of this row changed since it was translated")
    }
    return notes
  }
}
