import Foundation
import TestSupport
import Testing

/// The styles and scripts that a guide adds to every page.
@Suite struct PageExtrasTests {
  private static func list(_ count: Int, _ entry: (Int) -> String) -> String {
    (0..<count).map(entry).joined(separator: ", ")
  }

  private static func files(_ settings: String) -> [String: String] {
    var files = GuideFolder.plain
    files["guide.yml", default: ""] += "site_url: https://guides.example\n" + settings
    files["en-US/alpha.md"] = "# Alpha\n"
    return files
  }

  @Test func aGuideAddsStylesAndScripts() throws {
    var files = Self.files(
      """
      style: art/brand.css
      scripts:
        - src: https://stats.example:8443/count.js
          data: {site: 'a "guide"', version: 2}
        - src: feedback.js
          hosts: [https://feedback.example]

      """)
    files["art/brand.css"] = ":root { --radius: 0 }\n"
    files["feedback.js"] = "document.title += '!'\n"
    let guide = try GuideFolder(files)
    let built = try guide.rolebook(["build", "--quiet"])
    try #require(built.status == 0 && built.output + built.errors == "", "\(built.errors)")
    let page = try guide.folder.read("public/en-US/alpha/index.html")
    #expect(
      page.contains(
        "<script src=\"https://stats.example:8443/count.js\" defer "
          + "data-site=\"a &quot;guide&quot;\" data-version=\"2\"></script>"))
    let own = try #require(
      page.firstMatch(of: /<script src="[.\/]*(assets\/guide-script-1\.\w{16}\.js)" defer>/))
    #expect(try guide.folder.read("public/\(own.1)") == files["feedback.js"])
    let sheet = /rel="stylesheet" href="[.\/]*(assets\/guide-style\.[0-9a-f]{16}\.css)"/
    for path in ["en-US/alpha/index.html", "index.html", "status/index.html"] {
      let styles = try #require(try guide.folder.read("public/" + path).firstMatch(of: sheet)?.1)
      #expect(try guide.folder.read("public/\(styles)") == files["art/brand.css"])
    }
    try guide.folder.write(":root { --radius: 1px }\n", to: "content/art/brand.css")
    try #require(try guide.rolebook(["build", "--quiet"]).status == 0)
    let changed = try guide.folder.read("public/en-US/alpha/index.html")
    #expect(changed != page && changed.firstMatch(of: sheet) != nil)
  }

  /// The configuration of each server lets pages reach the hosts of scripts, and no others.
  @Test(arguments: ["nginx", "apache", "caddy", "iis"])
  func scriptsHaveTheirPartOfThePolicy(server: String) throws {
    let guide = try GuideFolder(
      Self.files("scripts: [https://a.example/x.js, {src: b.js, hosts: [http://b.example:81]}]\n"))
    let result = try guide.rolebook(["serve-config", server])
    #expect(result.status == 0)
    let hosts = "'self' https://a.example http://b.example:81"
    let text = result.output.replacing("&#39;", with: "'")
    #expect(
      text.contains(
        "default-src 'self'; script-src \(hosts); connect-src \(hosts); img-src \(hosts); "
          + "frame-src \(hosts); base-uri 'self'"), "\(result.output)")
    let plain = try GuideFolder(Self.files("")).rolebook(["serve-config", server])
    #expect(!plain.output.contains("script-src"))
  }

  /// A site for a disk reaches no other host.
  @Test func aSiteForADiskHasNoScriptsOfOthers() throws {
    var files = Self.files("style: a.css\nscripts: [https://a.example/x.js, b.js]\n")
    files["a.css"] = "p { color: #333 }\n"
    files["b.js"] = "\n"
    let guide = try GuideFolder(files)
    try #require(try guide.rolebook(["build", "--quiet", "--offline"]).status == 0)
    let page = try guide.folder.read("public/en-US/alpha/index.html")
    #expect(!page.contains("a.example") && !page.contains("guide-script"))
    #expect(page.contains("guide-style"))
  }

  @Test(arguments: [
    ("p { color: #777; background: #888 }", "1:5: warning: the contrast of '#777777' with"),
    ("p{background-color:#fff;\n  color : #AAA}", "2:3: warning: the contrast of '#aaaaaa'"),
    (":root { --text: light-dark(#222, #333) }", "1:9: warning: the contrast of '#333333' with"),
    (":root { --accent: #fc0 }", "1:9: warning: the contrast of '#ffcc00' with '#ffffff' is 1.5"),
    ("@import \"other.css\";", "1:1: error: the style sheet loads '@import"),
    ("/* } */ a { background: url( 'https://a.example/x.png' ) }", "error: the style sheet loads"),
  ]) func stylesAreChecked(style: String, finding: String) throws {
    var files = Self.files("style: own.css\n")
    files["own.css"] = style
    let result = try GuideFolder(files).rolebook(["check"])
    #expect(result.output.contains("content/own.css:") && result.output.contains(finding))
  }

  @Test(arguments: [
    "p { color: #222; background: url(data:image/svg+xml;base64,AA==;) #fff }",
    "a::after { content: \"; color: #fff; background: #fff\" }",
    "p { color: red; background: #f00 }",
    "@media print { p { color: #000 } q { background: #111 } }", "", "}}}{{{", "p { color: /* #fff",
    ":root { --text: light-dark(#000, #fff) } /* @import 'x' */",
    "a { background: url(\"data:image/svg+xml,<g transform='rotate(9)'/>;}\"); color: #fff }",
    "p { color: #fff } /*" + String(repeating: "*/ /*", count: 50_000),
  ]) func stylesWithoutFaultsAreNotReported(style: String) throws {
    var files = Self.files("style: own.css\n")
    files["own.css"] = style
    let result = try GuideFolder(files).rolebook(["check"])
    #expect(result.status == 0 && !result.output.contains("own.css"), "\(result.output)")
  }

  @Test(arguments: [
    ("style: ../a.css\n", "'style' must be the path of a style sheet in the content folder", 1),
    ("style: a.css\n", "the style sheet 'a.css' can't be read: No such file or directory", 1),
    ("scripts: a.js\n", "'scripts' must be a list, not text", 1),
    ("scripts: [a.js]\n", "the script 'a.js' can't be read: No such file or directory", 1),
    (
      "scripts: [\"javascript:alert(1)//.js\"]\n",
      "a script must be an address, or the path of a file in the content folder", 1
    ),
    (
      "scripts: [{src: https://a.example, data: {\"x y\": 1}}]\n",
      "'x y' can't be part of an attribute", 1
    ),
    (
      "scripts: [{src: https://a.example, hosts: [\"https://b.example; script-src *\"]}]\n",
      "'https://b.example; script-src *' is not the origin of a host", 1
    ),
    (
      "scripts: [" + list(51) { _ in "https://a.example/x.js" } + "]\n",
      "'scripts' has more than 50 entries", 1
    ),
    (
      "scripts: [{src: a.js, data: {" + list(51) { "a\($0): b" } + "}}]\n",
      "'data' has more than 50 entries", 1
    ),
    (
      "scripts: [{src: a.js, hosts: [" + list(51) { "https://a\($0).example" } + "]}]\n",
      "'hosts' has more than 50 entries", 1
    ),
    (
      "scripts: [{src: https://a.example, data: {" + list(50) { "a\($0): b" } + "}}]\n",
      "0 errors", 0
    ),
  ]) func settingsThatMakeNoSense(line: String, message: String, status: Int32) throws {
    let result = try GuideFolder(Self.files(line)).rolebook(["check"])
    #expect((result.output + result.errors).contains(message), "\(result.output)\(result.errors)")
    #expect(result.status == status)
  }
}
