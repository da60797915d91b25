import Foundation
import TestSupport
import Testing

/// A guide's own styles and scripts, under the policy that its server gets.
@Suite struct PageExtrasTests {
  private let folder: TemporaryFolder
  /// Another host, with a script for analytics.
  private let counter: StaticServer

  init() throws {
    folder = try TemporaryFolder(files: [
      "counter/count.js": """
      const picture = new Image();
      picture.onload = () => { document.documentElement.dataset.counted = name; };
      const { site: name } = document.currentScript.dataset;
      picture.src = new URL('hit.svg', document.currentScript.src);
      """,
      "counter/hit.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
      "content/en-US/locale.yml": "title: Guide\nparties: {provider: Provider}\n",
      "content/en-US/index.md": "# Home\n\nWelcome.\n",
      "content/brand.css": ":root { --page: light-dark(#fffbe8, #101010) }\n",
      "content/own.js": "document.documentElement.dataset.own = 'yes';\n",
    ])
    counter = try StaticServer(
      serving: folder.file("counter"), options: StaticServer.Options(fields: [:]))
    try folder.write(
      """
      source_locale: en-US
      locales: [en-US]
      parties: [provider]
      style: brand.css
      scripts:
        - {src: "\(counter.url("/count.js"))", data: {site: the guide}}
        - own.js

      """, to: "content/guide.yml")
    let built = try run(try Project.executable(), ["build", "--quiet"], in: folder.url)
    try #require(built.status == 0, "\(built.errors)")
  }

  private func policy() throws -> String {
    let printed = try run(try Project.executable(), ["serve-config", "apache"], in: folder.url)
    return try #require(
      printed.output.firstMatch(of: /Content-Security-Policy "(default-src 'self'[^"]*)"/)
    ).1.description
  }

  private func served(_ policy: String) throws -> StaticServer {
    let fields = ["Content-Security-Policy": policy]
    return try StaticServer(
      serving: folder.file("public"), options: StaticServer.Options(fields: fields))
  }

  @Test func scriptsRunAndStylesCountUnderTheGuidesPolicy() throws {
    let (site, browser) = (try served(policy()), try Browser())
    for path in ["/en-US/", "/en-US/search/", "/status/"] {
      try browser.visit(site.url(path))
      try browser.waitFor("return document.documentElement.dataset.counted === 'the guide'")
      try browser.waitFor("return document.documentElement.dataset.own === 'yes'")
      #expect(
        try browser.evaluate(
          "return getComputedStyle(document.body).backgroundColor", as: String.self)
          == "rgb(255, 251, 232)")
    }
    #expect(try browser.takeLog().map(\.description) == [])
  }

  /// Without its host in the policy, the same script does not run.
  @Test func aHostThatThePolicyLacksIsNotReached() throws {
    let (site, browser) = (try served("default-src 'self'"), try Browser())
    try browser.open(site.url("/en-US/"))
    try browser.waitFor("return document.documentElement.dataset.own === 'yes'")
    #expect(
      try browser.evaluate("return document.documentElement.dataset.counted ?? ''", as: String.self)
        == "")
  }
}
