import Base
import Guide
import Markdown

/// Writes the letters' file of one document: how its tables are read, and an id for every row.
struct RaciText {
  private struct Row {
    let id: String
    let fact: Document.Row
  }

  private let survey: SurveyedDocument
  private let document: Document
  private var register: PartyRegister
  private let signs: [String: LetterSet]
  private var rowIDs: [String] = []
  /// The tables of duties by the heading that they are under.
  private let tablesOfHeading: [Int?: [Int]]
  /// All tables by the heading that they are under.
  private let allTablesOfHeading: [Int?: [Int]]
  private let headingIDs: [String]

  /// Gives every row an id that nothing else on the page has.
  init(_ survey: SurveyedDocument, _ register: PartyRegister, signs: [String: LetterSet]) {
    self.survey = survey
    self.register = register
    self.signs = signs
    let document = survey.read
    self.document = document
    let rowAnchors = Set(document.rows.compactMap(\.anchor))
    let anchors = Set(document.headings.compactMap(\.anchor) + document.anchors.map(\.name))
    let fixed = anchors.subtracting(rowAnchors)
    var ids = IdentifierMaker(taken: fixed)
    var numbers: [Int?: Int] = [:]
    for row in document.rows {
      numbers[row.heading, default: 0] += 1
      let heading = row.heading.map { document.headings[$0] }
      rowIDs.append(
        ids.id(
          for: row, links: document.links[row.links].map(\.destination),
          section: heading.map { $0.anchor ?? $0.title } ?? "",
          number: numbers[row.heading] ?? 1, locale: survey.adopted.locale))
    }
    headingIDs = document.headingIDs(besides: ids.ids.subtracting(fixed))
    tablesOfHeading = Dictionary(
      grouping: survey.tables.indices.filter { survey.areDuties[$0] },
      by: { document.tables[$0].heading })
    allTablesOfHeading = Dictionary(
      grouping: document.tables.indices, by: { document.tables[$0].heading })
  }

  /// The text of the file.
  mutating func text() -> String {
    var lines = survey.holdsLetters ? Self.tableComment : Self.proseComment
    lines.append("sections:")
    for (heading, rows) in sections { lines += section(heading, rows) }
    for heading in ordinaryHeadings { lines += Self.key(headingIDs[heading], value: " {}") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The key of a section.
  ///
  /// YAML 1.2 (8.2.2) asks for another form past 1,024 characters.
  private static func key(_ id: String, value: String) -> [String] {
    let text = YAMLScalar.quoted(id)
    return text.utf8.count < 1_000 ? ["  \(text):\(value)"] : ["  ? \(text)", "  :\(value)"]
  }

  private static let tableComment = [
    "# The letters of this document are in its tables: this file says how those are read, and keeps",
    "# the id of each row. An id stays when its row gets another title.",
  ]
  private static let proseComment = [
    "# The letters of this document: R responsible, A accountable, C consulted, I informed.",
    "# Rows without letters inherit those of their section.",
  ]

  /// The rows by the heading that they are under, in the order of the text.
  private var sections: [(heading: Int?, rows: [Row])] {
    let rows = zip(rowIDs, document.rows).map { Row(id: $0, fact: $1) }
    let byHeading = Dictionary(grouping: rows, by: \.fact.heading)
    return byHeading.sorted { ($0.key ?? -1) < ($1.key ?? -1) }.map { ($0.key, $0.value) }
  }

  private mutating func section(_ heading: Int?, _ rows: [Row]) -> [String] {
    var lines = Self.key(heading.map { headingIDs[$0] } ?? "", value: "")
    let tables = tablesOfHeading[heading] ?? []
    if let table = tables.first(where: { survey.tables[$0].kind == .prose }),
      let name = survey.partyName(table), let party = register.index(of: name)
    {
      lines.append("    raci: {\(register.parties[party].id): \(ownerLetters)}")
    }
    if survey.holdsLetters { lines.append("    table: \(settings(heading, tables))") }
    lines.append("    responsibilities:")
    let slugs = Dictionary(grouping: rows) { asciiSlug($0.fact.title) }
    lines += rows.map { row in
      let slug = asciiSlug(row.fact.title)
      let isTold = slug == row.id && slugs[slug]?.count == 1 || row.fact.anchor == row.id
      return
        "      \(YAMLScalar.identifier(row.id)): \(isTold ? "{}" : "{title: \(YAMLScalar.quoted(row.fact.title))}")"
    }
    return lines
  }

  var ownerLetters = "RA"

  /// How the tables of a section are read: all in the same way, or each in its own.
  private mutating func settings(_ heading: Int?, _ tables: [Int]) -> String {
    let all = allTablesOfHeading[heading] ?? []
    let kinds = Set(tables.map { survey.tables[$0].kind })
    guard kinds.count > 1 || all.count > tables.count else { return setting(tables) }
    let each = all.map { tables.contains($0) ? setting([$0]) : "{}" }
    return "[\(each.joined(separator: ", "))]"
  }

  /// The setting of tables of one kind.
  private mutating func setting(_ tables: [Int]) -> String {
    let kind = tables.first.map { survey.tables[$0].kind } ?? .ordinary
    var parts = ["kind: \(kind.rawValue)"]
    var joined: [String: [String]] = [:]
    for head in tables.flatMap({ survey.tables[$0].heads }) {
      let parties = register.indices(ofHead: head.text, survey.adopted.locale)
      if parties.count > 1 { joined[head.text] = parties.map { register.parties[$0].id } }
    }
    if !joined.isEmpty {
      let heads = joined.sorted { $0.key < $1.key }.map {
        "\(YAMLScalar.quoted($0.key)): [\($0.value.map(YAMLScalar.identifier).joined(separator: ", "))]"
      }
      parts.append("parties: {\(heads.joined(separator: ", "))}")
    }
    if !signs.isEmpty, kind == .ticks || kind == .letters {
      let meanings = signs.sorted { $0.key < $1.key }.map {
        "\(YAMLScalar.quoted($0.key)): \(YAMLScalar.quoted($0.value.text))"
      }
      parts.append("signs: {\(meanings.joined(separator: ", "))}")
    }
    return parts.count == 1 ? kind.rawValue : "{\(parts.joined(separator: ", "))}"
  }

  /// The headings whose tables aren't of responsibilities, if there are no letters in tables.
  ///
  /// Below a heading that is named so nothing is a responsibility, so those with duties below stay.
  private var ordinaryHeadings: [Int] {
    guard !survey.holdsLetters else { return [] }
    let own = Set(
      survey.tables.indices.filter { survey.areDuties[$0] }.compactMap {
        document.tables[$0].heading
      })
    let others = Set(document.tables.compactMap(\.heading)).subtracting(own)
    return others.filter { heading in
      let level = document.headings[heading].level
      let below = document.headings.indices.dropFirst(heading + 1).prefix {
        document.headings[$0].level > level
      }
      return !below.contains(where: own.contains)
    }.sorted()
  }
}
