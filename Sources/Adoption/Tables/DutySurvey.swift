import Base
import Guide
import Markdown

/// A source document with the contents of its tables.
struct SurveyedDocument: Sendable {
  let adopted: AdoptedDocument
  let tables: [TableSurvey.Table]
  /// The survey that looked at it.
  let survey: TableSurvey
  /// Whether the rows of each table are responsibilities.
  var areDuties: [Bool] = []
  /// Whether any of its tables says who does what.
  let holdsLetters: Bool
  private let outline: SectionOutline
  /// The headings over tables of descriptions, by the heads of these tables.
  private let headingsOfHeads: [[String]: Set<Int?>]

  init(adopted: AdoptedDocument, tables: [TableSurvey.Table], survey: TableSurvey) {
    (self.adopted, self.tables, self.survey) = (adopted, tables, survey)
    holdsLetters = tables.contains(where: \.holdsLetters)
    let document = adopted.document
    outline = SectionOutline(document.headings)
    var headings: [[String]: Set<Int?>] = [:]
    for index in document.tables.indices where tables[index].kind == .prose {
      let heads = document.tables[index].heads(in: document, index)
      headings[heads, default: []].insert(document.tables[index].heading)
    }
    headingsOfHeads = headings
  }

  var document: Document { adopted.document }

  /// Whether it has responsibilities.
  var hasDuties: Bool { areDuties.contains(true) }

  /// The document with rows only of the tables whose rows are responsibilities.
  var read: Document {
    document.read(
      as: zip(tables, areDuties).map { table, isDuty in isDuty ? table.reading : .ordinary })
  }

  /// Whether the title of a table's section, or of the document, speaks of duties or a party.
  func isOfDuties(_ table: Int) -> Bool {
    let titles = [sectionTitle(table), document.headings.first?.title, document.metadata.title]
    return titles.contains { title in
      title.map { survey.isOfDuties($0, in: adopted.locale) } ?? false
    }
  }

  /// Whether the title of a table's section speaks of duties, or several sections have such tables
  /// and a title speaks of duties or a party.
  func isOfSides(_ table: Int) -> Bool {
    if let title = sectionTitle(table), survey.mentionsDuties(title, in: adopted.locale) {
      return true
    }
    let own = document.tables[table]
    let headings = headingsOfHeads[own.heads(in: document, table)] ?? []
    let hasTwin = headings.count > 1 || !headings.isEmpty && !headings.contains(own.heading)
    return hasTwin && isOfDuties(table)
  }

  /// The heading that names the party of a table's section; nil if the document's title does, or
  /// nothing.
  ///
  /// Titles that several sections have, such as "Activities", or that every document could have, such
  /// as "Overview", name no party. The section around them does.
  func partyHeading(_ table: Int) -> Int? {
    guard let own = document.tables[table].heading else { return nil }
    let headings = document.headings
    let isGeneric = isGeneric(headings[own].title)
    guard isGeneric || outline.isRepeated(headings[own].title) else { return own }
    var around = outline.around(own)
    while let heading = around, headings[heading].level > 1, self.isGeneric(headings[heading].title)
    {
      around = outline.around(heading)
    }
    return around.flatMap { headings[$0].level > 1 ? $0 : nil } ?? (isGeneric ? nil : own)
  }

  /// The name of the party of a table's section, without the numbers and signs before it; nil if no
  /// title names one.
  func partyName(_ table: Int) -> String? {
    if let heading = partyHeading(table) { return Self.name(document.headings[heading].title) }
    return isGeneric(document.title) ? nil : Self.name(document.title)
  }

  private func isGeneric(_ title: String) -> Bool {
    survey.isGeneric(title, in: adopted.locale)
  }

  /// A title without the numbers and signs before it.
  static func name(_ title: String) -> String {
    let name = title.drop { !$0.isLetter }
    return name.isEmpty ? title : String(name)
  }

  /// The title of the section that a table is in; nil if it comes before all headings.
  func sectionTitle(_ table: Int) -> String? {
    document.tables[table].heading.map { document.headings[$0].title }
  }
}

/// Finds out which tables of the source documents say who does what, and which ones describe duties.
struct DutySurvey {
  /// The documents with their tables.
  private(set) var documents: [SurveyedDocument] = []
  /// The names of parties in heads and cells.
  private(set) var names: NameCollector
  /// Whether tables are taken though nothing in them says that their rows are duties.
  private(set) var isGuessed = false

  private let words: LetterWords
  private var survey: TableSurvey

  /// Looks at all tables twice, because the names in one table identify the kinds of others.
  init(_ sources: [AdoptedDocument], _ reading: Adoption.Reading) {
    words = reading.words
    names = NameCollector(words: reading.words)
    survey = TableSurvey(words: reading.words, scheme: reading.scheme, signs: [:], names: [])
    look(sources, reading, names: [])
    let known = collectNames()
    if !known.isEmpty {
      look(sources, reading, names: known)
      _ = collectNames()
    }
    chooseDuties(Set(known.map(NameCollector.key)))
  }

  private mutating func look(
    _ sources: [AdoptedDocument], _ reading: Adoption.Reading, names: [String]
  ) {
    survey = TableSurvey(
      words: reading.words, scheme: reading.scheme, signs: reading.signs, names: names)
    documents = sources.map {
      .init(adopted: $0, tables: survey.tables(of: $0.document), survey: survey)
    }
  }

  /// The names in heads and cells.
  private mutating func collectNames() -> [String] {
    names = NameCollector(words: words)
    for document in documents {
      let locale = document.adopted.locale
      for table in document.tables {
        for head in table.heads { names.addHead(head.text, locale) }
        for cell in table.cells { names.add(cell.text, locale) }
      }
    }
    var known: [String] = []
    var keys: Set<String> = []
    for document in documents {
      for text in document.tables.flatMap({ $0.heads + $0.cells }) {
        for name in names.names(in: text.text, document.adopted.locale)
        where keys.insert(NameCollector.key(name)).inserted {
          known.append(name)
        }
      }
    }
    return known
  }

  /// Tables with letters count.
  ///
  /// Tables of descriptions do if their heads name duties, and next to
  /// tables with letters only if their section is a party's.
  private mutating func chooseDuties(_ known: Set<String>) {
    let hasLetters = documents.contains(where: \.holdsLetters)
    choose { document, index in
      let table = document.tables[index]
      guard table.kind == .prose, table.hasDescriptions, !table.namesPeople,
        table.namesDuties || table.mayNameDuties && document.isOfDuties(index)
      else { return table.holdsLetters }
      return !hasLetters
        || document.sectionTitle(index).map { known.contains(NameCollector.key($0)) } ?? false
    }
    // If there are letters that nobody can read, headings are not read for letters instead.
    let isUnsure = documents.contains { $0.tables.contains(where: \.isDoubtful) }
    guard !isUnsure, !documents.contains(where: \.hasDuties) else { return }
    choose { document, index in
      let table = document.tables[index]
      return table.kind == .prose && table.isPlain && table.hasDescriptions && !table.namesPeople
        && document.isOfSides(index)
    }
    isGuessed = documents.contains(where: \.hasDuties)
  }

  private mutating func choose(_ isDuty: (SurveyedDocument, Int) -> Bool) {
    for index in documents.indices {
      let document = documents[index]
      documents[index].areDuties = document.tables.indices.map { isDuty(document, $0) }
    }
  }
}
