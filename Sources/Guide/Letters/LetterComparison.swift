import Alignment
import Base
import Markdown

/// Compares the letters of a translation's cells with those of its source, by row and column.
///
/// The order of letters, their case, and words for letters in another language make no difference.
/// Neither do a language's names of the parties, if it uses them throughout.
struct LetterComparison {
  private let letters: GuideLetters
  private let source: Document
  private let sourceTables: [ClassifiedTable]
  private let target: Document
  private let matches: [Int?]
  private let locale: Int
  private let reader: DocumentLetters
  private let places: [TablePlace]
  private var diagnostics: [Diagnostic] = []
  /// The columns of the source's tables that were reported as missing.
  private var missing: Set<[Int]> = []
  /// The settings of a source's table, and their consequences.
  private struct Reading {
    let signs: [String: LetterSet]
    let signsOfCells: [String: LetterSet]
    let names: PartyNames
  }

  private var readings: [Int: Reading] = [:]
  /// The heads of the translation's tables that have differences.
  private var heads: [Int: [String]] = [:]

  init(
    _ letters: GuideLetters, source: Document, _ sourceTables: [ClassifiedTable],
    target: Document, _ matches: [Int?], locale: Int, reader: DocumentLetters,
    _ places: [TablePlace]
  ) {
    self.letters = letters
    self.source = source
    self.sourceTables = sourceTables
    self.target = target
    self.matches = matches
    self.locale = locale
    self.reader = reader
    self.places = places
  }

  /// Compares the rows that were paired.
  mutating func compare(_ pairs: [RowAligner.Pair]) -> [Diagnostic] {
    for pair in pairs {
      let (original, translated) = (source.rows[pair.source], target.rows[pair.target])
      guard matches[translated.table] == original.table else { continue }
      let table = sourceTables[original.table]
      switch table.kind {
      case .letters, .ticks: compareLetters(original, translated, table)
      case .columns, .owners: compareNames(original, translated, table)
      case .transposed: compareColumns(original, translated, table)
      case .people: comparePeople(original, translated, table)
      case .prose, .ordinary: continue
      }
    }
    return diagnostics
  }

  /// The cells of a row in a column of the source's table; none if the translation lacks it.
  private func cells(_ document: Document, _ row: Document.Row, _ column: Int) -> [Document.Cell] {
    let table = document.tables[row.table]
    guard let own = table.column(ofSource: column) else { return [] }
    return row.lines.map { document.cells[document.cell(table, line: $0, column: own)] }
  }

  private mutating func reading(of row: Document.Row) -> Reading {
    if let known = readings[row.table] { return known }
    let settings = reader.settings(for: places[row.table])
    let made = Reading(
      signs: settings.signMeanings, signsOfCells: sourceTables[row.table].signMeanings(settings),
      names: letters.names(for: locale, settings))
    readings[row.table] = made
    return made
  }

  private mutating func compareLetters(
    _ original: Document.Row, _ translated: Document.Row, _ table: ClassifiedTable
  ) {
    let signs = reading(of: original).signsOfCells
    for (column, _) in table.letterColumns where holds(column, translated, of: original) {
      let before = content(
        cells(source, original, column), source.locale, signs, table)
      let after = content(
        cells(target, translated, column), target.locale, signs, table)
      if before == after { continue }
      report(original, translated, table, column, before.text, after.text)
    }
  }

  /// Compares the letters of a row with a line per person, line by line if the lines are equally many.
  private mutating func comparePeople(
    _ original: Document.Row, _ translated: Document.Row, _ table: ClassifiedTable
  ) {
    guard original.lines.count == translated.lines.count else {
      return compareLetters(original, translated, table)
    }
    for (own, other) in zip(original.lines, translated.lines) {
      compareLetters(original.only(own), translated.only(other), table)
    }
  }

  /// Whether a translation has a column; if not, that is said once a table.
  private mutating func holds(
    _ column: Int, _ translated: Document.Row, of original: Document.Row
  ) -> Bool {
    let table = target.tables[translated.table]
    if table.column(ofSource: column) != nil { return true }
    if missing.insert([translated.table, column]).inserted {
      let profile = TableProfile(source, original.table)
      add(
        "this table has no column for '\(profile.heads[column])'",
        at: target.cells[table.firstCell].location, source: profile.headLocation(column))
    }
    return false
  }

  /// Compares a column of a transposed table, line by line.
  private mutating func compareColumns(
    _ original: Document.Row, _ translated: Document.Row, _ table: ClassifiedTable
  ) {
    guard let column = original.column, translated.column != nil else { return }
    let signs = reading(of: original).signs
    let own = cells(source, original, column).dropFirst()
    let others = cells(target, translated, column).dropFirst()
    for (offset, cells) in zip(own, others).enumerated() {
      let before = content([cells.0], source.locale, signs, table)
      let after = content([cells.1], target.locale, signs, table)
      if before == after || before.letters.isEmpty && after.letters.isEmpty { continue }
      let facts = target.tables[translated.table]
      let line = translated.lines.lowerBound + 1 + offset
      let title = facts.reading?.columns.firstIndex(of: .party) ?? 0
      let party = target.cells[target.cell(facts, line: line, column: title)].text
      add(
        "row '\(translated.title)' has \(after.text) beside '\(party)', "
          + "the source has \(before.text)", at: cells.1.location, source: cells.0.location)
    }
  }

  /// The combined content of one column's cells.
  private struct Content: Equatable {
    var letters: LetterSet = []
    var isTicked = false
    var other: String?

    var text: DiagnosticMessage {
      if !letters.isEmpty { return "\(letters.text)" }
      if isTicked { return "a tick" }
      return other.map { "'\($0)'" } ?? "nothing"
    }
  }

  private func content(
    _ cells: [Document.Cell], _ locale: String, _ signs: [String: LetterSet],
    _ table: ClassifiedTable
  ) -> Content {
    let plain = CellReader(
      words: letters.words, scheme: letters.scheme, locale: locale, signs: signs,
      isCircled: table.isCircled)
    let reader = table.hasCapitals ? plain.forLetters : plain
    var result = Content()
    for cell in cells {
      let content = reader.read(cell.text)
      switch content.kind {
      case .letters, .loose: result.letters.formUnion(content.letters)
      case .yes: result.isTicked = true
      case .text: result.other = cell.text
      case .no, .nothing: continue
      }
    }
    return result
  }

  private mutating func compareNames(
    _ original: Document.Row, _ translated: Document.Row, _ table: ClassifiedTable
  ) {
    let known = reading(of: original).names
    for (column, _) in table.letterColumns {
      if let own = original.column, own != column { continue }
      let isOnly = table.letterColumns.count == 1
      let before = cells(source, original, column).flatMap {
        names($0, source.locale, known, mayState: isOnly)
      }
      let after = cells(target, translated, column).flatMap {
        names($0, target.locale, known, mayState: isOnly)
      }
      if before.count == after.count, zip(before, after).allSatisfy({ $1 == nil || $0 == $1 }) {
        continue
      }
      if Set(before) == Set(after) { continue }
      report(
        original, translated, table, column, list(cells(source, original, column)),
        list(cells(target, translated, column)))
    }
  }

  /// The parties that a cell names, and the letters beside each name; nil for each name that is not
  /// known.
  ///
  /// - Parameter mayState: whether names can have letters beside them.
  private func names(
    _ cell: Document.Cell, _ language: String, _ names: PartyNames, mayState: Bool
  ) -> [[String]?] {
    let reader = NameReader(words: letters.words, locale: language) { names.parties($0) != nil }
    func parties(_ text: String) -> [[String]?] {
      reader.read(text).map { $0.isShared ? ["*"] : names.parties($0.text) }
    }
    let cells = CellReader(words: letters.words, scheme: letters.scheme, locale: language)
    guard mayState, let stated = cells.stated(cell.text) else { return parties(cell.text) }
    return stated.flatMap { own in parties(own.name).map { $0.map { $0 + [own.letters.text] } } }
  }

  private func list(_ cells: [Document.Cell]) -> DiagnosticMessage {
    let texts = cells.map(\.text).filter { !$0.isEmpty }
    return texts.isEmpty ? "nothing" : "'\(texts.joined(separator: ", "))'"
  }

  private mutating func report(
    _ original: Document.Row, _ translated: Document.Row, _ table: ClassifiedTable, _ column: Int,
    _ before: DiagnosticMessage, _ after: DiagnosticMessage
  ) {
    let own = cells(target, translated, column).first
    let first = cells(source, original, column).first
    add(
      "row '\(translated.title)' has \(after) under '\(head(translated, column))', "
        + "the source has \(before)",
      at: own?.location ?? translated.location, source: first?.location ?? original.location)
  }

  private mutating func add(
    _ message: DiagnosticMessage, at location: SourceLocation, source: SourceLocation
  ) {
    diagnostics.append(
      Diagnostic(
        .lettersDiffer, message, at: location, locale: target.locale,
        notes: [.init("the source's cell", at: source)],
        hint: "use the source's letters; they are the same in every language"))
  }

  private mutating func head(_ row: Document.Row, _ column: Int) -> String {
    guard let own = target.tables[row.table].column(ofSource: column) else { return "" }
    let known = heads[row.table] ?? TableProfile(target, row.table).heads
    heads[row.table] = known
    return known[own]
  }
}

extension Document.Row {
  /// One line of the row.
  fileprivate func only(_ line: Int) -> Document.Row {
    var row = self
    row.lines = line..<(line + 1)
    return row
  }
}
