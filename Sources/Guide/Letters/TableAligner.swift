import Base
import Markdown

/// Finds the tables of a source that a translation's tables are translations of.
enum TableAligner {
  /// The index of the source's table for each table of the translation, or nil.
  ///
  /// Tables under one heading pair in order if they are equally many, with any columns. Otherwise,
  /// those with the same number of columns pair in order.
  static func align(
    _ source: Document, _ sourceIDs: [String], _ target: Document, _ targetIDs: [String]
  ) -> [Int?] {
    var result = [Int?](repeating: nil, count: target.tables.count)
    let sources = Dictionary(grouping: source.tables.indices) { anchor(source, $0, sourceIDs) }
    let targets = Dictionary(grouping: target.tables.indices) { anchor(target, $0, targetIDs) }
    for (heading, own) in targets {
      let open = sources[heading] ?? []
      let isEqual = open.count == own.count
      // Those of one width, the first ones last.
      var rest = Dictionary(grouping: open.indices.reversed()) {
        isEqual ? 0 : source.tables[open[$0]].columnCount
      }
      var next = 0
      for table in own {
        let width = isEqual ? 0 : target.tables[table].columnCount
        while let first = rest[width]?.last, first < next { rest[width]?.removeLast() }
        guard let match = rest[width]?.popLast() else { continue }
        result[table] = open[match]
        next = match + 1
      }
    }
    return result
  }

  private static func anchor(_ document: Document, _ table: Int, _ ids: [String]) -> String {
    document.tables[table].heading.flatMap { ids.indices.contains($0) ? ids[$0] : nil } ?? ""
  }

  /// The reading of a translation's table whose columns are those of its source.
  ///
  /// - Parameter columns: for each of its columns that of the source; empty if all are in the same
  ///   places.
  static func reading(
    _ source: TableReading, of profile: TableProfile, columns: [Int?]
  ) -> TableReading {
    guard source.isResponsibilities else { return source }
    var result = source
    result.headsBelow = profile.headsBelow
    if !columns.isEmpty {
      result.sourceColumns = columns
      result.columns = columns.map { column in
        column.flatMap { source.columns.indices.contains($0) ? source.columns[$0] : nil }
          ?? .description
      }
    }
    let title = result.columns.firstIndex(of: .title) ?? 0
    let codes = Set(result.columns.indices.filter { result.columns[$0] == .code })
    if source.isTransposed {
      // A line with fewer or more parties than the source's is still a party's.
      let lines = profile.table.bodyLines
      if lines.count != source.lines.count {
        let title = source.columns.firstIndex(of: .party) ?? 0
        result.lines = lines.map { profile.cell($0, title).isEmpty ? .nothing : .row }
      }
      return result
    }
    let letters = Set(result.columns.indices.filter { result.columns[$0] == .letters })
    result.lines =
      source.columns.contains(.party)
      ? PersonLines.lines(of: profile, title: title, codes: codes, letters)
      : TableShape.lines(of: profile, title: title, codes: codes, letters)
    return result
  }

  /// The ids of a translation's groups of rows: those of the source's groups in the same table, in
  /// order, if they are equally many.
  static func groupIDs(
    _ source: Document, _ sourceIDs: [String], _ target: Document, tables: [Int?],
    _ pageIDs: inout PageIDs
  ) -> [String] {
    if target.groups.isEmpty { return [] }
    let sources = Dictionary(grouping: source.groups.indices) { source.groups[$0].table }
    let targets = Dictionary(grouping: target.groups.indices) { target.groups[$0].table }
    var result = [String?](repeating: nil, count: target.groups.count)
    var taken: Set<String> = []
    for (table, own) in targets.sorted(by: { $0.key < $1.key }) {
      guard let match = tables[table], let open = sources[match], open.count == own.count else {
        continue
      }
      for (group, original) in zip(own, open) {
        let id = sourceIDs[original]
        if taken.contains(id) || pageIDs.takeGroup(id) == id { result[group] = id }
        taken.insert(id)
      }
    }
    return result.enumerated().map { index, id in
      if let id { return id }
      let slug = asciiSlug(target.groups[index].title)
      return pageIDs.takeGroup(slug.isEmpty ? "group" : slug)
    }
  }
}
