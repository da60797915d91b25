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
