import Base
import Guide
import Markdown

/// Writes letters into the cells of a document's tables, in each language that has the row.
///
/// Only cells of pipe tables that have letters and nothing else, or nothing at all, are changed.
struct LetterCells {
  /// Reads a file of the guide.
  typealias Reader = (_ path: String) throws -> SourceFile

  /// The new letters of one cell.
  private struct Edit {
    let cell: Int
    let range: Range<Int>
    let bytes: [UInt8]
    let letters: String
  }

  private struct Column: Hashable {
    let table: Int
    let party: String
  }

  private let document: DocumentSet
  private let scheme: LetterScheme
  private let read: Reader
  /// The columns of the source's tables that have the letters of a party alone.
  private var columns: [Column: Set<Int>] = [:]
  private var files: [Int: (file: SourceFile, lines: LineIndex)] = [:]
  private var edits: [Int: [Edit]] = [:]

  /// Finds the columns of a document's parties.
  init(_ document: DocumentSet, of guide: Guide, read: @escaping Reader) {
    self.document = document
    scheme = guide.settings.letters
    self.read = read
    let sourceIndex = guide.sourceIndex
    guard let source = document.versions[sourceIndex]?.document else { return }
    for responsibility in document.responsibilities {
      guard let row = responsibility.rows[sourceIndex].map({ source.rows[$0] }), isPlain(row),
        let cells = responsibility.cells, !cells.isEmpty
      else { continue }
      let table = source.tables[row.table]
      if table.reading?.columns.contains(.party) == true { continue }
      for column in 0..<table.columnCount where source.role(ofColumn: column, in: table) == .letters
      {
        let cell = source.cells[source.cell(table, line: row.lines.lowerBound, column: column)]
        guard LetterText.canonical(cell.text, scheme)?.isEmpty == false else { continue }
        for (party, assignment) in cells where assignment.location == cell.location {
          columns[Column(table: row.table, party: party), default: []].insert(column)
        }
      }
    }
    let names = Self.names(guide)
    for table in Set(columns.keys.map(\.table)) { addEmptyColumns(source, table, names) }
  }

  /// The parties by their ids and names in the source's language, names of several left out.
  private static func names(_ guide: Guide) -> [String: String] {
    var result: [String: Set<String>] = [:]
    for (party, name) in zip(guide.settings.parties, guide.locales[guide.sourceIndex].parties) {
      for text in [party.text, name.name, name.short] {
        result[NameCollector.key(text), default: []].insert(party.text)
      }
    }
    return result.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Finds the columns of a table of letters that have none, by their heads.
  private mutating func addEmptyColumns(
    _ source: Document, _ index: Int, _ names: [String: String]
  ) {
    let table = source.tables[index]
    let heads = table.heads(in: source, index)
    let taken = columns.filter { $0.key.table == index }.values.reduce(into: Set<Int>()) {
      $0.formUnion($1)
    }
    for column in heads.indices where source.role(ofColumn: column, in: table) == .letters {
      guard !taken.contains(column), let party = names[NameCollector.key(heads[column])],
        columns[Column(table: index, party: party)] == nil
      else { continue }
      columns[Column(table: index, party: party)] = [column]
    }
  }

  /// Whether a row is one line of its table.
  private func isPlain(_ row: Document.Row) -> Bool { row.lines.count == 1 && row.column == nil }

  /// Plans the change of a responsibility's letters.
  ///
  /// - Parameter letters: the new letters of parties; empty for none.
  /// - Returns: whether all of its cells can have them; if not, nothing is planned.
  mutating func plan(
    _ letters: [String: String], of responsibility: Responsibility, sourceIndex: Int
  ) throws -> Bool {
    guard let row = responsibility.rows[sourceIndex], let cells = responsibility.cells,
      !cells.isEmpty || responsibility.letters.isEmpty,
      let source = document.versions[sourceIndex]?.document,
      !letters.keys.contains(where: { responsibility.entry?.letters?[$0] != nil })
    else { return false }
    var planned: [(version: Int, edit: Edit)] = []
    for (party, text) in letters {
      let known = columns[Column(table: source.rows[row].table, party: party)] ?? []
      guard let column = known.first, known.count == 1 else { return false }
      for index in document.versions.indices {
        guard let row = responsibility.rows[index] else { continue }
        guard let edit = try edit(text, column, ofRow: row, in: index) else { return false }
        planned.append((index, edit))
      }
    }
    for (index, edit) in planned { edits[index, default: []].append(edit) }
    return true
  }

  private mutating func edit(
    _ letters: String, _ column: Int, ofRow row: Int, in index: Int
  ) throws -> Edit? {
    guard let document = document.versions[index]?.document, isPlain(document.rows[row]),
      let own = document.tables[document.rows[row].table].column(ofSource: column)
    else { return nil }
    let table = document.tables[document.rows[row].table]
    let cell = document.cell(table, line: document.rows[row].lines.lowerBound, column: own)
    let (file, lines) = try opened(index, document.path)
    let starts = lines.starts.dropFirst(document.cells[cell].location.line - 1)
    guard let start = starts.first,
      let line = TableLine(file.bytes, start..<(starts.dropFirst().first ?? file.bytes.count)),
      line.cells.indices.contains(own),
      var bytes = rewritten(file.bytes[line.cells[own]], as: letters)
    else { return nil }
    let range = line.cells[own]
    if range.isEmpty, !letters.isEmpty {
      // New letters in an empty cell have a space on both sides.
      if let before = file.bytes[..<range.lowerBound].last, before > 0x20 {
        bytes.insert(UInt8(ascii: " "), at: 0)
      }
      if let after = file.bytes[range.upperBound...].first, after > 0x20 {
        bytes.append(UInt8(ascii: " "))
      }
    }
    return Edit(cell: cell, range: range, bytes: bytes, letters: letters)
  }

  private mutating func opened(
    _ index: Int, _ path: String
  ) throws -> (file: SourceFile, lines: LineIndex) {
    if let known = files[index] { return known }
    let file = try read(path)
    files[index] = (file, LineIndex(file.bytes))
    return (file, LineIndex(file.bytes))
  }

  /// A cell's bytes with other letters between the same signs; nil if it has more than letters.
  private func rewritten(_ cell: ArraySlice<UInt8>, as letters: String) -> [UInt8]? {
    let text = String(decoding: cell, as: UTF8.self)
    guard LetterText.canonical(text, scheme) != nil else { return nil }
    if letters.isEmpty { return [] }
    let marks = text.prefix { $0 == "*" }
    guard text.hasSuffix(marks) else { return nil }
    let parts = text.dropFirst(marks.count).split(
      omittingEmptySubsequences: false, whereSeparator: \.isLetter)
    let separator = parts.dropFirst().dropLast().first ?? ""
    let new = letters.map(String.init).joined(separator: String(separator))
    return Array((marks + new + marks).utf8)
  }

  /// The files with the planned changes, by the index of their locale.
  ///
  /// - Throws: `EditRefusal` if anything else would change, or `FileError`.
  func changed() throws -> [(locale: Int, path: String, bytes: [UInt8], count: Int)] {
    try edits.sorted { $0.key < $1.key }.compactMap { index, edits in
      guard let document = document.versions[index]?.document, let file = files[index]?.file else {
        return nil
      }
      var editor = try DocumentEditor(file.mark + file.bytes, path: file.path)
      for edit in edits { editor.replace(edit.range, with: edit.bytes) }
      let rows = document.cells.indices.map(DocumentFact.row)
      let bytes = try editor.edited(changing: Set(rows), orReporting: .raciInvalid)
      guard keeps(document, edits, in: SourceFile(path: file.path, bytes: bytes)) else {
        throw EditRefusal(diagnostics: [])
      }
      return (index, file.path, bytes, edits.count)
    }
  }

  /// Whether a file has the cells of a document, those that were edited with their new letters.
  private func keeps(_ document: Document, _ edits: [Edit], in file: SourceFile) -> Bool {
    let (new, _) = DocumentParser.parse(
      file, .init(key: document.key, locale: document.locale, isResponsibilityDocument: true))
    guard let cells = new?.cells, cells.count == document.cells.count else { return false }
    let letters = Dictionary(
      edits.map { ($0.cell, $0.letters) }, uniquingKeysWith: { first, _ in first })
    return cells.indices.allSatisfy { index in
      let (old, new) = (document.cells[index], cells[index])
      guard let wanted = letters[index] else { return old.text == new.text }
      return LetterText.canonical(new.text, scheme) == wanted
    }
  }
}
