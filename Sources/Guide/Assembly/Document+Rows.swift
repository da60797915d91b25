import Alignment
import Documents

extension Document {
  /// The anchor of each row's section: of the nearest heading above that is known, else of the
  /// nearest one.
  func sectionAnchors(_ headingIDs: [String], known: Set<String>) -> [String] {
    rows.map { row in
      guard var heading = row.heading else { return "" }
      let nearest = headingIDs[heading]
      var level = headings[heading].level
      while !known.contains(headingIDs[heading]) {
        guard let above = (0..<heading).last(where: { headings[$0].level < level }) else {
          return nearest
        }
        (heading, level) = (above, headings[above].level)
      }
      return headingIDs[heading]
    }
  }

  /// What can be compared across languages about each row.
  ///
  /// - Parameters:
  ///   - sections: the anchor of each row's section.
  ///   - sourceSections: the same of the source's rows, by which sections are numbered.
  ///   - anchors: the id of each row, where it is settled.
  func rowFeatures(
    _ sections: [String], of sourceSections: [String], anchors: [String?]
  ) -> [RowFeatures] {
    var numbers: [String: Int] = [:]
    for section in sourceSections where numbers[section] == nil { numbers[section] = numbers.count }
    return rows.indices.map { index in
      let row = rows[index]
      return RowFeatures(
        section: numbers[sections[index]], anchor: anchors[index],
        links: links[row.links].map(\.destination), title: row.title,
        clauses: row.clauses)
    }
  }
}
