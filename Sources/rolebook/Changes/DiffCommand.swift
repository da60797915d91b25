import Base
import Glibc
import Guide
import Site

extension Rolebook {
  static let diffCommand = Command(
    name: "diff", operands: "OLD NEW", summary: "Shows the differences between two guides.",
    options: [
      Option(
        "format", value: "FORMAT", choices: DiffFormat.allCases.map(\.rawValue),
        "print as \(DiffFormat.names) (default: text)"),
      Option("report", "write a Markdown report for a pull request"),
      Option("locale", value: "LOCALE", "set the language of titles (default: the source of NEW)"),
      .content, .templates, .date, .jobs, .help,
    ], run: diff)

  private static func diff(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    let format = try arguments.diffFormat()
    let date = try arguments.date()
    let guides = try await arguments.comparedGuides(date: date, terminal)
    let locale = try arguments.titleLocale(of: guides[1])
    let report = ChangeReport(GuideChanges(from: guides[0], to: guides[1]), locale: locale)
    let isForPullRequest = arguments.switches.contains("report")
    if isForPullRequest, arguments.values["format"] != nil {
      throw UsageError(message: "'--report' is Markdown; leave '--format' out")
    }
    try terminal.write(
      isForPullRequest ? Array(report.pullRequest.utf8) : format.bytes(of: report, date: date))
    return .success
  }
}

/// The forms in which changes are printed.
enum DiffFormat: String, CaseIterable {
  case text, markdown, json, atom

  func bytes(of report: ChangeReport, date: String) -> [UInt8] {
    switch self {
    case .text: Array(report.text.utf8)
    case .markdown: Array(report.markdown.utf8)
    case .json: report.json
    case .atom: report.feed(date: date)
    }
  }
}

extension Option {
  /// The day that feeds say.
  static let date = Option(
    "date", value: "DATE", "use DATE as today, such as 2026-01-31 (default: today)")
}

extension ParsedArguments {
  /// The two guides that are compared, the old one first.
  fileprivate func comparedGuides(
    date: String, _ terminal: Terminal
  ) async throws -> [GuideIndex] {
    guard operands.count == 2 else {
      throw UsageError(
        message: "'diff' needs two guides: sites, guide.json files, folders, or git revisions")
    }
    let library = try TemplateLibrary(values["templates"])
    let jobs = try jobs()
    var guides: [GuideIndex] = []
    for name in operands {
      let source = GuideSource(
        name: name, content: values["content"] ?? "content", library: library, jobs: jobs,
        date: date, terminal: terminal)
      guides.append(try await source.index())
    }
    return guides
  }

  /// The language of titles: the one that is asked for, or that of the source.
  fileprivate func titleLocale(of guide: GuideIndex) throws(UsageError) -> String {
    let locale = values["locale"] ?? guide.sourceLocale
    guard guide.locales.contains(locale) else {
      let hint = didYouMean(locale, among: guide.locales).map { "; \($0)" } ?? ""
      throw UsageError(message: "the guide has no locale '\(locale)'\(hint)")
    }
    return locale
  }

  fileprivate func diffFormat() throws(UsageError) -> DiffFormat {
    guard let text = values["format"] else { return .text }
    if let format = DiffFormat(rawValue: text) { return format }
    let hint = didYouMean(text, among: DiffFormat.allCases.map(\.rawValue)).map { "; \($0)" } ?? ""
    throw UsageError(message: "'--format' takes \(DiffFormat.names), not '\(text)'\(hint)")
  }

  /// The day that is asked for, or that of `SOURCE_DATE_EPOCH`, or today, in UTC.
  func date() throws(UsageError) -> String {
    let epoch = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    return try saidDate() ?? day(of: epoch ?? time(nil))
  }

  /// The day that is asked for; nil if none is.
  func saidDate() throws(UsageError) -> String? {
    guard let text = values["date"] else { return nil }
    guard let day = CalendarDay(text), day.text == text else {
      throw UsageError(message: "'--date' takes a day such as '2026-01-31', not '\(text)'")
    }
    return text
  }

  private func day(of seconds: Int) -> String {
    var seconds = time_t(seconds)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let numbers = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    return numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
  }
}
