import GuideFixtures
import Testing

@testable import Guide

/// The facts about rows and documents that changed in the source since a translation was stamped.
@Suite struct FreshnessTests {
  private static let files = [
    "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [provider, customer]\n",
    "raci/roles.yml": """
    sections:
      ours:
        raci: {provider: RA}
        responsibilities:
          mdm: {}
          apps: {raci: {provider: R, customer: A}}
          fax: {}

    """,
    "en/roles.md": """
    ---
    title: Roles
    ---
    # Roles

    Who does what.

    ## Ours

    Row | Text
    --- | ---
    <a name="mdm"></a>Policies | We [set](https://a.example) them.<br><br>You ask.
    <a name="apps"></a>Apps | You pack.
    <a name="fax"></a>Fax | We fax.

    """,
    "de/roles.md": """
    # Rollen

    ## Wir

    Zeile | Text
    --- | ---
    <a name="mdm"></a>Regeln | Wir [setzen](https://a.example) sie.<br><br>Ihr bittet.
    <a name="apps"></a>Apps | Ihr packt.
    <a name="fax"></a>Fax | Wir faxen.

    """,
  ]

  /// The files, the German ones with the stamp of the source as it is.
  private static func stamped() throws -> [String: String] {
    let set = try GuideFixture(files).document("roles")
    let source = try #require(set.versions[0]?.document)
    let stamp = try #require(try SourceStamp(of: source, set.responsibilities, locale: 0))
    let lines = stamp.lines(parties: ["provider", "customer"])
    var stamped = files
    stamped["de/roles.md"] =
      "---\n" + lines.joined(separator: "\n") + "\n---\n" + (files["de/roles.md"] ?? "")
    return stamped
  }

  struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let old: String
    let new: String
    let rows: [RowFreshness?]
    let textChanged: Bool

    init(
      _ name: String, _ file: String, _ old: String, _ new: String, _ rows: [RowFreshness?],
      textChanged: Bool = false
    ) {
      (self.name, self.file, self.old, self.new) = (name, file, old, new)
      (self.rows, self.textChanged) = (rows, textChanged)
    }

    var testDescription: String { name }
  }

  private static let same: [RowFreshness?] = [.current, .current, .current]

  @Test(arguments: [
    Change("nothing", "en/roles.md", "x", "x", same),
    Change("line ends", "en/roles.md", "\n", "\r\n", same),
    Change("a byte order mark", "en/roles.md", "---\ntitle", "\u{FEFF}---\ntitle", same),
    Change("white space", "en/roles.md", " | You pack.", "  |   You  pack.   ", same),
    Change("outer pipes", "en/roles.md", "Row | Text", "| Row | Text |", same),
    Change("a comment", "en/roles.md", "We fax.", "We fax.<!-- still? -->", same),
    Change("an unknown key", "en/roles.md", "title: Roles", "title: Roles\nauthor: me", same),
    Change("a word", "en/roles.md", "You pack", "You wrap", [.current, .wording, .current]),
    Change("a title", "en/roles.md", "Fax |", "Telefax |", [.current, .current, .wording]),
    Change("a second clause", "en/roles.md", "You ask", "You beg", [.wording, .current, .current]),
    Change("a link", "en/roles.md", "a.example", "b.example", [.wording, .current, .current]),
    Change(
      "letters of a row", "raci/roles.yml", "provider: R, customer: A", "provider: RA",
      [.current, .owner, .current]),
    Change(
      "letters of the section", "raci/roles.yml", "{provider: RA}", "{provider: A, customer: R}",
      [.owner, .current, .owner]),
    Change("a paragraph", "en/roles.md", "Who does", "Who did", same, textChanged: true),
    Change("a heading", "en/roles.md", "## Ours", "## Ours!", same, textChanged: true),
    Change("the title", "en/roles.md", "title: Roles", "title: Tasks", same, textChanged: true),
    Change(
      "a row that is gone here", "de/roles.md", "<a name=\"fax\"></a>Fax | Wir faxen.\n", "",
      [.current, .current, nil]),
  ]) func changesAreToldApart(change: Change) throws {
    var files = try Self.stamped()
    files[change.file] = files[change.file]?.replacing(change.old, with: change.new)
    let fixture = try GuideFixture(files)
    let set = try fixture.document("roles")
    let rows = set.responsibilities.map { fixture.guide.freshness(of: $0, in: set, for: 1) }
    #expect(rows == change.rows)
    let freshness = try #require(set.versions[1]?.freshness)
    #expect(freshness.textChanged == change.textChanged)
    let isStale = change.textChanged || change.rows.contains { $0 != .current && $0 != nil }
    #expect(set.versions[1]?.state == (isStale ? .stale : .current))
    for (responsibility, row) in zip(set.responsibilities, change.rows) {
      let rendering = fixture.guide.rendering(of: responsibility, in: set, for: 1)
      #expect(rendering?.state == (row == .current ? .current : row == nil ? .missing : .stale))
    }
    #expect(set.versions[0]?.freshness == nil)
  }

  @Test func bothChangesCountAsBoth() throws {
    var files = try Self.stamped()
    files["en/roles.md"] = files["en/roles.md"]?.replacing("You pack", with: "You wrap")
    files["raci/roles.yml"] = files["raci/roles.yml"]?.replacing(", customer: A", with: "A")
    let fixture = try GuideFixture(files)
    let set = try fixture.document("roles")
    let freshness = try #require(set.versions[1]?.freshness)
    #expect(
      fixture.guide.freshness(of: set.responsibilities[1], in: set, for: 1) == .wordingAndOwner)
    #expect([.wording, .owner, .new].map { freshness.count(of: $0) } == [1, 1, 0])
  }

  @Test func aRowThatCameLaterIsNewUntilItIsTranslated() throws {
    var files = try Self.stamped()
    files["en/roles.md"]? += "<a name=\"mail\"></a>Mail | We mail.\n"
    files["raci/roles.yml"]? += "      mail: {}\n"
    var fixture = try GuideFixture(files)
    var set = try fixture.document("roles")
    #expect(fixture.guide.freshness(of: set.responsibilities[3], in: set, for: 1) == .new)
    #expect(set.versions[1]?.state == .stale)
    let missing = fixture.diagnostics.map(\.text).filter { $0.contains("'mail'") }
    #expect(missing.count == 1)
    #expect(missing.allSatisfy { $0.contains("\nen/roles.md:15:1: note: new in the source\n") })
    files["de/roles.md"]? += "<a name=\"mail\"></a>Post | Wir mailen.\n"
    fixture = try GuideFixture(files)
    set = try fixture.document("roles")
    #expect(fixture.guide.freshness(of: set.responsibilities[3], in: set, for: 1) == .unstamped)
    #expect(set.versions[1]?.state == .current)
  }

  @Test(arguments: [
    ("", Freshness.Basis.none, false),
    ("ms.sourcegitcommit: a\nms.lasthandoff: 01/02/2021", .dates, true),
    ("ms.sourcegitcommit: b", .dates, false), ("ms.sourcegitcommit: a", .none, false),
  ]) func withoutAStampDatesTell(front: String, basis: Freshness.Basis, isOlder: Bool) throws {
    var files = Self.files
    let source = "---\nms.sourcegitcommit: b\nms.lasthandoff: 02/01/2022\n"
    files["en/roles.md"] = files["en/roles.md"].map { source + $0.dropFirst("---\n".count) }
    files["de/roles.md"] = files["de/roles.md"].map { "---\n\(front)\n---\n" + $0 }
    let fixture = try GuideFixture(files)
    let set = try fixture.document("roles")
    #expect(set.versions[1]?.freshness?.basis == basis)
    #expect(set.versions[1]?.state == (isOlder ? .stale : .current))
    let rows = set.responsibilities.map { fixture.guide.freshness(of: $0, in: set, for: 1) }
    #expect(rows == [.unstamped, .unstamped, .unstamped])
  }

  @Test func aStampOverridesDates() throws {
    var files = try Self.stamped()
    let dates = { (commit: String, month: Int) in
      "---\nms.sourcegitcommit: \(commit)\nms.lasthandoff: 0\(month)/01/2022\n"
    }
    for (path, front) in [("en/roles.md", dates("b", 2)), ("de/roles.md", dates("a", 1))] {
      files[path] = files[path].map { front + $0.dropFirst("---\n".count) }
    }
    let set = try GuideFixture(files).document("roles")
    #expect(set.versions[1]?.freshness?.basis == .stamp)
    #expect(set.versions[1]?.state == .current)
  }
}
