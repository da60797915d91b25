import Foundation
import TestSupport
import Testing

/// The recipes of the manual do what they say.
@Suite struct HowToTests {
  /// The code blocks below a heading of `docs/manual/how-to.md`.
  private func blocks(_ language: String, below heading: String) throws -> [String] {
    let file = Project.root.appending(path: "docs/manual/how-to.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let sections = text.components(separatedBy: "\n## ")
    let section = try #require(sections.first { $0.hasPrefix(heading + "\n") })
    return section.components(separatedBy: "```").enumerated()
      .filter { $0.offset % 2 == 1 && $0.element.hasPrefix(language + "\n") }
      .map { String($0.element.dropFirst(language.count + 1)) }
  }

  /// Runs a recipe in a guide's folder; what it would do to `/srv/www` happens in `www`.
  private func shell(_ recipe: String, in guide: GuideFolder) throws -> RunningCommand.Result {
    let www = guide.folder.file("www").path
    let here = recipe.replacing("\"$SERVER:/srv/www/", with: "\"\(www)/")
      .replacing("/srv/www", with: www)
    return try DocumentationShell.run(here, in: guide.folder.url)
  }

  private func identities(_ folder: URL) throws -> [String: String] {
    var result: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.appending(path: path).path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      result[path] =
        "\(attributes[.systemFileNumber] ?? "") \(attributes[.modificationDate] ?? "")"
    }
    return result
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/rsync"), "needs rsync"))
  func publishingFromACIMachineTouchesWhatChanged() throws {
    let guide = try GuideFolder()
    let recipe = try #require(try blocks("sh", below: "Check and publish on a CI machine").first)
    try FileManager.default.createDirectory(
      at: guide.folder.file("www/guide"), withIntermediateDirectories: true)
    let first = try shell(recipe, in: guide)
    #expect(first.status == 0, "\(first.errors)")
    let published = try FolderContents(of: guide.folder.file("www/guide"))
    #expect(try guide.site().differences(from: published) == [])
    #expect(published.files["en-US/index.html.br"] != nil)
    let before = try identities(guide.folder.file("www/guide"))
    // Another machine has no site yet, and all its files are new.
    try FileManager.default.removeItem(at: guide.folder.file("public"))
    try guide.folder.write(
      "---\ntitle: Home\ndescription: A guide.\n---\n# Home\n\nHello.\n",
      to: "content/en-US/index.md")
    #expect(try shell(recipe, in: guide).status == 0)
    let after = try identities(guide.folder.file("www/guide"))
    let changed = after.filter { before[$0.key] != $0.value }.map(\.key)
    #expect(changed.contains("en-US/index.html"))
    #expect(!changed.contains("en-US/matrix/index.html"))
    #expect(!changed.contains { $0.hasPrefix("assets/") })
    let findings = try guide.folder.read("findings.sarif")
    #expect(findings.contains("\"2.1.0\""))
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/bin/systemd-analyze"), "needs systemd"))
  func systemdTakesTheUnits() throws {
    let units = try blocks("ini", below: "Build if a file changes")
    let folder = try TemporaryFolder()
    let program = try Project.executable().path
    for unit in units {
      let name = try #require(unit.firstMatch(of: /# (\S+)\n/)).1
      try folder.write(unit.replacing("/usr/bin/rolebook", with: program), to: String(name))
    }
    let files = ["rolebook.path", "rolebook.service"].map { folder.file($0).path }
    let result = try run(
      URL(filePath: "/usr/bin/systemd-analyze"), ["verify", "--man=no"] + files,
      environment: ["SYSTEMD_UNIT_PATH": folder.url.path + ":"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.errors.contains(folder.url.path), "\(result.errors)")
  }

  @Test func severitiesAndSuppressionsApply() throws {
    let heading = "Change a rule's severity"
    let weights = try #require(try blocks("yaml", below: heading).first)
    let comment = try #require(try blocks("markdown", below: heading).first)
    var files = GuideFolder.plain
    files["guide.yml", default: ""] += weights
    files["en-US/index.md", default: ""] += "\n" + comment
    #expect(try GuideFolder(files).rolebook(["check"]).output == "")
    files["en-US/index.md", default: ""] += "\nAnother: [this address](old.md).\n"
    let result = try GuideFolder(files).rolebook(["check"])
    #expect(result.status == 1)
    #expect(result.output.contains("error: "))
    #expect(result.output.components(separatedBy: "[link/unresolved]").count == 2)
  }

  @Test func anAnchorSettlesARow() throws {
    let row = try #require(
      try blocks("markdown", below: "See why rows were matched").first?.split(separator: "\n").last)
    var files = GuideFolder.plain
    files["guide.yml"] = "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: [provider]\n"
    files["de-DE/locale.yml"] = "title: Leitfaden\nparties: {provider: Anbieter}\n"
    files["raci/roles.yml"] =
      "sections: {ours: {raci: {provider: RA}, responsibilities: {backups: {}}}}\n"
    let head = "# Roles\n\n## Ours {#ours}\n\nRow | Text\n--- | ---\n"
    files["en-US/roles.md"] = head + "Backups | All data.\n"
    files["de-DE/roles.md"] = head + row + "\n"
    let result = try GuideFolder(files).rolebook(["check", "--explain"])
    #expect(result.output.contains("as 'backups', score 1.00\n  by the anchor"))
  }

  @Test func whatChangedIsSaid() throws {
    let guide = try GuideFolder()
    let git = """
      git init -q; git add content; commit() { git -c user.name=a -c user.email=a@localhost \
      commit -qm "$1"; }; commit first; git rm -q --cached content/en-US/index.md; commit second
      rolebook build --output /srv/www/guide
      """
    let recipes = try blocks("sh", below: "Publish what changed")
    #expect(recipes.count == 2)
    let result = try shell(([git] + recipes).joined(separator: "\n"), in: guide)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try guide.folder.read("changes.md") == "Nothing changed.\n")
    #expect(
      try guide.folder.read("www/guide/en-US/changes/index.html").contains("Nothing changed."))
  }

  @Test func aPDFIsMade() throws {
    let guide = try GuideFolder([:])
    try guide.folder.copy(Project.content, to: "content")
    let recipe = try blocks("sh", below: "Make a PDF").joined()
      .replacing("chromium ", with: "chromium --no-sandbox --user-data-dir=profile ")
    let result = try shell(recipe, in: guide)
    #expect(result.status == 0, "\(result.errors)")
    let pdf = try Data(contentsOf: guide.folder.file("guide.pdf"))
    #expect(pdf.starts(with: Data("%PDF-".utf8)))
    let pages = String(decoding: pdf, as: Unicode.ASCII.self).matches(of: #/\/Type ?\/Page\b/#)
    #expect(pages.count > 8)
    #expect(FileManager.default.fileExists(atPath: guide.folder.file("guide.docx").path))
  }

  @Test func aSiteIsPacked() throws {
    let guide = try GuideFolder()
    let recipe = "Give the guide to people without a network"
    let result = try shell(try blocks("sh", below: recipe).joined(), in: guide)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try Data(contentsOf: guide.folder.file("guide.zip")).starts(with: Data("PK".utf8)))
  }

  @Test func languagesAreBuiltOnSeveralMachines() throws {
    var files = GuideFolder.plain
    files["guide.yml"] = "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: [provider]\n"
    files["de-DE/locale.yml"] = "title: Leitfaden\nparties: {provider: Anbieter}\n"
    files["de-DE/index.md"] = "---\ntitle: Start\n---\n# Start\n"
    let guide = try GuideFolder(files)
    let recipe = try blocks("sh", below: "Build the languages on several machines")
    let result = try shell(recipe.joined(), in: guide)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try guide.folder.read("public/de-DE/index.html").contains("<html lang=\"de-DE\""))
  }

  @Test func aBasePathIsServed() throws {
    let guide = try GuideFolder()
    let recipe = try #require(try blocks("sh", below: "Serve the guide below a path").first)
    let result = try shell(recipe, in: guide)
    #expect(result.status == 0, "\(result.errors)")
    let page = try guide.folder.read("www/guide/en-US/index.html")
    #expect(page.contains("href=\"matrix/\""))
    let sitemap = try guide.folder.read("www/guide/sitemap.xml")
    #expect(sitemap.contains("/guides/desktop/en-US/matrix/"))
    let configuration = try guide.folder.read("guide.conf")
    #expect(configuration.contains("Alias \"/guides/desktop\""))
  }
}
