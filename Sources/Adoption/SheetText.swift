/// Writes the table of a sheet as Markdown.
struct SheetText {
  /// The Markdown; nil if the sheet holds no table.
  private(set) var markdown: String?

  /// A run of rows under one area.
  private struct Section {
    let title: String
    var rows: [[String]] = []
  }

  init(_ grid: SheetGrid, title: String) {
    guard let head = grid.rows.firstIndex(where: { row in row.count { !$0.isEmpty } > 1 }) else {
      return
    }
    let captions = grid.rows[..<head].compactMap { row in row.first { !$0.isEmpty } }
    let heads = SheetHead(grid, head)
    var body = heads.body
    let notes = Self.cutNotes(&body, grid, heads)
    var lines = ["# " + Self.escaped(captions.first ?? title, breaks: " "), ""]
    for caption in captions.dropFirst() { lines += [Self.escaped(caption, breaks: " "), ""] }
    let (labels, sections) = Self.sections(body, heads.labels)
    for section in sections {
      if !section.title.isEmpty { lines += ["## " + Self.escaped(section.title, breaks: " "), ""] }
      lines.append(Self.line(labels))
      lines.append("|" + String(repeating: " --- |", count: labels.count))
      lines += section.rows.map(Self.line) + [""]
    }
    if !notes.isEmpty {
      lines += notes.map { note in
        "- " + Self.escaped(note.filter { !$0.isEmpty }.joined(separator: ": "), breaks: " ")
      }
      lines.append("")
    }
    markdown = lines.joined(separator: "\n")
  }

  /// Takes off the rows below the table that are a legend or remarks: behind a gap, and with two
  /// cells at most where the table has more.
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
  /// with a title alone.
  private static func sections(
    _ body: [[String]], _ labels: [String]
  ) -> (labels: [String], sections: [Section]) {
    let hasAreas = isAreaColumn(body)
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

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map { escaped($0, breaks: "<br>") }.joined(separator: " | ") + " |"
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

/// The head of a table, which may be two rows: groups above names.
struct SheetHead {
  /// The names of the columns.
  private(set) var labels: [String]
  /// The rows below.
  private(set) var body: [[String]]
  /// The grid's row that the body begins with.
  private(set) var bodyStart: Int

  init(_ grid: SheetGrid, _ first: Int) {
    let upper = grid.rows[first]
    labels = upper
    bodyStart = first + 1
    body = Array(grid.rows[(first + 1)...])
    guard let lower = body.first, Self.isSecondHead(lower, below: upper) else { return }
    body.removeFirst()
    bodyStart += 1
    if let groups = Self.letterGroups(upper, lower) {
      fold(groups, upper, lower)
    } else {
      let carried = grid.carried[first + 1]
      let names = lower.indices.map { carried.contains($0) ? "" : lower[$0] }
      let isUnique = Set(names.filter { !$0.isEmpty }).count == names.count { !$0.isEmpty }
      labels = zip(upper, names).map { group, name in
        if name.isEmpty { return group }
        return isUnique || group.isEmpty ? name : group + " " + name
      }
    }
  }

  /// Whether a cell holds letters or a sign for them.
  static func isLetter(_ text: String) -> Bool {
    let plain = text.uppercased().filter { !" /,.;+&-*()·".contains($0) }
    if plain.isEmpty { return true }
    return plain.count <= 4 && plain.allSatisfy { "RACISVDX✓✔✗✘✅❌●○".contains($0) }
  }

  private static func isSecondHead(_ lower: [String], below upper: [String]) -> Bool {
    let hasGap = zip(upper, lower).dropFirst().contains { $0.isEmpty && !$1.isEmpty }
    let hasGroup = zip(upper, upper.dropFirst()).contains { !$0.isEmpty && $0 == $1 }
    guard hasGap || hasGroup else { return false }
    let names = lower.dropFirst().filter { !$0.isEmpty }
    if names.isEmpty { return false }
    if names.contains(where: { !isLetter($0) }) {
      // A row of the body has a letter somewhere; a head has names alone.
      return !names.contains(where: isLetter)
    }
    return letterGroups(upper, lower) != nil
  }

  /// The columns of each group whose second row names the letters; nil if it does not.
  private static func letterGroups(_ upper: [String], _ lower: [String]) -> [Range<Int>]? {
    var groups: [Range<Int>] = []
    var start: Int?
    for column in upper.indices {
      let isLetter = ["R", "A", "C", "I", "S"].contains(lower[column].uppercased())
      if isLetter, let open = start, upper[column].isEmpty || upper[column] == upper[open] {
        groups[groups.count - 1] = open..<column + 1
      } else if isLetter, !upper[column].isEmpty {
        start = column
        groups.append(column..<column + 1)
      } else {
        start = nil
      }
    }
    let isGrid =
      groups.contains { $0.count > 1 }
      && groups.allSatisfy { Set(lower[$0].map { $0.uppercased() }).count == $0.count }
    return isGrid ? groups : nil
  }

  /// Makes one column of letters of each group of columns that are marked.
  private mutating func fold(_ groups: [Range<Int>], _ upper: [String], _ lower: [String]) {
    let starts = Dictionary(uniqueKeysWithValues: groups.map { ($0.lowerBound, $0) })
    let inside = Set(groups.flatMap { $0.dropFirst() })
    let columns = upper.indices.filter { !inside.contains($0) }
    labels = columns.map { upper[$0].isEmpty ? lower[$0] : upper[$0] }
    body = body.map { row in
      columns.map { column in
        guard let group = starts[column] else { return row[column] }
        let marked = group.filter { !["", "-", "–", "—"].contains(row[$0]) }
        return marked.map { lower[$0].uppercased() }.joined(separator: "/")
      }
    }
  }
}
