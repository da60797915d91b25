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
      throw UsageError(message: "'--valid' takes a duration such as P1Y or P90D, not '\(duration)'")
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
    let before = isThere ? try readFile(path) : Array("reviews:\n".utf8)
    let (known, findings) = ReviewFile.load(SourceFile(path: path, bytes: before))
    let separator: [UInt8] = before.last == 0x0A || before.isEmpty ? [] : [0x0A]
    let after = before + separator + Array(review.lines.map { $0 + "\n" }.joined().utf8)
    let (reviews, defects) = ReviewFile.load(SourceFile(path: path, bytes: after))
    let isAdded =
      reviews.count == known.count + 1 && reviews.dropLast().elementsEqual(known)
      && reviews.last?.lines == review.lines
    guard !findings.containsError, !defects.containsError, isAdded else {
      _ = terminal.reportFindings(findings.containsError ? findings : defects, refusing: nil)
      terminal.report("rolebook: \(path) cannot be extended; no file was changed")
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
