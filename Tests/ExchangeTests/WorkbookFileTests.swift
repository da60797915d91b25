import Exchange
import Testing

/// Workbooks become the text that their readers see.
@Suite struct WorkbookFileTests {
  private func cells(
    _ xml: String, strings: String = "", styles: String = "", properties: String = ""
  ) throws -> [String] {
    let bytes = workbook(
      [("One", "", "<sheetData>\(xml)</sheetData>")], strings: strings, styles: styles,
      properties: properties)
    let file = try WorkbookFile(bytes)
    let sheet = try file.sheet(try #require(file.sheets.first))
    return sheet.rows.flatMap { row in
      row.cells.map { "\(CellReference(row: row.number, column: $0.column))=\($0.text)" }
    }
  }

  @Test func textsComeFromAllTheirPlaces() throws {
    let found = try cells(
      """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r>
      <r><t xml:space="preserve"> line</t></r></is></c></row>
      <row r="3"><c t="str"><f>A1</f><v>made &amp; kept</v></c><c t="b"><v>1</v></c>
      <c t="e"><v>#N/A</v></c><c t="s"><v>0</v></c><c t="s"><v>99</v></c></row>
      """,
      strings: """
        <si><r><t>R</t></r><r><t>A</t></r><rPh sb="0" eb="1"><t>aloud</t></rPh></si>
        <si><t>one_x000D_\ntwo _x0041_</t></si>
        """)
    #expect(
      found == [
        "A1=one\ntwo A", "C1=in line", "A3=made & kept", "B3=TRUE", "C3=#N/A", "D3=RA",
      ])
  }

  @Test(arguments: [
    ("<v>1</v>", "1"), ("<v>1.5</v>", "1.5"), ("<v>0.30000000000000004</v>", "0.3"),
    ("<v>1E+2</v>", "100"), ("<v>-7</v>", "-7"), ("<v>word</v>", "word"),
  ])
  func numbersAreShort(xml: String, text: String) throws {
    #expect(try cells("<row r=\"1\"><c r=\"A1\">\(xml)</c></row>") == ["A1=\(text)"])
  }

  @Test(arguments: [
    (0, "45000", "45000"), (1, "45000", "2023-03-15"), (2, "0.25", "06:00"),
    (3, "45000.75", "2023-03-15 18:00"), (4, "0.125", "12.5%"), (5, "45000", "2023-03-15"),
    (6, "45000", "45000"), (1, "59", "1900-02-28"), (1, "61", "1900-03-01"),
    (1, "1", "1900-01-01"), (1, "-1", "-1"), (1, "1e300", "1e+300"), (77, "2", "2"),
    (-1, "2", "2"),
  ])
  func formatsMakeDates(format: Int, number: String, text: String) throws {
    let styles = """
      <numFmts><numFmt numFmtId="170" formatCode="[$-407]d\\. mmm yyyy;@"/>
      <numFmt numFmtId="171" formatCode="0 &quot;days&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="22"/>
      <xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>
      """
    let xml = "<row r=\"1\"><c r=\"A1\" s=\"\(format)\"><v>\(number)</v></c></row>"
    #expect(try cells(xml, styles: styles) == ["A1=\(text)"])
  }

  @Test func daysCanBeCountedFrom1904() throws {
    let found = try cells(
      "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>43538</v></c></row>",
      styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
      properties: "<workbookPr date1904=\"1\"/>")
    #expect(found == ["A1=2023-03-15"])
  }

  @Test func whatIsHiddenIsMarked() throws {
    let bytes = workbook([
      ("Notes", "state=\"veryHidden\"", "<sheetData/>"),
      (
        "Work", "",
        "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>"
          + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row></sheetData>"
          + "<mergeCells><mergeCell ref=\"A2:B4\"/><mergeCell ref=\"B1:A1\"/></mergeCells>"
      ),
    ])
    let file = try WorkbookFile(bytes)
    #expect(file.sheets.map(\.name) == ["Notes", "Work"])
    #expect(file.sheets.map(\.isHidden) == [true, false])
    let sheet = try file.sheet(file.sheets[1])
    #expect(sheet.rows.map(\.isHidden) == [true])
    #expect((0...4).map(sheet.hidesColumn) == [false, true, true, false, false])
    #expect(sheet.merges == [.init(rows: 2...4, columns: 0...1)])
  }

  @Test(arguments: [
    ("A1", 1, 0), ("$B$12", 12, 1), ("XFD1048576", 1_048_576, 16_383), ("aa3", 3, 26),
  ])
  func placesAreRead(text: String, row: Int, column: Int) {
    #expect(CellReference(text) == CellReference(row: row, column: column))
  }

  @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "A1B", "AAAAAAAAAAAAAA1", "Ä1"])
  func otherPlacesAreNone(text: String) {
    #expect(CellReference(text) == nil)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columnsHaveLetters(column: Int, letters: String) {
    #expect(CellReference.letters(ofColumn: column) == letters)
  }
}
