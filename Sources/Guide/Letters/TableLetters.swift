import Base
import Markdown

/// Reads who does what from the rows of one table.
struct TableLetters {
  let document: Document
  let table: ClassifiedTable
  let facts: Document.Table
  let settings: TableSettings
  let letters: GuideLetters
  let names: PartyNames
  let reader: CellReader
  /// The parties of each column whose head is a party.
  var partiesOfColumn: [Int: [String]] = [:]
  /// The errors in heads and cells.
  var diagnostics: [Diagnostic] = []
  let locale: String
  /// A party in a cell, with the remark behind its name, and whether the cell means all parties.
  private typealias NamedParty = (party: String, remark: String?, isShared: Bool)

  /// The columns in which letters are beside the names: `Kim (R), Lou (A)`.
  private var statedColumns: Set<Int> = []
  /// The parties of the lines of a transposed table that were read.
  private var partiesOfLine: [Int: [String]] = [:]
  /// The columns that name each party by itself, two at most, in the line that was asked about last.
  private var named: (line: Int, columnsOfParty: [String: [Int]])?
  /// The cells that take more than one place, by the places that have no cell of their own.
  private let covered: [Int: Int]

  /// - Parameter locale: the index of the document's locale.
  init(
    _ document: Document, _ index: Int, _ table: ClassifiedTable, _ settings: TableSettings,
    _ letters: GuideLetters, locale: Int
  ) {
    self.document = document
    self.table = table
    facts = document.tables[index]
    self.settings = settings
    self.letters = letters
    self.locale = document.locale
    names = letters.names(for: locale, settings)
    let reader = CellReader(
      words: letters.words, scheme: letters.scheme, locale: document.locale,
      signs: table.signMeanings(settings), isCircled: table.isCircled)
    self.reader = table.hasCapitals ? reader.forLetters : reader
    covered = facts.coveredCells(document.cells, in: table.letterColumns.map(\.column))
    if table.kind == .letters || table.kind == .ticks { resolveHeads(index) }
    if table.kind == .transposed { reportNamelessColumns(index) }
    if table.kind == .columns {
      statedColumns = columnsThatStateLetters
    }
    if table.kind == .columns || table.kind == .owners { reportColumnsOfNames(index) }
  }

  /// The content of a row.
  mutating func read(_ row: Document.Row) -> RowLetters {
    var result = RowLetters()
    switch table.kind {
    case .letters:
      for line in row.lines {
        for (column, _) in table.letterColumns { readLetters(line, column, &result) }
      }
    case .columns:
      for line in row.lines {
        for (column, letters) in table.letterColumns { readNames(line, column, letters, &result) }
      }
    case .ticks: readTicks(row, &result)
    case .owners: readOwners(row, &result)
    case .transposed: readColumn(row, &result)
    case .people: readPeople(row, &result)
    case .prose, .ordinary: break
    }
    return result
  }

  func cell(_ line: Int, _ column: Int) -> Document.Cell {
    let place = document.cell(facts, line: line, column: column)
    return document.cells[covered[place] ?? place]
  }

  private mutating func readLetters(_ line: Int, _ column: Int, _ result: inout RowLetters) {
    if let parties = partiesOfColumn[column] { readLetters(cell(line, column), parties, &result) }
  }

  /// Gives the letters of a cell to parties.
  private mutating func readLetters(
    _ cell: Document.Cell, _ parties: [String], _ result: inout RowLetters
  ) {
    if reportLong(cell) { return }
    let content = reader.read(cell.text)
    if let unknown = content.unknown {
      return unread(cell, "the letter '\(unknown)' is not one of \(letters.scheme.list)")
    }
    switch content.kind {
    case .letters, .loose:
      for party in parties {
        result.add(content.letters, to: party, at: cell.location, content.remark)
      }
    case .nothing, .no: return
    case .yes, .text:
      unread(cell, "'\(shortened(cell.text))' is not a letter")
    }
  }

  /// Reads a column of a transposed table, whose lines are parties.
  private mutating func readColumn(_ row: Document.Row, _ result: inout RowLetters) {
    guard let column = row.column,
      let title = table.reading?.columns.firstIndex(of: .party)
    else { return }
    var parties: [String] = []
    for line in row.lines {
      switch document.role(ofLine: line, in: facts) {
      case .row: parties = self.parties(ofLine: line, title)
      case .continuation: break
      case .group, .nothing: continue
      }
      readLetters(cell(line, column), parties, &result)
    }
  }

  /// The parties of a line of a transposed table, each once.
  private mutating func parties(ofLine line: Int, _ title: Int) -> [String] {
    if let known = partiesOfLine[line] { return known }
    var found: Set<String> = []
    let parties = parties(line, title).map(\.party).filter { found.insert($0).inserted }
    partiesOfLine[line] = parties
    return parties
  }

  /// Reads a row with a line per person.
  private mutating func readPeople(_ row: Document.Row, _ result: inout RowLetters) {
    guard let column = table.reading?.columns.firstIndex(of: .party) else { return }
    var parties: [String] = []
    for line in row.lines {
      if !cell(line, column).isEmpty { parties = self.parties(line, column).map(\.party) }
      for (own, letters) in table.letterColumns {
        let cell = cell(line, own)
        let content = reader.read(cell.text)
        guard content.kind == .yes, !letters.isEmpty else {
          readLetters(cell, parties, &result)
          continue
        }
        for party in parties { result.add(letters, to: party, at: cell.location, content.remark) }
      }
    }
  }

  /// Gives a column's letters to the parties that its cell names.
  ///
  /// "All" under a head of those who are asked or informed means all others: who does the work
  /// knows of it.
  private mutating func readNames(
    _ line: Int, _ column: Int, _ own: LetterSet, _ result: inout RowLetters
  ) {
    if statedColumns.contains(column) { return readStatements(line, column, &result) }
    let isOfOthers = own.isDisjoint(with: letters.scheme.owner)
    let parties = parties(line, column)
    // Several owners do the work together, and nothing says which of them answers for it.
    let isShared = own == letters.scheme.owner && Set(parties.map(\.party)).count > 1
    let own = isShared ? letters.scheme.owner.first : own
    for (party, remark, isShared) in parties {
      if isShared, isOfOthers, isNamed(party, line, besides: column) { continue }
      result.add(own, to: party, at: cell(line, column).location, remark)
    }
  }

  /// Gives the names in a cell the letters beside them.
  private mutating func readStatements(_ line: Int, _ column: Int, _ result: inout RowLetters) {
    let cell = cell(line, column)
    guard !reportLong(cell), !cell.isEmpty, LetterForms.sign(cell.text) == nil else { return }
    guard let names = reader.stated(cell.text) else {
      return unread(cell, "'\(shortened(cell.text))' is not a letter")
    }
    for stated in names {
      for (party, remark, _) in parties(stated.name, in: cell) {
        result.add(stated.letters, to: party, at: cell.location, remark)
      }
    }
  }

  private var columnsThatStateLetters: Set<Int> {
    guard table.letterColumns.count == 1, let column = table.letterColumns.first?.column,
      reader.statesLetters(facts.bodyLines.lazy.map { cell($0, column).text })
    else { return [] }
    return [column]
  }

  /// Whether another column of a line names a party by itself.
  private mutating func isNamed(_ party: String, _ line: Int, besides column: Int) -> Bool {
    if named?.line != line { named = (line, columnsOfParty(line)) }
    return (named?.columnsOfParty[party] ?? []).contains { $0 != column }
  }

  private func columnsOfParty(_ line: Int) -> [String: [Int]] {
    let names = names
    let reader = NameReader(words: letters.words, locale: locale) { names.parties($0) != nil }
    var result: [String: [Int]] = [:]
    for (column, _) in table.letterColumns {
      for name in reader.read(cell(line, column).text) where !name.isShared {
        for party in names.parties(name.text) ?? [] {
          let known = result[party] ?? []
          if known.count < 2, known.last != column { result[party] = known + [column] }
        }
      }
    }
    return result
  }

  private mutating func readOwners(_ row: Document.Row, _ result: inout RowLetters) {
    var owners: [(party: String, cell: Document.Cell, remark: String?)] = []
    for line in row.lines {
      for (column, _) in table.letterColumns where row.column == nil || row.column == column {
        for (party, remark, _) in parties(line, column) {
          owners.append((party, cell(line, column), remark))
        }
      }
    }
    let isOne = Set(owners.map(\.party)).count == 1
    for (party, cell, remark) in owners {
      result.add(
        isOne ? letters.scheme.owner : letters.scheme.owner.first, to: party, at: cell.location,
        remark)
    }
  }

  /// The parties that a cell names.
  private mutating func parties(_ line: Int, _ column: Int) -> [NamedParty] {
    let cell = cell(line, column)
    return reportLong(cell) ? [] : parties(cell.text, in: cell)
  }

  /// The parties that a text names, which is all of a cell or a part of it.
  private mutating func parties(_ text: String, in cell: Document.Cell) -> [NamedParty] {
    let names = names
    let reader = NameReader(words: letters.words, locale: locale) { names.parties($0) != nil }
    var result: [NamedParty] = []
    for name in reader.read(text) {
      if let found = names.parties(name.text) {
        result += found.map { ($0, name.remark, false) }
      } else if name.isShared {
        result += sharing.map { ($0, name.remark, true) }
      } else {
        unread(
          cell, "'\(shortened(name.text))' is not a party",
          hint: names.didYouMean(name.text))
      }
    }
    return result
  }

  /// The parties that share a shared row: all that the table names.
  private lazy var sharing = namedParties

  private var namedParties: [String] {
    let columns =
      table.reading?.columns.firstIndex(of: .party).map { [$0] }
      ?? table.letterColumns.map(\.column)
    let names = names
    let nameReader = NameReader(words: letters.words, locale: locale) { names.parties($0) != nil }
    var found: Set<String> = []
    for line in facts.bodyLines {
      for column in columns {
        let text = cell(line, column).text
        let stated = statedColumns.contains(column) ? reader.stated(text)?.map(\.name) : nil
        for name in (stated ?? [text]).flatMap(nameReader.read) {
          found.formUnion(names.parties(name.text) ?? [])
        }
      }
    }
    return letters.parties.filter(found.contains)
  }

  /// Reports a cell whose text is too long to be kept.
  mutating func reportLong(_ cell: Document.Cell) -> Bool {
    if cell.isLong {
      unread(
        cell, "the text is longer than 400 bytes",
        hint: "write a shorter text, or divide it into several rows")
    }
    return cell.isLong
  }

  mutating func unread(
    _ cell: Document.Cell, _ message: DiagnosticMessage, hint: DiagnosticMessage? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .cellUnread, "\(message), so this cell is not read", at: cell.location, locale: locale,
        hint: hint ?? "write letters such as \(letters.scheme.owner.text), or '-' for none"))
  }

  func shortened(_ text: String) -> String {
    let line = text.onOneLine
    return line.count > 40 ? line.prefix(39) + "…" : line
  }
}
