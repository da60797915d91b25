import Foundation
import TestSupport
import Testing

/// Languages that are built one by one make the same site as one build of all.
@Suite struct AssembleTests {
  private func rolebook(_ arguments: [String], _ folder: TemporaryFolder) throws -> String {
    let result = try run(try Project.executable(), arguments, in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    return result.errors
  }

  @Test func partsMakeTheSameBytesAsOneBuild() throws {
    let folder = try TemporaryFolder()
    try folder.copy(Project.content, to: "content")
    try folder.write("notes", to: "content/de-DE/notes.txt")
    let page = try folder.read("content/de-DE/getting-help.md")
    try folder.write(page + "\n[Notizen](notes.txt)\n", to: "content/de-DE/getting-help.md")
    let options = ["build", "--precompress", "--since", "content", "--date", "2026-01-02"]
    _ = try rolebook(options + ["--output", "whole"], folder)
    let parts = ["en-US,ar-SA", "de-DE,fr-FR,ko-KR", "sv-SE,zh-CN,en-US,es-ES,ja-JP,pt-BR"]
    for (index, locales) in parts.enumerated() {
      _ = try rolebook(options + ["--locales", locales, "--output", "part-\(index)"], folder)
    }
    let names = parts.indices.map { "part-\($0)" }
    let said = try rolebook(["assemble"] + names + ["--output", "together"], folder)
    #expect(said.contains("together: 10 locales of 3 parts; "))
    let whole = try FolderContents(of: folder.file("whole"))
    #expect(whole.paths.contains("de-DE/notes.txt.br"))
    #expect(whole.differences(from: try FolderContents(of: folder.file("together"))) == [])
    let again = try rolebook(["assemble"] + names.reversed() + ["--output", "together"], folder)
    #expect(again.contains("; 0 files written, \(whole.paths.count - 1) unchanged, 0 removed"))
  }

  @Test func partsThatDoNotFitAreRefused() throws {
    var files = GuideFolder.plain
    files["guide.yml"] = "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: [provider]\n"
    files["de-DE/locale.yml"] = "title: Leitfaden\nparties: {provider: Anbieter}\n"
    files["de-DE/index.md"] = "---\ntitle: Start\n---\n# Start\n"
    let guide = try GuideFolder(files)
    for locale in ["en-US", "de-DE"] {
      let built = try guide.rolebook(["build", "--locales", locale, "--output", locale])
      try #require(built.status == 0)
    }
    let lacking = try guide.rolebook(["assemble", "en-US"])
    #expect(lacking.status == 3)
    #expect(lacking.errors == "rolebook: error: no part contains the pages of de-DE\n")
    try #require(try guide.rolebook(["assemble", "en-US", "de-DE"]).status == 0)
    let before = try guide.site()
    try guide.folder.write("---\ntitle: Neu\n---\n# Neu\n", to: "content/de-DE/index.md")
    let other = ["build", "--locales", "de-DE", "--base-path", "/x/", "--output", "de-DE"]
    try #require(try guide.rolebook(other).status == 0)
    let mixed = try guide.rolebook(["assemble", "en-US", "de-DE", "--jobs", "1"])
    #expect(mixed.status == 3)
    #expect(mixed.errors.contains("en-US and de-DE are parts of different builds: their '"))
    #expect(before.differences(from: try guide.site()) == [])
    let nothing = try guide.rolebook(["assemble", "content"])
    #expect(nothing.errors.contains("content: not a site: guide.json is missing"))
    #expect(try guide.rolebook(["assemble"]).status == 2)
  }
}
