import Alignment
import Documents

extension Document {
  /// The anchor of each row's section: of the nearest heading above that is known, else of the
  /// nearest one.
  ///
  /// - Parameters:
  ///   - headingIDs: the id of each heading.
  ///   - known: the anchors of the sections that hold responsibilities.
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

  /// What of each row can be compared with rows in another language.
  ///
  /// - Parameters:
  ///   - sections: the anchor of each row's section.
  ///   - sourceSections: the same of the source's rows, by which sections are numbered.
  ///   - anchors: the id that each row has for sure.
  func rowFeatures(
    _ sections: [String], in sourceSections: [String], anchors: [String?]
  ) -> [RowFeatures] {
    var numbers: [String: Int] = [:]
    for section in sourceSections where numbers[section] == nil { numbers[section] = numbers.count }
    return rows.indices.map { index in
      let row = rows[index]
      return RowFeatures(
        section: numbers[sections[index]], anchor: anchors[index],
        links: links[row.links].map(\.destination), clauseCount: row.clauses.count,
        text: row.title + " " + row.text)
    }
  }
}
