import Foundation
import Site
import TestSupport
import Testing

/// Workbooks as other programs read them.
@Suite struct WorkbookTests {
  private let folder: TemporaryFolder
  /// The hidden sheet that says what was exported.
  private static let record = "rolebook"

  init() throws {
    folder = try TemporaryFolder()
  }

  private func file(_ tables: [MatrixTable]) throws -> URL {
    try folder.write(Data(try MatrixWorkbook(tables).bytes()), to: "matrix.xlsx")
    return folder.file("matrix.xlsx")
  }

  private func sheets(_ tables: [MatrixTable]) throws -> [Spreadsheet.Sheet] {
    try Spreadsheet.sheets(file(tables)).filter { $0.name != Self.record }
  }

  @Test func hostileTitlesAreText() throws {
    let sheet = try #require(try sheets([Tables.table(Tables.hostile)]).first)
    #expect(sheet.rows.dropFirst().map { $0[3] } == Tables.hostile)
    #expect(sheet.formulas == 0)
    #expect(sheet.links == [:])
    #expect(sheet.rows.dropFirst().map { $0[0] } == Tables.hostile.indices.map { "row-\($0)" })
  }

  @Test func libreOfficeReadsTheSame() throws {
    let titles = Tables.hostile.filter { !$0.isEmpty }
    let records = try Spreadsheet.libreOfficeRecords(
      file([Tables.table(titles), Tables.table(["x"], locale: "ar-SA", direction: .rightToLeft)]))
    #expect(records.keys.sorted() == ["RACI", "ar-SA", "en-US", Self.record])
    #expect(records["en-US"]?.dropFirst().map { $0[3] } == titles)
    #expect(records["en-US"]?.dropFirst().map { $0[4] } == titles.map { _ in "RA" })
    #expect(records["ar-SA"]?.last?.prefix(6) == ["row-0", "Roles", "Ours", "x", "RA", ""])
  }

  @Test func aTextPastTheLimitEndsInAnEllipsis() throws {
    let sheet = try #require(
      try sheets([Tables.table([String(repeating: "가", count: 40_000)])]).first)
    #expect(sheet.rows[1][3] == String(repeating: "가", count: 32_766) + "…")
  }

  @Test func theSheetIsMadeForReading() throws {
    let sheet = try #require(try sheets([Tables.table(["One", "Two", "Three"])]).first)
    #expect(
      sheet.rows[0] == [
        "ID", "Document", "Section", "Responsibility", "Provider", "Customer", "State", "URL",
      ])
    #expect(
      sheet.rows[2] == [
        "row-1", "Roles", "Ours", "Two", "RA", "I", "Current", "/en-US/roles/#row-1",
      ])
    #expect(sheet.freeze == "E2")
    #expect(sheet.filter == "A1:H4")
    #expect(sheet.repeated == "$1:$1")
    #expect(!sheet.isRightToLeft)
    #expect(sheet.italic == ["E3", "F3", "E4"])
    #expect(sheet.rules.map(\.text) == ["A", "R", "C", "I"])
    #expect(sheet.rules.map(\.area) == Array(repeating: "E2:F4", count: 4))
    #expect(Set(sheet.rules.map(\.fill)).count == 4)
  }

  @Test func widthsSuitTheText() throws {
    func width(_ title: String) throws -> Double {
      let sheet = try #require(try sheets([Tables.table([title])]).first)
      return try #require(sheet.widths["D"])
    }
    let latin = try width("twenty letters, five")
    #expect(latin > 20 && latin < 24)
    #expect(try width("열 글자 로 된 제목임") > 18)
    #expect(try width("스무글자로된제목은두배로넓어야한다") > 32)
    #expect(try width(String(repeating: "long ", count: 100)) < 50)
    #expect(try width("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}") < 20)
  }

  @Test func aLocaleHasASheetAndALegend() throws {
    let found = try sheets([
      Tables.table(["One"]), Tables.table(["واحد"], locale: "ar-SA", direction: .rightToLeft),
    ])
    #expect(found.map(\.name) == ["en-US", "ar-SA", "RACI"])
    #expect(found.map(\.isRightToLeft) == [false, true, false])
    let legend = try #require(found.last)
    #expect(legend.rows[0] == ["en-US", "en-US", "Guide"])
    #expect(legend.rows[1] == ["R", "Does", "Does it."])
    #expect(legend.rows[5] == ["RACI", "for this row", ""])
    #expect(legend.rows[6] == ["RACI", "for the section", ""])
    #expect(legend.italic == ["A7", "A15"])
    let arabic = try sheets([Tables.table([], locale: "ar-SA", direction: .rightToLeft)])
    #expect(arabic.map(\.isRightToLeft) == [true, true])
    #expect(arabic[0].rows.count == 1)
  }

  @Test func rowsLeadToTheirPages() throws {
    let site = "https://guide.example"
    let path = "/b/%ED%95%9C/"
    let sheet = try #require(
      try sheets([Tables.table(["One", "Two"], siteURL: site, path: path)]).first)
    #expect(sheet.links == ["H2": site + path + "#row-0", "H3": site + path + "#row-1"])
    #expect(sheet.rows.map { $0[7] } == ["URL", sheet.links["H2"], sheet.links["H3"]])
    let long = "/" + String(repeating: "a", count: 2_079) + "/"
    let unlinked = try #require(
      try sheets([Tables.table(["One"], siteURL: site, path: long)]).first)
    #expect(unlinked.links == [:])
    #expect(unlinked.rows[1][7] == site + long + "#row-0")
  }

  /// The sheet's XML is counted: openpyxl takes minutes for so many links.
  @Test func moreLinksThanExcelTakesAreText() throws {
    let titles = (0..<66_000).map { "Row \($0)" }
    let count = """
      import re, sys, zipfile
      xml = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml").decode()
      print(xml.count("<row "), xml.count("<hyperlink "), '<hyperlink ref="H65531"' in xml)
      print(*re.findall('r="H6553[12]".*?<t>(.*?)</t>', xml))
      """
    let file = try file([Tables.table(titles, siteURL: "https://guide.example")])
    let result = try run(URL(filePath: "/usr/bin/python3"), ["-c", count, file.path])
    #expect(
      result.output == """
        66001 65530 True
        https://guide.example/en-US/roles/#row-65529 https://guide.example/en-US/roles/#row-65530

        """, "\(result.errors)")
  }

  /// ZIP counts time in steps of two seconds.
  @Test(arguments: [3, 25_000]) func theSameBytesAtAnyTime(rowCount: Int) async throws {
    let tables = [Tables.table((0..<rowCount).map { "Row \($0)" }, siteURL: "https://x.example")]
    let first = try MatrixWorkbook(tables).bytes()
    try await Task.sleep(for: .milliseconds(2_100))
    let later = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 { group.addTask { try MatrixWorkbook(tables).bytes() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(later.count == 4)
    #expect(later.allSatisfy { $0 == first })
  }
}
