import Base
import Markdown

/// Reads the tables of one version of a document: the tables that have letters, and the letters of
/// rows.
struct DocumentLetters {
  let letters: GuideLetters
  /// The letters' file; nil if the document has none.
  let raci: RaciFile?
  /// The index of the version's locale.
  let locale: Int
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the file under `raci/` takes its letters from tables.
  private let hasTables: Bool

  init(_ letters: GuideLetters, _ raci: RaciFile?, locale: Int) {
    self.letters = letters
    self.raci = raci
    self.locale = locale
    hasTables = raci.map { $0.table != nil || $0.sections.contains { $0.table != nil } } ?? false
  }

  /// The classified tables of a source, and the document with its rows read accordingly.
  mutating func readSource(
    _ document: Document, _ headingIDs: [String]
  ) -> (document: Document, tables: [ClassifiedTable]) {
    let places = document.tablePlaces(headingIDs)
    let sectionsWithEntries = sectionsWithEntries
    func hasEntries(_ sections: [String]) -> Bool {
      sections.contains(where: sectionsWithEntries.contains)
    }
    var tables: [ClassifiedTable] = []
    for index in document.tables.indices {
      let (settings, sections) = (settings(for: places[index]), places[index].sections)
      var table = classify(document, index, settings)
      if table.kind == .owners, settings.kind == nil, hasEntries(sections) {
        // The letters are in the file: cells that read like names are text.
        var prose = settings
        prose.kind = .prose
        table = classify(document, index, prose)
      }
      let isOrdinary = sections.contains { anchor in
        raci?.section(anchor)?.isOrdinary ?? false
      }
      if isOrdinary {
        if table.holdsLetters, settings.kind != .ordinary { reportUnread(document, index, table) }
        table = .ordinary(table.heads)
        // Rows of ordinary tables keep their ids on the page.
        table.reading = nil
      } else if table.kind == .prose, hasTables, settings.kind != .prose,
        !hasEntries(sections)
      {
        table = .ordinary(table.heads)
      } else if table.doubt != nil {
        reportUnread(document, index, table)
      }
      tables.append(table)
    }
    reportLists(in: document, hasTables: tables.contains(where: \.holdsLetters))
    return (document.read(as: tables.map(\.reading)), tables)
  }

  /// The sections whose letters are in the file under `raci/`.
  private var sectionsWithEntries: Set<String> {
    let sections = (raci?.sections ?? []).filter {
      !$0.letters.isEmpty || $0.responsibilities.contains { $0.letters != nil }
    }
    return Set(sections.map(\.anchor))
  }

  /// The settings of a table, the nearest section's first.
  func settings(for place: TablePlace) -> TableSettings {
    var result = TableSettings()
    for (depth, anchor) in place.sections.enumerated() {
      guard let own = raci?.section(anchor)?.table else { continue }
      let isListed = depth == 0 && own.each.indices.contains(place.number)
      result = result.over(isListed ? own.each[place.number] : own)
    }
    return result.over(raci?.table).over(letters.tables)
  }

  func classify(_ document: Document, _ index: Int, _ settings: TableSettings) -> ClassifiedTable {
    let reader = CellReader(
      words: letters.words, scheme: letters.scheme, locale: document.locale,
      signs: settings.signMeanings)
    return TableClassifier(
      reader: reader, settings: settings, names: letters.names(for: locale, settings)
    ).classify(TableProfile(document, index))
  }

  /// The content of each row, from its table.
  mutating func rowLetters(
    _ document: Document, _ tables: [ClassifiedTable], _ headingIDs: [String], isSource: Bool
  ) -> [RowLetters?] {
    let places = document.tablePlaces(headingIDs)
    var readers: [Int: TableLetters] = [:]
    for (index, table) in tables.enumerated() where table.holdsLetters {
      readers[index] = TableLetters(
        document, index, table, settings(for: places[index]), letters, locale: locale)
    }
    let result = document.rows.map { row in readers[row.table]?.read(row) }
    if isSource {
      for (_, reader) in readers.sorted(by: { $0.key < $1.key }) {
        diagnostics += reader.diagnostics
      }
    }
    return result
  }

  /// Reports tables of a document without letters' file that look like tables of letters.
  mutating func reportUnread(in document: Document) {
    var hasTables = false
    for index in document.tables.indices where mayHoldLetters(document, index) {
      let table = classify(document, index, letters.tables ?? TableSettings())
      if table.holdsLetters { hasTables = true }
      if table.holdsLetters || table.doubt != nil { reportUnread(document, index, table) }
    }
    reportLists(in: document, hasTables: hasTables)
  }

  /// Takes a finding.
  mutating func report(_ finding: Diagnostic) { diagnostics.append(finding) }

  /// A cheap look: letters and signs are short.
  private func mayHoldLetters(_ document: Document, _ index: Int) -> Bool {
    let table = document.tables[index]
    guard table.columnCount > 1 else { return false }
    let end = table.firstCell + table.lines.count * table.columnCount
    return (table.firstCell..<end).contains { cell in
      (1...60).contains(document.cells[cell].text.utf8.count)
    }
  }

  private mutating func reportUnread(
    _ document: Document, _ index: Int, _ table: ClassifiedTable
  ) {
    let first = document.cells[document.tables[index].firstCell]
    diagnostics.append(
      Diagnostic(
        .tableUnread,
        table.doubt == .signs
          ? "this table seems to contain signs, but it is not read"
          : "this table seems to contain letters, but it is not read",
        at: first.location, locale: document.locale,
        hint: "describe it under 'table' in raci/\(document.key).yml, "
          + "or write 'table: ordinary' there"))
  }
}

/// The place of a table in a document's sections.
struct TablePlace {
  /// The anchors of the headings over it, the nearest first; an empty one if there are none.
  var sections: [String] = []
  /// The number of tables before it under the same heading.
  let number: Int
}

extension Document {
  /// The place of each table.
  func tablePlaces(_ headingIDs: [String]) -> [TablePlace] {
    let parents = headingParents
    var counts: [Int?: Int] = [:]
    return tables.map { table in
      var result = TablePlace(number: counts[table.heading, default: 0])
      counts[table.heading, default: 0] += 1
      var heading = table.heading
      while let index = heading, headingIDs.indices.contains(index) {
        result.sections.append(headingIDs[index])
        heading = parents[index]
      }
      // The section above all headings has no name.
      if result.sections.isEmpty { result.sections = [""] }
      return result
    }
  }
}
