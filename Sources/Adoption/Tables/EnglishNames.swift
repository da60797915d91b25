import Base
import Guide
import Markdown

/// English translations' names for the parties of texts in other scripts, by the same columns and
/// lines of tables of one form.
///
/// Ids need such names before anything is aligned, so only tables count that are the same but for
/// their words.
struct EnglishNames {
  private var votes: [String: [String: Int]] = [:]

  /// Looks at the documents that have an English version beside the one that was surveyed.
  ///
  /// - Parameter english: the English version of a document, by its key.
  init(_ survey: DutySurvey, _ english: [String: Document]) {
    for document in survey.documents where document.hasDuties {
      guard let other = english[document.adopted.key],
        other.tables.count == document.document.tables.count
      else { continue }
      for (index, isDuty) in document.areDuties.enumerated() where isDuty {
        add(document.tables[index], document.document.tables[index], other, index)
      }
    }
  }

  /// The name that most translations have; nil if there is none.
  func name(of party: String) -> String? {
    votes[NameCollector.key(party)]?.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
  }

  private mutating func add(
    _ table: TableSurvey.Table, _ own: Document.Table, _ other: Document, _ index: Int
  ) {
    let translated = other.tables[index]
    guard translated.columnCount == own.columnCount, translated.lines.count == own.lines.count
    else { return }
    let heads = translated.heads(in: other, index)
    for head in table.heads where heads.indices.contains(head.column) {
      vote(head.text, heads[head.column])
    }
    let offset = translated.lines.lowerBound - own.lines.lowerBound
    for cell in table.cells {
      let text = other.cells[
        other.cell(translated, line: cell.line + offset, column: cell.column)
      ].text
      vote(cell.text, text)
    }
  }

  private mutating func vote(_ name: String, _ english: String) {
    let english = english.onOneLine
    guard !english.isEmpty, name.utf8.contains(where: { $0 >= 0x80 }) else { return }
    votes[NameCollector.key(name), default: [:]][english, default: 0] += 1
  }
}
