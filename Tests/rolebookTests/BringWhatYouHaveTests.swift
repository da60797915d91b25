import Foundation
import TestSupport
import Testing

/// Every command of "Bring what you have" makes a guide that builds.
@Suite struct BringWhatYouHaveTests {
  private static let table = "| Task | Lead | Desk |\n| --- | --- | --- |\n| Disks | A | R |\n"

  private func commands() throws -> [String] {
    let file = Project.root.appending(path: "docs/manual/how-to.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let sections = text.components(separatedBy: "\n## ")
    let section = try #require(sections.first { $0.hasPrefix("Bring what you have\n") })
    return section.split(separator: "\n").map(String.init).filter { $0.hasPrefix("rolebook init ") }
  }

  private func files() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let english = "# Duties\n\n## Daily work\n\n" + Self.table
    let german = "# Pflichten\n\n## Arbeit am Tag\n\n" + Self.table
    for (path, text) in [
      ("RACI.md", english), ("plan.csv", "Task;Lead;Desk\nDisks;A;R\n"),
      ("translations/en/duties.md", english), ("translations/de_DE/duties.md", german),
      ("docusaurus/docs/duties.md", english),
      ("docusaurus/i18n/de/docusaurus-plugin-content-docs/current/duties.md", german),
      ("repo.de-de/duties.md", german), ("repo/duties.md", english),
      ("office/hr/duties.md", english),
    ] {
      try folder.write(text, to: path)
    }
    return folder
  }

  @Test func eachCommandMakesAGuideThatBuilds() throws {
    let folder = try files()
    let commands = try commands()
    #expect(commands.count == 6)
    let locales = [
      "one-file": ["en"], "sheet": ["en"], "handbook": ["de-DE", "en"], "site": ["de", "en"],
      "repositories": ["de-DE", "en-US"], "croatian": ["hr"],
    ]
    for command in commands {
      let words = command.split(separator: " ").map(String.init)
      let made = try run(Project.executable(), Array(words.dropFirst()), in: folder.url)
      #expect(made.status == 0, "\(command): \(made.errors)")
      let guide = folder.file(words[2])
      let built = try run(Project.executable(), ["build"], in: guide)
      #expect(built.status == 0, "\(command): \(built.errors)")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: guide.appending(path: "content").path)
      let own = names.filter { $0 != "guide.yml" && $0 != "raci" }.sorted()
      #expect(own == locales[words[2]], "\(command)")
    }
  }
}
