import Foundation
import TestSupport
import Testing

/// `rolebook export`, and the files that a build makes of the matrix.
@Suite struct ExportTests {
  /// The matrix in a form: each row's id with its parties' letters.
  private typealias Facts = [[String]]

  /// The bundled guide, or one of real translations.
  private func guide(adopting seeds: URL? = nil) throws -> GuideFolder {
    let guide = try GuideFolder([:])
    if let seeds {
      let made = try guide.rolebook(["init", "adopted", "--from", seeds.path])
      try #require(made.status == 0, "\(made.errors)")
      try FileManager.default.moveItem(
        at: guide.folder.file("adopted/content"), to: guide.folder.file("content"))
    } else {
      try guide.folder.copy(Project.content, to: "content")
    }
    return guide
  }

  /// A number before the title may have the row's anchor; the title's own one counts more.
  @Test(arguments: [
    ("<a name=\"open\"></a>1 | Door", "open"), ("1 {#open} | Door", "open"),
    ("A-1 <a id=\"open\"></a> | Door", "open"), ("1 | <a name=\"open\"></a>Door", "open"),
    ("<a name=\"n1\"></a>1 | Door {#open}", "open"), ("1 | Door", "door"),
  ])
  func rowsTakeTheirIDsFromColumnsOfNumbers(cells: String, id: String) throws {
    let guide = try GuideFolder([
      "guide.yml": "source_locale: en\nlocales: [en]\nparties: [it, desk]\n",
      "en/locale.yml": "title: T\nparties: {it: IT, desk: Desk}\n",
      "raci/roles.yml": "table: letters\n",
      "en/roles.md": "# Roles\n\nNo. | Task | IT | Desk\n--- | --- | --- | ---\n\(cells) | RA | C\n"
        + "2 | Window | R | A\n",
    ])
    let result = try guide.rolebook(["export", "--format", "csv"])
    #expect(result.output.contains("\"\(id)\",\"Roles\",\"Roles\",\"Door\",\"RA\",\"C\""))
  }

  private func export(_ guide: GuideFolder, _ format: String, _ locale: String) throws -> URL {
    let name = "exported/\(locale).\(format)"
    try guide.folder.write("old", to: name)
    let result = try guide.rolebook(
      ["export", "--quiet", "--format", format, "--locale", locale, "--output", name])
    try #require(result.status == 0, "\(result.errors)")
    return guide.folder.file(name)
  }

  private func jsonFacts(_ file: URL) throws -> Facts {
    let matrix = try JSONDecoder().decode(MatrixFacts.self, from: Data(contentsOf: file))
    return matrix.rows.map { row in
      [row.id] + matrix.parties.map { row.assignments[$0.id]?.letters ?? "" }
    }
  }

  private func tableFacts(_ rows: [[String]], parties: Int) -> Facts {
    rows.dropFirst().map { [$0[0]] + $0[4..<(4 + parties)] }
  }

  /// No cell of these guides contains an escaped pipe.
  private func markdownRows(_ file: URL) throws -> [[String]] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("|") }.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces).replacing("*", with: "") }
    }
    return Array(rows.prefix(1) + rows.dropFirst(2))
  }

  private func expectAgreement(_ guide: GuideFolder, _ locales: [String]) throws {
    let workbook = guide.folder.file("all.xlsx")
    let result = try guide.rolebook(
      ["export", "--format", "xlsx", "--quiet", "--output", workbook.path])
    try #require(result.status == 0, "\(result.errors)")
    let sheets = try Spreadsheet.sheets(workbook)
    #expect(sheets.map(\.name) == locales + ["RACI", "rolebook"])
    #expect(sheets.allSatisfy { $0.formulas == 0 })
    let byLibreOffice = try Spreadsheet.libreOfficeRecords(workbook)
    for (locale, sheet) in zip(locales, sheets) {
      let facts = try jsonFacts(export(guide, "json", locale))
      let parties = try #require(facts.first).count - 1
      #expect(facts.count == 15)
      #expect(facts.allSatisfy { $0.dropFirst().contains { $0.contains("A") } })
      let csv = try Spreadsheet.records(export(guide, "csv", locale))
      #expect(tableFacts(csv, parties: parties) == facts)
      #expect(tableFacts(sheet.rows, parties: parties) == facts)
      #expect(sheet.rows == csv, "\(locale): the sheet is what the CSV is")
      #expect(byLibreOffice[locale] == csv, "\(locale): as LibreOffice shows it")
      let markdown = try markdownRows(export(guide, "markdown", locale))
      #expect(tableFacts(markdown, parties: parties) == facts)
      let own = try #require(try Spreadsheet.sheets(export(guide, "xlsx", locale)).first)
      #expect(own.rows == sheet.rows)
      #expect(own.isRightToLeft == (locale == "ar-SA"))
    }
  }

  @Test func allFormsOfTheBundledGuideAgree() throws {
    let locales = [
      "en-US", "de-DE", "fr-FR", "ko-KR", "sv-SE", "zh-CN", "ar-SA", "es-ES", "ja-JP", "pt-BR",
    ]
    try expectAgreement(try guide(), locales)
  }

  @Test(.needsShared) func allFormsOfRealTranslationsAgree() throws {
    let seeds = try #require(Project.shared).appending(path: "seeds")
    try expectAgreement(
      try guide(adopting: seeds), ["zh-CN", "de-DE", "fr-FR", "ko-KR", "sv-SE"])
  }

  @Test func aBuildPublishesWhatIsExported() throws {
    let guide = try guide()
    let built = try guide.rolebook(["build", "--quiet"])
    try #require(built.status == 0, "\(built.errors)")
    for format in ["csv", "xlsx", "json"] {
      let published = try Data(
        contentsOf: guide.folder.file("public/de-DE/matrix.\(format)"))
      #expect(try Data(contentsOf: export(guide, format, "de-DE")) == published)
    }
    let all = guide.folder.file("all.xlsx")
    _ = try guide.rolebook(["export", "--format=xlsx", "--output=\(all.path)"])
    #expect(
      try Data(contentsOf: all) == Data(contentsOf: guide.folder.file("public/matrix.xlsx")))
    let page = try guide.page("de-DE/matrix/index.html")
    let targets = page.elements("a").compactMap { $0["href"] }
    for path in ["/de-DE/matrix.xlsx", "/matrix.xlsx", "/de-DE/matrix.csv"] {
      #expect(targets.contains(path))
    }
    let home = try guide.page("ar-SA/index.html").elements("a").compactMap { $0["href"] }
    #expect(home.contains("/ar-SA/matrix.xlsx"))
  }

  @Test func theSourceGoesToStandardOutput() throws {
    let guide = try guide()
    for arguments in [[], ["--output", "-"]] {
      let result = try guide.rolebook(["export", "--format", "markdown"] + arguments)
      #expect(result.status == 0)
      #expect(result.errors == "")
      #expect(result.output.hasPrefix("# RACI matrix · "))
    }
    let csv = try guide.rolebook(["export", "--format", "csv", "--base-path", "/guides"])
    #expect(csv.output.hasPrefix("\u{FEFF}\"ID\",\"Document\",\"Section\","))
    #expect(csv.output.contains(",\"/guides/en-US/roles-and-responsibilities/#printing\"\r\n"))
  }

  @Test(arguments: [
    ([], "'export' needs '--format': csv, xlsx, json, markdown, oscal, html, or docx"),
    (
      ["--format", "jsn"],
      "'--format' takes csv, xlsx, json, markdown, oscal, html, or docx, not 'jsn'; did you mean 'json'?"
    ),
    (
      ["--format", "csv", "--locale", "en-UK"],
      "the guide has no locale 'en-UK'; did you mean 'en-US'?"
    ),
    (["--format", "csv", "file"], "unexpected argument 'file'"),
  ]) func argumentsThatMakeNoSense(arguments: [String], message: String) throws {
    let result = try GuideFolder().rolebook(["export"] + arguments)
    #expect(result.status == 2)
    #expect(result.errors == "rolebook: \(message)\nTry 'rolebook --help'.\n")
    #expect(result.output == "")
  }

  /// `script` runs a command on a terminal of its own.
  @Test func aTerminalGetsNoWorkbook() throws {
    let guide = try GuideFolder()
    let program = try Project.executable().path
    let result = try run(
      URL(filePath: "/usr/bin/script"),
      ["-qec", "'\(program)' export --format xlsx", "/dev/null"], in: guide.folder.url)
    #expect(result.status == 2)
    #expect(result.output.contains("'xlsx' is not text; use '--output FILE'"))
    #expect(!result.output.contains("PK"))
  }

  @Test func aGuideWithErrorsIsNotExported() throws {
    let guide = try GuideFolder()
    try guide.folder.write("source_locale: [", to: "content/guide.yml")
    try guide.folder.write("old", to: "matrix.csv")
    let result = try guide.rolebook(["export", "--format", "csv", "--output", "matrix.csv"])
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("content/guide.yml:2:1: error: "))
    #expect(result.errors.hasSuffix("; nothing was exported\n"))
    #expect(try guide.folder.read("matrix.csv") == "old")
  }

  @Test func aFileThatCannotBeWrittenIsAFailure() throws {
    let guide = try GuideFolder()
    for output in ["nowhere/matrix.csv", "content", "/dev/full"] {
      let result = try guide.rolebook(["export", "--format", "csv", "--output", output])
      #expect(result.status == 3, "\(output)")
      #expect(result.errors.hasPrefix("rolebook: error: "))
      #expect(result.errors.contains("'\(output)'"))
    }
    let full = try run(
      URL(filePath: "/bin/sh"),
      ["-c", "'\(try Project.executable().path)' export --format csv > /dev/full"],
      in: guide.folder.url)
    #expect(full.status == 3)
    #expect(full.errors.contains("cannot write to standard output: "))
    let missing = try guide.rolebook(
      ["export", "--format", "xlsx", "--output", "m.xlsx"],
      environment: ["TMPDIR": guide.folder.file("nowhere").path])
    #expect(missing.status == 3)
    #expect(missing.errors.contains("cannot make the spreadsheet: "))
    #expect(try FolderContents(of: guide.folder.url).paths.allSatisfy { $0.hasPrefix("content/") })
  }

  @Test func aLinkedFileStaysALink() throws {
    let guide = try GuideFolder()
    try guide.folder.write("old", to: "kept/matrix.csv")
    let link = guide.folder.file("matrix.csv")
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: guide.folder.file("kept/matrix.csv"))
    let result = try guide.rolebook(["export", "--format", "csv", "--output", "matrix.csv"])
    #expect(result.status == 0)
    #expect(result.errors == "matrix.csv: 0 responsibilities\n")
    let written = try Data(contentsOf: guide.folder.file("kept/matrix.csv"))
    #expect(written.starts(with: Array("\u{FEFF}\"ID\",".utf8)))
    let attributes = try FileManager.default.attributesOfItem(atPath: link.path)
    #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  @Test func nothingIsLeftInTheTemporaryFolder() throws {
    let guide = try guide()
    try FileManager.default.createDirectory(
      at: guide.folder.file("temporary"), withIntermediateDirectories: true)
    let result = try guide.rolebook(
      ["build", "--quiet"], environment: ["TMPDIR": guide.folder.file("temporary").path])
    #expect(result.status == 0)
    #expect(try FolderContents(of: guide.folder.file("temporary")).paths == [])
  }
}
