import Testing

@testable import Markdown

/// Tables written as HTML are tables like any other.
@Suite struct HTMLTableTests {
  @Test func cellsAndSpansAreTheSameFactsAsAPipeTables() throws {
    let parsed = try Parsed(
      """
      # A

      <table>
      <thead><tr><th>Step</th><th>Team</th><th>Desk</th></tr></thead>
      <tr><td colspan="3"><strong>Before</strong></td></tr>
      <tr id="freeze"><td>Freeze</td><td>R</td><td>&nbsp;</td></tr>
      <tr><td rowspan="2">Tell</td><td><p><strong>R</strong></p></td><td>A</td></tr>
      <tr><td>C</td></tr>
      </table>
      """)
    let document = parsed.document
    #expect(document.tables.map(\.columnCount) == [3])
    #expect(document.tables.map(\.headerCount) == [1])
    #expect(
      document.cells.map(\.text) == [
        "Step", "Team", "Desk", "Before", "", "", "Freeze", "R", "", "Tell", "R", "A", "",
        "C", "",
      ])
    #expect(document.cells[3].columnSpan == 3)
    #expect(document.cells[3].isStrong)
    #expect(document.cells[7].location.description == "guide.md:6:32")
    #expect(document.anchors.map(\.name) == ["freeze"])
    #expect(parsed.html.contains("<td colspan=\"3\"><strong>Before</strong></td>\n</tr>"))
    #expect(parsed.html.contains("<td rowspan=\"2\">Tell</td>"))
    #expect(parsed.messages.isEmpty)
  }

  @Test(arguments: [
    ("<tr><th>a<th>b<tr><td>1<td>2", 1), ("<tr><td>a<td>b<tr><td>1<td>2", 0),
    ("<tr><td><b>a</b><td><strong>b</strong><tr><td>1<td>2", 1),
    ("<thead><tr><td>a<td>b<tr><td>c<td>d<tbody><tr><td>1<td>2", 2),
    ("<tr><th>a<td>1<tr><th>b<td>2", 0),
  ]) func headsAreFound(rows: String, count: Int) throws {
    let document = try Parsed("<table>\(rows)</table>\n").document
    #expect(document.tables.map(\.headerCount) == [count])
  }

  @Test func tablesOfBothKindsComeInTheirOrder() throws {
    let parsed = try Parsed(
      """
      > <table><tr><th>A</th></tr></table>

      | B |
      | - |
      | b |

      <table><tr><td>

      | C |
      | - |

      - c

      </td></tr></table>

      | D |
      | - |
      """)
    #expect(
      parsed.document.cells.map(\.text).map { $0.replacing("\n", with: " ") } == [
        "A", "B", "b", "C c", "D",
      ])
    #expect(parsed.document.tables.count == 4)
  }

  @Test func aTableIsNeverLargerThanWhatStandsInIt() throws {
    for cell in ["<td colspan=1000 rowspan=65534>x", "<td colspan=99>"] {
      let rows = String(repeating: "<tr>" + cell, count: 500)
      let parsed = try Parsed("<table>\(rows)</table>\n")
      #expect(parsed.document.cells.count <= 500 * 2)
    }
    let wide = String(repeating: "<td>x", count: 900) + String(repeating: "<tr><td>y", count: 900)
    let parsed = try Parsed("<table><tr>\(wide)</table>\n")
    #expect(parsed.diagnostics.map(\.id) == [.cellsTooMany])
    #expect(parsed.html.contains("<p>y</p>"))
  }

  /// A cell ends with its group of rows; one of 0 rows reaches as far.
  @Test(arguments: ["2", "9", "0"])
  func cellsEndWithTheirGroup(span: String) throws {
    let parsed = try Parsed(
      """
      <table><thead><tr><th rowspan="\(span)">Task</th><th>Ops</th><th>Kim</th></tr></thead>
      <tbody><tr><td>Backups</td><td>R</td><td>A</td></tr>
      <tr><td rowspan="\(span)">Restores</td><td>A</td><td>R</td></tr></tbody>
      <tbody><tr><td>Tests</td><td>I</td><td>C</td></tr></tbody></table>
      """, responsibilities: true)
    let table = try #require(parsed.document.tables.first)
    #expect(table.columnCount == 3)
    #expect(
      parsed.document.cells.map(\.text) == [
        "Task", "Ops", "Kim", "Backups", "R", "A", "Restores", "A", "R", "Tests", "I", "C",
      ])
  }
}
