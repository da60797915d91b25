import Foundation
import TestSupport
import Testing

/// Files of every kind beside the documents, linked in every way: none that a browser or a server
/// runs is published, and none takes the place of a file of the site.
@Suite struct LinkedKindTests {
  private static let mark = "MARK-OF-A-STRANGER"
  private static let passive = ["png", "pdf", "docx", "svg", "txt", "zip", "mp4"]
  private static let running = [
    "html", "htm", "xhtml", "xht", "shtml", "xml", "xsl", "js", "mjs", "css", "svgz", "mhtml",
    "hta",
    "swf", "wasm", "php", "asp", "cgi", "htaccess", "config", "webmanifest", "rss", "rdf",
  ]
  private static let twins = ["gz", "br", "zst"]
  private static let own = [
    "index.txt", "404.txt", "matrix.csv", "matrix.json", "search/index.json", "parties/p.csv",
    "index.html", "index.html.gz", "x/index.html", "x/index.html.br", "sitemap.txt", "feed.zip",
  ]

  /// How an ending can be written so that some program reads it.
  private static func names(_ ending: String, _ number: Int) -> [String] {
    [
      "f\(number).\(ending)", "u\(number).\(ending.uppercased())", "f\(number).png.\(ending)",
      "f\(number).\(ending).png", "f\(number).\(ending);.png", "f\(number).\(ending) ",
      "f\(number).\(ending).", "f\(number).\(ending):x.png", "g/f\(number).\(ending)",
    ] + twins.map { "f\(number).\(ending).\($0)" }
  }

  /// The ways in which a document can name a file.
  private static func links(_ name: String, _ number: Int) -> String {
    let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? name
    let path = encoded.replacing("%2F", with: "/")
    return switch number % 8 {
    case 0: "[a](<\(name)>)"
    case 1: "[a](\(path))"
    case 2: "![a](\(path))"
    case 3: "<a href=\"\(name)\">a</a>"
    case 4: "<img src=\"./\(path)\" alt=\"a\">"
    case 5: "[a][r\(number)]\n\n[r\(number)]: <\(name)> 'title'"
    case 6: "[a](../en-US/\(path)?a=b#c)"
    default: "| a |\n|---|\n| [a](\(path)) |"
    }
  }

  /// Whether a published name is one that browsers and servers only show or keep.
  private static func isHarmless(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    let endings = name.lowercased().split { ".;: ".contains($0) }.dropFirst().map(String.init)
    return endings.last.map(passive.contains) == true && !endings.contains(where: running.contains)
  }

  @Test(arguments: 0..<8) func noneThatRunsIsPublished(way: Int) throws {
    var names = Self.own
    for (number, ending) in (Self.passive + Self.running + ["unknown"]).enumerated() {
      names += Self.names(ending, number)
    }
    var files = ["content/en-US/x/index.md": "# X\n"]
    var text = "# Links\n"
    for (number, name) in names.enumerated() {
      files["content/en-US/\(name)"] = Self.mark
      text += "\n" + Self.links(name, number &+ way) + "\n"
    }
    files["content/en-US/links.md"] = text
    let guide = try HostileGuide(files)
    let result = try run(
      try Project.executable(), ["build", "--quiet"], in: guide.folder.url)
    try #require(result.status == 0, "\(result.errors.suffix(2_000))")
    let site = guide.folder.file("public")
    let published = try FolderContents(of: site).paths.filter { path in
      (try? Data(contentsOf: site.appending(path: path)))?.range(of: Data(Self.mark.utf8)) != nil
    }
    for path in published { #expect(Self.isHarmless(path), "\(path)") }
    let count = published.count { $0.hasSuffix(".pdf") || $0.hasSuffix(".png") }
    #expect(count > 2, "\(published)")
    for name in Self.own { #expect(!published.contains("en-US/" + name), "\(name)") }
  }

  /// A drawing that is opened by itself is a document, whose scripts must not run beside the pages.
  @Test func drawingsAreServedInASandbox() throws {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>fired()</script></svg>"
    let names = ["a.svg", "B.SVG", "g/c.Svg"]
    var files = ["content/en-US/x.md": "# X\n\n" + names.map { "![a](\($0))\n" }.joined()]
    for name in names { files["content/en-US/\(name)"] = drawing }
    let preview = try RunningPreview(try HostileGuide(files).folder)
    for name in names {
      let answer = try preview.response("/en-US/\(name)")
      #expect(answer.status == 200 && answer["Content-Type"] == "image/svg+xml", "\(name)")
      let policies = answer.fields.filter { $0.name.lowercased() == "content-security-policy" }
      #expect(policies.contains { $0.value.contains("sandbox") }, "\(name): \(policies)")
    }
  }
}
