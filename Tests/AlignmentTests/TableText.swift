import Base
import Foundation
import Markdown
import Testing

/// A translation taken apart: its tables' rows, each with the rows of the undamaged text in it, and
/// all else.
struct TableText {
  /// A row as it is written.
  struct Row {
    var title: String
    var description: String
    /// The rows of the undamaged text that it renders; none for a new one.
    var origins: [Int]

    var clauses: [String] {
      get { description.components(separatedBy: "<br><br>") }
      set { description = newValue.joined(separator: "<br><br>") }
    }
  }

  /// The rows of each table.
  var tables: [[Row]] = []
  /// The lines before each table, and those behind the last one.
  private var between: [[String]] = [[]]
  let locale: String

  /// Takes a text apart whose rows are `title | description` lines without outer pipes.
  init(_ text: String, locale: String) throws {
    self.locale = locale
    let document = try Self.parse(text, locale)
    let places = Set(document.rows.map(\.location.line))
    var count = 0
    var isInTable = false
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      guard places.contains(index + 1), let pipe = line.firstIndex(of: "|") else {
        if isInTable { between.append([]) }
        isInTable = false
        between[between.count - 1].append(line)
        continue
      }
      if !isInTable { tables.append([]) }
      isInTable = true
      tables[tables.count - 1].append(
        Row(
          title: line[..<pipe].trimmingCharacters(in: .whitespaces),
          description: line[line.index(after: pipe)...].trimmingCharacters(in: .whitespaces),
          origins: [count]))
      count += 1
    }
  }

  static func parse(_ text: String, _ locale: String) throws -> Document {
    try #require(
      DocumentParser.parse(
        SourceFile(path: "\(locale)/roles.md", bytes: Array(text.utf8)),
        .init(key: "roles", locale: locale, isResponsibilityDocument: true)
      ).document)
  }

  /// All rows in the order of the text.
  var rows: [Row] { tables.flatMap { $0 } }

  /// The text with the rows as they are now.
  var text: String {
    let parts = between.enumerated().flatMap { index, lines in
      lines + (index < tables.count ? tables[index].map { $0.title + " | " + $0.description } : [])
    }
    return parts.joined(separator: "\n")
  }

  /// The same text read again.
  func document() throws -> Document { try Self.parse(text, locale) }
}
