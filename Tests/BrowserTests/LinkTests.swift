import TestSupport
import Testing

/// Every address in the site leads somewhere, under any base path.
@Suite struct LinkTests {
  @Test func theBundledSiteHasNoLooseEnds() throws {
    let site = try BuiltSite()
    let crawler = try SiteCrawler(site.folder)
    #expect(crawler.pagePaths.count > 7 * 15)
    #expect(crawler.problems().map(\.description) == [])
  }

  @Test func neitherHasItUnderABasePathAndAnOrigin() throws {
    let content = try TemporaryFolder()
    try content.copy(Project.content, to: "content")
    let settings = try content.read("content/guide.yml")
    try content.write(
      settings.replacing(
        "base_path: /\n", with: "base_path: /it/guide/\nsite_url: https://intranet.example\n"),
      to: "content/guide.yml")
    let site = try BuiltSite(of: content.file("content"))
    let crawler = try SiteCrawler(
      site.folder, basePath: "/it/guide/", origin: "https://intranet.example")
    #expect(crawler.problems().map(\.description) == [])
    let atRoot = try SiteCrawler(site.folder, origin: "https://intranet.example")
    #expect(atRoot.problems().contains { $0.message.contains("no such file") })
  }
}
