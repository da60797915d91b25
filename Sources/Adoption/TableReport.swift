import Base
import Guide
import Markdown

/// What the tables of adopted documents were taken for, in lines for people.
public struct TableReport: Sendable {
  /// The number of tables and cells that are listed.
  private static let maximumLines = 20

  private var tables: [String] = []
  private var ordinary = 0
  private var parties: [String] = []
  private var notes: [String] = []
  private let scheme: LetterScheme
  private var unread: [Diagnostic] = []
  private(set) var rows = 0
  private(set) var letters = 0

  init(_ survey: DutySurvey, _ register: PartyRegister, _ scheme: LetterScheme) {
    self.scheme = scheme
    parties = register.parties.map { "\($0.id) (\($0.name))" }
    var signs: Set<String> = []
    for document in survey.documents {
      for (table, isDuty) in zip(document.tables, document.areDuties) {
        if !isDuty {
          ordinary += 1
          if table.isDoubtful {
            notes.append("\(table.location) looks like a table of letters or signs and is not read")
          }
          continue
        }
        let heads = table.heads.map(\.text).joined(separator: " | ")
        tables.append(
          "\(table.location): \(table.kind.rawValue)" + (heads.isEmpty ? "" : ": \(heads)"))
        signs.formUnion(table.signs)
      }
    }
    if !signs.isEmpty {
      notes.append(
        "signs such as \(signs.sorted().prefix(6).joined(separator: " ")) were read as yes and no: "
          + "one yes in a row is RA, several are R each; use '--letters ✔=R' to change that")
    }
    if survey.isGuessed {
      notes.append(
        "no table says who does what, so all with descriptions under a title of duties are taken; "
          + "'SECTION: {}' under 'sections' in raci/ leaves one out")
    }
    if !register.leftOut.isEmpty {
      notes.append("names beyond the limit are not parties: \(listed(register.leftOut))")
    }
  }

  /// Takes what became of one document.
  mutating func add(_ set: DocumentSet, _ findings: [Diagnostic]) {
    rows += set.responsibilities.count
    for cell in set.responsibilities.flatMap({ $0.cells ?? [:] }) {
      letters += cell.value.letters.characters.count
    }
    unread += findings.filter {
      [.cellUnread, .columnUnknown, .tableUnread, .lettersDiffer].contains($0.id)
    }
  }

  /// The lines, without line ends.
  public var lines: [String] {
    var lines = ["Responsibilities: \(rows); letters read from tables: \(letters)"]
    if letters > 0 { lines.append("Letters: \(Self.described(scheme))") }
    lines.append("Tables of responsibilities: \(tables.count); other tables: \(ordinary)")
    lines += Self.cut(tables)
    if !parties.isEmpty { lines.append("Parties: \(listed(parties))") }
    lines += Self.cut(notes.map { "Note: \($0)." }, by: "")
    if !unread.isEmpty { lines.append("Not read, or not the same in all languages:") }
    lines += Self.cut(unread.sortedByPlace().map { "\($0.location): \($0.message)" })
    return lines
  }

  /// The letters, and how a scheme of the guide's own calls them.
  private static func described(_ scheme: LetterScheme) -> String {
    guard scheme.name == "own" else { return scheme.text }
    return scheme.letters.map { letter in
      letter.names[LetterScheme.everyLanguage].map { "\(letter.character) (\($0))" }
        ?? String(letter.character)
    }.joined(separator: ", ")
  }

  private static func cut(_ lines: [String], by indent: String = "  ") -> [String] {
    let shown = lines.prefix(maximumLines).map { indent + $0 }
    let more = lines.count - shown.count
    return more > 0 ? shown + ["\(indent)and \(more) more"] : shown
  }
}
