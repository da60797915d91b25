import Base
import Guide
import Markdown

/// The kinds that the tables of adopted documents were taken for, in lines for people.
public struct TableReport: Sendable {
  /// The number of tables and cells that are listed one by one.
  private static let maximumLines = 20

  /// The number of places in one line.
  private static let mostPlaces = 12

  /// A line about a place.
  private struct Line {
    let text: String
    let path: String
  }

  private var tables: [Line] = []
  /// The tables that were left unchanged, by the reason.
  private var others: [(reason: String, locations: [SourceLocation])] = []
  private var doubtful: [Line] = []
  private var parties: [String] = []
  private var notes: [String] = []
  private let scheme: LetterScheme
  private var unread: [Diagnostic] = []
  private(set) var rows = 0
  private(set) var letters = 0

  /// - Parameter explained: the letters of signs by the documents' own legends.
  init(
    _ survey: DutySurvey, _ register: PartyRegister, _ scheme: LetterScheme,
    explained: [String: LetterSet]
  ) {
    self.scheme = scheme
    parties = register.parties.map { "\($0.id) (\($0.name))" }
    var signs: Set<String> = []
    var nameless: [String] = []
    for document in survey.documents {
      addList(document)
      for (index, table) in document.tables.enumerated() {
        guard document.areDuties[index] else {
          leave(table)
          continue
        }
        if table.kind == .prose, document.partyName(index) == nil {
          nameless.append("\(table.location.path):\(table.location.line)")
        }
        let heads = table.heads.map(\.text).joined(separator: " | ")
        tables.append(
          Line(
            text: "\(table.location): \(table.kind.rawValue)" + (heads.isEmpty ? "" : ": \(heads)"),
            path: table.location.path))
        signs.formUnion(table.signs)
      }
    }
    if !signs.isEmpty {
      notes.append(
        "signs such as \(signs.sorted().prefix(6).joined(separator: " ")) were read as yes and no: "
          + "one yes in a row is RA, several are R each; use '--letters ✔=R' to change that")
    }
    if !explained.isEmpty {
      let meanings = explained.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
      notes.append(
        "signs were read as a legend explains them: \(meanings.joined(separator: ", ")); "
          + "use '--letters' to change that")
    }
    if survey.isGuessed {
      notes.append(
        "no table says who does what, so all with descriptions under a title of duties are taken; "
          + "'SECTION: {}' under 'sections' in raci/ leaves one out")
    }
    if !nameless.isEmpty {
      notes.append(
        "no title says whose duties these are, so they have no letters: \(listed(nameless)); "
          + "add them under 'sections' in raci/")
    }
    if !register.leftOut.isEmpty {
      notes.append("names beyond the limit are not parties: \(listed(register.leftOut))")
    }
  }

  /// Takes a list that says who does what in a document whose file under `raci/` does not.
  private mutating func addList(_ document: SurveyedDocument) {
    guard !document.hasDuties,
      let place = document.survey.list(of: document.document, hasTables: document.holdsLetters)
    else { return }
    doubtful.append(
      Line(
        text:
          "Note: \(place) seems to have letters in a list, which is not read; make a table of it.",
        path: place.path))
  }

  /// Takes a table that is left unchanged, with the reason.
  private mutating func leave(_ table: TableSurvey.Table) {
    if table.isDoubtful {
      doubtful.append(
        Line(
          text: "Note: \(table.location) looks like a table of letters or signs and is not read.",
          path: table.location.path))
    }
    let reason =
      table.isDoubtful
      ? "it does not say who does what"
      : table.isLegend
        ? "it explains letters or signs"
        : table.namesPeople
          ? "its rows are roles or people, and it has no letters"
          : "it has no letters, and its rows are not called duties"
    if let index = others.firstIndex(where: { $0.reason == reason }) {
      others[index].locations.append(table.location)
    } else {
      others.append((reason, [table.location]))
    }
  }

  /// The tables that are left unchanged: their lines, or how many there are in each file.
  private var left: [String] {
    others.map { reason, locations in
      let places =
        locations.count <= Self.mostPlaces
        ? listed(locations.map { "\($0.path):\($0.line)" })
        : AdoptionReport.places(ofMany: locations.map(\.path))
      return "  \(reason): \(places)"
    }
  }

  /// Takes the result for one document.
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
    let count = others.reduce(0) { $0 + $1.locations.count }
    lines.append("Tables of responsibilities: \(tables.count)")
    lines += Self.cut(tables)
    if count > 0 { lines.append("Other tables, left as they are: \(count)") }
    lines += left
    if rows == 0, count > 0 {
      lines.append(
        "Note: none of them says who does what; 'table' in a file under raci/ can say how.")
    }
    if !parties.isEmpty { lines.append("Parties: \(listed(parties))") }
    lines += notes.map { "Note: \($0)." } + Self.cut(doubtful, by: "")
    if !unread.isEmpty { lines.append("Not read, or not the same in all languages:") }
    lines += Self.cut(
      unread.sortedByPlace().map {
        Line(text: "\($0.location): \($0.message)", path: $0.location.path)
      })
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

  /// The first lines, and in which files the others are.
  private static func cut(_ lines: [Line], by indent: String = "  ") -> [String] {
    let shown = lines.prefix(maximumLines).map { indent + $0.text }
    let rest = lines.dropFirst(maximumLines).map(\.path)
    if rest.isEmpty { return shown }
    return shown + ["\(indent)and \(rest.count) more: \(AdoptionReport.places(ofMany: rest))"]
  }
}
