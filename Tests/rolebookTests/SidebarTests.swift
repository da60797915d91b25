import TestSupport
import Testing

/// `sidebar` in `guide.yml` orders documents and groups them.
@Suite struct SidebarTests {
  /// The sidebar orders documents everywhere, and its groups are folders of the navigation.
  @Test func theSidebarOrdersAndGroups() throws {
    var files = PresentationTests.files(
      """
      sidebar:
        - title: {en-US: Nights, de-DE: Nächte}
          documents: [ops/night shift.md, sites/north/]
        - zulu
        - ops
        - title: For all
          documents: [/alpha]

      """)
    for locale in ["en-US", "de-DE"] {
      files[locale + "/zulu.md"] = "# Zulu\n"
      files[locale + "/beta.md"] = "# Beta\n"
      files[locale + "/sites/north/oslo.md"] = "# Oslo\n"
    }
    let guide = try GuideFolder(files)
    let built = try guide.rolebook(["build", "--quiet"])
    try #require(built.status == 0 && built.errors == "", "\(built.errors)")
    func outline(_ path: String) throws -> String {
      let page = try guide.folder.read("public/\(path)/index.html")
      let tree = page.ranges(of: "navigation-tree").first.map { page[$0.lowerBound...] } ?? ""
      return String(tree.prefix(3000)).replacing(/<(?!\/?ul|\/?li)[^>]*>|\n/, with: "")
    }
    let tree = try outline("en-US/alpha")
    #expect(
      tree.contains(
        "<li>Nights<ul><li>Night en-US</li><li>north<ul><li>Oslo</li></ul></li></ul></li>"
          + "<li>Zulu</li><li>Ops en-US</li><li>For all<ul><li>Alpha en-US</li></ul></li>"
          + "<li>Beta</li></ul>"), "\(tree)")
    #expect(try outline("de-DE/zulu").contains("<li>Nächte<ul><li>Night de-DE</li>"))
    let night = try guide.folder.read("public/en-US/ops/night shift/index.html")
    #expect(
      PresentationTests.links(
        PresentationTests.part(night, "nav", "neighbors")) == ["../../sites/north/oslo/ Next Oslo"])
    let home = try guide.folder.read("public/en-US/index.html")
    #expect(home.contains(">Nights / north</h3>"))
    let crawler = try SiteCrawler(guide.folder.file("public"), origin: "https://guides.example")
    #expect(crawler.problems().map(\.description) == [])
  }

  /// A title that a language borrows is marked with the language that it is in.
  @Test func aBorrowedTitleSaysItsLanguage() throws {
    let sidebar = "sidebar: [{title: {en-US: Nights}, documents: [ops/night shift.md]}]\n"
    let guide = try GuideFolder(PresentationTests.files(sidebar))
    let built = try guide.rolebook(["build", "--quiet"])
    try #require(built.status == 0 && built.errors == "", "\(built.errors)")
    for (locale, language) in [("en-US", ""), ("de-DE", " lang=\"en-US\" dir=\"ltr\"")] {
      let page = try guide.folder.read("public/\(locale)/alpha/index.html")
      #expect(page.contains("<span class=\"navigation-folder\"\(language)>Nights</span>"))
      let home = try guide.folder.read("public/\(locale)/index.html")
      #expect(home.contains("\(language)>Nights</h3>"))
    }
  }
}
