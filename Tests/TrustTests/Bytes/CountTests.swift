import Foundation
import TestSupport
import Testing

/// No responsibility is lost or doubled on its way from Markdown to any form.
@Suite struct CountTests {
  private struct Matrix: Decodable {
    let sections: [Section]

    struct Section: Decodable { let rows: [Row] }
    struct Row: Decodable { let id: String }
  }

  private struct Index: Decodable {
    let entries: [Entry]

    struct Entry: Decodable { let kind: String }
  }

  @Test(arguments: ["\n", "\r\n", "\u{FEFF}"])
  func formsAgree(ending: String) throws {
    let folder = try TemporaryFolder()
    for path in try FolderContents(of: Project.content).paths {
      let bytes = try Data(contentsOf: Project.content.appending(path: path))
      guard let text = String(data: bytes, encoding: .utf8) else {
        try folder.write(bytes, to: "content/" + path)
        continue
      }
      let changed = ending == "\u{FEFF}" ? ending + text : text.replacing("\n", with: ending)
      try folder.write(changed, to: "content/" + path)
    }
    let result = try run(try Project.executable(), ["build", "--strict"], in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    let plain = try TemporaryFolder()
    try plain.copy(Project.content, to: "content")
    try #require(try run(try Project.executable(), ["build"], in: plain.url).status == 0)
    let site = try FolderContents(of: folder.file("public"))
    #expect(try FolderContents(of: plain.file("public")).differences(from: site) == [])
    let markdown = try String(
      contentsOf: Project.content.appending(path: "raci/roles-and-responsibilities.yml"),
      encoding: .utf8)
    let declared = markdown.matches(of: /(?m)^      [a-z0-9-]+:/).count
    #expect(declared > 10)
    let workbook = try Spreadsheet.sheets(folder.file("public/matrix.xlsx"))
    let locales = site.paths.filter { $0.hasSuffix("/matrix.json") }.map {
      String($0.prefix { $0 != "/" })
    }
    #expect(locales.count == 10)
    for (number, locale) in locales.enumerated() {
      let decoder = JSONDecoder()
      let matrix = try decoder.decode(
        Matrix.self, from: try #require(site.files["\(locale)/matrix.json"]))
      let index = try decoder.decode(
        Index.self, from: try #require(site.files["\(locale)/search/index.json"]))
      let page = try #require(site.text("\(locale)/matrix/index.html"))
      let document = try #require(site.text("\(locale)/roles-and-responsibilities/index.html"))
      let counts = [
        "JSON": matrix.sections.reduce(0) { $0 + $1.rows.count },
        "search index": index.entries.count { $0.kind == "responsibility" },
        "CSV": try Spreadsheet.records(folder.file("public/\(locale)/matrix.csv")).count - 1,
        "workbook": workbook[number].rows.count - 1,
        "matrix page": page.matches(of: /<tr id="[^"]+--[^"]+">/).count,
        "document": document.matches(of: /<th scope="row" class="responsibility"/).count,
      ]
      for (form, count) in counts { #expect(count == declared, "\(form) in \(locale)") }
    }
  }
}
