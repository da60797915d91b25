import Base
import Testing

/// A translation's cells are compared with the source's by the party of their column, wherever the
/// column is.
@Suite struct TranslatedColumnTests {
  private static let source = [
    "Paint|A|R|C|", "Clean|R|A|I|C", "Count|I|R|A|C", "Close|A|C|R|I", "Drive|R|A||I",
  ]
  private static let titles = ["Malen", "Putzen", "Zählen", "Sperren", "Fahren"]

  private static func page(_ title: String, _ section: String, _ lines: [String]) -> String {
    "# \(title)\n\n## \(section)\n\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func english(_ heads: String = "Task|Crew|Shop|Yard|Boss") -> String {
    page("Plan", "Part", TableKind.table(heads, source))
  }

  /// The German table with its columns in an order, `0` the titles.
  private static func german(
    _ heads: [String], _ order: [Int], changing place: (row: Int, column: Int)? = nil
  ) -> String {
    let rows = source.enumerated().map { row, line in
      var cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      cells[0] = titles[row]
      if let place, place.row == row { cells[place.column] = "I" }
      return order.map { cells[$0] }.joined(separator: "|")
    }
    return page(
      "Plan", "Teil", TableKind.table(order.map { heads[$0] }.joined(separator: "|"), rows))
  }

  private static let orders = [
    [0, 1, 2, 3, 4], [0, 4, 3, 2, 1], [0, 2, 1, 3, 4], [0, 3, 4, 1, 2], [0, 2, 3, 4, 1],
  ]

  /// Heads that both languages share tell the columns, and so do the letters if no head does.
  @Test(arguments: orders, [true, false])
  func anotherOrderIsNoDifference(order: [Int], isNamed: Bool) async throws {
    let names = isNamed ? ["SRE", "PM", "QA", "CFO"] : ["Trupp", "Laden", "Hof", "Chefin"]
    let heads = isNamed ? "Task|SRE|PM|QA|CFO" : "Task|Crew|Shop|Yard|Boss"
    let adopted = try await AdoptedMatrix([
      "en/plan.md": Self.english(heads), "de/plan.md": Self.german(["Aufgabe"] + names, order),
    ])
    let differences = adopted.findings.filter { $0.id == .lettersDiffer }
    #expect(differences.map(\.text) == [])
    #expect(adopted.names["de"] == names)
    #expect(adopted.titles["de"]?.count == 5)
  }

  /// One changed letter is one finding, at its cell and with its party.
  @Test(arguments: orders, 0...4)
  func aChangedLetterIsFound(order: [Int], row: Int) async throws {
    let adopted = try await AdoptedMatrix([
      "en/plan.md": Self.english("Task|SRE|PM|QA|CFO"),
      "de/plan.md": Self.german(
        ["Aufgabe", "SRE", "PM", "QA", "CFO"], order, changing: (row, row == 2 ? 2 : 1)),
    ])
    let found = adopted.findings.filter { $0.id == .lettersDiffer }
    #expect(found.count == 1, "\(found.map(\.text))")
    let party = row == 2 ? "PM" : "SRE"
    #expect(found.first?.message.contains("'\(Self.titles[row])' has I under '\(party)'") == true)
  }

  /// A number before the titles and remarks behind the letters do not hide a difference.
  @Test func moreColumnsAreCompared() async throws {
    let adopted = try await AdoptedMatrix([
      "en/plan.md": Self.page(
        "Plan", "Part", TableKind.table("Task|SRE|PM", "Paint|A|R", "Clean|R|A")),
      "de/plan.md": Self.page(
        "Plan", "Teil",
        TableKind.table("Nr.|Aufgabe|PM|SRE|Bemerkung", "1|Malen|R|A|oft", "2|Putzen|A|C|nie")),
    ])
    let found = adopted.findings.filter { $0.id == .lettersDiffer }
    #expect(found.map(\.message) == ["row 'Putzen' has C under 'SRE', the source has R"])
  }

  /// A column that a translation lacks is named once, whatever its rows.
  @Test func aMissingColumnIsNamedOnce() async throws {
    let adopted = try await AdoptedMatrix([
      "en/plan.md": Self.page(
        "Plan", "Part", TableKind.table("Task|SRE|PM|QA", "Paint|A|R|C", "Clean|R|A|I")),
      "de/plan.md": Self.page(
        "Plan", "Teil", TableKind.table("Aufgabe|SRE|PM", "Malen|A|R", "Putzen|R|A")),
    ])
    let found = adopted.findings.filter { $0.id == .lettersDiffer }
    #expect(found.map(\.message) == ["this table has no column for 'QA'"])
  }

  /// Columns whose heads name letters may change places, too.
  @Test func headsOfLettersMayMove() async throws {
    let adopted = try await AdoptedMatrix([
      "en/plan.md": Self.page(
        "Plan", "Part",
        TableKind.table(
          "Task|Responsible|Accountable|Informed", "Paint|SRE|PM|QA", "Clean|QA|PM|SRE",
          "Varnish|SRE|PM|QA", "Sand|SRE|PM|QA")),
      "fr/plan.md": Self.page(
        "Plan", "Partie",
        TableKind.table(
          "Tâche|Approbateur|Réalisateur|Informé", "Peindre|PM|SRE|QA", "Laver|PM|QA|PM",
          "Vernir|PM|SRE|QA", "Poncer|PM|SRE|QA")),
    ])
    let found = adopted.findings.filter { $0.id == .lettersDiffer }
    #expect(found.count == 1 && found[0].message.contains("'Laver' has 'PM' under 'Informé'"))
  }

  /// A cell that names another party does not rename the party that the source's cell names.
  @Test func aWrongNameIsNoTranslation() async throws {
    let adopted = try await AdoptedMatrix([
      "en/plan.md": Self.page(
        "Plan", "Part",
        TableKind.table(
          "Task|Responsible|Accountable|Informed", "Paint|SRE|PM|QA", "Clean|QA|PM|SRE")),
      "fr/plan.md": Self.page(
        "Plan", "Partie",
        TableKind.table(
          "Tâche|Réalisateur|Approbateur|Informé", "Peindre|SRE|PM|QA", "Laver|QA|PM|PM")),
    ])
    let found = adopted.findings.filter { $0.id == .lettersDiffer }
    #expect(
      found.map(\.message) == ["row 'Laver' has 'PM' under 'Informé', the source has 'SRE'"])
  }

  /// Tables whose columns nobody can pair are named, so that nobody takes them for compared.
  @Test func tablesOfAnotherWidthAreNamed() async throws {
    let adopted = try await AdoptedMatrix([
      "en/plan.md": Self.page(
        "Plan", "Part", TableKind.table("Task|Crew|Shop", "Paint|A|R", "Clean|R|A")),
      "de/plan.md": Self.page(
        "Plan", "Teil", TableKind.table("Aufgabe|Trupp|Laden|Hof", "Malen|A|R|C", "Putzen|R|A|I")),
    ])
    let found = adopted.findings.filter { $0.id == .lettersDiffer }
    #expect(
      found.map(\.message) == [
        "this table has 4 columns and the source's has 3, so its letters are not compared"
      ])
  }
}
