import Base
import Guide
import Markdown

/// Finds the names of the parties in each language, by heads of columns, names in the same cells,
/// and headings of sections.
struct PartyTranslations {
  /// Names in a translation's cell, and the parties that the source's cell names.
  private struct Pair {
    let parties: [Int?]
    let text: String
  }

  private var register: PartyRegister
  private let locales: [String]
  /// How often each locale calls each party so.
  private var votes: [[[String: Int]]]
  private var pairs: [[Pair]]
  private var collectors: [NameCollector]

  init(_ register: PartyRegister, locales: [String], words: LetterWords) {
    self.register = register
    self.locales = locales
    votes = locales.map { _ in register.parties.map { _ in [:] } }
    pairs = locales.map { _ in [] }
    collectors = locales.map { _ in NameCollector(words: words) }
  }

  /// Takes the versions of one document.
  ///
  /// - Parameter source: the index of the version that the survey looked at.
  mutating func add(_ set: DocumentSet, _ survey: SurveyedDocument, source: Int) {
    guard let original = set.versions[source] else { return }
    for locale in locales.indices where locale != source {
      guard let version = set.versions[locale] else { continue }
      for (target, match) in set.tables(of: source, in: locale).enumerated() {
        guard let match, survey.areDuties[match] else { continue }
        addHeads(survey.tables[match], version.document, target, locale)
      }
      addCells(survey, original, version, locale)
      addSections(survey, original, version, locale)
    }
  }

  private mutating func addHeads(
    _ table: TableSurvey.Table, _ document: Document, _ index: Int, _ locale: Int
  ) {
    let heads = document.tables[index].heads(in: document, index)
    for head in table.heads {
      guard let column = document.tables[index].column(ofSource: head.column),
        heads.indices.contains(column), let party = register.index(of: head.text)
      else { continue }
      vote(heads[column], party, locale)
    }
  }

  private mutating func addCells(
    _ survey: SurveyedDocument, _ original: DocumentSet.Version, _ version: DocumentSet.Version,
    _ locale: Int
  ) {
    let cells = Dictionary(grouping: survey.tables.flatMap(\.cells)) { $0.line }
    if cells.isEmpty { return }
    // Each column of a transposed table is a row of all lines, which share the names.
    var seen: Set<Int> = []
    for pair in version.pairs {
      let (source, target) = (
        original.document.rows[pair.source], version.document.rows[pair.target]
      )
      guard source.lines.count == target.lines.count else { continue }
      let isTransposed = survey.tables[source.table].kind == .transposed
      for (line, other) in zip(source.lines, target.lines) {
        for cell in cells[line] ?? []
        where source.column == nil || source.column == cell.column || isTransposed {
          let table = version.document.tables[target.table]
          guard cell.table == source.table, let column = table.column(ofSource: cell.column) else {
            continue
          }
          let index = version.document.cell(table, line: other, column: column)
          guard seen.insert(index).inserted else { continue }
          let whole = version.document.cells[index].text
          let names =
            cell.isOfStatement
            ? survey.survey.namesOfStatement(whole, in: locales[locale]) : nil
          let text = names ?? whole
          let parties = register.indices(ofCell: cell.text, survey.adopted.locale)
          pairs[locale].append(.init(parties: parties, text: text))
          collectors[locale].add(text, locales[locale])
        }
      }
    }
  }

  private mutating func addSections(
    _ survey: SurveyedDocument, _ original: DocumentSet.Version, _ version: DocumentSet.Version,
    _ locale: Int
  ) {
    let headings = Dictionary(
      zip(version.headingIDs, version.document.headings), uniquingKeysWith: { first, _ in first })
    for (index, isDuty) in survey.areDuties.enumerated()
    where isDuty && survey.tables[index].kind == .prose {
      let heading = survey.partyHeading(index)
      guard let name = survey.partyName(index), let party = register.index(of: name) else {
        continue
      }
      let other = heading.map { headings[original.headingIDs[$0]]?.title }
      if let name = other ?? version.document.title {
        vote(SurveyedDocument.name(name), party, locale)
      }
    }
  }

  private mutating func vote(_ name: String, _ party: Int, _ locale: Int) {
    let name = name.onOneLine
    if !name.isEmpty { votes[locale][party][name, default: 0] += 1 }
  }

  /// Each locale's name for each party; the source's name if it has none of its own.
  mutating func names() -> [[String]] {
    for locale in locales.indices {
      for pair in pairs[locale] {
        let names = collectors[locale].names(in: pair.text, locales[locale])
        guard names.count == pair.parties.count else { continue }
        for (name, party) in zip(names, pair.parties) {
          if let party { vote(name, party, locale) }
        }
      }
    }
    return votes.map { votes in
      zip(votes, register.parties).map { votes, party in
        Self.winner(votes, insteadOf: party.name)
      }
    }
  }

  /// The name that most places have; of several, the source's own, which stays as it is in translations.
  private static func winner(_ votes: [String: Int], insteadOf name: String) -> String {
    guard let most = votes.values.max(), votes[name] != most else { return name }
    return votes.filter { $0.value == most }.keys.min() ?? name
  }
}
