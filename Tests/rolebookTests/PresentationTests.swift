import Foundation
import TestSupport
import Testing

/// A publisher's additions around the text of a guide.
@Suite struct PresentationTests {
  /// A guide of two languages, with documents in a folder.
  static func files(_ settings: String = "", _ words: String = "") -> [String: String] {
    var files = GuideFolder.plain
    files["guide.yml"] =
      "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: [provider]\n"
      + "site_url: https://guides.example\n" + settings
    files["de-DE/locale.yml"] = "title: Leitfaden\nparties: {provider: Anbieter}\n"
    files["en-US/locale.yml"] = GuideFolder.plain["en-US/locale.yml", default: ""] + words
    for locale in ["en-US", "de-DE"] {
      files[locale + "/alpha.md"] = "# Alpha \(locale)\n"
      files[locale + "/ops/index.md"] = "# Ops \(locale)\n"
      files[locale + "/ops/night shift.md"] = "\n\n# Night \(locale)\n"
    }
    return files
  }

  private static func built(_ settings: String, _ words: String = "") throws -> GuideFolder {
    let guide = try GuideFolder(files(settings, words))
    let result = try guide.rolebook(["build", "--quiet"])
    try #require(result.status == 0, "\(result.errors)")
    return guide
  }

  static func part(_ page: String, _ element: String, _ name: String) -> String {
    let start = page.ranges(of: "<\(element) class=\"\(name)\"").first?.lowerBound ?? page.endIndex
    let end = page[start...].ranges(of: "</\(element)>").first?.lowerBound ?? page.endIndex
    return String(page[start..<end])
  }

  /// The links of a piece of a page: where they lead, and their text.
  static func links(_ piece: String) -> [String] {
    piece.matches(of: /href="([^"]*)"[^>]*>(.*?)<\/a>/).map { match in
      "\(match.1) " + match.2.replacing(/<[^>]*>/, with: "")
    }
  }

  @Test func aDocumentKnowsItsPlace() throws {
    let guide = try Self.built("")
    let night = try guide.folder.read("public/en-US/ops/night shift/index.html")
    #expect(
      Self.links(Self.part(night, "nav", "breadcrumbs")) == ["../../ Home", "../ Ops en-US"])
    #expect(night.contains("<span aria-current=\"page\">Night en-US</span>"))
    #expect(Self.links(Self.part(night, "nav", "neighbors")) == ["../ Previous Ops en-US"])
    let ops = try guide.folder.read("public/de-DE/ops/index.html")
    #expect(
      Self.links(Self.part(ops, "nav", "neighbors")) == [
        "../alpha/ Zurück Alpha de-DE", "night%20shift/ Weiter Night de-DE",
      ])
    let home = try guide.folder.read("public/en-US/index.html")
    #expect(!home.contains("class=\"breadcrumbs\"") && !home.contains("class=\"neighbors\""))
  }

  @Test func aNewTitleReachesTheNeighbors() throws {
    let guide = try Self.built("")
    try guide.folder.write("# Renamed\n", to: "content/en-US/ops/index.md")
    let again = try guide.rolebook(["build", "--quiet"])
    #expect(again.status == 0)
    for path in ["alpha", "ops/night shift"] {
      #expect(try guide.folder.read("public/en-US/\(path)/index.html").contains("Renamed"))
    }
  }

  @Test func theNavigationIsATreeOfFolders() throws {
    var files = Self.files()
    for locale in ["en-US", "de-DE"] {
      files[locale + "/sites/far-north/oslo.md"] = "# Oslo \(locale)\n"
    }
    let guide = try GuideFolder(files)
    try #require(try guide.rolebook(["build", "--quiet"]).status == 0)
    let page = try guide.folder.read("public/en-US/sites/far-north/oslo/index.html")
    let tree = Self.part(page, "ul", "navigation-tree")
    let plain = page.ranges(of: "navigation-tree").first.map { page[$0.lowerBound...] } ?? ""
    let outline = String(plain.prefix(2000)).replacing(/<(?!\/?ul|\/?li)[^>]*>|\n/, with: "")
    #expect(
      outline.contains(
        "<li>Ops en-US<ul><li>Night en-US</li></ul></li>"
          + "<li>sites<ul><li>far north<ul><li>Oslo en-US</li></ul></li></ul></li></ul>"),
      "\(outline)")
    #expect(!tree.contains("type=\"search\""))
    let home = try guide.folder.read("public/en-US/index.html")
    #expect(home.contains("<h3 id=\"_documents-3\">sites / far north</h3>"))
  }

  /// Beyond 40 documents, pages show those near them, and lead to all others.
  @Test func theNavigationOfManyDocumentsShowsThoseNearThePage() throws {
    var files = Self.files()
    files["guide.yml"] =
      "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: [provider]\n"
    for number in 0..<60 {
      for locale in ["en-US", "de-DE"] {
        files["\(locale)/east/wing/room-\(100 + number).md"] = "# Room \(100 + number)\n"
      }
    }
    let guide = try GuideFolder(files)
    try #require(try guide.rolebook(["build", "--quiet"]).status == 0)
    func links(_ path: String) throws -> [String] {
      let page = try guide.folder.read("public/en-US/\(path)index.html")
      let start = page.ranges(of: "class=\"navigation-tree\"").first?.lowerBound ?? page.endIndex
      let end = page[start...].ranges(of: "_navigation-parties").first?.lowerBound ?? page.endIndex
      return Self.links(String(page[start..<end])).map {
        $0.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
      }
    }
    let far = try links("alpha/")
    #expect(far.contains("east 60") && far.contains("Ops en-US 2") && !far.contains("Room 130"))
    let near = try links("east/wing/room-130/")
    let rooms = near.filter { $0.hasPrefix("Room") }
    #expect(rooms.count == 12 && rooms.contains("Room 130") && rooms.contains("Room 126"))
    #expect(near.contains("48 more documents") && near.last?.hasPrefix("All documents 6") == true)
    #expect(try SiteCrawler(guide.folder.file("public")).problems().map(\.description) == [])
    try guide.folder.write("# Renamed\n", to: "content/en-US/east/wing/room-126.md")
    try #require(try guide.rolebook(["build", "--quiet"]).status == 0)
    #expect(try links("east/wing/room-130/").contains("Renamed"))
    #expect(try links("alpha/") == far)
  }

  @Test func readersCanEditAndReport() throws {
    let guide = try Self.built(
      """
      edit_url: https://git.example/edit/main/content/{path}#L{line}
      report_url: mailto:guide@example.com?subject={path}&body={locale}

      """)
    let page = try guide.folder.read("public/de-DE/ops/night shift/index.html")
    #expect(
      Self.links(Self.part(page, "ul", "document-details")) == [
        "https://git.example/edit/main/content/de-DE/ops/night%20shift.md#L3 Diese Seite bearbeiten",
        "mailto:guide@example.com?subject=de-DE/ops/night%20shift.md&amp;body=de-DE Fehler melden",
      ])
  }

  @Test func pagesTellWhenTheyChanged() throws {
    let guide = try GuideFolder(Self.files("last_changed: true\n"))
    func git(_ arguments: String..., day: String = "2026-01-31") throws {
      let result = try run(
        URL(filePath: "/usr/bin/git"),
        ["-c", "user.name=A", "-c", "user.email=a@example.com"] + arguments, in: guide.folder.url,
        environment: [
          "GIT_AUTHOR_DATE": day + "T12:00:00Z", "GIT_COMMITTER_DATE": day + "T12:00:00Z",
        ])
      try #require(result.status == 0, "\(result.errors)")
    }
    func day(_ path: String) throws -> String? {
      try #require(try guide.rolebook(["build", "--quiet"]).status == 0)
      let page = try guide.folder.read("public/\(path)/index.html")
      return page.firstMatch(of: /<time datetime="([^"]*)">([^<]*)</).map { "\($0.1) \($0.2)" }
    }
    #expect(try day("en-US/alpha") == nil, "there is no history")
    try git("init", "--quiet")
    try git("add", "content")
    try git("commit", "--quiet", "-m", "First")
    #expect(try day("en-US/alpha") == "2026-01-31 January 31, 2026")
    try guide.folder.write("# Alpha again\n", to: "content/en-US/alpha.md")
    try git("commit", "--quiet", "-a", "-m", "Second", day: "2026-03-02")
    #expect(try day("en-US/alpha") == "2026-03-02 March 2, 2026")
    #expect(try day("de-DE/alpha") == "2026-01-31 31. Januar 2026")
    #expect(try day("en-US/ops/night shift") == "2026-01-31 January 31, 2026")
    let first = try guide.site()
    try #require(try guide.rolebook(["build", "--quiet", "--output", "other"]).status == 0)
    #expect(try guide.site("other") == first)
  }

  @Test func aGuideHasItsOwnLook() throws {
    var files = Self.files("accent_color: \"#7a1fa2\"\nlogo: art/Logo.SVG\n")
    files["art/Logo.SVG"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    let guide = try GuideFolder(files)
    try #require(try guide.rolebook(["build", "--quiet"]).status == 0)
    let page = try guide.folder.read("public/en-US/alpha/index.html")
    #expect(page.contains("<img class=\"logo\" src=\"../../assets/guide-logo.svg\" alt=\"\">"))
    #expect(try guide.folder.read("public/assets/guide-logo.svg").hasPrefix("<svg"))
    let sheet = try #require(
      page.firstMatch(of: /href="\.\.\/\.\.\/(assets\/site\.[0-9a-f]{16}\.css)"/)?.1)
    let styles = try guide.folder.read("public/\(sheet)")
    #expect(styles.contains("--accent: light-dark(#7a1fa2, #"))
  }

  @Test(arguments: [
    ("accent_color: \"#fc0\"\n", "the contrast of '#fc0' with white is 1.5, less than 4.5", 0),
    ("accent_color: red\n", "'accent_color' must be a color such as '#0b6478'", 1),
    ("logo: ../logo.svg\n", "'logo' must be the path of a picture in the content folder", 1),
    ("logo: logo.svg\n", "the logo 'logo.svg' can't be read: No such file or directory", 1),
    (
      "edit_url: /edit/{path}\n",
      "'edit_url' must be an address, with {path}, {locale}, or {line} in it", 1
    ),
    (
      "edit_url: https://a.example/\(String(repeating: "{path}", count: 11))\n",
      "'edit_url' must have at most 2000 bytes and 10 names in braces", 1
    ),
    (
      "report_url: https://a.example/\(String(repeating: "a", count: 2_000))\n",
      "'report_url' must have at most 2000 bytes and 10 names in braces", 1
    ),
    (
      "report_url: https://a.example/{page}\n",
      "'report_url' must be an address, with {path}, {locale}, or {line} in it", 1
    ),
    ("sidebar: alpha\n", "'sidebar' must be a list, not text", 1),
    (
      "sidebar: [{title: A}]\n", "a group of the sidebar needs a title and documents", 1
    ),
    ("sidebar: [alpah]\n", "'alpah' in 'sidebar' is neither a document nor a folder", 0),
    ("status_page: no\n", "'status_page' must be true or false", 1),
  ]) func settingsThatMakeNoSense(line: String, message: String, status: Int32) throws {
    let result = try GuideFolder(Self.files(line)).rolebook(["check"])
    #expect((result.output + result.errors).contains(message), "\(result.output)\(result.errors)")
    #expect(result.status == status)
  }

  @Test func textsStandAboveAndBelow() throws {
    let guide = try Self.built(
      "",
      """
      announcement: "New <rules> [since May](https://a.example/?a=1&b=2) [x](javascript:alert(1))"
      footer: "[Legal notice](https://a.example/legal)"

      """)
    let page = try guide.folder.read("public/en-US/matrix/index.html")
    #expect(
      page.contains(
        "<p>New &lt;rules&gt; <a href=\"https://a.example/?a=1&amp;b=2\">since May</a> "
          + "[x](javascript:alert(1))</p>"))
    #expect(
      page.contains(
        "<p class=\"site-footer-text\"><a href=\"https://a.example/legal\">Legal notice</a></p>"))
    #expect(!(try guide.folder.read("public/de-DE/matrix/index.html").contains("announcement")))
  }

  @Test func theStatusPageCanStayHome() throws {
    let guide = try Self.built("status_page: false\n")
    #expect(!FileManager.default.fileExists(atPath: guide.folder.file("public/status").path))
    #expect(!(try guide.folder.read("public/en-US/index.html").contains("status/")))
  }

  @Test func alternatesNameEachOther() throws {
    var files = Self.files()
    for path in ["index", "alpha", "ops/index", "ops/night shift"] {
      files["de-DE/\(path).md"] = nil
    }
    let guide = try GuideFolder(files)
    try #require(try guide.rolebook(["build", "--quiet"]).status == 0)
    func alternates(_ path: String) throws -> [String] {
      try guide.folder.read("public/" + path).matches(of: /rel="alternate" hreflang="([^"]*)"/)
        .map { String($0.1) }
    }
    #expect(try alternates("index.html") == ["en-US", "x-default"])
    #expect(try alternates("de-DE/index.html") == [])
    #expect(try alternates("en-US/index.html") == ["en-US", "x-default"])
  }

  @Test func aPageCanBeShared() throws {
    let guide = try Self.built("")
    let page = try guide.folder.read("public/en-US/index.html")
    for field in [
      "og:title\" content=\"Guide\"", "og:description\" content=\"A guide.\"",
      "og:url\" content=\"https://guides.example/en-US/\"", "og:locale\" content=\"en_US\"",
    ] {
      #expect(page.contains("<meta property=\"\(field)>"), "\(field)")
    }
  }
}
