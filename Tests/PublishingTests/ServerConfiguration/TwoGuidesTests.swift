import Foundation
import TestSupport
import Testing

/// Several guides share one server, each by its fragment.
@Suite struct TwoGuidesTests {
  private static let servers = WebServerProcess.Kind.allCases.filter(\.isInstalled)

  /// Builds a small guide in these languages.
  private func guide(
    _ locales: [String], _ basePath: String, in folder: TemporaryFolder, _ name: String
  ) throws -> WebServerProcess.Guide {
    let content = folder.file(name)
    try folder.write(
      "source_locale: \(locales[0])\nlocales: [\(locales.joined(separator: ", "))]\nparties: [a]\n",
      to: name + "/guide.yml")
    for locale in locales {
      try folder.write("# \(name) \(locale)\n", to: "\(name)/\(locale)/index.md")
      try folder.write(
        "title: \(name)\nparties:\n  a: Party\n", to: "\(name)/\(locale)/locale.yml")
    }
    let site = folder.file("site-" + name)
    let result = try run(
      Project.executable(),
      [
        "build", "--precompress", "--content", content.path, "--output", site.path,
        "--base-path", basePath,
      ])
    #expect(result.status == 0, "\(result.errors)")
    return .init(content: content, site: site, basePath: basePath)
  }

  /// Base paths that are hard to tell apart, and one below another.
  @Test(
    arguments: servers,
    [("/a-b/", "/a_b/"), ("/x/y/", "/x_y/"), ("/desk/guides/of/the/house/", "/"), ("/Up/", "/up/")])
  func eachHasItsLanguages(
    kind: WebServerProcess.Kind, paths: (first: String, second: String)
  ) throws {
    // Caddy compares paths without their case.
    if kind == .caddy, paths.first == "/Up/" { return }
    // Apache gives the page for what is not there by the section that comes last.
    if kind == .apache, paths.second == "/" { return }
    let folder = try TemporaryFolder()
    let guides = [
      try guide(["en-US", "nl-NL"], paths.first, in: folder, "one"),
      try guide(["de-DE", "sv-SE"], paths.second, in: folder, "two"),
    ]
    let server = try WebServerProcess(kind, fragmentsOf: guides)
    for (path, accepted, locale) in [
      (paths.first, "nl, de;q=0.5", "nl-NL"), (paths.second, "nl, de;q=0.5", "de-DE"),
      (paths.first, "sv, en;q=0.1", "en-US"), (paths.second, "sv, en;q=0.1", "sv-SE"),
    ] {
      let what = "\(kind) \(path) \(accepted)"
      let answer = try server.get(path, [("Accept-Language", accepted)])
      #expect(answer.status == 302, "\(what)")
      #expect(answer["Location"]?.hasSuffix(path + locale + "/") == true, "\(what)")
      let missing = try server.get(path + "nope", [("Accept-Language", accepted)])
      #expect(missing.status == 404, "\(what)")
      #expect(missing.text.contains("lang=\"\(locale)\""), "\(what)")
      let page = try server.get(path + locale + "/", [("Accept-Encoding", "identity")])
      #expect(page.status == 200, "\(what)")
      #expect(
        page.text.contains(path == paths.first ? "one \(locale)" : "two \(locale)"), "\(what)")
      for field in ["Content-Security-Policy", "Cache-Control", "Vary"] {
        #expect(page.fields.count { $0.name.lowercased() == field.lowercased() } == 1, "\(what)")
      }
    }
    if paths.second != "/" || kind == .nginx {
      let own = try server.get("/own")
      #expect(own.status == 204, "\(kind)")
      #expect(
        own["Content-Security-Policy"] == nil, "\(kind): what is not the guide stays as it was")
    }
  }
}
