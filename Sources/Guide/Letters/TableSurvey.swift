import Base
import Markdown

/// The contents of documents' tables before there is a guide, for those who make a guide of them.
public struct TableSurvey: Sendable {
  /// A text in a table.
  public struct Text: Sendable, Hashable {
    /// The text.
    public let text: String
    /// Its table, by index.
    public let table: Int
    /// Its line, by its number among the lines of all tables.
    public let line: Int
    /// Its column.
    public let column: Int
    /// Its place.
    public let location: SourceLocation
    /// Whether it is the names in a cell that has their letters as well.
    public var isOfStatement = false
    /// Whether it is the head of a column for all parties of the table.
    public var isShared = false
  }

  /// A table.
  public struct Table: Sendable {
    /// Its classification.
    public let kind: TableSettings.Kind
    /// Its beginning.
    public let location: SourceLocation
    /// How its columns and lines are read; nil for the plain reading.
    public let reading: TableReading?
    /// Whether it looks like one of letters or signs and is not read.
    public let isDoubtful: Bool
    /// Whether it explains letters or signs.
    public let isLegend: Bool
    /// Whether its heads say that its rows are duties.
    public let namesDuties: Bool
    /// Whether its heads may say so: rows called "service" or "step" are duties only under a title
    /// of duties.
    public let mayNameDuties: Bool
    /// Whether it may be one of duties and descriptions.
    ///
    /// It has few columns, none of which names a letter or has codes, and its titles are not
    /// letters.
    public let isPlain: Bool
    /// Whether its first head says that its rows are roles or people, or the cells before what they
    /// do are such.
    public let namesPeople: Bool
    /// Whether its rows have descriptions.
    public let hasDescriptions: Bool
    /// The heads of columns that are parties.
    public let heads: [Text]
    /// The cells that name parties.
    public let cells: [Text]
    /// The signs in its cells.
    public let signs: Set<String>

    /// Whether its cells say who does what.
    public var holdsLetters: Bool { kind != .prose && kind != .ordinary }
  }

  let letters: GuideLetters
  private let settings: TableSettings

  /// Takes the known facts about the guide.
  ///
  /// - Parameters:
  ///   - signs: the meanings of signs in cells, if they are set.
  ///   - names: the names of parties that are known.
  public init(
    words: LetterWords, scheme: LetterScheme, signs: [String: LetterSet], names: [String]
  ) {
    var settings = TableSettings()
    settings.signs = signs.sorted { $0.key < $1.key }.map {
      .init(name: $0.key, parties: [], letters: $0.value, location: .init(path: ""))
    }
    self.settings = settings
    letters = GuideLetters(
      scheme: scheme, parties: names.indices.map { "party-\($0)" }, tables: nil, words: words,
      names: [names.map { .init(name: $0, short: $0, description: nil) }], sourceIndex: 0)
  }

  /// The letters that each table of a document uses.
  ///
  /// - Parameter words: the words of tables, for a scheme with all letters.
  public static func letterUse(in document: Document, _ words: LetterWords) -> [LetterUse] {
    let tables = document.tables.indices.map { LetterUse(TableProfile(document, $0), words) }
    return LetterUse(explanationsOf: document, words).map { tables + [$0] } ?? tables
  }

  /// The letters of signs that tables of a document explain.
  public static func explainedSigns(
    in document: Document, _ words: LetterWords, _ scheme: LetterScheme
  ) -> [String: LetterSet] {
    let reader = CellReader(words: words, scheme: scheme, locale: document.locale)
    let classifier = TableClassifier(
      reader: reader, settings: TableSettings(), names: PartyNames([], []))
    let pairs = document.tables.indices.filter { document.tables[$0].columnCount == 2 }
    return pairs.reduce(into: [:]) { signs, index in
      signs.merge(classifier.explainedSigns(TableProfile(document, index))) { first, _ in first }
    }
  }

  /// The names in a cell that gives each its letters, such as `R: Kim, A: Lou`; nil if it is not
  /// such a cell.
  public func namesOfStatement(_ text: String, in locale: String) -> String? {
    CellReader(words: letters.words, scheme: letters.scheme, locale: locale).stated(text).map {
      $0.map(\.name).joined(separator: ", ")
    }
  }

  /// Looks at all tables of a document.
  public func tables(of document: Document) -> [Table] {
    let reader = DocumentLetters(letters, nil, locale: 0)
    return document.tables.indices.map { index in
      let table = reader.classify(document, index, settings)
      return describe(table, TableProfile(document, index))
    }
  }

  private func describe(_ table: ClassifiedTable, _ profile: TableProfile) -> Table {
    let title = table.reading?.columns.firstIndex(of: .title) ?? 0
    let isOfHeads = table.kind == .letters || table.kind == .ticks
    let party = table.reading?.columns.firstIndex(of: .party)
    let isOfNames = table.kind == .columns || table.kind == .owners || party != nil
    let rows = profile.lines.filter { !isGroup($0, table, profile) }
    let columns = party.map { [$0] } ?? table.letterColumns.map(\.column)
    let reader = CellReader(
      words: letters.words, scheme: letters.scheme, locale: profile.document.locale)
    let isStated =
      table.kind == .columns && columns.count == 1
      && reader.statesLetters(rows.lazy.map { profile.cell($0, columns[0]).text })
    return Table(
      kind: table.kind, location: profile.headLocation(0), reading: table.reading,
      isDoubtful: table.doubt != nil, isLegend: table.isLegend,
      namesDuties: namesDuties(profile, title: title),
      mayNameDuties: mayNameDuties(profile, title: title),
      isPlain: isPlain(profile),
      namesPeople: namesPeople(profile, title: title),
      hasDescriptions: !table.isLegend && hasDescriptions(profile, besides: title),
      heads: isOfHeads ? columns.map { head($0, table, profile) } : [],
      cells: isOfNames
        ? rows.flatMap { line in
          columns.map { column in
            let cell = profile.cell(line, column)
            let names =
              isStated
              ? namesOfStatement(cell.text, in: reader.locale) ?? ""
              : table.asides.isEmpty || !table.asides.contains(place(line, column, profile))
                ? cell.text : ""
            var result = text(names, cell, line, column, profile)
            result.isOfStatement = isStated
            return result
          }
        }.filter { !$0.text.isEmpty } : [],
      signs: table.kind == .ticks
        ? Set(rows.flatMap { line in columns.map { profile.cell(line, $0).text } }.filter(isSign))
        : [])
  }

  private func place(_ line: Int, _ column: Int, _ profile: TableProfile) -> Int {
    profile.document.cell(profile.table, line: line, column: column)
  }

  private func isGroup(_ line: Int, _ table: ClassifiedTable, _ profile: TableProfile) -> Bool {
    let index = line - profile.table.bodyLines.lowerBound
    guard let lines = table.reading?.lines, lines.indices.contains(index) else { return false }
    return lines[index] == .group || lines[index] == .nothing
  }

  private func head(_ column: Int, _ table: ClassifiedTable, _ profile: TableProfile) -> Text {
    Text(
      text: table.heads[column], table: profile.index, line: profile.table.lines.lowerBound,
      column: column, location: profile.headLocation(column),
      isShared: table.isShared(column, letters.words, in: profile.document.locale))
  }

  private func text(
    _ text: String, _ cell: Document.Cell, _ line: Int, _ column: Int, _ profile: TableProfile
  ) -> Text {
    Text(
      text: text, table: profile.index, line: line, column: column, location: cell.location)
  }

  private func isSign(_ text: String) -> Bool {
    let reader = CellReader(words: letters.words, scheme: letters.scheme, locale: "en")
    let kind = reader.read(text).kind
    return kind == .yes || kind == .no
  }

  /// Whether the head of the titles calls them duties, or another head calls a party.
  private func namesDuties(_ profile: TableProfile, title: Int) -> Bool {
    let locale = profile.document.locale
    // Two parties and more beside each other are columns of texts, and no section's own rows.
    let parties = profile.heads.dropFirst().count { isParty($0, locale) }
    if parties > 0 { return parties == 1 }
    return profile.heads.indices.contains(title)
      && letters.words.mentionsTask(profile.heads[title], in: locale)
  }

  private func namesPeople(_ profile: TableProfile, title: Int) -> Bool {
    let locale = profile.document.locale
    if letters.words.namesPeople(profile.heads.first ?? "", in: locale) { return true }
    let names = profile.lines.map { profile.cell($0, 0).text }.filter { !$0.isEmpty }
    return title > 0 && letters.words.mostlyCallPeople(names, in: locale)
  }

  private func mayNameDuties(_ profile: TableProfile, title: Int) -> Bool {
    let locale = profile.document.locale
    return profile.heads.indices.contains(title)
      && !profile.heads.dropFirst().contains { isParty($0, locale) }
      && letters.words.words(of: profile.heads[title], in: locale).contains(.task)
  }

  /// Whether a title speaks of duties.
  public func mentionsDuties(_ title: String, in locale: String) -> Bool {
    letters.words.mentionsTask(title, in: locale)
  }

  /// Whether a title names only the kind of text below it, and nobody.
  public func isGeneric(_ title: String, in locale: String) -> Bool {
    letters.words.isGeneric(title, in: locale)
  }

  /// Whether a title speaks of duties or of a party.
  public func isOfDuties(_ title: String, in locale: String) -> Bool {
    mentionsDuties(title, in: locale)
      || letters.words.words(of: title, in: locale).contains { $0 == .party || $0 == .shared }
  }

  private func isPlain(_ profile: TableProfile) -> Bool {
    let titles = profile.lines.map { profile.cell($0, 0) }.filter { !$0.isEmpty }
    let isLegend = titles.count { !$0.isLong && $0.text.count <= 2 } * 2 > titles.count
    return profile.columnCount <= 3 && !isLegend
      && columns(of: profile).dropFirst().allSatisfy { $0.codes == 0 }
      && profile.heads.dropFirst().allSatisfy { head in
        letters.words.letters(ofHead: head, in: profile.document.locale, letters.scheme).isEmpty
      }
  }

  private func isParty(_ head: String, _ locale: String) -> Bool {
    letters.words.meaning(of: head, in: locale) == .party
  }

  /// The mean length in bytes from which cells describe something.
  private static let minimumDescription = 12

  private func hasDescriptions(_ profile: TableProfile, besides title: Int) -> Bool {
    let columns = columns(of: profile)
    // Numbers, codes, and signs show progress, not roles.
    if columns.dropFirst(title + 1).contains(where: \.isMeasure) { return false }
    return columns.enumerated().contains { column, own in
      guard column != title else { return false }
      let isLong = profile.lines.contains { profile.cell($0, column).isLong }
      return own.texts > 0 && !own.isCodes && (isLong || own.meanLength >= Self.minimumDescription)
    }
  }

  private func columns(of profile: TableProfile) -> [ColumnProfile] {
    ColumnProfile.all(
      of: profile,
      CellReader(words: letters.words, scheme: letters.scheme, locale: profile.document.locale))
  }
}
