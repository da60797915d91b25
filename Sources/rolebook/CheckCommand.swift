import Base
import Guide
import Publishing
import Site

extension Rolebook {
  static let checkCommand = Command(
    name: "check", operands: "", summary: "Checks a guide and prints findings.",
    options: [
      .content, .templates,
      Option(
        "format", value: "FORMAT", choices: CheckFormat.allCases.map(\.rawValue),
        "\(CheckFormat.names) (default: text)"),
      Option("explain", "explain how rows were matched to the source"),
      .date, .all, .jobs, .limits, .strict, .quiet, .help,
    ], run: check)

  private static func check(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    try arguments.refuseOperands()
    let format = try arguments.checkFormat()
    let isExplaining = arguments.switches.contains("explain")
    if isExplaining, format != .text {
      throw UsageError(message: "'--explain' needs '--format text'")
    }
    let library = try TemplateLibrary(arguments.values["templates"])
    var loader = try arguments.loader()
    loader.date = try arguments.date()
    let (all, loaded) = try await findings(&loader, library)
    if isExplaining, let loaded {
      for line in try PairingReport(guide: loaded.guide).lines() { terminal.print(visible(line)) }
    }
    for line in format.lines(all, isFull: arguments.switches.contains("all")) {
      terminal.print(line)
    }
    for line in FindingCounts(all).lines { terminal.say(line) }
    return all.containsError ? .findings : .success
  }

  /// All that is wrong with a guide, sorted by place, and the guide itself, where there is one.
  static func findings(
    _ loader: inout GuideLoader, _ library: TemplateLibrary
  ) async throws -> ([Diagnostic], LoadedGuide?) {
    let (loaded, findings) = try await loader.load(library.strings)
    guard let loaded else { return (findings, nil) }
    let publisher = SitePublisher(
      try Theme(library), of: loaded, findings, jobs: loader.jobs)
    let collisions = publisher.collisions(publisher.site.jobs())
    return ((findings + collisions).sortedByPlace(), loaded)
  }
}

/// How many findings there are, by severity and by rule.
struct FindingCounts {
  /// From so many findings on, those of each rule are counted.
  private static let fewestToCount = 10

  private let findings: [Diagnostic]

  init(_ findings: [Diagnostic]) {
    self.findings = findings
  }

  /// The counts, a line for all and, where there are many, one for each rule that has some.
  var lines: [String] {
    let counts = [Severity.error, .warning, .note].map { severity in
      (severity, findings.count { $0.severity == severity })
    }
    let parts = counts.filter { $0.0 != .note || $0.1 > 0 }.map { counted($1, $0.rawValue) }
    return [parts.joined(separator: ", ")] + (findings.count < Self.fewestToCount ? [] : byRule)
  }

  private var byRule: [String] {
    var counts: [DiagnosticID: Int] = [:]
    for finding in findings { counts[finding.id, default: 0] += 1 }
    let sorted = counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    let width = sorted.first.map { "\($0.value)".count } ?? 0
    return sorted.map { id, count in
      let padding = String(repeating: " ", count: width - "\(count)".count)
      return "  \(padding)\(count) \(id.rawValue)"
    }
  }
}

/// The forms in which findings are printed.
enum CheckFormat: String, CaseIterable {
  /// As compilers print them.
  case text
  /// `schemas/findings.schema.json`.
  case json
  /// SARIF 2.1.0, which code hosts and editors show.
  case sarif
  /// The workflow commands of GitHub Actions, which show findings beside the lines they are about.
  case github

  static var names: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  func lines(_ findings: [Diagnostic], isFull: Bool) -> [String] {
    switch self {
    case .text: FindingSummary(findings.map(\.text), isFull: isFull).entries
    case .json: [String(decoding: FindingsJSON.bytes(findings), as: UTF8.self)]
    case .sarif:
      [String(decoding: FindingsSARIF.bytes(findings, version: Rolebook.version), as: UTF8.self)]
    case .github: findings.map(annotation)
    }
  }
}

extension ParsedArguments {
  fileprivate func checkFormat() throws(UsageError) -> CheckFormat {
    guard let text = values["format"] else { return .text }
    if let format = CheckFormat(rawValue: text) { return format }
    let hint = didYouMean(text, among: CheckFormat.allCases.map(\.rawValue)).map { "; \($0)" }
    throw UsageError(message: "'--format' takes \(CheckFormat.names), not '\(text)'\(hint ?? "")")
  }
}
