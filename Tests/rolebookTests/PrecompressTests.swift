import Foundation
import TestSupport
import Testing

/// `build --precompress`: compressed forms beside every text file, the same whatever the jobs.
@Suite struct PrecompressTests {
  private static let textEndings = [
    ".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt",
  ]

  private func guide() throws -> GuideFolder {
    var files = GuideFolder.plain
    files["en-US/index.md"] = "# Home\n\n[notes](notes.txt) ![plan](plan.svg)\n"
    files["en-US/notes.txt"] = "Notes.\n"
    files["en-US/plan.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"
    return try GuideFolder(files)
  }

  private func identities(_ folder: URL) throws -> [String: String] {
    var result: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: path)
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      let inode = attributes[.systemFileNumber] ?? ""
      result[path] = "\(inode) \(attributes[.modificationDate] ?? "")"
    }
    return result
  }

  @Test func everyTextFileHasItsForms() throws {
    let guide = try guide()
    try #require(try guide.rolebook(["build", "--precompress", "--jobs", "1"]).status == 0)
    let site = try guide.site()
    let plain = site.paths.filter { !$0.hasSuffix(".gz") && !$0.hasSuffix(".br") }
    let texts = plain.filter { path in Self.textEndings.contains(where: path.hasSuffix) }
    #expect(texts.contains("en-US/notes.txt"))
    #expect(texts.contains("schemas/matrix.schema.json"))
    #expect(texts.count > 20)
    for path in texts {
      for (program, form) in [("/bin/gzip", "gz"), ("/usr/bin/brotli", "br")] {
        let file = guide.folder.file("public/\(path).\(form)").path
        let text = try run(URL(filePath: program), ["-dc", file]).output
        #expect(Data(text.utf8) == site.files[path], "\(path).\(form)")
      }
    }
    let forms = Set(site.paths).subtracting(plain)
    #expect(forms == Set(texts.flatMap { [$0 + ".gz", $0 + ".br"] }))
    let other = try guide.rolebook(
      ["build", "--precompress", "--jobs", "5", "--output", "other"])
    #expect(other.status == 0)
    #expect(site.differences(from: try guide.site("other")) == [])
  }

  @Test func whatDidNotChangeStays() throws {
    let guide = try guide()
    try #require(try guide.rolebook(["build", "--precompress"]).status == 0)
    let site = guide.folder.file("public")
    let before = try identities(site)
    try guide.folder.write("Other notes.\n", to: "content/en-US/notes.txt")
    let result = try guide.rolebook(["build", "--precompress"])
    #expect(result.errors.contains("; 3 files written, "), "\(result.errors)")
    let after = try identities(site)
    let changed = after.filter { before[$0.key] != $0.value }.map(\.key).sorted()
    let notes = ["en-US/notes.txt", "en-US/notes.txt.br", "en-US/notes.txt.gz"]
    #expect(changed == [".rolebook-build"] + notes)
    let without = try guide.rolebook(["build"])
    #expect(without.status == 0)
    #expect(!(try guide.site().paths.contains { $0.hasSuffix(".br") || $0.hasSuffix(".gz") }))
  }
}
