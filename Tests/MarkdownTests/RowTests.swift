import Testing

@testable import Markdown

@Suite struct RowTests {
  static let guide = """
    # Roles {#roles}

    Lead *text*.

    ## Ours

    Before.

    Title | Description
    ---|---
    **Apps** &amp; [more](apps.md) | One.<br><br>Two [x](y.md).
    <a name="net"></a>Network ||

    After.

    ## Theirs

    | T | D |
    |---|---|
    | Print | `code` |
    """

  @Test func rowsKnowTheirTextTheirHeadingAndTheirLinks() throws {
    let document = try Parsed(Self.guide, responsibilities: true).document
    let rows = document.rows
    #expect(rows.map(\.title) == ["Apps & more", "Network", "Print"])
    #expect(rows.map(\.heading) == [1, 1, 2])
    #expect(rows.map(\.anchor) == [nil, "net", nil])
    #expect(try document.texts().clauses == [["One.", "Two x."], [], ["code"]])
    #expect(rows.map(\.clauseCount) == [2, 0, 1])
    #expect(rows.map(\.links) == [0..<2, 2..<2, 2..<2])
    #expect(
      rows.map(\.location.description) == ["guide.md:11:1", "guide.md:12:1", "guide.md:20:3"])
  }

  @Test func headingsKnowTheTextUnderThem() throws {
    let responsible = try Parsed(Self.guide, responsibilities: true).document
    #expect(responsible.headings.map(\.title) == ["Roles", "Ours", "Theirs"])
    #expect(try responsible.texts().sections == ["Lead text.", "Before. After.", ""])
    #expect(responsible.headings.map(\.level) == [1, 2, 2])
    #expect(responsible.headings.map(\.location.line) == [1, 5, 16])
    #expect(try responsible.texts().lead.isEmpty)
    #expect(responsible.tables.map(\.heading) == [1, 2])
    #expect(responsible.tables.map(\.isResponsibilities) == [true, true])
    let plain = try Parsed(Self.guide).document
    #expect(try plain.texts().sections[2] == "T D Print code")
    #expect(plain.rows.isEmpty)
    #expect(plain.tables.map(\.isResponsibilities) == [false, false])
  }

  @Test func theHolesOfARowComeInTheirOrder() throws {
    let parsed = try Parsed(
      "# A\n\nT | D\n--|--\na | b [l](u)<br><br>c\n", responsibilities: true)
    #expect(
      parsed.document.markup?.marks.map(\.hole) == [
        .headingID(heading: 0), .tableStart(table: 0), .cellTag(cell: 0), .cellEnd(cell: 0),
        .cellTag(cell: 1), .cellEnd(cell: 1), .rowAttributes(line: 1),
        .cellTag(cell: 2), .cellEnd(cell: 2), .cellTag(cell: 3), .clauseID(cell: 3, clause: 1),
        .linkStart(link: 0), .linkEnd(link: 0), .clauseID(cell: 3, clause: 2), .cellEnd(cell: 3),
        .tableEnd(table: 0),
      ])
    #expect(
      parsed.html == """
        <h1>A</h1>
        <table>
        <thead>
        <tr>
        <th>T</th>
        <th>D</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row" class="responsibility">a</th>
        <td class="description"><p class="clause" id="1">b <a href="u">l</a></p>\
        <p class="clause" id="2">c</p></td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test func aTableOfOneColumnHoldsNoResponsibilities() throws {
    let parsed = try Parsed("# A\n\n| T |\n|---|\n| a |\n", responsibilities: true)
    #expect(parsed.document.rows.isEmpty)
    #expect(parsed.document.tables.map(\.isResponsibilities) == [false])
    #expect(try parsed.document.texts().sections == ["T a"])
  }

  @Test func excessCellsAreReportedAtTheirPlace() throws {
    let parsed = try Parsed("a | b\n--|--\nc | 책 | e | f\n| g | h | |\n\\|x\\| | y | z |\n")
    #expect(
      parsed.diagnostics.map(\.location.description) == [
        "guide.md:3:9", "guide.md:3:13", "guide.md:5:13",
      ])
    #expect(
      parsed.messages.first == """
        guide.md:3:9: warning: this cell is beyond the table's 2 columns and is not shown \
        [document/table-excess-cell]
          hint: write '\\|' for a pipe in the text
        """)
  }
}
