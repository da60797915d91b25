import Foundation
import TestSupport
import Testing

/// Attack vectors in what other programs read: CSV, workbooks, JSON, findings.
@Suite struct DataSinkTests {
  private static let formulaStarts: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "\n"]

  @Test func dataHoldsTextAndNothingElse() throws {
    let site = try HostileSite()
    try #require(site.result.status == 0, "\(site.result.errors)")
    let contents = try FolderContents(of: site.folder.file("public"))
    for path in contents.paths where path.hasSuffix(".json") {
      let bytes = try #require(contents.files[path])
      #expect(throws: Never.self, "\(path)") { try JSONSerialization.jsonObject(with: bytes) }
    }
    for locale in ["en-US", "de-DE"] {
      let file = site.folder.file("public/\(locale)/matrix.csv")
      let cells = try Spreadsheet.records(file).joined()
      #expect(cells.count > 5_000)
      let formulas = cells.filter { cell in
        cell.unicodeScalars.first.map { Self.formulaStarts.contains(Character($0)) } ?? false
      }
      #expect(formulas == [])
    }
    for path in ["matrix.xlsx", "en-US/matrix.xlsx"] {
      let sheets = try Spreadsheet.sheets(site.folder.file("public/" + path))
      #expect(sheets.reduce(0) { $0 + $1.formulas } == 0)
      #expect(sheets.contains { $0.rows.joined().contains { $0.contains("=cmd|") } })
      let links = sheets.flatMap(\.links.values)
      let foreign = links.filter {
        !$0.hasPrefix("https://intranet.example/") && !$0.hasPrefix("#")
      }
      #expect(foreign == [])
    }
  }

  @Test(arguments: ["text", "json", "sarif", "github"])
  func findingsCannotDriveATerminal(format: String) throws {
    let site = try HostileSite()
    let result = try MeasuredCommand(
      try Project.executable(), ["check", "--format", format], in: site.folder.url)
    let printed = result.said
    if format == "json" || format == "sarif" {
      let object = printed.split(separator: "\n").first { $0.hasPrefix("{") }
      let bytes = Data(try #require(object).utf8)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: bytes) }
    } else {
      expectHarmless(printed)
    }
    if format == "github" {
      let commands = printed.split(separator: "\n").filter { $0.hasPrefix("::") }
      #expect(!commands.isEmpty)
      #expect(
        commands.allSatisfy { $0.hasPrefix("::warning file=") || $0.hasPrefix("::error file=") })
    }
  }

  /// Settings with vectors in place of names and paths are refused, harmlessly.
  @Test func settingsAreRefused() throws {
    var texts = ""
    for vector in AttackVector.all { texts += "  - \(yaml(vector.text))\n" }
    for key in [
      "locales", "parties", "source_locale", "base_path", "site_url", "links", "fallback",
    ] {
      let guide = try HostileGuide([
        "content/guide.yml": "source_locale: en-US\nlocales: [en-US, de-DE]\n\(key):\n\(texts)"
      ])
      let result = try guide.build()
      #expect(result.status == 1, "\(key)")
      expectHarmless(result.said)
    }
    for vector in AttackVector.all where vector.technique != .direction {
      if !Torture.isFull, vector.text.utf8.count % 5 != 0 { continue }
      let text = yaml(vector.text)
      let guide = try HostileGuide([
        "content/guide.yml": "source_locale: en-US\nlocales: [en-US, de-DE]\nbase_path: \(text)\n"
          + "site_url: \(text)\n"
      ])
      let result = try guide.build()
      expectHarmless(result.said)
      let page = (try? guide.folder.read("public/en-US/index.html")) ?? ""
      #expect(!page.contains("fired()"), "\(text)")
    }
  }
}
