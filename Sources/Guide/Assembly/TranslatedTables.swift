import Alignment
import Base
import Markdown

/// Reads the tables of a translation as the source's are read, and compares their letters.
struct TranslatedTables {
  let letters: GuideLetters?
  let raci: RaciFile?
  let original: OriginalDocument
  /// The translation's locale, by index.
  let locale: Int
  /// The source's table for each of the translation's.
  private(set) var matches: [Int?]
  /// The ids of the translation's headings.
  let headingIDs: [String]
  /// For each table and each of its columns that of the source; empty if all are in the same places.
  private var columns: [[Int?]] = []
  private var unmatched: [Diagnostic] = []

  /// Pairs tables, those of another width only if their heads show which column is which.
  init(
    letters: GuideLetters?, raci: RaciFile?, original: OriginalDocument, _ document: Document,
    locale: Int, headingIDs: [String]
  ) {
    self.letters = letters
    self.raci = raci
    self.original = original
    self.locale = locale
    self.headingIDs = headingIDs
    matches = TableAligner.align(
      original.document, original.headingIDs, document, headingIDs)
    columns = matches.map { _ in [] }
    let places = original.document.tablePlaces(original.headingIDs)
    for (table, match) in matches.enumerated() {
      guard let match else { continue }
      let found = matched(document, table, match, places[match])
      if let found {
        columns[table] = found
      } else {
        matches[table] = nil
        reportWidth(document, table, match)
      }
    }
  }

  /// The tables whose source's tables show letters.
  var withLetters: Set<Int> {
    let known = original.tables
    return Set(
      matches.indices.filter { table in
        guard let match = matches[table], known.indices.contains(match) else { return false }
        return known[match].showsLetters
      })
  }

  /// Reports a table whose letters cannot be compared.
  private mutating func reportWidth(_ document: Document, _ table: Int, _ match: Int) {
    guard original.tables.indices.contains(match), original.tables[match].holdsLetters else {
      return
    }
    let own = document.tables[table].columnCount
    let other = original.document.tables[match].columnCount
    unmatched.append(
      Diagnostic(
        .lettersDiffer,
        "this table has \(count: own, "column") and the source's has \(other), "
          + "so its letters are not compared",
        at: document.cells[document.tables[table].firstCell].location, locale: document.locale,
        notes: [
          .init(
            "the source's table",
            at: original.document.cells[original.document.tables[match].firstCell].location)
        ], hint: "give it the source's columns, or name its parties in locale.yml"))
  }

  /// The columns of a table by those of its source; nil if it is another table.
  private func matched(
    _ document: Document, _ table: Int, _ match: Int, _ place: TablePlace
  ) -> [Int?]? {
    let hasSameWidth =
      document.tables[table].columnCount == original.document.tables[match].columnCount
    guard let letters, raci != nil, original.tables.indices.contains(match),
      !original.tables[match].letterColumns.isEmpty
    else { return hasSameWidth ? [] : nil }
    return ColumnMatcher(
      letters: letters,
      settings: DocumentLetters(letters, raci, locale: locale).settings(for: place),
      source: TableProfile(original.document, match), table: original.tables[match],
      target: TableProfile(document, table), locale: locale
    ).columns()
  }

  /// How each table is read: as the source's if both have the same number of columns.
  func readings(of document: Document) -> [TableReading?] {
    guard let letters, raci != nil, !original.tables.isEmpty else {
      return document.tables.map { _ in nil }
    }
    let reader = DocumentLetters(letters, raci, locale: locale)
    let places = document.tablePlaces(headingIDs)
    return document.tables.indices.map { table in
      guard let match = matches[table] else {
        return reader.classify(document, table, reader.settings(for: places[table])).reading
      }
      guard let reading = original.tables[match].reading else { return nil }
      return TableAligner.reading(
        reading, of: TableProfile(document, table), columns: columns[table])
    }
  }

  /// The content of each row's cells that is the same in every language.
  func signatures(of document: Document) -> [[String]] {
    guard let letters, raci != nil, !original.tables.isEmpty else {
      return document.rows.map { _ in [] }
    }
    return document.cellSignatures(letters) { matches[$0].map { original.tables[$0] } }
  }

  /// Adds the translation's remarks beside letters, for cells of the source that have a remark.
  ///
  /// - Parameter ofSource: the index of the responsibility of each row of the source.
  func addRemarks(
    of document: Document, _ pairs: [RowAligner.Pair], _ ofSource: [Int: Int],
    to responsibilities: inout [ResponsibilityDraft]
  ) {
    let noted = pairs.filter { pair in
      original.letters[pair.source]?.cells.values.contains { $0.remark != nil } ?? false
    }
    guard !noted.isEmpty, let letters else { return }
    var reader = DocumentLetters(letters, raci, locale: locale)
    let tables = document.tables.indices.map { table in
      var own = matches[table].map { original.tables[$0] } ?? .ordinary([])
      if matches[table] != nil { own.reading = document.tables[table].reading }
      own.heads = TableProfile(document, table).heads
      own.letterColumns = own.letterColumns.compactMap { column, letters in
        document.tables[table].column(ofSource: column).map { ($0, letters) }
      }
      return own
    }
    let rows = reader.rowLetters(document, tables, headingIDs, isSource: false)
    for pair in noted {
      guard let match = ofSource[pair.source], let cells = rows[pair.target]?.cells else {
        continue
      }
      responsibilities[match].remarks[locale] = cells.compactMapValues(\.remark)
    }
  }

  /// The differences between the translation's letters and the source's, by aligned row.
  func differences(of document: Document, _ pairs: [RowAligner.Pair]) -> [Diagnostic] {
    guard let letters, original.letters.contains(where: { $0 != nil }) else { return [] }
    var comparison = LetterComparison(
      letters, source: original.document, original.tables, target: document, matches,
      locale: locale, reader: DocumentLetters(letters, raci, locale: locale),
      original.document.tablePlaces(original.headingIDs))
    return unmatched + comparison.compare(pairs)
  }
}
