import Foundation
import TestSupport
import Testing

/// A condition beside a letter stays with it: on pages, in exports, and in each language's words.
@Suite struct RemarkTests {
  private static func table(_ head: String, _ rows: String) -> String {
    "# Plan\n\n## Part\n\n\(head)\n--- | --- | ---\n\(rows)"
  }

  private static func built() throws -> GuideFolder {
    let guide = try GuideFolder([
      "guide.yml": "source_locale: en\nlocales: [en, de, fr]\nparties: [crew, shop]\n",
      "raci/plan.yml":
        "sections: {part: {table: letters, responsibilities: {paint: {}, clean: {}}}}\n",
      "en/locale.yml": "title: Guide\nparties: {crew: Crew, shop: Shop}\n",
      "de/locale.yml": "title: Handbuch\nparties: {crew: Trupp, shop: Laden}\n",
      "fr/locale.yml": "title: Guide\nparties: {crew: Équipe, shop: Atelier}\n",
      "en/plan.md": table("Task | Crew | Shop", "Paint | R (if ordered) | A\nClean | RA | I\n"),
      "de/plan.md": table(
        "Aufgabe | Trupp | Laden", "Malen | R (falls bestellt) | A\nPutzen | RA | I\n"),
      "fr/plan.md": table("Tâche | Équipe | Atelier", "Peindre | R | A\nNettoyer | RA | I\n"),
    ])
    let result = try guide.rolebook(["build"])
    try #require(result.status == 0, "\(result.errors)")
    return guide
  }

  @Test(arguments: [
    ("en", #"<small class="remark">if ordered</small>"#),
    ("de", #"<small class="remark">falls bestellt</small>"#),
    ("fr", #"<small class="remark" lang="en" dir="ltr">if ordered</small>"#),
  ])
  func pagesShowIt(locale: String, markup: String) throws {
    let guide = try Self.built()
    for page in ["matrix", "plan"] {
      let text = try guide.folder.read("public/\(locale)/\(page)/index.html")
      #expect(text.components(separatedBy: markup).count == 2, "\(page)")
      #expect(text.components(separatedBy: #"class="remark""#).count == 2, "\(page)")
    }
  }

  @Test func machinesReadItWithItsPlace() throws {
    let guide = try Self.built()
    #expect(
      try guide.folder.read("public/guide.json").contains(
        #""crew":{"letters":"R","origin":"declared","remark":"if ordered","line":7,"column":9}"#))
    #expect(
      try guide.folder.read("public/de/matrix.json").contains(#""remark":"falls bestellt""#))
    let export = try guide.rolebook(["export", "--format", "markdown", "--locale", "de"])
    #expect(export.output.contains("| R (falls bestellt) | A |"))
  }

  /// A Markdown export is read again with the same letters.
  @Test func theExportIsAGuide() throws {
    let guide = try Self.built()
    let export = try guide.rolebook(["export", "--format", "markdown", "--locale", "en"])
    try guide.folder.write(export.output, to: "again.md")
    let adopted = try guide.rolebook(["init", "again", "--from", "again.md", "--locale", "en"])
    try #require(adopted.status == 0, "\(adopted.errors)")
    let csv = try guide.rolebook(["export", "--format", "csv", "--locale", "en"])
    let other = try guide.rolebook(
      ["export", "--content", "again/content", "--format", "csv", "--locale", "en"])
    func letters(_ text: String) -> [[Substring]] {
      text.split(separator: "\r\n").dropFirst().map { line in
        line.split(separator: ",", omittingEmptySubsequences: false)[3...5].map { $0 }
      }
    }
    #expect(letters(csv.output) == letters(other.output))
  }
}
