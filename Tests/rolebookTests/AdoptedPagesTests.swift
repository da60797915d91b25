import Foundation
import TestSupport
import Testing

/// The pages of adopted guides have links with targets, and unique ids.
@Suite struct AdoptedPagesTests {
  /// A site made of files in one language.
  private func site(
    of files: [String: String], _ options: [String] = ["--locale", "en"]
  ) throws -> (folder: TemporaryFolder, errors: String) {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: "in/" + path) }
    let made = try run(
      Project.executable(), ["init", "guide", "--from", "in"] + options, in: folder.url)
    try #require(made.status == 0, "\(made.errors)")
    let built = try run(
      Project.executable(), ["build", "--output", "site"], in: folder.file("guide"))
    try #require(built.status == 0, "\(built.errors)")
    return (folder, built.errors)
  }

  /// Tables whose rows and sections do not lie one below the other in lines of their own.
  static let tables = [
    "| Item | Faults | Changes |\n| --- | --- | --- |\n| Data | You | You |\n"
      + "| Net | Shared | We |\n| Rooms | We | We and you |\n",
    "| Area | Task | Lead | Desk |\n| --- | --- | --- | --- |\n| Start | Plan | A | R |\n"
      + "| | Team | A | R |\n| Run | Watch | I | RA |\n| | Report | A | R |\n",
    "| Area | Task | Lead | Desk |\n| --- | --- | --- | --- |\n| Start | Plan | A | R |\n"
      + "| Start | Team | A | R |\n| Run | Watch | I | RA |\n| Run | Report | A | R |\n",
    "| Item | Login | Faults | Notes | Changes |\n| --- | --- | --- | --- | --- |\n"
      + "| Data | by name | You | each day | You |\n| Net | by card | Shared | at night | We |\n",
    "| Task | Lead | Desk |\n| --- | --- | --- |\n| **Start** | | |\n| Plan | A | R |\n"
      + "| **Run** | | |\n| Watch | R | A |\n",
  ]

  @Test(arguments: tables)
  func everyRowAndSectionHasItsPlace(table: String) throws {
    let site = try site(of: ["work.md": "# Work\n\n## Duties\n\n\(table)\n[Plan](#duties)\n"])
    #expect(try SiteCrawler(site.folder.file("guide/site")).problems() == [])
  }

  /// Addresses that documents have on the sites they come from.
  static let addresses = [
    "/travel/leave/", "/travel/leave/#before", "/admin/mail", "/old/mail.html", "/start/names",
    "start/names", "/help/", "/docs/en/help/", "/en/help/index.html", "/desk/macs/", "/Desk/Macs",
    "/pages/Desk/Macs/",
  ]

  @Test(arguments: addresses)
  func addressesOfOtherToolsLeadToTheirDocuments(address: String) throws {
    let site = try site(of: [
      "index.md": "# Home\n\n[here](\(address))\n",
      "leave.md": "---\npermalink: /travel/leave/\n---\n# Leave\n\n## Before\n\nAsk first.\n",
      "mail.md":
        "---\nslug: /admin/mail\nredirect_from:\n  - /old/mail.html\n---\n# Mail\n\nText.\n",
      "05.start/10.names.md": "# Names\n\nText.\n", "_help/index.md": "# Help\n\nText.\n",
      "pages/Desk/Macs.md": "# Macs\n\nText.\n",
    ])
    #expect(!site.errors.contains("link/"), "\(site.errors)")
    #expect(try SiteCrawler(site.folder.file("guide/site")).problems() == [])
  }

  /// References of Hugo count from the page's folder, or else from the top.
  @Test(arguments: ["{{< relref \"desk/mail\" >}}", "{{< ref \"/desk/mail\" >}}", "desk/mail/"])
  func pathsFromTheTopLeadToTheirDocuments(path: String) throws {
    let site = try site(of: [
      "index.md": "# Home\n\nText.\n", "desk/mail.md": "# Mail\n\nText.\n",
      "staff/leave.md": "# Leave\n\n[mail](\(path))\n",
    ])
    #expect(!site.errors.contains("link/"), "\(site.errors)")
    #expect(try SiteCrawler(site.folder.file("guide/site")).problems() == [])
  }

  /// Languages share what only one of them has, or what is beside their folders.
  @Test(arguments: [
    "[b](/de/g/b/)", "[b](../de/g/b.md)", "[b](g/b.md)", "![y](/img/y.png)", "![x](assets/x.png)",
  ])
  func languagesShareFilesAndPages(link: String) throws {
    let site = try site(
      of: [
        "docs/en/a.md": "# House\n\nThe crew paints the house.\n",
        "docs/en/g/b.md": "# Garden\n\nThe crew cuts the trees.\n",
        "docs/en/img/y.png": "y", "docs/assets/x.png": "x",
        "docs/de/a.md": "# Haus\n\nDer Trupp streicht das Haus.\n\n\(link)\n",
      ], [])
    #expect(!site.errors.contains("link/"), "\(site.errors)")
    #expect(try SiteCrawler(site.folder.file("guide/site")).problems() == [])
  }

  /// A path of the server that nothing answers is told, and a picture is not asked for.
  @Test func pathsThatNothingAnswersAreTold() throws {
    let site = try site(of: ["index.md": "# Home\n\n[here](/gone/) ![A gate](/img/gone.png)\n"])
    #expect(site.errors.contains("the link to '/gone/' has no target in this guide"))
    #expect(site.errors.contains("the image '/img/gone.png' is not here"))
    let page = HTMLPage(
      try Data(contentsOf: site.folder.file("guide/site/en/index.html")), at: "en/index.html")
    #expect(page.elements("img").isEmpty)
    #expect(page.elements("a").contains { $0["href"]?.hasSuffix("gone/") == true })
  }
}
