import Foundation
import TestSupport
import Testing

/// A site's signs of changes in the source: beside rows, in `guide.json` and on `/status/`.
@Suite struct StatusTests {
  private static let documents = ["apps", "fax", "mail", "print"]

  private static func table(_ head: String, _ text: String) -> String {
    let rows = documents.map { "<a name=\"\($0)\"></a>\($0.capitalized) | \(text) \($0).\n" }
    return "# \(head)\n\n## \(head)\n\nRow | Text\n--- | ---\n" + rows.joined()
  }

  /// A guide whose German translation is stamped, and then left behind in one row of each kind.
  private static func changed() throws -> GuideFolder {
    var files = GuideFolder.plain
    files["guide.yml"] = """
      source_locale: en-US
      locales: [en-US, de-DE, fr-FR, sv-SE, de-AT]
      fallback: {de-AT: [de-DE]}
      parties: [provider, customer]

      """
    let names = "title: Guide\nparties: {provider: Provider, customer: Customer}\n"
    for locale in ["en-US", "de-DE", "fr-FR", "sv-SE", "de-AT"] {
      files["\(locale)/locale.yml"] = names
    }
    let raci = "sections: {roles: {raci: {provider: RA}, responsibilities: "
    files["raci/roles.yml"] = raci + "{apps: {}, fax: {}, mail: {}, print: {}}}}\n"
    files["en-US/roles.md"] = table("Roles", "About")
    files["de-DE/roles.md"] = table("Rollen", "Zu")
    files["fr-FR/roles.md"] = table("Rôles", "Sur")
    files["de-DE/index.md"] = "# Start\n"
    files["fr-FR/index.md"] = "---\ntranslation: machine\n---\n# Accueil\n"
    let guide = try GuideFolder(files)
    let stamped = try guide.rolebook([
      "stamp", "content/de-DE/roles.md", "content/de-DE/index.md", "content/fr-FR/index.md",
    ])
    try #require(stamped.status == 0, "\(stamped.errors)")
    let source = table("Roles", "About").replacing("About fax", with: "On fax")
    try guide.folder.write(
      source + "<a name=\"scan\"></a>Scan | About scan.\n", to: "content/en-US/roles.md")
    try guide.folder.write(
      raci
        + "{apps: {}, fax: {}, mail: {raci: {provider: R, customer: A}}, print: {}, scan: {}}}}\n",
      to: "content/raci/roles.yml")
    let built = try guide.rolebook(["build", "--quiet"])
    try #require(built.status == 0, "\(built.errors)")
    return guide
  }

  private func notices(_ page: String) throws -> [String] {
    try HTMLText.elements(page, "class=\"row-notice row-notice-([a-z-]+)\">([^<]*)").map {
      "\($0[0]): \($0[1].trimmingCharacters(in: .whitespaces))"
    }
  }

  @Test func aDocumentMarksItsChangedRows() throws {
    let guide = try Self.changed()
    let wording = "wording: Diese Zeile hat sich im Original geändert, seit sie übersetzt wurde."
    let owner = "owner: Die Zuordnungen dieser Zeile haben sich geändert, seit sie übersetzt wurde."
    let advice = " Der Text nennt womöglich eine andere Partei."
    let page = try guide.folder.read("public/de-DE/roles/index.html")
    #expect(try notices(page) == [wording, owner + advice])
    #expect(
      page.contains("<a href=\"../../en-US/roles/#fax\" hreflang=\"en-US\">Original lesen</a>"))
    #expect(page.contains("Einige Zeilen dieser Seite haben sich im Original geändert"))
    #expect(page.contains("Neu im Original und noch nicht übersetzt:"))
    #expect(page.contains("<a href=\"../../en-US/roles/#scan\" hreflang=\"en-US\">Scan</a>"))
    let matrix = try guide.folder.read("public/de-DE/matrix/index.html")
    #expect(try notices(matrix) == [wording, owner, "new: Neu im Original"])
    let borrowed = try guide.folder.read("public/de-AT/roles/index.html")
    #expect(try notices(borrowed) == [wording, owner + advice])
    for quiet in ["en-US", "fr-FR"] {
      let page = try guide.folder.read("public/\(quiet)/roles/index.html")
      #expect(try notices(page) == [] && !page.contains("notice-new"), "\(quiet)")
    }
  }

  @Test func theGuideForMachinesKnowsEachRow() throws {
    let guide = try Self.changed()
    let data = try Data(contentsOf: guide.folder.file("public/guide.json"))
    let value = try JSONDecoder().decode(JSONValue.self, from: data)
    guard case .array(let rows) = value["responsibilities"] else {
      Issue.record("no responsibilities")
      return
    }
    func freshness(_ tag: String) -> [String?] {
      rows.map { $0["locales"][tag]["freshness"].string }
    }
    #expect(rows.compactMap { $0["id"].string } == ["apps", "fax", "mail", "print", "scan"])
    #expect(freshness("de-DE") == ["current", "wording", "owner", "current", "new"])
    #expect(
      freshness("fr-FR") == ["unstamped", "unstamped", "unstamped", "unstamped", nil])
    #expect(freshness("en-US") == [nil, nil, nil, nil, nil])
    let states = rows.map { $0["locales"]["de-DE"]["state"].string }
    #expect(states == ["current", "stale", "stale", "current", "missing"])
    let text = String(decoding: data, as: UTF8.self)
    #expect(
      text.contains(
        #""freshness":{"basis":"stamp","text_changed":false,"wording":1,"owner":1,"new":1}"#))
    let schema = JSONSchema(guide.folder.file("public/schemas/guide-index.schema.json"))
    #expect(try schema.violations(in: [guide.folder.file("public/guide.json")]).isEmpty)
  }

  @Test func theMapHasALocaleARowAndADocumentAColumn() throws {
    let guide = try Self.changed()
    let page = try guide.folder.read("public/status/index.html")
    let fields = try HTMLText.elements(
      page, "class=\"heat heat-([a-z]+) heat-level-([0-4])\" href=\"([^\"]*)\"")
    #expect(
      fields.map { $0.joined(separator: " ") } == [
        "current 0 ../en-US/", "current 0 ../en-US/roles/",
        "mixed 2 #_findings-de-DE", "current 0 ../de-DE/", "owner 2 #_findings-de-DE-2",
        "mixed 2 #_findings-fr-FR", "machine 0 ../fr-FR/", "incomplete 2 #_findings-fr-FR-2",
        "mixed 4 #_findings-sv-SE", "missing 4 #_findings-sv-SE-1", "missing 4 #_findings-sv-SE-2",
        "mixed 4 #_findings-de-AT", "fallback 2 #_findings-de-AT-1",
        "fallback 4 #_findings-de-AT-2",
      ])
    let parts = page.components(separatedBy: "<div class=\"heat-group\">")
    let german = try #require(parts.first { $0.contains("id=\"_findings-de-DE-2\"") })
    for id in ["changed-wording", "changed-owner", "responsibility-missing"] {
      #expect(german.contains("/\(id)</code>"), "\(id)")
    }
    #expect(german.contains("de-DE/roles.md:"))
  }

  /// With many documents, what is behind the map is on a page of each language.
  @Test func manyDocumentsHaveTheirFindingsOnPagesOfTheLanguages() throws {
    var files = GuideFolder.plain
    files["guide.yml"] = "source_locale: en-US\nlocales: [en-US, de-DE, fr-FR]\nparties: []\n"
    for locale in ["en-US", "de-DE", "fr-FR"] {
      files["\(locale)/locale.yml"] = "title: Guide\n"
      for number in 0..<200 where locale == "en-US" || number % 3 != 0 {
        files["\(locale)/area-\(number % 9)/service-\(number).md"] =
          "# Service \(number)\n\n[Broken](nowhere-\(number).md)\n"
      }
    }
    let guide = try GuideFolder(files)
    try #require(try guide.rolebook(["build", "--quiet"]).status == 0)
    let page = try guide.folder.read("public/status/index.html")
    #expect(page.utf8.count < 260_000, "\(page.utf8.count)")
    #expect(!page.contains("link/unresolved"))
    let german = try guide.folder.read("public/status/de-DE/index.html")
    #expect(german.matches(of: /link\/unresolved<\/code>/).count == 133)
    #expect(!german.contains("fr-FR/area"))
    let links = page.matches(of: /href="(fr-FR\/#[^"]*)"/).map { String($0.1) }
    let french = try guide.folder.read("public/status/fr-FR/index.html")
    #expect(links.count > 150)
    for link in links {
      #expect(french.contains("id=\"\(link.dropFirst("fr-FR/#".count))\""), "\(link)")
    }
    #expect(try SiteCrawler(guide.folder.file("public")).problems().map(\.description) == [])
  }

  @Test(arguments: [
    (1, 0, ["Service 0"]), (24, 0, (0..<24).map { "Service \($0)" }),
    (40, 4, ["Service 7", "39 more documents"]),
    (40, 0, ["Service 7", "39 more documents"]), (40, 40, ["Service 7", "39 more documents"]),
  ]) func manyDocumentsAreRowsOfWhatNeedsWork(count: Int, folders: Int, expected: [String]) throws {
    var files = GuideFolder.plain
    files["en-US/index.md"] = nil
    files["guide.yml"] = "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: []\n"
    for locale in ["en-US", "de-DE"] {
      files["\(locale)/locale.yml"] = "title: Guide\n"
      for number in 0..<count where locale == "en-US" || number != 7 {
        let folder = folders > 0 ? "area-\(number % folders)/" : ""
        files["\(locale)/\(folder)service-\(number).md"] = "# Service \(number)\n"
      }
    }
    let guide = try GuideFolder(files)
    try #require(try guide.rolebook(["build", "--quiet"]).status == 0)
    let page = try guide.folder.read("public/status/index.html")
    let heads = try HTMLText.elements(page, "<div class=\"heat-head\">(.*?)</div>").map {
      $0[0].replacing(/<[^>]*>/, with: "").trimmingCharacters(in: .whitespacesAndNewlines)
    }
    #expect(heads.first == "All documents")
    #expect(Array(heads.dropFirst()) == expected)
  }
}

/// Pieces of a page that tests look at.
private enum HTMLText {
  /// The groups of each match of a pattern.
  static func elements(_ page: String, _ pattern: String) throws -> [[String]] {
    let regex = try Regex(pattern).dotMatchesNewlines()
    return page.matches(of: regex).map { match in
      match.output.dropFirst().map { $0.substring.map(String.init) ?? "" }
    }
  }
}
