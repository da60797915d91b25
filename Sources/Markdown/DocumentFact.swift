import Base

/// Something that a document says, regardless of its place.
public enum DocumentFact: Sendable, Hashable {
  /// The value of a key of the front matter.
  case frontMatter(String)
  /// The text before the first heading.
  case lead
  /// A heading and the text below it, by the heading's index.
  case section(Int)
  /// A row of responsibilities by its index: title, anchor, clauses and links.
  case row(Int)
  /// A link or an image outside of such rows, by its place among those.
  case link(Int)
  /// An anchor in running text, by its index.
  case anchor(Int)
  /// A comment that suppresses rules, by its index.
  case suppression(Int)
  /// A table, by its index.
  case table(Int)
}

extension Document {
  /// Its contents, except for its front matter.
  ///
  /// - Throws: `FileError` if the disk does not give its texts back.
  func facts() throws(FileError) -> [DocumentFact: [String]] {
    let texts = try texts()
    var facts: [DocumentFact: [String]] = [.lead: [texts.lead]]
    for (index, (heading, text)) in zip(headings, texts.sections).enumerated() {
      facts[.section(index)] = ["\(heading.level)", heading.title, heading.anchor ?? "", text]
    }
    var isOfRow = [Bool](repeating: false, count: links.count)
    for (index, (row, clauses)) in zip(rows, texts.clauses).enumerated() {
      let head = [row.heading.map(String.init) ?? "", row.title, row.anchor ?? ""]
      facts[.row(index)] = head + clauses + links[row.links].flatMap(\.statement)
      for link in row.links { isOfRow[link] = true }
    }
    let loose = zip(links, isOfRow).filter { !$1 }.map(\.0)
    for (index, link) in loose.enumerated() { facts[.link(index)] = link.statement }
    for (index, anchor) in anchors.enumerated() { facts[.anchor(index)] = [anchor.name] }
    for (index, suppression) in suppressions.enumerated() {
      facts[.suppression(index)] = suppression.rules.map(\.name)
    }
    for (index, table) in tables.enumerated() {
      facts[.table(index)] = [
        table.heading.map(String.init) ?? "", "\(table.isResponsibilities) \(table.columnCount)",
      ]
    }
    return facts
  }
}

extension Document.Link {
  fileprivate var statement: [String] {
    [destination, title, alternative.map { "!" + $0 } ?? ""]
  }
}
