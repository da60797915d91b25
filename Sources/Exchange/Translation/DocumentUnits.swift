import Base
import Guide
import Markdown

/// The units of one version of a document, each with a name that outlives edits.
public struct DocumentUnits: Sendable {
  /// A unit with its place in the guide.
  public struct Entry: Sendable {
    /// The name: `roles#backups.2`, `roles#contacts`, `roles#contacts:3`.
    public let context: String
    /// The unit.
    public let unit: MarkdownUnit
    /// The id of the heading that it is under; empty before the first.
    let section: String
    /// The row of a responsibility table that it belongs to, by its index in the document.
    let row: Int?
    /// The number of the clause that it is, from 1, as evidence counts; nil for all else.
    let clause: Int?
    /// Whether it is the title of its row.
    let isRowTitle: Bool
  }

  /// The version.
  public let version: DocumentSet.Version
  /// The file's units.
  public let file: MarkdownUnits
  /// The units in order.
  public let entries: [Entry]
  /// The file's lines.
  let lines: LineIndex
  /// The indices of the entries of each section, by name.
  let sections: [String: [Int]]
  let rows: [Int: [Int]]

  /// Reads a version's file.
  public init(_ version: DocumentSet.Version, _ source: SourceFile) {
    self.version = version
    file = MarkdownUnits(source)
    lines = LineIndex(file.file.bytes)
    var naming = UnitNaming(version, file, lines)
    entries = naming.entries()
    var sections: [String: [Int]] = [:]
    var rows: [Int: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      if let row = entry.row {
        rows[row, default: []].append(index)
      } else if entry.unit.kind != .heading {
        sections[entry.section, default: []].append(index)
      }
    }
    self.sections = sections
    self.rows = rows
  }

  /// The place of an entry.
  func location(of entry: Entry) -> SourceLocation {
    lines.location(of: entry.unit.range.lowerBound, in: file.file.path)
  }

  /// The document's key.
  var key: String { version.document.key }
}

/// Gives the units of a version their names.
private struct UnitNaming {
  private let version: DocumentSet.Version
  private let file: MarkdownUnits
  private let lines: LineIndex
  private let headingOfLine: [Int: Int]
  private var section = ""
  private var ordinal = 0
  private var nextRow = 0

  init(_ version: DocumentSet.Version, _ file: MarkdownUnits, _ lines: LineIndex) {
    self.version = version
    self.file = file
    self.lines = lines
    headingOfLine = Dictionary(
      version.document.headings.enumerated().map { ($1.location.line, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func entries() -> [DocumentUnits.Entry] {
    var result: [DocumentUnits.Entry] = []
    let units = file.units
    var position = 0
    while position < units.count {
      let unit = units[position]
      var end = position + 1
      if let cell = unit.cell {
        while end < units.count, let next = units[end].cell, next.table == cell.table,
          next.row == cell.row
        {
          end += 1
        }
      }
      result += named(units[position..<end])
      position = end
    }
    return result
  }

  private mutating func named(_ units: ArraySlice<MarkdownUnit>) -> [DocumentUnits.Entry] {
    guard let first = units.first, let last = units.last else { return [] }
    if first.cell != nil, let row = row(from: first, to: last) {
      return names(of: units, row: row)
    }
    if first.kind == .heading {
      let line = location(first.block.lowerBound).line
      if let heading = headingOfLine[line] ?? headingOfLine[location(first.range.lowerBound).line],
        version.headingIDs.indices.contains(heading)
      {
        (section, ordinal) = (version.headingIDs[heading], 0)
        return [entry(first, "#\(section)")]
      }
    }
    return units.map { unit in
      ordinal += 1
      return entry(unit, section.isEmpty ? ":\(ordinal)" : "#\(section):\(ordinal)")
    }
  }

  private func entry(
    _ unit: MarkdownUnit, _ name: String, row: Int? = nil, clause: Int? = nil, isTitle: Bool = false
  ) -> DocumentUnits.Entry {
    .init(
      context: version.document.key + name, unit: unit, section: section, row: row, clause: clause,
      isRowTitle: isTitle)
  }

  /// The row of the document that begins between two cells.
  private mutating func row(from first: MarkdownUnit, to last: MarkdownUnit) -> Int? {
    let rows = version.document.rows
    let start = location(first.cell?.rowRange.lowerBound ?? first.range.lowerBound)
    let end = location(last.range.upperBound)
    while nextRow < rows.count, rows[nextRow].location < start { nextRow += 1 }
    guard nextRow < rows.count, rows[nextRow].location <= end,
      version.rowIDs.indices.contains(nextRow)
    else { return nil }
    nextRow += 1
    return nextRow - 1
  }

  /// The title has the row's id as its name, clauses have their number behind it.
  private func names(of units: ArraySlice<MarkdownUnit>, row: Int) -> [DocumentUnits.Entry] {
    let fact = version.document.rows[row]
    let id = version.rowIDs[row]
    let titleColumn =
      units.first { unit in
        unit.cell.map { location($0.range.lowerBound) == fact.location } ?? false
      }?.cell?.column ?? units.first?.cell?.column
    let others = units.filter { $0.cell?.column != titleColumn }
    let isNumbered = others.count == fact.clauseCount
    var clause = 0
    var hasTitle = false
    return units.map { unit in
      let cell = unit.cell
      if cell?.column == titleColumn {
        defer { hasTitle = true }
        return entry(
          unit, hasTitle ? "#\(id):title.\((cell?.clause ?? 0) + 1)" : "#\(id)", row: row,
          isTitle: !hasTitle)
      }
      clause += 1
      if isNumbered { return entry(unit, "#\(id).\(clause)", row: row, clause: clause) }
      return entry(
        unit, "#\(id):\((cell?.column ?? 0) + 1).\((cell?.clause ?? 0) + 1)", row: row)
    }
  }

  private func location(_ offset: Int) -> SourceLocation {
    lines.location(of: offset, in: version.document.path)
  }
}
