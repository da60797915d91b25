import Base

extension Document {
  /// The same document with its rows as its tables are to be read.
  ///
  /// - Parameter readings: by table; nil for the plain reading.
  public func read(as readings: [TableReading?]) -> Document {
    guard readings.contains(where: { $0 != nil }) else { return self }
    var tables = tables
    for (index, reading) in zip(tables.indices, readings) { tables[index].reading = reading }
    var reader = RowReader(cells: cells, headings: headings)
    for (index, table) in tables.enumerated() where table.isResponsibilities {
      reader.read(table, index)
    }
    return Document(
      key: key, locale: locale, path: path, digest: digest, metadata: metadata,
      headings: headings, rows: reader.rows, groups: reader.groups, cells: cells, links: links,
      anchors: anchors, tables: tables, footnotes: footnotes,
      suppressions: suppressions, explanations: explanations, labels: labels,
      foreignTexts: foreignTexts, beginsWithTitle: beginsWithTitle, body: body, texts: storedTexts)
  }

  /// The kind of a table's line, as its table is read.
  public func role(ofLine line: Int, in table: Table) -> TableReading.Line {
    guard table.isResponsibilities, table.bodyLines.contains(line) else { return .nothing }
    guard let reading = table.reading else { return .row }
    let index = line - table.bodyLines.lowerBound
    return reading.isResponsibilities && reading.lines.indices.contains(index)
      ? reading.lines[index] : .nothing
  }

  /// The kind of a table column's content, as its table is read.
  public func role(ofColumn column: Int, in table: Table) -> TableReading.Column {
    guard let reading = table.reading else { return column == 0 ? .title : .description }
    return reading.columns.indices.contains(column) ? reading.columns[column] : .description
  }

  /// The indices of the cells that describe a row, in order.
  public func descriptionCells(of row: Row) -> [Int] {
    let table = tables[row.table]
    return row.lines.flatMap { line in
      (0..<table.columnCount).compactMap { column in
        role(ofColumn: column, in: table) == .description && row.column == nil
          ? cell(table, line: line, column: column) : nil
      }
    }
  }

  /// The clauses of each row of those of each cell.
  func clauses(of cells: [[String]]) -> [[String]] {
    rows.map { row in
      descriptionCells(of: row).flatMap { cells.indices.contains($0) ? cells[$0] : [] }
    }
  }
}

/// Makes rows and groups of the lines of tables.
struct RowReader {
  let cells: [Document.Cell]
  let headings: [Document.Heading]
  private(set) var rows: [Document.Row] = []
  private(set) var groups: [Document.Group] = []

  init(cells: [Document.Cell], headings: [Document.Heading]) {
    self.cells = cells
    self.headings = headings
  }

  /// Reads the lines of one table.
  mutating func read(_ table: Document.Table, _ index: Int) {
    let reading = table.reading
    if reading.map({ !$0.isResponsibilities }) ?? false { return }
    if let reading, reading.isTransposed { return appendColumns(table, reading, index) }
    let titleColumn = reading?.columns.firstIndex(of: .title) ?? 0
    let groupColumn = reading?.columns.firstIndex(of: .group)
    var group: Int?
    for line in table.bodyLines {
      let first = table.firstCell + (line - table.lines.lowerBound) * table.columnCount
      let role = reading.map { $0.lines[line - table.bodyLines.lowerBound] } ?? .row
      switch role {
      case .nothing: continue
      case .group:
        let cell = (first..<(first + table.columnCount)).first { !cells[$0].isEmpty } ?? first
        group = add(cells[cell], index, line: line)
      case .continuation where rows.last?.table == index:
        extend(table, first, line)
      case .row, .continuation:
        if let groupColumn, !cells[first + groupColumn].isEmpty {
          let cell = cells[first + groupColumn]
          if group.map({ groups[$0].text != cell.text.onOneLine }) ?? true {
            group = add(cell, index, line: nil)
          }
        }
        if let reading, reading.isGrid {
          appendCells(table, reading, index, first, line, titleColumn, group)
        } else {
          append(table, index, first, line, titleColumn, group)
        }
      }
    }
  }

  private mutating func add(_ cell: Document.Cell, _ table: Int, line: Int?) -> Int {
    groups.append(
      .init(
        text: cell.text.onOneLine, table: table, line: line,
        location: cell.location))
    return groups.count - 1
  }

  private mutating func append(
    _ table: Document.Table, _ index: Int, _ first: Int, _ line: Int, _ titleColumn: Int,
    _ group: Int?
  ) {
    let title = cells[first + titleColumn]
    // A number or code before the title may have the row's anchor.
    let columns = table.reading?.columns.prefix(titleColumn) ?? []
    let codes = columns.indices.filter { columns[$0] == .code }
    let anchor = title.anchor ?? codes.compactMap { cells[first + $0].anchor }.first
    rows.append(
      .init(
        heading: table.heading, text: title.text.onOneLine,
        anchor: anchor, location: title.location, clauseCount: clauseCount(table, first),
        links: links(table, first), table: index, lines: line..<(line + 1), group: group))
  }

  /// Makes a row of each cell of a line that says who does what.
  private mutating func appendCells(
    _ table: Document.Table, _ reading: TableReading, _ index: Int, _ first: Int, _ line: Int,
    _ titleColumn: Int, _ group: Int?
  ) {
    // A line's title and a column's head are shortened once, and not in each cell.
    let title = TitleText.shortened(cells[first + titleColumn].text.onOneLine)
    let head = heads(of: table, reading).first
    for column in reading.columns.indices where reading.columns[column] == .letters {
      let cell = cells[first + column]
      if cell.isEmpty { continue }
      let heads = (column..<min(column + cell.columnSpan, table.columnCount)).filter {
        reading.columns[$0] == .letters
      }
      let areas = heads.map { TitleText.shortened(cells[head + $0].text) }.joined(separator: ", ")
      rows.append(
        .init(
          heading: table.heading, text: "\(title): \(areas)", anchor: nil,
          location: cell.location, clauseCount: 0, links: cell.links, table: index,
          lines: line..<(line + 1), group: group, column: column))
    }
  }

  /// Makes a row of each column that says who does what, from its head to the last line.
  ///
  /// It is called by its head, or by the section if all of the table is about that.
  private mutating func appendColumns(
    _ table: Document.Table, _ reading: TableReading, _ index: Int
  ) {
    let (line, first) = heads(of: table, reading)
    for column in reading.columns.indices where reading.columns[column] == .letters {
      let head = cells[first + column]
      let heading = reading.isOfHeading ? table.heading.map { headings[$0].text } : nil
      let title = heading ?? head.text.onOneLine
      rows.append(
        .init(
          heading: table.heading, text: title, anchor: nil,
          location: head.location, clauseCount: 0, links: head.links, table: index,
          lines: line..<table.lines.upperBound, group: nil, column: column))
    }
  }

  /// The line that has the heads, and its first cell.
  private func heads(
    of table: Document.Table, _ reading: TableReading
  ) -> (line: Int, first: Int) {
    // A translation of the table may have fewer lines.
    let last = min(table.bodyLines.lowerBound + reading.headsBelow, table.lines.upperBound) - 1
    let line = max(table.lines.lowerBound, last)
    return (line, table.firstCell + (line - table.lines.lowerBound) * table.columnCount)
  }

  /// Adds a line to the last row.
  private mutating func extend(_ table: Document.Table, _ first: Int, _ line: Int) {
    guard let last = rows.popLast() else { return }
    let links = links(table, first)
    rows.append(
      .init(
        heading: last.heading, text: last.text, anchor: last.anchor, location: last.location,
        clauseCount: last.clauseCount + clauseCount(table, first),
        links: last.links.lowerBound..<max(links.upperBound, last.links.upperBound),
        table: last.table, lines: last.lines.lowerBound..<(line + 1), group: last.group))
  }

  private func clauseCount(_ table: Document.Table, _ first: Int) -> Int {
    guard let columns = table.reading?.columns else {
      return (1..<max(1, table.columnCount)).reduce(0) { $0 + cells[first + $1].clauseCount }
    }
    return columns.indices.reduce(0) { sum, column in
      columns[column] == .description ? sum + cells[first + column].clauseCount : sum
    }
  }

  private func links(_ table: Document.Table, _ first: Int) -> Range<Int> {
    let last = first + table.columnCount - 1
    return cells[first].links
      .lowerBound..<max(cells[first].links.lowerBound, cells[last].links.upperBound)
  }
}
