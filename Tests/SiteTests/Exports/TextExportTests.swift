import Foundation
import Site
import TestSupport
import Testing

/// The forms that are text.
@Suite struct TextExportTests {
  private func text(_ titles: [String], _ format: ExportFormat) throws -> String {
    String(decoding: try Tables.table(titles).bytes(as: format), as: UTF8.self)
  }

  @Test func anotherProgramReadsTheCSV() throws {
    let folder = try TemporaryFolder()
    let bytes = try Tables.table(Tables.hostile).bytes(as: .csv)
    #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    try folder.write(Data(bytes), to: "matrix.csv")
    let records = try Spreadsheet.records(folder.file("matrix.csv"))
    let titles = Tables.hostile.map { title in
      title.first.map("=+-@\t".contains) ?? false ? "'" + title : title
    }
    #expect(records.dropFirst().map { $0[3] } == titles)
    #expect(records.allSatisfy { $0.count == 8 })
    let second = Array(records[2].prefix(2) + records[2].suffix(4))
    #expect(second == ["row-1", "Roles", "RA", "I", "Current", "/en-US/roles/#row-1"])
  }

  @Test func markdownIsATable() throws {
    #expect(
      try text(["Apps", "a|b"], .markdown) == """
        # Matrix of Guide

        | ID | Document | Section | Responsibility | Provider | Customer | State |
        | --- | --- | --- | --- | :-: | :-: | --- |
        | row-0 | Roles | Ours | [Apps](/en-US/roles/#row-0) | RA |  | Current |
        | row-1 | Roles | Ours | [a\\|b](/en-US/roles/#row-1) | *RA* | *I* | Current |

        - **R** Does: Does it.
        - **A** Answers: raci\\_a\\_description
        - **C** Is asked: raci\\_c\\_description
        - **I** Is told: raci\\_i\\_description
        - *RACI*: for the section

        """)
  }

  /// cmark-gfm is what the tables of GitHub are rendered with.
  @Test func aRendererShowsTheTitles() throws {
    let folder = try TemporaryFolder()
    try folder.write(try text(Tables.hostile, .markdown), to: "matrix.md")
    let html = try run(
      URL(filePath: "/usr/bin/cmark-gfm"), ["-e", "table", folder.file("matrix.md").path]
    ).output
    let rows = html.split(separator: "<tr>").dropFirst(2).map { row in
      row.split(separator: "</td>").first { $0.contains("<a href") }
        .map { String($0.drop { $0 != ">" }.dropFirst()) } ?? ""
    }
    let titles = rows.map { row in
      row.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
    #expect(titles == Tables.hostile.map { $0.replacing(/[\n\t]/, with: " ") })
  }
}
