import Foundation
import TestSupport
import Testing

/// `rolebook diff` and `rolebook build --since`, on a guide with a history.
@Suite struct DiffTests {
  private static let head = "---\ntitle: Roles\n---\n# Roles\n\n## Duties {#duties}\n\n"

  /// A guide in two languages, at first with backups and fax.
  private func guide() throws -> GuideFolder {
    let parties = "parties: {it: {name: IT}, desk: {name: Service desk}}\n"
    let german = "parties: {it: {name: Die IT}, desk: {name: Helpdesk}}\n"
    let guide = try GuideFolder([
      "guide.yml": "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: [it, desk]\n",
      "en-US/locale.yml": "title: Guide\n" + parties,
      "de-DE/locale.yml": "title: Leitfaden\n" + german,
      "en-US/index.md": "---\ntitle: Home\n---\n# Home\n",
      "de-DE/index.md": "---\ntitle: Start\n---\n# Start\n",
    ])
    try write(guide, rows: ["Backups", "Fax"], ["Datensicherung", "Fax"], letters: "it: RA")
    return guide
  }

  private func write(
    _ guide: GuideFolder, rows: [String], _ german: [String], letters: String
  ) throws {
    let table = { (rows: [String]) in
      "A | B\n--- | ---\n" + rows.map { "\($0) | Text of \($0).\n" }.joined()
    }
    try guide.folder.write(Self.head + table(rows), to: "content/en-US/roles.md")
    try guide.folder.write(Self.head + table(german), to: "content/de-DE/roles.md")
    let entries = rows.map { row in
      let letters = row == "Backups" ? letters : "it: RA"
      return "      \(row.lowercased()):\n        raci: {\(letters)}\n"
    }
    let start = "sections:\n  duties:\n    responsibilities:\n"
    try guide.folder.write(start + entries.joined(), to: "content/raci/roles.yml")
  }

  private func change(_ guide: GuideFolder) throws {
    try write(
      guide, rows: ["Backups", "Chat"], ["Datensicherung", "Chat"], letters: "it: R, desk: A")
  }

  private func git(_ guide: GuideFolder, _ arguments: [String]) throws {
    let identity = ["-c", "user.name=test", "-c", "user.email=test@localhost"]
    let result = try run(
      URL(filePath: "/usr/bin/git"), identity + arguments, in: guide.folder.url)
    try #require(result.status == 0, "\(result.errors)")
  }

  private static let expected = """
    Changed assignments:
      roles#backups: Backups
        it: RA -> R (lost A)
        desk: – -> A (gained A)
    New responsibilities:
      roles#chat: Chat
        it: – -> RA (gained R, A)
    Removed responsibilities:
      roles#fax: Fax
        it: RA -> – (lost R, A)

    """

  @Test func sitesFilesFoldersAndRevisionsAreCompared() throws {
    let guide = try guide()
    try git(guide, ["init", "--quiet"])
    try git(guide, ["add", "content"])
    try git(guide, ["commit", "--quiet", "-m", "first"])
    try #require(try guide.rolebook(["build", "--output", "old"]).status == 0)
    try FileManager.default.copyItem(
      at: guide.folder.file("content"), to: guide.folder.file("before"))
    try change(guide)
    try #require(try guide.rolebook(["build"]).status == 0)
    let temporary = guide.folder.file("temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    for old in ["old", "old/guide.json", "before", "HEAD"] {
      for new in ["public", "content"] {
        let result = try guide.rolebook(
          ["diff", old, new], environment: ["TMPDIR": temporary.path])
        #expect(result.status == 0)
        #expect(result.output == Self.expected, "\(old) \(new)")
        #expect(result.errors == "")
      }
    }
    let german = try guide.rolebook(["diff", "HEAD", "content", "--locale", "de-DE"])
    #expect(german.output.contains("roles#backups: Datensicherung\n"))
    #expect(try guide.rolebook(["diff", "old", "HEAD"]).output == "Nothing changed.\n")
    let left = try FileManager.default.contentsOfDirectory(atPath: temporary.path)
    #expect(left == [], "revisions are cleared away")
  }

  /// Without texts beside it, a list of responsibilities can't tell how wording changed.
  @Test func aFileWithoutTextsIsToldApart() throws {
    let guide = try guide()
    try #require(try guide.rolebook(["build", "--output", "old"]).status == 0)
    try FileManager.default.moveItem(
      at: guide.folder.file("old/guide.json"), to: guide.folder.file("bare.json"))
    try change(guide)
    let note =
      "bare.json: note: there is no search index beside it, so changed wording is not shown\n"
    let result = try guide.rolebook(["diff", "bare.json", "content"])
    #expect(result.status == 0)
    #expect(result.output == Self.expected)
    #expect(result.errors == note)
    let build = try guide.rolebook(["build", "--since", "bare.json"])
    #expect(build.status == 0)
    #expect(build.errors.contains(note), "\(build.errors)")
  }

  @Test(arguments: [
    (["diff"], 2, "'diff' needs two guides: sites, guide.json files, folders, or git revisions"),
    (["diff", "public", "public", "--format", "jsn"], 2, "did you mean 'json'?"),
    (["diff", "public", "public", "--locale", "de-D"], 2, "did you mean 'de-DE'?"),
    (["diff", "public", "public", "--date", "2026-1-1"], 2, "takes a day such as"),
    (
      ["diff", "public", "nowhere"], 3, "nowhere: no such file, folder, or git revision of content"
    ),
    (
      ["diff", "content/guide.yml", "public"], 3, "content/guide.yml: not valid JSON from byte 0 on"
    ),
    (["diff", "content/raci", "public"], 3, "the folder has no guide.json and no guide.yml"),
    (
      ["build", "--date", "2026-1-1"], 2,
      "'--date' takes a day such as '2026-01-31', not '2026-1-1'"
    ),
  ]) func whatCannotBeComparedIsSaid(arguments: [String], status: Int32, message: String) throws {
    let guide = try guide()
    try #require(try guide.rolebook(["build"]).status == 0)
    let result = try guide.rolebook(arguments)
    #expect(result.status == status)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output == "")
  }

  @Test func jsonFollowsItsSchema() throws {
    let guide = try guide()
    try #require(try guide.rolebook(["build", "--output", "old"]).status == 0)
    try change(guide)
    let json = try guide.rolebook(["diff", "old", "content", "--format", "json"])
    try guide.folder.write(json.output, to: "changes.json")
    let schema = JSONSchema(Project.templates.appending(path: "schemas/changes.schema.json"))
    let violations = try schema.violations(in: [guide.folder.file("changes.json")])
    #expect(violations.map(\.description) == [])
  }

  /// A feed that is printed may be published anywhere, so only complete addresses say anything.
  @Test(arguments: ["", "https://intranet.example"])
  func aPrintedFeedFollowsItsSpecification(siteURL: String) throws {
    let guide = try guide()
    let old = try guide.folder.read("content/guide.yml")
    try #require(try guide.rolebook(["build", "--output", "old"]).status == 0)
    try change(guide)
    let key = siteURL.isEmpty ? "" : "site_url: \(siteURL)\nbase_path: /it/\n"
    try guide.folder.write(old + key, to: "content/guide.yml")
    let arguments = ["diff", "old", "content", "--format", "atom", "--date", "2026-02-03"]
    let printed = try guide.rolebook(arguments)
    let feed = try AtomFeed(printed.output)
    #expect(feed.problems == [])
    #expect(feed.titles == ["Backups", "Chat", "Fax"])
    #expect(printed.output.contains("<updated>2026-02-03T00:00:00Z</updated>"))
    let page = "https://intranet.example/it/en-US/"
    #expect(
      feed.links()
        == (siteURL.isEmpty ? [] : [page, page + "roles/#backups", page + "roles/#chat"]))
    let start = siteURL.isEmpty ? "urn:rolebook:" : page
    #expect(feed.ids.allSatisfy { $0.hasPrefix(start) }, "\(feed.ids)")
    #expect(try guide.rolebook(arguments).output == printed.output)
  }

  @Test func feedsOfASiteAreKnownByTheirAddresses() throws {
    let guide = try guide()
    let old = try guide.folder.read("content/guide.yml")
    try guide.folder.write(old + "site_url: https://a.example\n", to: "content/guide.yml")
    try #require(try guide.rolebook(["build"]).status == 0)
    try change(guide)
    try #require(try guide.rolebook(["build", "--since", "public"]).status == 0)
    for page in ["en-US/changes/", "de-DE/parties/it/"] {
      let feed = try AtomFeed(try guide.folder.read("public/\(page)feed.atom"))
      #expect(feed.problems == [])
      #expect(feed.ids.first == "https://a.example/\(page)")
      #expect(feed.links("self") == ["https://a.example/\(page)feed.atom"])
      #expect(feed.links().allSatisfy { $0.hasPrefix("https://a.example/") })
    }
  }

  @Test func aSiteSaysWhatChanged() throws {
    let guide = try guide()
    try #require(try guide.rolebook(["build"]).status == 0)
    #expect(!(try guide.site().paths.contains { $0.contains("changes/") || $0.contains(".atom") }))
    try change(guide)
    let arguments = ["build", "--since", "public", "--date", "2026-02-03"]
    let result = try guide.rolebook(arguments + ["--output", "new"])
    #expect(result.status == 0, "\(result.errors)")
    let site = try guide.site("new")
    let page = try #require(site.text("de-DE/changes/index.html"))
    for text in [
      "Was sich geändert hat", ">Datensicherung</a>", "Neue Aufgaben", "Entfernte Aufgaben",
      "<th scope=\"col\">Vorher</th>", "datetime=\"2026-02-03\"",
    ] { #expect(page.contains(text), "\(text)") }
    let cells = page.matches(of: /<td>(.*?)<\/td>/).map {
      $0.1.replacing(/<[^>]*>/, with: "").trimmingCharacters(in: .whitespaces)
    }
    for line in [["Helpdesk", "–", "A"], ["Die IT", "RA", "R"], ["Die IT", "RA", "–"]] {
      #expect(cells.indices.contains { Array(cells[$0...].prefix(3)) == line }, "\(cells)")
    }
    #expect(site.text("sitemap.xml")?.contains("/en-US/changes/") == true)
    #expect(site.text("en-US/index.html")?.contains("href=\"changes/\"") == true)
    let party = try #require(site.text("de-DE/parties/desk/index.html"))
    #expect(party.contains("href=\"feed.atom\""))
    for (path, titles) in [
      ("en-US/changes/feed.atom", ["Backups", "Chat", "Fax"]),
      ("de-DE/parties/desk/feed.atom", ["Datensicherung"]),
      ("de-DE/parties/it/feed.atom", ["Datensicherung", "Chat", "Fax"]),
    ] {
      let feed = try AtomFeed(try #require(site.text(path)))
      #expect(feed.titles == titles, "\(path)")
      #expect(feed.problems == [])
    }
    let problems = try SiteCrawler(guide.folder.file("new")).problems().map(\.description)
    #expect(problems == [])
    let messages = try NuChecker().messages(about: [
      guide.folder.file("new/de-DE/changes/index.html"),
      guide.folder.file("new/en-US/parties/desk/index.html"),
    ])
    #expect(messages.map(\.description) == [])
    let again = try guide.rolebook(arguments + ["--output", "again", "--jobs", "1"])
    #expect(again.status == 0)
    #expect(site.differences(from: try guide.site("again")) == [])
  }

  /// Words that changed are marked, whatever the older guide is.
  @Test func changedWordingIsMarked() throws {
    let guide = try guide()
    try git(guide, ["init", "--quiet"])
    try git(guide, ["add", "content"])
    try git(guide, ["commit", "--quiet", "-m", "first"])
    try #require(try guide.rolebook(["build", "--output", "old"]).status == 0)
    let text = try guide.folder.read("content/en-US/roles.md")
    try guide.folder.write(
      text.replacing("Text of Backups.", with: "Words of <b>@all</b> Backups.")
        .replacing("# Roles\n\n", with: "# Roles\n\nA *new* lead.\n\n"),
      to: "content/en-US/roles.md")
    for old in ["old", "old/guide.json", "HEAD"] {
      let plain = try guide.rolebook(["diff", old, "content"])
      #expect(plain.output.contains("Changed wording:\n"), "\(old): \(plain.output)")
      #expect(plain.output.contains("  en-US: roles#backups: Backups\n"))
      #expect(plain.output.contains("[-Text-]{+Words+} of{+ @all+} Backups."), "\(plain.output)")
      #expect(plain.output.contains("{+A new lead.+}"))
    }
    let report = try guide.rolebook(["diff", "HEAD", "content", "--report"]).output
    #expect(report.contains("<del>Text</del><ins>Words</ins> of "), "\(report)")
    #expect(report.contains("- **it**: wording changes in 1 of its rows"), "\(report)")
    let json = try guide.rolebook(["diff", "HEAD", "content", "--format", "json"])
    try guide.folder.write(json.output, to: "changes.json")
    let schema = JSONSchema(Project.templates.appending(path: "schemas/changes.schema.json"))
    #expect(try schema.violations(in: [guide.folder.file("changes.json")]).isEmpty)
    try #require(
      try guide.rolebook(["build", "--since", "old", "--date", "2026-02-03"]).status == 0)
    let page = try #require(try guide.site().text("en-US/changes/index.html"))
    #expect(page.contains("Changed wording"))
    #expect(page.contains("<del>Text</del><ins>Words</ins>"), "\(page)")
    let german = try #require(try guide.site().text("de-DE/changes/index.html"))
    #expect(!german.contains("<ins>"))
    // A day is only known of a revision.
    #expect(page.contains("<time datetime=\"2026-02-03\">February 3, 2026</time>"))
    try #require(
      try guide.rolebook(["build", "--since", "HEAD", "--date", "2026-02-03"]).status == 0)
    let dated = try #require(try guide.site().text("en-US/changes/index.html"))
    #expect(dated.contains(" – February 3, 2026</time>"))
  }

  /// No text of a guide writes Markdown of its own, calls users, or makes links.
  @Test func aReportHoldsNoMarkdownOfTheGuide() throws {
    let guide = try guide()
    try #require(try guide.rolebook(["build", "--output", "old"]).status == 0)
    let hostile =
      "</ins><script>x</script> **b** `c` [l](https://e.example) @team www.e.example "
      + "<!-- ~~s~~ \\| # h ![i](x)"
    let text = try guide.folder.read("content/en-US/roles.md")
    let escaped = hostile.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || scalar == " " ? "\(scalar)" : "&#\(scalar.value);"
    }
    try guide.folder.write(
      text.replacing("Text of Backups.", with: escaped.joined()), to: "content/en-US/roles.md")
    try guide.folder.write(
      "reviews:\n  - {scope: roles, by: 'Kim </td> @all **x** | y', date: 2026-01-01, digest: a}\n",
      to: "content/reviews.yml")
    let report = try guide.rolebook(["diff", "old", "content", "--report"]).output
    #expect(report.contains("\\<script\\>"), "\(report)")
    try guide.folder.write(report, to: "report.md")
    let html = try run(
      URL(filePath: "/usr/bin/cmark-gfm"),
      ["--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink", "report.md"],
      in: guide.folder.url)
    let forgeries = [
      "<script", "<strong>b", "<code>", "<a ", "<img", "<h1", "@team", "@all", "<strong>x",
    ]
    for forged in forgeries {
      #expect(!html.output.contains(forged), "\(forged): \(html.output)")
    }
  }

  @Test func theDayIsThatOfTheSourceWhereItIsKnown() throws {
    let guide = try guide()
    try #require(try guide.rolebook(["build"]).status == 0)
    let result = try guide.rolebook(
      ["build", "--since", "public"], environment: ["SOURCE_DATE_EPOCH": "1700000000"])
    #expect(result.status == 0)
    #expect(try guide.site().text("en-US/changes/index.html")?.contains("2023-11-14") == true)
  }
}
