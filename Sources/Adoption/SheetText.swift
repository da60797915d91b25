/// Writes the tables of a sheet as Markdown.
struct SheetText {
  /// The Markdown; nil if the sheet has no table.
  private(set) var markdown: String?

  /// A run of rows under one area.
  private struct Section {
    let title: String
    var rows: [[String]] = []
  }

  init(_ grid: SheetGrid, title: String) {
    let tables = SheetTables(grid)
    guard let first = tables.all.first else { return }
    let captions = tables.captions.filter { !$0.isEmpty }
    let name = captions.first { $0.count == 1 }?.first ?? title
    var lines = ["# " + Self.escaped(name, breaks: " "), ""]
    var isNamed = false
    for caption in captions {
      if !isNamed, caption == [name] {
        isNamed = true
        continue
      }
      lines += [Self.paragraph(SheetTables.text(caption)), ""]
    }
    lines += Self.table(grid, first, level: 2)
    for table in tables.all.dropFirst() {
      if !table.title.isEmpty { lines += ["## " + Self.escaped(table.title, breaks: " "), ""] }
      lines += Self.table(grid, table, level: table.title.isEmpty ? 2 : 3)
    }
    markdown = lines.joined(separator: "\n")
  }

  /// The lines of one table, its areas as sections and its remarks as a list below.
  private static func table(
    _ grid: SheetGrid, _ table: SheetTables.Table, level: Int
  ) -> [String] {
    let heads = SheetHead(grid, table.rows)
    var body = heads.body
    let notes = cutNotes(&body, grid, heads)
    let (labels, sections) = sections(body, heads.labels)
    var lines: [String] = []
    for section in sections {
      if !section.title.isEmpty {
        let sign = String(repeating: "#", count: level)
        lines += ["\(sign) " + escaped(section.title, breaks: " "), ""]
      }
      lines.append(line(labels))
      lines.append("|" + String(repeating: " --- |", count: labels.count))
      lines += section.rows.map(line) + [""]
    }
    if !notes.isEmpty {
      lines += notes.map { note in
        "- " + paragraph(note.filter { !$0.isEmpty }.joined(separator: ": "))
      }
      lines.append("")
    }
    return lines
  }

  /// Removes the rows below the table that are a legend or remarks.
  ///
  /// They are behind a gap, and have at most two cells if the table has more.
  private static func cutNotes(
    _ body: inout [[String]], _ grid: SheetGrid, _ head: SheetHead
  ) -> [[String]] {
    guard head.labels.count > 2 else { return [] }
    var cut = body.count
    var start = body.count
    while start > 0, body[start - 1].dropFirst(2).allSatisfy(\.isEmpty) {
      start -= 1
      if grid.isAfterGap[head.bodyStart + start] { cut = start }
    }
    let notes = Array(body[cut...])
    if cut > 0 { body.removeSubrange(cut...) }
    return cut > 0 ? notes : []
  }

  /// Divides the rows by their areas: a first column that is filled once for several rows, or rows
  /// with only a title.
  private static func sections(
    _ body: [[String]], _ labels: [String]
  ) -> (labels: [String], sections: [Section]) {
    let hasAreas = isAreaColumn(body) && !namesPeople(body, labels)
    var sections: [Section] = []
    var area = ""
    for row in body {
      let filled = row.count { !$0.isEmpty }
      if filled == 1, labels.count > 2, let title = row.first(where: { !$0.isEmpty }),
        !SheetHead.isLetter(title)
      {
        area = title
        continue
      }
      if hasAreas, let own = row.first, !own.isEmpty { area = own }
      if sections.last?.title != area || sections.isEmpty { sections.append(.init(title: area)) }
      sections[sections.count - 1].rows.append(hasAreas ? Array(row.dropFirst()) : row)
    }
    return (hasAreas ? Array(labels.dropFirst()) : labels, sections)
  }

  /// Whether the first column names areas: some of its cells are empty or repeat the one above, and
  /// the second column always says something else.
  private static func isAreaColumn(_ body: [[String]]) -> Bool {
    let rows = body.filter { row in row.count { !$0.isEmpty } > 1 }
    guard rows.count > 1, rows.allSatisfy({ $0.count > 2 && !$0[1].isEmpty }) else { return false }
    if rows.contains(where: { SheetHead.isLetter($0[1]) }) || rows[0][0].isEmpty { return false }
    let again = zip(rows, rows.dropFirst()).count { $1[0].isEmpty || $0[0] == $1[0] }
    return again > 0 && Set(rows.map { $0[0] + "\n" + $0[1] }).count == rows.count
      && Set(rows.map { $0[1] }).count * 2 > rows.count
  }

  /// Whether the second column names people: marks are below heads that are letters, so that only
  /// it can say whose they are.
  private static func namesPeople(_ body: [[String]], _ labels: [String]) -> Bool {
    let letters = labels.indices.filter { ["R", "A", "C", "I", "S"].contains(labels[$0]) }
    return letters.count > 1
      && body.allSatisfy { row in letters.allSatisfy { SheetHead.isLetter(row[$0]) } }
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map { escaped($0, breaks: "<br>") }.joined(separator: " | ") + " |"
  }

  /// A text as a paragraph: it begins with no sign of another block.
  private static func paragraph(_ text: String) -> String {
    let escaped = escaped(text, breaks: " ")
    guard let first = escaped.first else { return "" }
    if "#-+=:!".contains(first) { return "\\" + escaped }
    let digits = escaped.prefix { $0.isASCII && $0.isNumber }
    guard let sign = escaped[digits.endIndex...].first, !digits.isEmpty, ".)".contains(sign) else {
      return escaped
    }
    return digits + "\\" + escaped[digits.endIndex...]
  }

  /// A cell's text as Markdown that reads as the same text.
  static func escaped(_ text: String, breaks: String) -> String {
    var result = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let plain = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if plain.isEmpty { continue }
      if !result.isEmpty { result += breaks }
      for scalar in plain.unicodeScalars {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "{", "}": result += "\\"
        case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): continue
        default: break
        }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
