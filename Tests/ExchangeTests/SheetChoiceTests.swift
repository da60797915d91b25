import Foundation
import TestSupport
import Testing

/// The sheet of a workbook that `init` reads.
@Suite struct SheetChoiceTests {
  private static let letters = [
    ["Task", "Crew", "Shop"], ["Paint", "R", "A"], ["Clean", "A", "R"],
  ]
  private static let names = [
    ["Task", "Responsible", "Accountable"], ["Paint", "Crew", "Shop"], ["Clean", "Shop", "Crew"],
  ]
  private static let ticks = [["Task", "Crew", "Shop"], ["Paint", "x", ""], ["Clean", "", "x"]]

  /// Sheets of cells, each with its name and state.
  private func book(_ sheets: [(name: String, state: String, rows: [[String]])]) -> [UInt8] {
    workbook(
      sheets.map { sheet in
        let rows = sheet.rows.map { row in
          "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }
        return (sheet.name, sheet.state, "<sheetData>\(rows.joined())</sheetData>")
      })
  }

  private func report(_ bytes: [UInt8], _ arguments: String...) throws -> String {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    try guide.folder.write(Data(bytes), to: "plan.xlsx")
    let result = try run(
      try Project.executable(),
      ["init", "--dry-run", "--from", "plan.xlsx", "--locale", "en"] + arguments,
      in: guide.folder.url)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  /// Covers, histories, keys, and lists of people come before the table.
  @Test(
    arguments: [
      [["Plan of the year"], ["Version", "1.2"], ["Author", "Kim"]],
      [["Version", "Date", "Author"], ["1.0", "May", "Kim"], ["1.1", "June", "Lou"]],
      [["Letter", "Meaning"], ["R", "Responsible"], ["A", "Accountable"], ["C", "Consulted"]],
      [["Role", "Name", "Mail"], ["Crew", "Kim", "kim@example.com"]],
      [["Version", "Date", "Author", "Checked"], ["0.1", "2024-01-02", "R", "A"]],
      [
        ["Rev", "Text", "Date", "By"], ["A", "Draft", "2.1.24", "AR"], ["B", "Ok", "3.2.24", "CI"],
      ],
      [["Role", "Name", "Sign"], ["Author", "Rita Adams", "RA"], ["Check", "Cy Irwin", "CI"]],
      [["Document", "Painting"], ["Author", "A"], ["Approved by", "R"]],
    ], [letters, names, ticks])
  func theFirstSheetWithLettersIsRead(cover: [[String]], table: [[String]]) throws {
    let bytes = book([("Cover", "", cover), ("Matrix", "", table), ("More", "", Self.letters)])
    let text = try report(bytes)
    #expect(text.contains("the sheet 'Matrix' is read"), "\(text)")
    #expect(text.contains("Responsibilities: 2;"))
    let asked = try report(bytes, "--sheet", "Cover")
    #expect(asked.contains("the sheet 'Cover' is read"))
  }

  @Test func hiddenSheetsAreNotChosen() throws {
    let bytes = book([
      ("Old", "state=\"hidden\"", Self.letters), ("Cover", "", [["Author", "Name"], ["a", "b"]]),
    ])
    #expect(try report(bytes).contains("the sheet 'Cover' is read"))
  }
}
