/// The head of a table, which may be several rows: groups above names.
struct SheetHead {
  /// The names of the columns.
  private(set) var labels: [String]
  /// The rows below.
  private(set) var body: [[String]]
  /// The grid's row that the body begins with.
  private(set) var bodyStart: Int

  /// Reads the head of the table in some rows of a grid.
  init(_ grid: SheetGrid, _ rows: Range<Int>) {
    let first = rows.lowerBound
    let upper = grid.rows[first]
    labels = upper
    bodyStart = first + 1
    body = Array(grid.rows[rows].dropFirst())
    var above = upper
    while bodyStart < first + Self.mostRows, bodyStart == first + 1 || Self.hasGroup(above),
      let lower = body.first, Self.isSecondHead(lower, below: above)
    {
      let carried = grid.carried[bodyStart]
      body.removeFirst()
      bodyStart += 1
      if let groups = Self.letterGroups(above, lower) {
        fold(groups, above, lower)
        return
      }
      take(lower, below: above, carried)
      above = lower
    }
  }

  /// The most rows that a head has.
  private static let mostRows = 3

  /// Takes a row of names below those of groups.
  private mutating func take(_ lower: [String], below upper: [String], _ carried: Set<Int>) {
    let names = lower.indices.map { carried.contains($0) ? "" : lower[$0] }
    let isUnique = Set(names.filter { !$0.isEmpty }).count == names.count { !$0.isEmpty }
    labels = zip(labels, zip(upper, names)).map { label, own in
      let (group, name) = own
      if name.isEmpty { return label }
      return isUnique || group.isEmpty ? name : group + " " + name
    }
  }

  /// Whether a cell contains letters or a sign for them.
  static func isLetter(_ text: String) -> Bool {
    let plain = text.uppercased().filter { !" /,.;+&-*()·".contains($0) }
    if plain.isEmpty { return true }
    return plain.count <= 4 && plain.allSatisfy { "RACISVDX✓✔✗✘✅❌●○".contains($0) }
  }

  /// Whether a row has names below those of groups.
  static func isSecondHead(_ lower: [String], below upper: [String]) -> Bool {
    let hasGap = zip(upper, lower).dropFirst().contains { $0.isEmpty && !$1.isEmpty }
    guard hasGap || hasGroup(upper) else { return false }
    let names = lower.dropFirst().filter { !$0.isEmpty }
    if names.isEmpty { return false }
    if names.contains(where: { !isLetter($0) }) {
      // A row of the body has a letter somewhere; a head has only names.
      return !names.contains(where: isLetter)
    }
    return letterGroups(upper, lower) != nil
  }

  /// Whether two columns beside each other have the same head.
  private static func hasGroup(_ heads: [String]) -> Bool {
    zip(heads, heads.dropFirst()).contains { !$0.isEmpty && $0 == $1 }
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
