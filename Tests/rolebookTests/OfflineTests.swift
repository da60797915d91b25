import Foundation
import TestSupport
import Testing

/// `build --offline` and `build --zip`: what is on the disk.
@Suite struct OfflineTests {
  private func guide() throws -> GuideFolder {
    let guide = try GuideFolder([:])
    try guide.folder.copy(Project.content, to: "content")
    return guide
  }

  @Test func linksNameFilesAndScriptsAreClassic() throws {
    let guide = try guide()
    let built = try guide.rolebook(["build", "--offline"])
    try #require(built.status == 0, "\(built.errors)")
    let site = try guide.site()
    let pages = site.paths.filter { $0.hasSuffix(".html") }
    #expect(pages.count > 100)
    for path in pages {
      let page = try guide.page(path)
      for tag in page.tags {
        #expect(tag["type"] != "module", "\(path)")
        for link in [tag["href"], tag["src"], tag["action"]].compactMap(\.self) {
          guard link.hasPrefix("/") else { continue }
          let file =
            link.dropFirst().prefix { $0 != "#" && $0 != "?" }.removingPercentEncoding ?? ""
          #expect(site.files[file] != nil, "\(path): \(link)")
        }
      }
    }
    #expect(site.files["en-US/search/index.json.js"] != nil)
    #expect(site.files["en-US/search/index.json"] == nil)
    #expect(site.files["en-US/roles-and-responsibilities/index.html.js"] != nil)
    #expect(site.files["en-US/getting-help/index.html.js"] == nil)
    #expect(!site.paths.contains { $0.hasSuffix("404.html") || $0 == "sitemap.xml" })
    for path in site.paths where path.hasPrefix("assets/") && path.hasSuffix(".js") {
      let text = try #require(site.text(path))
      let lines = text.split(separator: "\n")
      #expect(!lines.contains { $0.hasPrefix("import ") || $0.hasPrefix("export ") }, "\(path)")
      #expect(!text.contains("import("), "\(path)")
    }
    // Files for other programs are the same as on a server.
    _ = try guide.rolebook(["build", "--output", "online"])
    let online = try guide.site("online")
    for path in ["guide.json", "en-US/matrix.json", "ar-SA/matrix.csv", "matrix.xlsx"] {
      #expect(site.files[path] == online.files[path], "\(path)")
    }
    #expect(online.files["en-US/search/index.json.js"] == nil)
  }

  @Test func aBuildAfterAChangeIsAWholeOne() throws {
    let guide = try guide()
    _ = try guide.rolebook(["build", "--offline"])
    let first = try guide.site()
    let page = "content/en-US/getting-help.md"
    let text = try guide.folder.read(page)
    try guide.folder.write(text + "\nA new line.\n", to: page)
    _ = try guide.rolebook(["build", "--offline"])
    try guide.folder.write(text, to: page)
    _ = try guide.rolebook(["build", "--offline", "--jobs", "1"])
    #expect(first.differences(from: try guide.site()) == [])
    _ = try guide.rolebook(["build"])
    let online = try guide.site()
    _ = try guide.rolebook(["build", "--output", "fresh"])
    #expect(try guide.site("fresh").differences(from: online) == [])
  }

  @Test func theArchiveHasTheSite() throws {
    let guide = try guide()
    for _ in 1...2 {
      let built = try guide.rolebook([
        "build", "--offline", "--output", "guide", "--zip", "guide.zip",
      ])
      try #require(built.status == 0, "\(built.errors)")
      let result = try run(
        URL(filePath: "/usr/bin/unzip"), ["-q", "-o", "guide.zip", "-d", "unpacked"],
        in: guide.folder.url)
      try #require(result.status == 0, "\(result.errors)")
      var site = try guide.site("guide").files
      site[".rolebook"] = nil
      #expect(try guide.site("unpacked").files == site)
    }
    let first = try Data(contentsOf: guide.folder.file("guide.zip"))
    try FileManager.default.removeItem(at: guide.folder.file("guide"))
    _ = try guide.rolebook(["build", "--offline", "--output", "guide", "--zip", "guide.zip"])
    #expect(try Data(contentsOf: guide.folder.file("guide.zip")) == first)
    for place in ["guide/a.zip", "content/a.zip"] {
      let refused = try guide.rolebook(["build", "--output", "guide", "--zip", place])
      #expect(refused.status == 2)
      #expect(refused.errors.contains("name another place"), "\(refused.errors)")
    }
  }

  @Test func partsOfLanguagesAreAssembled() throws {
    let guide = try guide()
    _ = try guide.rolebook(["build", "--offline", "--output", "whole"])
    _ = try guide.rolebook([
      "build", "--offline", "--locales", "en-US,de-DE,fr-FR", "--output", "a",
    ])
    _ = try guide.rolebook(
      [
        "build", "--offline", "--locales", "ko-KR,sv-SE,zh-CN,ar-SA,es-ES,ja-JP,pt-BR", "--output",
        "b",
      ])
    let result = try guide.rolebook(["assemble", "a", "b"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try guide.site("whole").differences(from: try guide.site()) == [])
  }
}
