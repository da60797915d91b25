import Foundation
import TestSupport
import Testing

/// The contents of a built site, as readers and crawlers see them.
@Suite struct SiteTests {
  /// A source, a locale that borrows from another one, and an Arabic one that has all but one.
  private static let files = [
    "guide.yml": """
    source_locale: en-US
    locales: [en-US, ar-SA, de-DE, de-AT]
    fallback: {de-AT: [de-DE, ar-SA]}
    site_url: https://intranet.example
    parties: [provider]

    """,
    "raci/intro/roles.yml":
      "sections: {ours: {raci: {provider: RA}, responsibilities: {apps: {}}}}\n",
    "en-US/locale.yml": "title: Guide\nparties: {provider: Provider}\n",
    "ar-SA/locale.yml": "title: دليل\nparties: {provider: مزود}\n",
    "de-DE/locale.yml": "title: Handbuch\nparties: {provider: Dienst}\n",
    "de-AT/locale.yml": "title: Handbuch\nparties: {provider: Dienst}\n",
    "en-US/index.md": "# Home\n\n[Roles](intro/roles.md#apps)\n",
    "ar-SA/index.md": "# الرئيسية\n",
    "de-DE/index.md": "# Start\n",
    "de-AT/index.md": "# Servus\n",
    "en-US/intro/index.md": "# Introduction\n\n![Plan](plan.png) [Back](../index.md)\n",
    "en-US/intro/plan.png": "source picture",
    "de-DE/intro/index.md": "# Einführung\n\n![Plan](plan.png)\n",
    "en-US/intro/roles.md": "# Roles\n\n## Ours\n\nRow | Text\n--- | ---\nApps | We pack.\n",
    "de-DE/intro/roles.md": "# Rollen\n\n## Wir\n\nZeile | Text\n--- | ---\nApps | Wir packen.\n",
    "ar-SA/help.md": "# مساعدة\n",
    "en-US/help.md": "# Help\n",
  ]

  private static func built(_ arguments: [String] = []) throws -> GuideFolder {
    let guide = try GuideFolder(files)
    let result = try guide.rolebook(["build", "--quiet"] + arguments)
    try #require(result.status == 0, "\(result.errors)")
    return guide
  }

  private func link(_ relation: String, _ page: HTMLPage) -> [String] {
    page.elements("link").filter { $0["rel"] == relation }.compactMap { $0["href"] }
  }

  @Test func aBorrowedPageSaysSo() throws {
    let guide = try Self.built()
    let page = try guide.page("de-AT/help/index.html")
    #expect(page.elements("html").first?["lang"] == "de-AT")
    #expect(page.elements("html").first?["dir"] == "ltr")
    #expect(link("canonical", page) == ["https://intranet.example/ar-SA/help/"])
    #expect(page.elements("meta").contains { $0["name"] == "robots" && $0["content"] == "noindex" })
    #expect(page.tags.contains { $0.words("class").contains("notice-fallback") })
    #expect(page.tags.contains { $0["lang"] == "ar-SA" && $0["dir"] == "rtl" && $0.name != "a" })
    let text = try guide.folder.read("public/de-AT/help/index.html")
    #expect(text.contains("مساعدة"))
    let own = try guide.page("ar-SA/help/index.html")
    #expect(link("canonical", own) == ["https://intranet.example/ar-SA/help/"])
    #expect(!own.elements("meta").contains { $0["name"] == "robots" })
    #expect(!own.tags.contains { $0.words("class").contains("notice") })
  }

  @Test func aPageThatNobodyLendsIsNotThere() throws {
    let site = try Self.built().site()
    #expect(site.files["de-DE/help/index.html"] == nil)
    #expect(site.files["ar-SA/intro/roles/index.html"] == nil)
    #expect(site.files["de-AT/intro/roles/index.html"] != nil)
  }

  @Test func alternatesAreOwnPagesAndPairUp() throws {
    let guide = try Self.built()
    let expected = [
      "en-US https://intranet.example/en-US/help/", "ar-SA https://intranet.example/ar-SA/help/",
      "x-default https://intranet.example/en-US/help/",
    ]
    for path in ["en-US/help/index.html", "ar-SA/help/index.html"] {
      let page = try guide.page(path)
      let alternates = page.elements("link").filter { $0["rel"] == "alternate" }
      let found = alternates.compactMap { link in
        link["hreflang"].flatMap { tag in link["href"].map { "\(tag) \($0)" } }
      }
      #expect(found.sorted() == expected.sorted(), "\(path)")
    }
  }

  @Test func theSitemapHoldsOwnPagesAlone() throws {
    let map = try #require(try Self.built().site().text("sitemap.xml"))
    let pages = map.matches(of: /<loc>https:\/\/intranet\.example\/([^<]*)<\/loc>/).map {
      String($0.1)
    }
    #expect(Set(pages).count == pages.count)
    #expect(pages.contains("ar-SA/help/"))
    #expect(pages.contains("de-DE/intro/roles/"))
    for absent in ["de-AT/help/", "de-AT/intro/", "de-DE/help/", "en-US/search/", "en-US/404.html"]
    {
      #expect(!pages.contains(absent))
    }
  }

  @Test func filesComeFromTheLocaleThatHasThem() throws {
    let guide = try Self.built()
    #expect(try guide.folder.read("public/en-US/intro/plan.png") == "source picture")
    let site = try guide.site()
    #expect(site.files["de-DE/intro/plan.png"] == nil)
    for page in ["en-US/intro/index.html", "de-DE/intro/index.html", "de-AT/intro/index.html"] {
      let images = try guide.page(page).elements("img").compactMap { $0["src"] }
      #expect(images == ["/en-US/intro/plan.png"], "\(page)")
    }
    try guide.folder.write("Bild", to: "content/de-DE/intro/plan.png")
    try #require(try guide.rolebook(["build", "--quiet"]).status == 0)
    #expect(try guide.folder.read("public/de-DE/intro/plan.png") == "Bild")
    #expect(
      try guide.page("de-AT/intro/index.html").elements("img").first?["src"]
        == "/de-DE/intro/plan.png")
  }

  @Test(arguments: [
    ("en-US/intro/index.html", "/en-US/"), ("en-US/index.html", "/en-US/intro/roles/#apps"),
    ("ar-SA/matrix/index.html", "/en-US/intro/roles/#apps"),
    ("de-AT/matrix/index.html", "/de-AT/intro/roles/#apps"),
    ("de-AT/parties/provider/index.html", "/de-AT/intro/roles/#apps"),
  ]) func linksLeadToTheReadersOwnPages(page: String, target: String) throws {
    let targets = try Self.built().page(page).elements("a").compactMap { $0["href"] }
    #expect(targets.contains(target))
  }

  @Test(arguments: [
    (["--base-path", "/guides/desktop"], nil), ([], "base_path: /guides/desktop/\n"),
    (["--base-path", "guides/desktop/"], "base_path: /elsewhere/\n"),
  ]) func pagesAreTheSameUnderEveryBasePath(arguments: [String], setting: String?) throws {
    var files = Self.files
    files["guide.yml"] = (files["guide.yml"] ?? "") + (setting ?? "")
    let guide = try GuideFolder(files)
    let result = try guide.rolebook(["build", "--quiet"] + arguments)
    try #require(result.status == 0, "\(result.errors)")
    let site = try guide.site()
    #expect(site.files["en-US/index.html"] != nil)
    for path in site.paths where path.hasSuffix(".html") {
      let page = HTMLPage(try Data(contentsOf: guide.folder.file("public/" + path)))
      let addresses = page.tags.flatMap { [$0["href"], $0["src"], $0["action"]] }.compactMap { $0 }
      for address in addresses where address.hasPrefix("/") || address.contains("://") {
        // The page that a server shows for a missing address has no address of its own.
        let isUnder =
          path.hasSuffix("404.html") && address.hasPrefix("/guides/desktop/")
          || address.hasPrefix("https://intranet.example/guides/desktop/")
        #expect(isUnder, "\(path): \(address)")
      }
    }
    for path in ["guide.json", "en-US/matrix.json"] {
      let text = try #require(site.text(path))
      for match in text.matches(of: /"(?:url|evidence)":"([^"]*)"/) {
        #expect(match.1.hasPrefix("/guides/desktop/"), "\(path): \(match.1)")
      }
    }
  }

  @Test func onlyTheWantedLocalesArePages() throws {
    let all = try Self.built().site()
    let guide = try Self.built(["--locales", "en-US,de-AT"])
    let site = try guide.site()
    let folders = Set(
      site.paths.filter { $0.contains("/") && $0.hasSuffix(".html") }.map { path in
        String(path.prefix { $0 != "/" })
      })
    #expect(folders == ["en-US", "de-AT", "status"])
    for path in site.paths where path != ".rolebook" {
      #expect(all.files[path] != nil, "only here: \(path)")
    }
  }

  @Test func aGuideWithoutIndexHasAHomeNonetheless() throws {
    let guide = try GuideFolder(Self.files.filter { !$0.key.hasSuffix("/index.md") })
    let result = try guide.rolebook(["build", "--quiet"])
    #expect(result.status == 0)
    for locale in ["en-US", "ar-SA", "de-DE", "de-AT"] {
      #expect(try guide.page("\(locale)/index.html").elements("h1").count == 1)
    }
    let targets = try guide.page("de-DE/index.html").elements("a").compactMap { $0["href"] }
    #expect(targets.contains("/de-DE/intro/roles/"))
  }

  @Test func workbooksOfManyRowsAreMadeOnRequest() throws {
    var files = GuideFolder.plain
    files["guide.yml"] = files["guide.yml"]?.replacing("[en-US]", with: "[en-US, de-DE]")
    files["de-DE/locale.yml"] = "title: Leitfaden\n"
    files["de-DE/index.md"] = "# Start\n"
    let rows = (0..<10_001).map { "Row \($0) | Text." }
    files["en-US/rows.md"] =
      "# Rows\n\n## Ours\n\nRow | Text\n--- | ---\n" + rows.joined(separator: "\n") + "\n"
    files["raci/rows.yml"] = "sections:\n  ours:\n    raci: {provider: RA}\n"
    let guide = try GuideFolder(files)
    try #require(try guide.rolebook(["build", "-q"]).status == 0)
    let some = try guide.site()
    #expect(some.files["en-US/matrix.xlsx"] != nil && some.files["matrix.xlsx"] == nil)
    let problems = try SiteCrawler(guide.folder.file("public")).problems().map(\.description)
    #expect(problems == [])
    try #require(try guide.rolebook(["build", "-q", "--exports", "all"]).status == 0)
    #expect(try guide.site().files["matrix.xlsx"] != nil)
  }
}
