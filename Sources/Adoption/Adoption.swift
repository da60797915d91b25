import Base
import Guide
import Markdown

/// Makes a guide of loose translations: finds the source locale, the contents of its tables and the
/// parties, and makes an id for every row.
///
/// Letters stay in the tables that have them. If no table has any, each section of a table of
/// duties becomes a party. It is responsible and accountable for its rows, until someone writes the
/// real letters.
public struct Adoption: Sendable {
  /// A file of the new guide.
  public struct File: Sendable {
    /// Its path in the guide's folder.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]
  }

  /// The options for reading tables.
  public struct Options: Sendable {
    /// The words of tables by language and key.
    public let tableWords: [String: [String: String]]
    /// The letters; nil if the tables tell them.
    let scheme: LetterScheme?
    /// The meanings of signs in cells, if the user gives them.
    let signs: [String: LetterSet]

    /// Takes the words, and the user's options.
    public init(
      tableWords: [String: [String: String]], scheme: LetterScheme? = nil,
      signs: [String: LetterSet] = [:]
    ) {
      (self.tableWords, self.scheme, self.signs) = (tableWords, scheme, signs)
    }

    /// Whether a table of documents says who does what.
    fileprivate func findLetters(_ documents: [AdoptedDocument]) -> Bool {
      let scheme = scheme ?? .raci
      let survey = TableSurvey(
        words: LetterWords(tableWords, for: scheme), scheme: scheme, signs: signs, names: [])
      return documents.contains { survey.tables(of: $0.document).contains(where: \.holdsLetters) }
    }

    /// The letters of documents.
    fileprivate func scheme(of documents: [AdoptedDocument]) -> LetterScheme {
      if let scheme { return scheme }
      let words = LetterWords(tableWords, for: .stamped)
      return SchemeChoice(
        documents.flatMap { TableSurvey.letterUse(in: $0.document, words) }
      ).scheme
    }
  }

  /// The options for reading tables, with the letters that were chosen.
  struct Reading {
    /// The words of tables in all languages.
    let words: LetterWords
    /// The letters.
    let scheme: LetterScheme
    /// The meanings of signs in cells, if the user gives them.
    let signs: [String: LetterSet]
  }

  /// The new guide.
  public struct Result: Sendable {
    /// Its files.
    public let files: [File]
    /// The kinds that its tables were taken for.
    public let tables: TableReport
  }

  private let documents: [AdoptedDocument]
  private let options: Options
  /// The locale that the others are translated from.
  public let source: String
  private let locales: [String]

  /// Chooses the source.
  ///
  /// That is the locale asked for, or else the one translated last. If no file has that date, it is
  /// the one with the most documents, or English if it lacks at most a tenth of them. One text that
  /// nobody translated makes no source. Of equals, one whose tables say who does what.
  ///
  /// - Throws: `AdoptionError` if no document is in the locale that was asked for.
  public init(_ documents: [AdoptedDocument], source: String?, _ options: Options) throws {
    self.documents = documents
    self.options = options
    let byLocale = Dictionary(grouping: documents, by: \.locale)
    let tags = byLocale.keys.sorted()
    if let source, !tags.contains(source) {
      throw AdoptionError.sourceUnknown(source, known: tags)
    }
    let most = byLocale.values.map(\.count).max() ?? 0
    func rank(_ tag: String) -> (String, Int, Int) {
      let own = byLocale[tag] ?? []
      let newest = own.compactMap(\.document.metadata.handoffDate).max() ?? ""
      let isEnglish = tag.hasPrefix("en")
      let isNear = isEnglish && own.count >= most - max(1, most / 10)
      return (newest, isNear ? most : own.count, isEnglish ? 1 : 0)
    }
    let ranks = tags.map(rank)
    let first = ranks.map { ($0.0, $0.1) }.max { $0 < $1 } ?? ("", 0)
    let equals = zip(tags, ranks).filter { ($0.1.0, $0.1.1) == first }.map(\.0)
    let lettered = equals.count > 1 ? equals.filter { options.findLetters(byLocale[$0] ?? []) } : []
    // Of equals the last tag counts, as `max` takes the first one.
    let open = lettered.isEmpty ? equals : lettered
    let chosen = source ?? open.reversed().max { rank($0) < rank($1) } ?? ""
    self.source = chosen
    locales = [chosen] + tags.filter { $0 != chosen }
  }

  /// The guide.
  ///
  /// - Parameter jobs: how many documents are aligned at once.
  /// - Throws: `FileError` if a text that waits on the disk cannot be read.
  public func result(jobs: Int) async throws -> Result {
    let versions = Dictionary(grouping: documents, by: \.key)
    let keys = versions.keys.sorted()
    let rank = Dictionary(
      zip(locales, locales.indices).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    let sources = keys.compactMap { key in
      // Of equals the first counts, as in `inOrder`.
      versions[key]?.enumerated().min { left, right in
        (rank[left.element.locale] ?? .max, left.offset)
          < (rank[right.element.locale] ?? .max, right.offset)
      }?.element
    }
    let scheme = options.scheme(of: sources)
    let words = LetterWords(options.tableWords, for: scheme)
    let explained = sources.reduce(into: [String: LetterSet]()) { signs, source in
      let own = TableSurvey.explainedSigns(in: source.document, words, scheme)
      signs.merge(own) { first, _ in first }
    }
    let signs = explained.merging(options.signs) { $1 }
    let reading = Reading(words: words, scheme: scheme, signs: signs)
    let survey = DutySurvey(sources, reading)
    let register = PartyRegister(survey, EnglishNames(survey, englishVersions))
    let letters = letters(register, reading)
    let duties = survey.documents.filter(\.hasDuties)
    let aligned = try await parallelMap(duties, jobs: jobs) { document in
      try align(document, versions[document.adopted.key] ?? [], register, letters, signs: signs)
    }
    var translations = PartyTranslations(register, locales: locales, words: reading.words)
    var report = TableReport(survey, register, scheme, explained: explained)
    for (document, aligned) in zip(duties, aligned) {
      let index = locales.firstIndex(of: document.adopted.locale) ?? 0
      translations.add(aligned.set, document, source: index)
      report.add(aligned.set, aligned.findings)
    }
    let files = files(register, translations.names(), aligned.map(\.raci), scheme)
    return Result(files: files, tables: report)
  }

  /// A document with the file of its letters, as a guide reads both.
  private struct AlignedDocument: Sendable {
    let raci: File
    let set: DocumentSet
    let findings: [Diagnostic]
  }

  private func align(
    _ document: SurveyedDocument, _ versions: [AdoptedDocument], _ register: PartyRegister,
    _ letters: GuideLetters, signs: [String: LetterSet]
  ) throws -> AlignedDocument {
    let key = document.adopted.key
    var writer = RaciText(document, register, signs: signs)
    let written = file("content/raci/\(key).yml", writer.text())
    let (raci, _) = RaciFile.load(
      SourceFile(path: written.path, bytes: written.bytes), key: key,
      parties: register.parties.map(\.id), letters: letters.scheme)
    let (set, findings) = try DocumentSetBuilder.build(
      key: key, raci: raci, versions: inOrder(versions).map { $0?.document },
      sourceIndex: 0, locales: locales, letters: letters)
    return AlignedDocument(raci: written, set: set, findings: findings)
  }

  /// The English versions of documents, by key; none if English is the source.
  private var englishVersions: [String: Document] {
    if source == "en" || source.hasPrefix("en-") { return [:] }
    let english = documents.filter { $0.locale == "en" || $0.locale.hasPrefix("en-") }
    return Dictionary(
      english.map { ($0.key, $0.document) }, uniquingKeysWith: { first, _ in first })
  }

  /// The versions of a document in the order of the locales.
  private func inOrder(_ own: [AdoptedDocument]) -> [AdoptedDocument?] {
    let byLocale = Dictionary(own.map { ($0.locale, $0) }, uniquingKeysWith: { first, _ in first })
    return locales.map { byLocale[$0] }
  }

  /// The facts about the new guide for reading tables.
  private func letters(_ register: PartyRegister, _ reading: Reading) -> GuideLetters {
    let names = register.parties.map {
      LocaleSettings.PartyName(name: $0.name, short: $0.name, description: nil)
    }
    return GuideLetters(
      scheme: reading.scheme, parties: register.parties.map(\.id), tables: nil,
      words: reading.words, names: locales.map { _ in names }, sourceIndex: 0)
  }

  private func files(
    _ register: PartyRegister, _ names: [[String]], _ raciFiles: [File], _ scheme: LetterScheme
  ) -> [File] {
    let text = GuideText(
      source: source, locales: locales, parties: register.parties, letters: scheme,
      documents: documents)
    var files = [file("content/guide.yml", text.guide())] + raciFiles
    let ofLocale = Dictionary(grouping: documents, by: \.locale)
    for (locale, names) in zip(locales, names) {
      let text = text.locale(locale, of: ofLocale[locale] ?? [], names: names)
      files.append(file("content/\(locale)/locale.yml", text))
    }
    for document in documents {
      files.append(
        .init(
          path: "content/\(document.locale)/\(document.key)"
            + AdoptedDocument.ending(of: document.path), bytes: document.bytes))
    }
    return files
  }

  private func file(_ path: String, _ text: String) -> File {
    File(path: path, bytes: Array(text.utf8))
  }
}
