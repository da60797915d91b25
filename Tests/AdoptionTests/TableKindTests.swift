import Base
import Testing

@testable import Adoption

/// Letters come from tables of every kind that people write.
@Suite struct TableKindTests {
  @Test(arguments: TableKind.all)
  func lettersAreThoseOfTheTable(kind: TableKind) async throws {
    let adopted = try await AdoptedMatrix(["\(kind.locale)/plan.md": kind.text])
    #expect(adopted.rows == kind.rows, "\(adopted.report.joined(separator: "\n"))")
    #expect(adopted.findings.filter { $0.severity == .error }.map(\.text) == [])
  }

  /// Nothing is made up where a table cannot be read, and the report says so.
  @Test(arguments: [
    TableKind.table("Aufgabe|Trupp|Laden", "Malen|V|E", "Putzen|E|K"),
    TableKind.table("Role|Paint|Clean", "Crew|A|R", "Shop|R|A"),
    TableKind.table("Task|Crew|Shop", "Paint|Lead|Support", "Clean|Support|Lead"),
    TableKind.table("Task|Crew|Shop", "Paint|⭐|🔶", "Clean|🔶|⭐"),
    TableKind.table("Task|Crew|Shop", "Paint|A1|R2", "Clean|R1|A2"),
    TableKind.table("Zone|Crew|Shop", "A|A|R", "C|R|A"),
    TableKind.table("Role|Responsible|Accountable", "Crew|x|", "Shop||x"),
    TableKind.table("Paint|Who", "Responsible|Crew", "Accountable|Shop") + [""]
      + TableKind.table("Clean|Who", "Responsible|Shop", "Accountable|Crew"),
    TableKind.table("Task|Name|R|A", "Paint|Kim|x|", "Clean|Kim|x|", "Paint|Lou||x"),
    TableKind.table("Letter|Who", "R|Kim", "A|Lou", "C|Max", "I|Eva") + ["", "## Clean", ""]
      + TableKind.table("Letter|Who", "R|Max", "A|Lou", "C|Kim"),
    TableKind.table("Crew|Shop|Task", "A|R|Paint", "R/A|C|Clean"),
    TableKind.table(
      "Role|Copy|Test", "Responsible|Ana|Luis", "Accountable|Eva|Ana", "Consulted|Luis|Eva",
      "Informed|Kim|Ana"),
    TableKind.table("Step|Responsible", "Copy|D", "Test|E", "Send|D", "Pack|E"),
    TableKind.table("Archetype|Default", "Paint|A", "Clean|C", "Count|—", "Send|R"),
    TableKind.table("Stream|Scope|Cost|Time", "Data|G|A|R", "Apps|A|R|G", "Nets|R|G|A"),
    TableKind.table("Task|Phase 1|Phase 2", "Paint|A|R", "Clean|R|A"),
    TableKind.table(" |Sprint 3|Sprint 4", "Crew|A|R", "Shop|R|C"),
    TableKind.table("Task|Crew|Shop", "Paint|X|by order", "Clean|weekly|X", "Count|X|", "Pack||X"),
    TableKind.table(
      "Area|Draft|Build", "Walls|Customer|6.1", "Yard|3.2|Provider", "Hall|Provider|Customer",
      "Roof|5.5|Both", "Shed|You|7.7"),
  ])
  func whatCannotBeReadIsSaid(lines: [String]) async throws {
    let text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["en/plan.md": text])
    #expect(adopted.rows == [:])
    #expect(adopted.findings.contains { $0.id.rawValue == "letters/unread-table" })
    #expect(adopted.report.contains { $0.contains("not read") })
  }

  /// Tables of rights, grades, pairs and the like give no letters and no parties, not even their
  /// section's.
  @Test(arguments: TableKind.others)
  func otherTablesGiveNoLetters(lines: [String]) async throws {
    let text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["en/plan.md": text])
    let letters = adopted.rows.values.flatMap(\.values)
    #expect(letters == [], "\(adopted.report.joined(separator: "\n"))")
  }

  /// A column beside tasks that is not a description makes no party of a heading.
  @Test(arguments: [
    ("Activity|Score|Level", "Paint|3.3|Defined by the office", "Clean|2.9|Managed by the office"),
    ("Activity|Reference|State", "Paint|REQ-10|Ready for all days", "Clean|REQ-11|Not yet begun"),
    ("Label|Duty", "Office manager|Answers for all of it", "Paint team|Paints all of the walls"),
    ("Activity|Default|Reference", "Paint|Five days|REQ-PROCESS-1", "Clean|Two days|REQ-PROCESS-2"),
    ("Activity|Done|Share", "Paint all the walls|100%|✅", "Clean all of the yard|40%|❌"),
    ("Attribute|Value", "Document title|The roles of all teams", "Version|1.0"),
    ("Phase|Rationale", "Paint|The crew knows these walls", "Clean|Few people have done it"),
  ])
  func measuresGiveNoLetters(head: String, first: String, second: String) async throws {
    let lines = TableKind.table(head, first, second).joined(separator: "\n")
    let adopted = try await AdoptedMatrix([
      "en/plan.md": "# Roles and responsibilities\n\n## Part\n\n\(lines)\n"
    ])
    #expect(adopted.rows == [:], "\(adopted.report.joined(separator: "\n"))")
  }

  /// A section a side tells whose the rows are, though no head calls them tasks.
  @Test func sectionsOfEqualTablesAreParties() async throws {
    let table = { (rows: String...) in
      TableKind.table("Feature|Description", rows).joined(separator: "\n")
    }
    let adopted = try await AdoptedMatrix([
      "en/plan.md": """
      # Roles and responsibilities

      ## The crew

      \(table("Walls|Paints the walls in May"))

      ## The shop

      \(table("Goods|Sells the goods all year"))
      """
    ])
    #expect(adopted.rows.keys.sorted() == ["Goods", "Walls"])
  }

  /// A title that several sections have names no party; the section around it does, without its
  /// number.
  @Test func equalTitlesAreNoParties() async throws {
    let table = TableKind.table("Activity|Description", "Walls|Paints the walls in May")
    let other = TableKind.table("Activity|Description", "Goods|Sells the goods all year")
    let adopted = try await AdoptedMatrix([
      "en/plan.md": """
      # Plan

      ## 1. The crew

      ### Activities to do

      \(table.joined(separator: "\n"))

      ## 📦 The shop

      ### Activities to do

      \(other.joined(separator: "\n"))
      """
    ])
    #expect(adopted.rows == ["Walls": ["The crew": "RA"], "Goods": ["The shop": "RA"]])
  }

  /// A column of a transposed table that has letters and no head is named, and the others are read.
  @Test(arguments: 1...3)
  func headlessColumnsOfTransposedTablesAreNamed(place: Int) async throws {
    var heads = ["Team", "Paint", "Clean", "Count"]
    heads[place] = " "
    let lines = TableKind.table(
      heads.joined(separator: "|"), "Paint team|A|R|C", "Office team|R|A|I")
    let text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["en/plan.md": text])
    let found = adopted.findings.filter { $0.id == .columnUnknown }
    #expect(found.map(\.location.line) == [5])
    #expect(found.first?.message.contains("without a short head") == true)
    #expect(Set(adopted.rows.keys) == Set(heads.dropFirst()).subtracting([" "]))
    #expect(!adopted.findings.containsError)
  }

  /// A column of names whose head says nothing of letters is reported.
  @Test func columnsOfNamesWithoutALetterAreReported() async throws {
    let lines = TableKind.table(
      "Task|Whoever|Accountable|Consulted", "Paint|Crew|Shop|Yard", "Clean|Shop|Yard|Crew")
    let text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["en/plan.md": text])
    #expect(adopted.rows["Paint"] == ["Shop": "A", "Yard": "C"])
    let found = adopted.findings.filter { $0.id == .columnUnknown }
    #expect(found.map(\.location.column) == [8])
    #expect(found.first?.message.contains("'Whoever' names parties") == true)
  }

  /// Columns of deputies are reported, even if nobody in them is named elsewhere.
  @Test(arguments: [
    ("en", "Task|Owner|Backup"), ("en", "Task|Primary owner|Secondary owner"),
    ("en", "Task|Responsible|Stand-in"), ("de", "Aufgabe|Verantwortlich|Vertretung"),
    ("fr", "Tâche|Responsable|Suppléant"), ("es", "Tarea|Responsable|Suplente"),
    ("it", "Attività|Responsabile|Supplente"), ("zh", "任务|负责人|副负责人"),
    ("ja", "タスク|主担当|副担当"), ("ru", "Задача|Ответственный|Заместитель"),
  ])
  func deputiesAreReported(locale: String, head: String) async throws {
    let lines = TableKind.table(head, "Paint|Kim|Lou", "Clean|Max|Eva", "Count|Kim|Ann")
    let text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["\(locale)/plan.md": text])
    #expect(adopted.rows.values.allSatisfy { $0.count == 1 })
    #expect(adopted.rows.count == 3)
    #expect(adopted.findings.count { $0.id == .columnUnknown } == 1)
  }

  /// Texts in a column of names are reported, and are not parties.
  @Test func textsAmongNamesAreReported() async throws {
    let lines = TableKind.table(
      "Task|Draft|Build", "Paint|Customer|Provider", "Clean|Provider|see contract",
      "Count|Customer|per order", "Pack|Provider|Customer")
    let text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["en/plan.md": text])
    #expect(adopted.parties == ["customer", "provider"])
    #expect(adopted.findings.filter { $0.id == .cellUnread }.map(\.location.line) == [8, 9])
  }

  /// DACI's driver has its usual name beside RACI's letters.
  @Test func theDriverKeepsItsName() async throws {
    let raci = TableKind.table("Task|Crew|Shop|Yard", "Paint|A|R|C", "Clean|R|A|I")
    let daci = TableKind.table("Decision|Crew|Shop|Yard", "Buy|D|A|C", "Sell|A|D|I")
    let text = "## RACI\n\n\(raci.joined(separator: "\n"))\n\n## DACI\n\n"
    let adopted = try await AdoptedMatrix([
      "en/plan.md": "# Plan\n\n" + text + daci.joined(separator: "\n") + "\n"
    ])
    #expect(Set(adopted.letters) == Set("RACID"))
    #expect(adopted.rows["Buy"] == ["Crew": "D", "Shop": "A", "Yard": "C"])
    #expect(!adopted.report.contains { $0.contains("D (D)") })
  }

  /// A translation of a table with a line per person is compared line by line.
  @Test func linesOfPeopleAreCompared() async throws {
    func text(_ head: String, _ titles: [String], _ last: String) -> String {
      let lines = TableKind.table(
        head, "\(titles[0])|Kim|x||", "|Lou||x|", "\(titles[1])|Lou|x|x|", "|Kim\(last)")
      return "# Plan\n\n## Part {#part}\n\n" + lines.joined(separator: "\n") + "\n"
    }
    let adopted = try await AdoptedMatrix([
      "en/plan.md": text("Task|Name|R|A|C", ["Paint", "Clean"], "|||x"),
      "de/plan.md": text("Aufgabe|Name|R|A|C", ["Malen", "Putzen"], "||x|"),
    ])
    #expect(
      adopted.rows == ["Paint": ["Kim": "R", "Lou": "A"], "Clean": ["Lou": "RA", "Kim": "C"]])
    let found = adopted.findings.filter { $0.id == .lettersDiffer }
    #expect(Set(found.map { "\($0.location.path.suffix(10)):\($0.location.line)" }).count == 1)
    #expect(found.count == 2)
  }

  /// Two columns of one party are joined, and somebody hears of it.
  @Test func twoColumnsOfAPartyAreReported() async throws {
    let lines = TableKind.table("Task|Ops|OPS|Shop", "Paint|A|R|C", "Clean|I|A|R")
    let text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["en/plan.md": text])
    #expect(adopted.rows["Paint"] == ["Ops": "RA", "Shop": "C"])
    #expect(adopted.findings.contains { $0.message.contains("'Ops' and 'OPS' are the same party") })
  }

  /// A guide gets the letters that its tables have.
  @Test(arguments: TableKind.schemes.indices)
  func lettersAreThoseOfTheScheme(index: Int) async throws {
    let scheme = TableKind.schemes[index]
    let kind = TableKind(scheme.name, scheme.lines, scheme.expected)
    let adopted = try await AdoptedMatrix(["en/plan.md": kind.text])
    #expect(adopted.rows == kind.rows, "\(adopted.report.joined(separator: "\n"))")
    #expect(Set(adopted.letters) == Set(scheme.letters), "\(scheme.name)")
    #expect(!adopted.findings.contains { $0.id.rawValue == "letters/unread-cell" })
  }

  /// A row more, a row less or a row elsewhere in a translation leaves all others in their places.
  @Test(arguments: ["removed", "added", "moved"], 1...7)
  func rowsAreFoundByTheirLetters(change: String, place: Int) async throws {
    let letters = [
      "A|R|C|I", "R|A|I|C", "C|A|R|I", "I|C|A|R", "A/R|C|I|-", "-|A|R|C", "R|-|A|I", "I|R|-|A",
    ]
    let source = ["Paint", "Clean", "Count", "Close", "Order", "Drive", "Teach", "Greet"]
    let target = ["Malen", "Putzen", "Zählen", "Sperren", "Kaufen", "Fahren", "Lehren", "Grüßen"]
    var rows = zip(target, letters).map { "\($0)|\($1)" }
    let missing = change == "removed" ? source[place] : nil
    switch change {
    case "removed": rows.remove(at: place)
    case "added": rows.insert("Neues|C|C|R|A", at: place)
    default: rows.insert(rows.remove(at: place), at: (place + 3) % 8)
    }
    let english = TableKind.table(
      "Task|Crew|Shop|Guests|Boss", zip(source, letters).map { "\($0)|\($1)" })
    let german = TableKind.table("Aufgabe|Trupp|Laden|Gäste|Chefin", rows)
    let adopted = try await AdoptedMatrix([
      "en/plan.md": "# Plan\n\n## Part\n\n" + english.joined(separator: "\n") + "\n",
      "de/plan.md": "# Plan\n\n## Teil\n\n" + german.joined(separator: "\n") + "\n",
    ])
    for (title, other) in zip(source, target) {
      #expect(adopted.titles["de"]?[title] == (title == missing ? nil : other), "\(title)")
    }
    #expect(!adopted.findings.contains { $0.id.rawValue == "translation/letters-differ" })
  }

  @Test func theUserSaysWhatSignsMean() async throws {
    let text =
      "# Plan\n\n## Part\n\n"
      + TableKind.table("Task|Crew|Shop", "Paint|✔|o", "Clean|o|✔").joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(
      ["en/plan.md": text], signs: ["✔": [.responsible, .accountable], "o": .consulted])
    #expect(
      adopted.rows == [
        "Paint": ["Crew": "RA", "Shop": "C"], "Clean": ["Crew": "C", "Shop": "RA"],
      ])
  }

  @Test func equalTitlesKeepTheirOrder() async throws {
    let lines = TableKind.table("Task|Crew|Shop", "Report|A|R", "Report|R|A", "Report|C|R")
    let text = "# Plan\n\n## Part\n\n" + lines.joined(separator: "\n") + "\n"
    let adopted = try await AdoptedMatrix(["en/plan.md": text])
    #expect(adopted.rows == ["Report": ["Crew": "C", "Shop": "R"]])
    #expect(adopted.findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test func eachLanguageNamesThePartiesItself() async throws {
    let adopted = try await AdoptedMatrix([
      "en/plan.md": TableKind.cells[0].text,
      "de/plan.md": "# Plan\n\n## Teil\n\n"
        + TableKind.table("Aufgabe|Trupp|Laden", "Malen|A|R", "Putzen|R|A").joined(separator: "\n"),
    ])
    #expect(adopted.names == ["en": ["Crew", "Shop"], "de": ["Trupp", "Laden"]])
  }
}
