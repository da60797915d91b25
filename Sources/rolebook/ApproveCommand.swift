import Base
import Guide
import Publishing

extension Rolebook {
  static let approveCommand = Command(
    name: "approve", operands: "", summary: "Records an approval of a part of a guide.",
    options: [
      Option(
        "scope", value: "SCOPE", "approve guide, a document's key, or KEY#ROW (default: guide)"),
      Option("by", value: "NAME", "name the reviewer, a party or a person"),
      Option(
        "valid", value: "DURATION", "set the validity, such as P1Y or P90D (default: no end)"),
      .date, .content, .templates, .jobs, .quiet, .help,
    ], run: approve)

  private static func approve(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    try arguments.refuseOperands()
    guard let reviewer = arguments.values["by"] else {
      throw UsageError(message: "'approve' needs '--by': a party or a person")
    }
    let date = try arguments.date()
    let duration = arguments.values["valid"]
    if let duration, CalendarDay(date)?.adding(duration) == nil {
      throw UsageError(
        message: CalendarDay.isDuration(duration)
          ? "'--valid \(duration)' from \(date) ends after 9999-12-31, the last day of the calendar"
          : "'--valid' takes a duration such as P1Y or P90D, not '\(duration)'")
    }
    guard let loaded = try await arguments.translatedGuide(terminal) else { return .findings }
    let scope = arguments.values["scope"] ?? "guide"
    guard ContactForm.isName(reviewer) else {
      throw UsageError(message: "'--by' takes a name on one line")
    }
    var scopes = ReviewScopes(loaded.guide)
    guard let digest = try scopes.digest(of: scope) else {
      throw UsageError(message: "the guide has no document or row '\(scope)'")
    }
    let path = loaded.contentFolder + "/reviews.yml"
    let review = Review(
      scope: scope, reviewer: reviewer, date: date, digest: digest, duration: duration,
      record: try scopes.record(of: scope), location: SourceLocation(path: path))
    let isThere = try isRegularFile(path)
    let before = isThere ? try readFile(path) : []
    let findings = ReviewFile.load(SourceFile(path: path, bytes: before)).diagnostics
    if findings.containsError {
      _ = terminal.reportFindings(findings, refusing: path)
      return .findings
    }
    guard let after = ReviewFile.adding(review, to: before, path: path) else {
      terminal.report("rolebook: \(path) cannot be extended; add these lines to its list:")
      for line in ReviewFile.lines(of: review, in: before, path: path) { terminal.report(line) }
      return .findings
    }
    if isThere {
      try writeFile(path, after)
    } else {
      try NewFolder(loaded.contentFolder).write("reviews.yml", after)
    }
    let end = review.lastDay.map { ", until \($0)" } ?? ""
    terminal.say("\(path): '\(scope)' approved by '\(reviewer)' on \(date)\(end)")
    return .success
  }
}
