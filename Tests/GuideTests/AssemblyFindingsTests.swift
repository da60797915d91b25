import Base
import GuideFixtures
import Testing

/// Findings on files of a guide that do not fit together, each at its place.
@Suite struct AssemblyFindingsTests {
  struct Finding: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [String: String]
    let findings: [String]

    init(_ name: String, _ files: [String: String], _ findings: String...) {
      self.name = name
      self.files = files
      self.findings = findings
    }

    var testDescription: String { name }
  }

  @Test(arguments: [
    Finding(
      "a section that no heading has",
      ["raci/roles.yml": "sections:\n  ⟦our-part: {}\n", "en/roles.md": "## Our parts\n"],
      "⟦: error: no heading of en/roles.md has the anchor 'our-part' [raci/unknown-section]\n"
        + "  hint: did you mean 'our-parts'?"),
    Finding(
      "a responsibility without a row, and a row without one",
      [
        "raci/roles.yml": AssemblyTests.raci([("ours", ["⟧policies"])]),
        "en/roles.md": "⟦## Ours\n\nRow | Text\n--- | ---\n⟦<a name=\"polices\"></a>MDM | We.\n",
      ],
      "⟦: warning: this document has no row for 'policies' "
        + "[raci/responsibility-missing]\n⟧: note: its letters are here",
      "⟦: warning: row 'MDM' has no entry under raci/ [raci/row-without-responsibility]\n"
        + "  hint: did you mean 'policies'?"),
    Finding(
      "a row of the source in the place of the one that an entry is about",
      [
        "raci/roles.yml": AssemblyTests.raci([
          ("ours", ["mdm-policy", "user-support", "⟧backups", "updates"])
        ]),
        "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\nPolicies for MDM | We.\n"
          + "Support of users | We.\n⟦Gardening | We.\nUpdating | We.\n",
      ],
      "⟦: warning: the row 'Gardening' was matched to 'backups' only by its position "
        + "[raci/uncertain-row]\n⟧: note: the letters of the entry\n"
        + "  hint: begin its first cell with <a name=\"backups\"></a> if that is right"),
    Finding(
      "ids that are no words of their titles say nothing about them",
      [
        "raci/roles.yml": AssemblyTests.raci([("ours", ["one", "two", "user-support", "four"])]),
        "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\nPolicies for MDM | We.\n"
          + "Backups | We.\nSupport of users | We.\nUpdating | We.\n",
      ]),
    Finding(
      "a row that a translation lacks",
      [
        "raci/roles.yml": AssemblyTests.raci([("ours", ["mdm", "⟧apps"])]),
        "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\nMDM | We set.\nApps | Long text.\n",
        "de/roles.md": "⟦## Wir\n\nRow | Text\n--- | ---\nMDM | Wir setzen.\n",
      ],
      "⟦: warning: this document has no row for 'apps' (Apps) "
        + "[raci/responsibility-missing]\n⟧: note: its letters are here"),
    Finding(
      "an anchor on two rows",
      [
        "raci/roles.yml": AssemblyTests.raci([("ours", ["mdm"])]),
        "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\n<a name=\"mdm\"></a>MDM | We.\n"
          + "⟦<a name=\"mdm\"></a>More | We.\n",
      ],
      "⟦: warning: the anchor 'mdm' already exists on this page [document/duplicate-anchor]\n"
        + "  hint: rename one; headings, rows, and anchors of a page share their names"),
    Finding(
      "anchors that are not theirs to take",
      ["en/roles.md": "⟦## One {#_content}\n"],
      "⟦: warning: '_content' is not a valid anchor [document/invalid-anchor]\n"
        + "  hint: use no white space, no leading '_', and no '.' and number at the end"),
    Finding(
      "an anchor that could be a clause's",
      ["en/roles.md": "## One\n\nab ⟦<a name=\"row.1\"></a>cd\n"],
      "⟦: warning: 'row.1' is not a valid anchor [document/invalid-anchor]\n"
        + "  hint: use no white space, no leading '_', and no '.' and number at the end"),
    Finding(
      "an anchor on two headings",
      ["en/roles.md": "## One {#x}\n\n⟦## Two {#x}\n"],
      "⟦: warning: the anchor 'x' already exists on this page [document/duplicate-anchor]\n"
        + "  hint: rename one; headings, rows, and anchors of a page share their names"),
    Finding(
      "an anchor on a heading and in running text",
      ["en/roles.md": "## One {#x}\n\nab ⟦<a name=\"x\"></a>cd\n"],
      "⟦: warning: the anchor 'x' already exists on this page [document/duplicate-anchor]"),
    Finding(
      "a heading with the id of a responsibility",
      [
        "raci/roles.yml": AssemblyTests.raci([("ours", ["mdm"])]),
        "en/roles.md": "⟦## Rules {#mdm}\n\n## Ours\n\nRow | Text\n--- | ---\nMDM | We.\n",
      ],
      "⟦: warning: the anchor 'mdm' already exists on this page [document/duplicate-anchor]\n"
        + "  hint: rename one; headings, rows, and anchors of a page share their names"),
  ]) func whatDoesNotFitTogetherIsReported(_ table: Finding) throws {
    var files = table.files
    files["guide.yml"] = AssemblyTests.settings
    let marked = MarkedFiles(files)
    let fixture = try GuideFixture(marked.files)
    #expect(fixture.diagnostics.map(\.text) == marked.placed(table.findings))
  }

  @Test func aRowsAnchorThatCannotBeAnIDIsReported() throws {
    let fixture = try GuideFixture([
      "guide.yml": AssemblyTests.settings, "raci/roles.yml": "sections: {}\n",
      "en/roles.md": "## Ours\n\nRow | Text\n--- | ---\n<a name=\"a b\"></a>More | We.\n",
    ])
    #expect(
      fixture.diagnostics.map(\.text) == [
        "en/roles.md:5:1: warning: 'a b' is not a valid row id [document/invalid-anchor]\n"
          + "  hint: use ASCII letters, digits, '-' and '_', beginning with a letter or digit",
        "en/roles.md:5:1: warning: row 'More' has no entry under raci/ "
          + "[raci/row-without-responsibility]",
      ])
    let set = try fixture.document("roles")
    #expect(set.versions[0]?.rowIDs == ["more"])
  }
}
