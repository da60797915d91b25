import Foundation
import TestSupport
import Testing

/// A reviewer's day: an approval is recorded, runs out, and lapses with what it approved.
@Suite struct ReviewTests {
  private func approvals(_ scope: String) throws -> ExchangedGuide {
    let guide = try ExchangedGuide.bundled()
    let result = try guide.rolebook(
      "approve", "--scope", scope, "--by", "customer-it", "--valid", "P1Y", "--date", "2026-01-31")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("approved by 'customer-it' on 2026-01-31, until 2027-01-31"))
    return guide
  }

  @Test(arguments: ["guide", "roles-and-responsibilities", "roles-and-responsibilities#printing"])
  func anApprovalHoldsAndRunsOut(scope: String) throws {
    let guide = try approvals(scope)
    let held = try guide.rolebook("check", "--date", "2027-01-31")
    #expect(held.output.isEmpty, "\(held.output)")
    let over = try guide.rolebook("check", "--date", "2027-02-01")
    #expect(over.output.contains("the approval of '\(scope)' by 'customer-it' ended on 2027-01-31"))
    #expect(over.output.contains("[review/expired]"))
    #expect(over.output.contains("run 'rolebook approve --scope \(scope) --by NAME'"))
  }

  @Test(arguments: ["guide", "roles-and-responsibilities", "roles-and-responsibilities#printing"])
  func aChangeOfTextOrLettersLapsesIt(scope: String) throws {
    let guide = try approvals(scope)
    let document = "content/en-US/roles-and-responsibilities.md"
    try guide.replace("manage printers", by: "set up printers", in: document)
    let text = try guide.rolebook("check", "--date", "2026-02-01")
    let message =
      "'\(scope)' changed since 'customer-it' approved it on 2026-01-31 [review/changed]"
    #expect(text.output.contains(message), "\(text.output)")
    try guide.replace("set up printers", by: "manage printers", in: document)
    try guide.replace(
      "printing:\n        raci: {customer-it: RA}",
      by: "printing:\n        raci: {customer-it: RA, provider: I}",
      in: "content/raci/roles-and-responsibilities.yml")
    let letters = try guide.rolebook("check", "--date", "2026-02-01")
    #expect(letters.output.contains(message), "\(letters.output)")
    try guide.rolebook(
      "approve", "--scope", scope, "--by", "customer-it", "--date", "2026-02-01")
    let again = try guide.rolebook("check", "--date", "2026-02-02")
    #expect(!again.output.contains("[review/"), "\(again.output)")
  }

  private func site(_ guide: ExchangedGuide, on date: String) throws -> FolderContents {
    let build = try guide.rolebook("build", "--date", date)
    #expect(build.status == 0, "\(build.errors)")
    return try FolderContents(of: guide.folder.file("public"))
  }

  private static let row = "printing:\n        raci: {customer-it: RA}"

  /// Nothing of a site says anything of reviews where there are none, or none that can be read.
  @Test(arguments: [nil, "", "reviews:\n", "reviews: []\n"])
  func aSiteWithoutReviewsHasNoneOfThem(reviews: String?) throws {
    let guide = try ExchangedGuide.bundled()
    let plain = try site(guide, on: "2026-02-01")
    if let reviews { try guide.folder.write(reviews, to: "content/reviews.yml") }
    let other = try site(guide, on: "2027-02-01")
    // The page to print tells its own day.
    let differences = other.differences(from: plain)
      .filter { !$0.contains(".rolebook") && !$0.hasSuffix("/print.html") }
    #expect(differences == [])
    #expect(!plain.paths.contains { $0.contains("reviews") })
    #expect(plain.text("guide.json")?.contains("review") == false)
    #expect(plain.text("en-US/matrix.csv")?.contains("Reviews") == false)
  }

  @Test func pagesSayWhatIsApproved() throws {
    let guide = try approvals("roles-and-responsibilities")
    let site = try site(guide, on: "2026-02-01")
    let document = try #require(site.text("en-US/roles-and-responsibilities/index.html"))
    #expect(document.contains("Valid until January 31, 2027"))
    #expect(site.text("en-US/getting-help/index.html")?.contains("review-never") == true)
    let list = try #require(site.text("de-DE/reviews/index.html"))
    for text in [
      "<h1>Freigaben</h1>", "Freigegeben", "Gültig bis 31. Januar 2027", "Nie freigegeben",
    ] {
      #expect(list.contains(text), "\(text)")
    }
    #expect(site.text("status/index.html")?.contains("review-never") == true)
    #expect(site.text("en-US/parties/customer-it/index.html")?.contains("review-counts") == true)
    #expect(site.text("en-US/index.html")?.contains("href=\"reviews/\"") == true)
    #expect(site.text("sitemap.xml")?.contains("/en-US/reviews/") == true)
    let csv = try #require(site.text("en-US/matrix.csv"))
    #expect(csv.contains("\"Reviews\",\"State\",\"URL\""), "\(csv.prefix(400))")
    #expect(csv.contains("\"Approved\",\"Current\""))
    let problems = try SiteCrawler(guide.folder.file("public")).problems().map(\.description)
    #expect(problems == [])
  }

  /// Changes are listed row by row: letters, wording, rows that came and went.
  @Test(arguments: ["guide", "roles-and-responsibilities"])
  func aPageSaysWhatChangedSince(scope: String) throws {
    let guide = try approvals(scope)
    try guide.replace(
      Self.row, by: "printing:\n        raci: {customer-it: RA, provider: I}",
      in: "content/raci/roles-and-responsibilities.yml")
    let site = try site(guide, on: "2026-02-01")
    let list = try #require(site.text("en-US/reviews/index.html"))
    #expect(list.contains("id=\"_changed\""))
    #expect(list.contains("Microsoft: – → I"), "\(list)")
    let document = try #require(site.text("en-US/roles-and-responsibilities/index.html"))
    let rows = document.components(separatedBy: "row-review").dropFirst()
    #expect(rows.count { $0.contains("review-changed") } == 1, "one row alone changed")
    let other = try #require(site.text("en-US/getting-help/index.html"))
    #expect(!other.contains("review-changed"), "what changed elsewhere says nothing of it")
    let json = try #require(site.text("guide.json"))
    #expect(json.contains("\"state\":\"changed\""))
    let schema = JSONSchema(Project.templates.appending(path: "schemas/guide-index.schema.json"))
    #expect(try schema.violations(in: [guide.folder.file("public/guide.json")]).isEmpty)
    let matrix = JSONSchema(Project.templates.appending(path: "schemas/matrix.schema.json"))
    #expect(try matrix.violations(in: [guide.folder.file("public/en-US/matrix.json")]).isEmpty)
  }

  /// With a history, the words that changed are marked; a text that was never recorded is not shown.
  @Test func wordsThatChangedSinceAreMarked() throws {
    let guide = try approvals("roles-and-responsibilities")
    try guide.commit()
    try guide.replace(
      "manage printers", by: "set up printers", in: "content/en-US/roles-and-responsibilities.md")
    let page = try #require(
      try site(guide, on: "2026-02-01").text("en-US/reviews/index.html"))
    #expect(page.contains("<del>manage</del><ins>set up</ins> printers"), "\(page)")
    #expect(page.contains("Changed wording"))
  }

  /// A day alone changes a site, and the same day gives the same bytes.
  @Test func theDayDecidesWhatRanOut() throws {
    let guide = try approvals("guide")
    let held = try site(guide, on: "2026-02-01")
    #expect(held.text("en-US/reviews/index.html")?.contains("_approved") == true)
    let soon = try site(guide, on: "2027-01-15")
    #expect(soon.text("en-US/reviews/index.html")?.contains("Approval ends soon") == true)
    let over = try site(guide, on: "2027-02-01")
    #expect(over.text("en-US/reviews/index.html")?.contains("_expired") == true)
    #expect(over.text("en-US/index.html")?.contains("review-expired") == true)
    let again = try site(guide, on: "2026-02-01")
    let differences = again.differences(from: held).filter { !$0.contains(".rolebook") }
    #expect(differences == [])
    try FileManager.default.removeItem(at: guide.folder.file("public"))
    let build = try run(
      try Project.executable(), ["build", "--jobs", "1"], in: guide.folder.url,
      environment: ["SOURCE_DATE_EPOCH": "1769904000"])
    #expect(build.status == 0)
    let fresh = try FolderContents(of: guide.folder.file("public"))
    // The page to print has a day only if the option says one.
    let others = fresh.differences(from: held).filter {
      !$0.contains(".rolebook") && !$0.hasSuffix("/print.html")
    }
    #expect(others == [])
  }

  @Test func anExportWithReviewsComesBack() throws {
    let guide = try approvals("guide")
    try guide.rolebook("export", "--format", "csv", "--output", "m.csv", "--date", "2026-02-01")
    #expect(try guide.text("m.csv").contains("\"Reviews\""))
    let result = try guide.rolebook("import", "m.csv")
    #expect(result.status == 0)
    #expect(result.errors == "m.csv: no letters changed\n", "\(result.errors)")
    try guide.rolebook("export", "--format", "xlsx", "--output", "m.xlsx", "--date", "2026-02-01")
    let workbook = try guide.rolebook("import", "m.xlsx")
    #expect(workbook.errors == "m.xlsx: no letters changed\n", "\(workbook.errors)")
  }

  @Test func aReportSaysWhichApprovalsLapse() throws {
    let guide = try approvals("roles-and-responsibilities")
    try guide.commit()
    try guide.replace(
      Self.row, by: "printing:\n        raci: {customer-it: RA, provider: I}",
      in: "content/raci/roles-and-responsibilities.yml")
    let report = try guide.rolebook(
      "diff", "HEAD", "content", "--report", "--date", "2026-02-01")
    #expect(report.status == 0, "\(report.errors)")
    #expect(
      report.output.contains(
        "## Approvals that lapse\n\n- roles-and-responsibilities: approved by customer-it on "
          + "2026-01-31, changed since"), "\(report.output)")
    #expect(
      report.output.contains("- **customer-it**: the approval of roles-and-responsibilities lapses")
    )
    #expect(report.output.contains("- roles-and-responsibilities#printing: "))
    try guide.rolebook(
      "approve", "--scope", "roles-and-responsibilities", "--by", "customer-it", "--date",
      "2026-02-01")
    let again = try guide.rolebook(
      "diff", "HEAD", "content", "--report", "--date", "2026-02-01")
    #expect(!again.output.contains("lapse"), "\(again.output)")
  }

  /// Approvals are added to a list in each usual form, and nothing else changes.
  @Test(
    arguments: [
      "", "# Ours\n", "reviews:", "reviews:\n", "reviews: []\n", "reviews: [ ] # none\n", "---\n",
      "reviews: ~\n", "reviews: null # none\n",
      "reviews:\n- ", "reviews:\n  - ", "reviews:\n    - ", "---\nreviews:\n- ",
    ], ["", "...\n"])
  func anApprovalFitsTheForm(start: String, end: String) throws {
    let guide = try ExchangedGuide.bundled()
    let entry = "{scope: guide, by: Lou, date: 2026-01-30, digest: a}\n"
    let hasEntry = start.hasSuffix("- ")
    let separator = start.isEmpty || start.hasSuffix("\n") || hasEntry ? "" : "\n"
    let before = start + (hasEntry ? entry : separator) + (start.contains("reviews") ? end : "")
    try guide.folder.write(before, to: "content/reviews.yml")
    for name in ["Kim", "Ann"] {
      let result = try guide.rolebook("approve", "--by", name, "--date", "2026-01-31")
      #expect(result.status == 0, "\(before.debugDescription): \(result.errors)")
    }
    let after = try guide.text("content/reviews.yml")
    #expect(!hasEntry || after.hasPrefix(start + entry))
    #expect(!before.hasSuffix("...\n") || after.hasSuffix("...\n"))
    let check = try guide.rolebook("check", "--date", "2026-02-01")
    #expect(check.output.contains("since 'Lou'") == hasEntry, "\(check.output)")
    #expect(!check.output.contains("Kim") && !check.output.contains("Ann"), "\(check.output)")
  }

  /// A list in another form stays as it is, and the lines to add are printed.
  @Test func linesToAddArePrinted() throws {
    let guide = try ExchangedGuide.bundled()
    try guide.folder.write("{}\n", to: "content/reviews.yml")
    let result = try guide.rolebook("approve", "--by", "Kim", "--date", "2026-01-31")
    #expect(result.status == 1)
    #expect(result.errors.contains("add these lines to its list:\n  - scope: \"guide\"\n"))
    #expect(try guide.text("content/reviews.yml") == "{}\n")
  }

  /// An entry for a list in brackets can be pasted into it.
  @Test(arguments: [
    "reviews: [ENTRY]\n", "{reviews: [ENTRY]}\n", "reviews:\n  [\n    ENTRY\n  ]\n",
  ])
  func anEntryInBracesIsPrinted(form: String) throws {
    let guide = try ExchangedGuide.bundled()
    let entry = "{scope: guide, by: Lou, date: 2026-01-30, digest: a}"
    let before = form.replacingOccurrences(of: "ENTRY", with: entry)
    try guide.folder.write(before, to: "content/reviews.yml")
    let result = try guide.rolebook(
      "approve", "--by", "Kim", "--valid", "P1Y", "--date", "2026-01-31")
    #expect(result.status == 1)
    #expect(try guide.text("content/reviews.yml") == before)
    let last = try #require(result.errors.split(separator: "\n").last)
    #expect(last.hasPrefix("{scope: \"guide\", by: \"Kim\", date: 2026-01-31, digest: \""))
    let after = form.replacingOccurrences(of: "ENTRY", with: "\(entry), \(last)")
    try guide.folder.write(after, to: "content/reviews.yml")
    let check = try guide.rolebook("check", "--date", "2026-02-01")
    #expect(check.output.contains("since 'Lou'") && !check.output.contains("Kim"))
    let late = try guide.rolebook("check", "--date", "2027-02-01")
    #expect(late.output.contains("by 'Kim' ended on 2027-01-31"), "\(late.output)")
  }

  @Test(arguments: [
    ("P1Y", "'--valid P1Y' from 9999-12-31 ends after 9999-12-31"),
    ("P10000D", "'--valid P10000D' from 9999-12-31 ends after 9999-12-31"),
    ("1Y", "'--valid' takes a duration such as P1Y or P90D, not '1Y'"),
  ]) func theEndIsADayOfTheCalendar(duration: String, message: String) throws {
    let guide = try ExchangedGuide.bundled()
    let result = try guide.rolebook(
      "approve", "--by", "Kim", "--valid", duration, "--date", "9999-12-31")
    #expect(result.status == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func whatIsNoReviewIsReported() throws {
    let guide = try ExchangedGuide.bundled()
    try guide.folder.write(
      "reviews:\n  - {scope: nowhere, by: x, date: 2026-01-31, digest: a}\n"
        + "  - {scope: guide, by: x, date: soon, digest: a, valid: 1Y}\n",
      to: "content/reviews.yml")
    let check = try guide.rolebook("check", "--date", "2026-02-01")
    #expect(check.output.contains("reviews.yml:2:5: warning: 'nowhere' is not a document or row"))
    #expect(check.output.contains("'soon' is not a day such as 2026-01-31"))
    #expect(check.output.contains("'1Y' is not a duration such as P1Y or P90D"))
  }

  @Test func aReportSaysWhoShouldLook() throws {
    let guide = try ExchangedGuide.bundled()
    try guide.commit()
    try guide.replace(
      "printing:\n        raci: {customer-it: RA}",
      by: "printing:\n        raci: {customer-it: RA, provider: I}",
      in: "content/raci/roles-and-responsibilities.yml")
    let report = try guide.rolebook("diff", "HEAD", "content", "--report")
    #expect(report.status == 0, "\(report.errors)")
    #expect(
      report.output.contains("## Reviewers\n\n- **provider**: its letters change in 1 row"))
    #expect(report.output.contains("- **translators of de-DE**: 1 text out of date"))
  }
}
