import Alignment
import Base
import Markdown

extension Document {
  /// The anchor of each row's section: of the nearest heading above that is known, else of the
  /// nearest one.
  ///
  /// - Parameter groupIDs: the id of each group of rows; a row of a group has that as its section.
  func sectionAnchors(
    _ headingIDs: [String], _ groupIDs: [String], known: Set<String>
  ) -> [String] {
    let parents = headingParents
    return rows.map { row in
      if let group = row.group, groupIDs.indices.contains(group) { return groupIDs[group] }
      guard var heading = row.heading else { return "" }
      let nearest = headingIDs[heading]
      while !known.contains(headingIDs[heading]) {
        guard let above = parents[heading] else { return nearest }
        heading = above
      }
      return headingIDs[heading]
    }
  }

  /// For each heading the nearest one before it that is of a higher rank.
  var headingParents: [Int?] {
    var open: [Int] = []
    return headings.indices.map { heading in
      while let last = open.last, headings[last].level >= headings[heading].level {
        open.removeLast()
      }
      defer { open.append(heading) }
      return open.last
    }
  }

  /// The features of each row that can be compared across languages.
  ///
  /// - Parameters:
  ///   - sections: the anchor of each row's section.
  ///   - sourceSections: the same of the source's rows, by which sections are numbered.
  ///   - anchors: the id of each row, if it is settled.
  ///   - cells: the texts of each row's cells, the same in every language; empty if they do not
  ///     count.
  /// - Throws: `FileError` if the disk does not return the texts.
  func rowFeatures(
    _ sections: [String], of sourceSections: [String], anchors: [String?],
    cells: [[String]] = []
  ) throws(FileError) -> [RowFeatures] {
    if rows.isEmpty { return [] }
    let clauses = try clauses()
    var numbers: [String: Int] = [:]
    for section in sourceSections where numbers[section] == nil { numbers[section] = numbers.count }
    return rows.indices.map { index in
      let row = rows[index]
      return RowFeatures(
        section: numbers[sections[index]], anchor: anchors[index],
        links: links[row.links].map(\.destination), title: row.title,
        clauses: clauses[index], cells: cells.isEmpty ? [] : cells[index])
    }
  }
}
