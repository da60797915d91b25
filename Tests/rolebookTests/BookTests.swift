import Foundation
import TestSupport
import Testing

/// The whole guide as one page, one HTML file, and one document for Word.
@Suite struct BookTests {
  private func guide() throws -> GuideFolder {
    let guide = try GuideFolder([:])
    try guide.folder.copy(Project.content, to: "content")
    return guide
  }

  private func matrix(_ guide: GuideFolder, _ locale: String) throws -> MatrixFacts {
    let json = try guide.rolebook(["export", "--quiet", "--format", "json", "--locale", locale])
    return try JSONDecoder().decode(MatrixFacts.self, from: Data(json.output.utf8))
  }

  @Test func thePageToPrintHasEverything() throws {
    let guide = try guide()
    let built = try guide.rolebook(["build", "--quiet", "--date", "2026-01-31"])
    try #require(built.status == 0, "\(built.errors)")
    for (locale, day) in [("en-US", "January 31, 2026"), ("ar-SA", "2026"), ("ko-KR", "2026")] {
      let text = try guide.folder.read("public/\(locale)/print.html")
      let page = HTMLPage(Data(text.utf8))
      let ids = Set(page.ids.map(\.id))
      #expect(ids.count == page.ids.count, "\(locale): an id is there twice")
      for link in page.elements("a").compactMap({ $0["href"] }) where link.hasPrefix("#") {
        let target = link.dropFirst().removingPercentEncoding ?? ""
        #expect(ids.contains(target), "\(locale): \(link)")
      }
      let root = try #require(page.elements("html").first)
      #expect(root["data-print-date"]?.contains(day) == true)
      #expect(root["data-print-title"]?.isEmpty == false)
      #expect(page.elements("time").first?["datetime"] == "2026-01-31")
      for key in ["index", "roles-and-responsibilities", "getting-help", "reading-the-matrix"] {
        #expect(page.elements("article").contains { $0["id"] == key }, "\(locale): \(key)")
      }
      for row in try matrix(guide, locale).rows {
        #expect(ids.contains("//matrix/roles-and-responsibilities//\(row.id)"))
        #expect(ids.contains("roles-and-responsibilities//\(row.id)"))
      }
      // Links between documents lead to places on the page.
      #expect(text.contains("href=\"#roles-and-responsibilities//printing"))
    }
    let page = try guide.page("en-US/index.html").elements("a").compactMap { $0["href"] }
    #expect(page.contains("/en-US/print.html"))
  }

  @Test func onlyASaidDateIsInTheSite() throws {
    let guide = try GuideFolder()
    _ = try guide.rolebook(["build"])
    let plain = try guide.folder.read("public/en-US/print.html")
    #expect(!plain.contains("data-print-date"))
    #expect(plain.contains("<span class=\"book-date\" hidden>"))
    _ = try guide.rolebook(["build"], environment: ["SOURCE_DATE_EPOCH": "0"])
    #expect(try guide.folder.read("public/en-US/print.html") == plain)
    _ = try guide.rolebook(["build", "--date", "1970-01-01"])
    #expect(try guide.folder.read("public/en-US/print.html").contains("January 1, 1970"))
  }

  @Test func aGuideThatIsTooLargeSaysSo() throws {
    var files = GuideFolder.plain
    for number in 0..<100 {
      files["en-US/page-\(number).md"] = "# Page \(number)\n\nText \(number).\n"
    }
    let guide = try GuideFolder(files)
    _ = try guide.rolebook(["build"])
    let page = try guide.folder.read("public/en-US/print.html")
    #expect(page.contains("The guide is too large for one page."))
    #expect(!page.contains("Text 7."))
    _ = try guide.rolebook(["build", "--exports", "all"])
    #expect(try guide.folder.read("public/en-US/print.html").contains("Text 99."))
    let exported = try guide.rolebook(["export", "--format", "html"])
    #expect(exported.output.contains("Text 99."))
  }

  @Test func theHTMLFileNeedsNoOther() throws {
    var files = GuideFolder.plain
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"
    files["en-US/plan.svg"] = picture
    files["en-US/index.md"] =
      "# Home\n\n![Plan](plan.svg) [notes](notes.txt) [Other](other.md#part)\n"
    files["en-US/notes.txt"] = "Notes.\n"
    files["en-US/other.md"] = "# Other\n\n## Part\n\nThe part[^1].\n\n[^1]: A note.\n"
    let guide = try GuideFolder(files)
    let html = try guide.rolebook(["export", "--format", "html", "--date", "2026-05-01"])
    #expect(html.status == 0, "\(html.errors)")
    let page = HTMLPage(Data(html.output.utf8))
    let data = Data(picture.utf8).base64EncodedString()
    #expect(page.elements("img").map { $0["src"] } == ["data:image/svg+xml;base64,\(data)"])
    #expect(page.elements("link").isEmpty)
    #expect(page.elements("script").isEmpty)
    let links = page.elements("a").compactMap { $0["href"] }
    #expect(links.allSatisfy { $0.hasPrefix("#") }, "\(links)")
    #expect(links.contains("#other//part"))
    #expect(html.output.contains("May 1, 2026"))
    files["guide.yml", default: ""] += "site_url: https://guide.example\n"
    let placed = try GuideFolder(files).rolebook(["export", "--format", "html"])
    #expect(placed.output.contains("href=\"https://guide.example/en-US/notes.txt\""))
  }

  /// A document of Word's as LibreOffice converts it.
  private func converted(_ file: URL, to ending: String) throws -> URL {
    let folder = file.deletingLastPathComponent()
    let result = try run(
      URL(filePath: "/usr/bin/env"),
      [
        "soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)",
        "--headless", "--convert-to", ending, "--outdir", folder.path, file.path,
      ], in: folder, environment: ["HOME": folder.path])
    try #require(result.status == 0, "\(result.errors)")
    let name = ending.split(separator: ":").first.map(String.init) ?? ending
    return file.deletingPathExtension().appendingPathExtension(name)
  }

  @Test(arguments: ["en-US", "ar-SA", "ko-KR"])
  func wordHasTheRowsAndTheirLetters(locale: String) throws {
    let guide = try guide()
    let arguments = ["export", "--format", "docx", "--locale", locale, "--date", "2026-01-31"]
    let result = try guide.rolebook(arguments + ["--output", "guide.docx"])
    try #require(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("guide.docx: 4 documents, 15 responsibilities"))
    let again = try guide.rolebook(arguments + ["--jobs", "1", "--output", "again.docx"])
    try #require(again.status == 0)
    let file = guide.folder.file("guide.docx")
    #expect(try Data(contentsOf: file) == Data(contentsOf: guide.folder.file("again.docx")))
    let matrix = try matrix(guide, locale)
    let expected: [[String]] = matrix.rows.map { row in
      let letters = matrix.parties.map { row.assignments[$0.id]?.letters ?? "" }
      return [row.title] + letters
    }
    let tables = try tables(file)
    let rows = tables.map { table in Array(table.filter { $0.count > 1 }.dropFirst()) }
    #expect(rows.contains(expected))
    guard Self.hasWriter else { return }
    let text = try String(
      contentsOf: converted(file, to: "txt:Text (encoded):UTF8"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).replacing("\u{FEFF}", with: "") }
    // LibreOffice writes a cell a line.
    for row in expected {
      let isThere = lines.indices.contains { start in
        let end = start + row.count
        return end <= lines.count && lines[start..<end].elementsEqual(row)
      }
      #expect(isThere, "\(locale): \(row)")
    }
    let pdf = try Data(contentsOf: converted(file, to: "pdf"))
    #expect(pdf.starts(with: Data("%PDF-".utf8)))
    #expect(pdf.count > 20_000)
  }

  /// Whether LibreOffice can open texts here, and not spreadsheets only.
  private static let hasWriter = FileManager.default.fileExists(
    atPath: "/usr/lib/libreoffice/program/libswlo.so")

  /// The tables of a document of Word's: each cell's text, row by row.
  private func tables(_ file: URL) throws -> [[[String]]] {
    let script = """
      import json, sys, zipfile
      from xml.etree import ElementTree
      w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
      root = ElementTree.fromstring(zipfile.ZipFile(sys.argv[1]).read("word/document.xml"))
      print(json.dumps([[["".join(t.text or "" for t in cell.iter(w + "t")) for cell in row.iter(w + "tc")]
          for row in table.iter(w + "tr")] for table in root.iter(w + "tbl")]))
      """
    let result = try run(URL(filePath: "/usr/bin/env"), ["python3", "-c", script, file.path])
    try #require(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode([[[String]]].self, from: Data(result.output.utf8))
  }

  @Test func oneDocumentIsExported() throws {
    let guide = try guide()
    for name in ["getting-help", "getting-help.md", "content/en-US/getting-help.md"] {
      let html = try guide.rolebook(["export", "--format", "html", "--document", name])
      #expect(html.status == 0, "\(html.errors)")
      let page = HTMLPage(Data(html.output.utf8))
      #expect(page.elements("article").map { $0["id"] } == ["getting-help"])
      #expect(!page.ids.contains { $0.id == "//matrix" })
    }
    let roles = try guide.rolebook(
      ["export", "--format", "html", "--document", "roles-and-responsibilities"])
    #expect(roles.output.contains("id=\"//matrix/roles-and-responsibilities//printing\""))
    for (arguments, message) in [
      (["--format", "html", "--document", "geting-help"], "did you mean 'getting-help'"),
      (["--format", "csv", "--document", "index"], "'--document' needs '--format html'"),
      (["--format", "docs"], "did you mean 'docx'"),
    ] {
      let result = try guide.rolebook(["export"] + arguments)
      #expect(result.status == 2)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }

  @Test func hostileTextStaysText() throws {
    let hostile = "<script>alert(1)</script> & \"]]>\" 'x' </w:t> %PDF"
    var files = GuideFolder.plain
    files["en-US/locale.yml"] = """
      title: '\(hostile.replacing("'", with: "''"))'
      parties: {provider: {name: '\(hostile.replacing("'", with: "''"))'}}
      """
    let cell = "`\(hostile)`".replacing("|", with: "\\|")
    files["en-US/roles.md"] =
      "# Roles \(cell)\n\n## Ours\n\nTask | Text\n--- | ---\n\(cell) | \(cell)\n"
    files["raci/roles.yml"] = "sections: {ours: {raci: {provider: RA}}}\n"
    let guide = try GuideFolder(files)
    let html = try guide.rolebook(["export", "--format", "html"])
    #expect(html.status == 0, "\(html.errors)")
    #expect(HTMLPage(Data(html.output.utf8)).elements("script").isEmpty)
    let docx = try guide.rolebook(["export", "--format", "docx", "--output", "a.docx"])
    #expect(docx.status == 0, "\(docx.errors)")
    guard Self.hasWriter else { return }
    let text = try String(
      contentsOf: converted(guide.folder.file("a.docx"), to: "txt:Text (encoded):UTF8"),
      encoding: .utf8)
    #expect(text.components(separatedBy: hostile).count > 4, "\(text)")
  }
}
