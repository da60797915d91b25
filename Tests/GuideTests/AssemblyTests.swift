import Base
import GuideFixtures
import Markdown
import Testing

@testable import Guide

/// Ids of rows and headings, and which row is which responsibility, in small guides.
@Suite struct AssemblyTests {
  static let settings = """
    source_locale: en
    locales: [en, de, fr]
    parties: [provider]

    """

  /// A document of sections with one table each.
  static func document(_ sections: [(heading: String, rows: [String])]) -> String {
    sections.map { section in
      let rows = section.rows.map { $0 + "\n" }.joined()
      return "## \(section.heading)\n\nRow | Text\n--- | ---\n\(rows)"
    }.joined(separator: "\n")
  }

  static func raci(_ sections: [(anchor: String, ids: [String])]) -> String {
    let texts = sections.map { section in
      "  \(section.anchor):\n    raci: {provider: RA}\n    responsibilities:\n"
        + section.ids.map { "      \($0): {}\n" }.joined()
    }
    return "sections:\n" + texts.joined()
  }

  /// The ids of a document's rows in each locale.
  private func rowIDs(_ set: DocumentSet) -> [[String]?] { set.versions.map { $0?.rowIDs } }

  @Test func headingsTakeTheSourcesIDs() throws {
    let fixture = try GuideFixture([
      "guide.yml": Self.settings,
      "en/roles.md": "# Roles\n\n## Our part {#ours}\n\n## Your part\n\n## Your part\n",
      "de/roles.md": "# Rollen\n\n## Unser Teil\n\n## Ihr Teil\n\n## Ihr Teil\n\n### Mehr\n",
      "fr/roles.md": "# Rôles\n\n## <a name=\"your-part\"></a>Vous\n\n## <a id=\"ours\"></a>Nous\n",
    ])
    let set = try fixture.document("roles")
    #expect(set.versions[0]?.headingIDs == ["roles", "ours", "your-part", "your-part-2"])
    #expect(set.versions[1]?.headingIDs == ["roles", "ours", "your-part", "your-part-2", "mehr"])
    #expect(set.versions[2]?.headingIDs == ["roles", "your-part", "ours"])
    #expect(set.versions[1]?.id(forFragment: "unser-teil") == "ours")
    #expect(set.versions[1]?.id(forFragment: "ours") == "ours")
    #expect(set.versions[1]?.id(forFragment: "nous") == nil)
    #expect(fixture.diagnostics.isEmpty)
  }

  @Test func rowsTakeTheirIDsFromTheRaciFileInAllLocales() throws {
    let fixture = try GuideFixture([
      "guide.yml": Self.settings,
      "raci/roles.yml": Self.raci([("ours", ["mdm", "support"]), ("yours", ["apps"])]),
      "en/roles.md": Self.document([
        ("Ours", ["Policies | We set.", "Help | We help."]), ("Yours", ["Apps | You pack."]),
      ]),
      "de/roles.md": Self.document([
        ("Wir", ["Regeln | Wir setzen.", "Hilfe | Wir helfen."]), ("Sie", ["Apps | Sie packen."]),
      ]),
    ])
    #expect(
      rowIDs(try fixture.document("roles")) == [
        ["mdm", "support", "apps"], ["mdm", "support", "apps"], nil,
      ])
    #expect(fixture.diagnostics.isEmpty)
  }

  @Test func anIDWrittenInATranslationSettlesItsRow() throws {
    let fixture = try GuideFixture([
      "guide.yml": Self.settings,
      "raci/roles.yml": Self.raci([("ours", ["mdm", "support", "later"])]),
      "en/roles.md": Self.document([("Ours", ["MDM | We set.", "Support | We help."])]),
      "de/roles.md": Self.document([
        (
          "Wir",
          [
            "<a name=\"later\"></a>Später | Noch nicht.", "<a name=\"support\"></a>Hilfe | Ja.",
            "<a name=\"mdm\"></a>Regeln | Ja.",
          ]
        )
      ]),
    ])
    let set = try fixture.document("roles")
    #expect(rowIDs(set) == [["mdm", "support"], ["later", "support", "mdm"], nil])
    #expect(set.responsibilities.map(\.id) == ["mdm", "support", "later"])
    let rows = set.responsibilities.map { responsibility in
      set.versions.indices.map { responsibility.rows[$0] }
    }
    #expect(rows == [[0, 2, nil], [1, 1, nil], [nil, 0, nil]])
    // The source has no such row, so the matrix has none.
    let shown = Matrix(fixture.guide).rows.map { set.responsibilities[$0.responsibility].id }
    #expect(shown == ["mdm", "support"])
    #expect(
      fixture.diagnostics.map(\.text) == [
        "en/roles.md:1:1: warning: this document has no row for 'later' "
          + "[raci/responsibility-missing]\nraci/roles.yml:7:7: note: its letters are here"
      ])
  }

  @Test func rowsThatOnlyTranslationsHaveKeepIDsOfTheirOwn() throws {
    let fixture = try GuideFixture([
      "guide.yml": Self.settings,
      "raci/roles.yml": Self.raci([("ours", ["mdm"]), ("yours", ["apps"])]),
      "en/roles.md": Self.document([("Ours", ["MDM | We set."]), ("Yours", ["Apps | You pack."])]),
      "de/roles.md": Self.document([
        ("Wir", ["MDM | Wir setzen.", "<a name=\"backup\"></a>Sicherung | Wir sichern viel."]),
        ("Sie", ["Apps | Sie packen."]),
      ]),
      "fr/roles.md": Self.document([
        ("Nous", ["MDM | Nous fixons.", "<a name=\"backup\"></a>Sauvegarde | Nous gardons."]),
        ("Vous", ["Apps | Vous emballez.", "<a name=\"print\"></a>Impression | Vous imprimez."]),
      ]),
    ])
    let set = try fixture.document("roles")
    #expect(
      rowIDs(set) == [
        ["mdm", "apps"], ["mdm", "backup", "apps"], ["mdm", "backup", "apps", "print"],
      ])
    #expect(set.responsibilities.map(\.id) == ["mdm", "apps"])
    #expect(set.responsibilities.map(\.section) == ["ours", "yours"])
    #expect(set.responsibilities.map { $0.entry == nil } == [false, false])
  }

  @Test func titlesThatMakeOneIDInTwoTranslationsBelongToTheirPages() throws {
    let extra = Self.document([
      ("Ours", ["<a name=\"mdm\"></a>A | B.", "Backup | Much text here."])
    ])
    let fixture = try GuideFixture([
      "guide.yml": Self.settings, "raci/roles.yml": Self.raci([("ours", ["mdm"])]),
      "en/roles.md": Self.document([("Ours", ["MDM | We set."])]), "de/roles.md": extra,
      "fr/roles.md": extra,
    ])
    let set = try fixture.document("roles")
    #expect(rowIDs(set) == [["mdm"], ["mdm", "backup"], ["mdm", "backup"]])
    #expect(set.responsibilities.map(\.id) == ["mdm"])
    #expect(
      fixture.diagnostics.map(\.text) == [
        "de/roles.md:6:1: warning: row 'Backup' has no entry under raci/ "
          + "[raci/row-without-responsibility]\n"
          + "  hint: add an entry to raci/roles.yml, or an anchor with the id of one",
        "fr/roles.md:6:1: warning: row 'Backup' has no entry under raci/ "
          + "[raci/row-without-responsibility]\n"
          + "  hint: add an entry to raci/roles.yml, or an anchor with the id of one",
      ])
  }

  @Test func anUncertainRowIsReportedAndItsAnchorSettlesIt() throws {
    let policies = "see [a](https://a.example/policies)."
    let support = "see [b](https://a.example/support)."
    var files = [
      "guide.yml": Self.settings,
      "raci/roles.yml": Self.raci([("ours", ["policies", "support", "fax"])]),
      "en/roles.md": Self.document([
        (
          "Ours",
          ["Policies | We set, \(policies)", "Support | We help, \(support)", "Fax | We fax."]
        )
      ]),
      "de/roles.md": Self.document([
        ("Wir", ["Faxe | Wir faxen.", "Regeln | So, \(policies)", "Hilfe | Ja, \(support)"])
      ]),
    ]
    let uncertain = try GuideFixture(files)
    #expect(rowIDs(try uncertain.document("roles"))[1] == ["fax", "policies", "support"])
    #expect(
      uncertain.diagnostics.map(\.text) == [
        "de/roles.md:5:1: warning: the row 'Faxe' was matched to 'fax' with a low score (0.72) "
          + "[translation/uncertain-row]\nen/roles.md:7:1: note: the source's row\n"
          + "  hint: begin its first cell with <a name=\"fax\"></a> if that is right"
      ])
    files["de/roles.md"] = files["de/roles.md"]?.replacing("Faxe", with: "<a name=\"fax\"></a>Faxe")
    #expect(try GuideFixture(files).diagnostics.isEmpty)
  }

  /// A row's own id in another of its cells is not there twice; in another row it is.
  @Test(arguments: [
    ("Regeln | <a name=\"mdm\"></a>Wir.", "Hilfe | Wir.", 0),
    ("Regeln | Wir.", "Hilfe | <a name=\"mdm\"></a>Wir.", 1),
  ]) func anIDInAnotherCellOfItsRowIsNoDuplicate(first: String, second: String, count: Int) throws {
    let fixture = try GuideFixture([
      "guide.yml": Self.settings,
      "raci/roles.yml": Self.raci([("ours", ["mdm", "support"])]),
      "en/roles.md": Self.document([("Ours", ["Policies | We.", "Help | We."])]),
      "de/roles.md": Self.document([("Wir", [first, second])]),
    ])
    #expect(rowIDs(try fixture.document("roles"))[1] == ["mdm", "support"])
    #expect(fixture.diagnostics.count { $0.id == .anchorDuplicate } == count)
  }

  @Test(arguments: [
    ("ms.sourcegitcommit: a\nms.lasthandoff: 01/02/2021", TranslationState.stale),
    ("ms.sourcegitcommit: b\nms.lasthandoff: 01/02/2021", .current),
    ("ms.sourcegitcommit: a\nms.lasthandoff: 12/31/2022", .current),
    ("ms.lasthandoff: 01/02/2021", .current), ("ms.translationtype: MT", .machine),
    ("translation: machine", .machine), ("translation: human", .current),
    ("workflow-type: tm+mt\nht-degree: 0%", .machine), ("workflow-type: mt", .machine),
    ("ht-degree: 12.5%\nworkflow-type: TM+MT", .machine), ("workflow-type: tm", .current),
    ("workflow-type: [tm, mt]\nht-degree: {a: 1}", .current),
    ("workflow-type: tm+mt\nht-degree: 100%", .current), ("ht-degree: 0%", .current),
    ("ms.translationtype: MT\nms.sourcegitcommit: a\nms.lasthandoff: 1/2/2021", .stale),
  ]) func aTranslationsStateComesFromItsFrontMatter(
    front: String, expected: TranslationState
  ) throws {
    let fixture = try GuideFixture([
      "guide.yml": Self.settings,
      "en/a.md": "---\nms.sourcegitcommit: b\nms.lasthandoff: 02/01/2022\n---\n# A\n",
      "de/a.md": "---\n\(front)\n---\n# A\n",
    ])
    #expect(try fixture.document("a").versions[1]?.state == expected)
  }

  @Test func aDocumentIsShownFromTheChainAndElseFromTheSource() throws {
    let fixture = try GuideFixture([
      "guide.yml": "source_locale: en\nlocales: [en, de, fr]\nparties: []\nfallback: {fr: [de]}\n",
      "en/a.md": "# A\n", "de/a.md": "# A\n", "en/b.md": "# B\n",
    ])
    let (guide, a, b) = (
      fixture.guide, try fixture.document("a"), try fixture.document("b")
    )
    #expect(guide.locales.indices.map { guide.shownLocale(of: a, for: $0) } == [0, 1, 1])
    #expect(guide.locales.indices.map { guide.shownLocale(of: b, for: $0) } == [0, nil, nil])
    #expect(guide.locales.indices.map { guide.nearestLocale(of: b, for: $0) } == [0, 0, 0])
    #expect(
      guide.locales.indices.map { guide.state(of: a, for: $0) } == [.current, .current, .fallback])
    #expect(
      guide.locales.indices.map { guide.state(of: b, for: $0) } == [.current, .missing, .missing])
  }

  /// A translation may lack any column of a table with remarks.
  @Test(arguments: 0..<4)
  func columnsMayBeMissingInTranslations(missing: Int) throws {
    func table(_ lines: [[String]]) -> String {
      "# T {#t}\n\n" + lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }
    let lines = [
      ["Task", "Responsible", "Accountable", "Note"], ["-", "-", "-", "-"],
      ["Backups", "Ops (if asked)", "Kim", "x"],
    ]
    let cut = lines.map { line in line.indices.filter { $0 != missing }.map { line[$0] } }
    let fixture = try GuideFixture([
      "guide.yml": "source_locale: en\nlocales: [en, de]\nparties: [ops, kim]\n",
      "en/locale.yml": "parties: {ops: Ops, kim: Kim}\n",
      "de/locale.yml": "parties: {ops: Ops, kim: Kim}\n",
      "raci/t.yml": "sections: {t: {table: columns, responsibilities: {backups: {}}}}\n",
      "en/t.md": table(lines), "de/t.md": table(cut),
    ])
    #expect(try fixture.document("t").responsibilities.map(\.id) == ["backups"])
  }
}
