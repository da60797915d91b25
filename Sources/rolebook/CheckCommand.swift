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
        "print findings as \(CheckFormat.names) (default: text)"),
      Option("explain", "explain how rows were matched to the source"),
      .language, .date, .all, .jobs, .limits, .strict, .quiet, .help,
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
    let (language, defects) = try arguments.messages(library, terminal)
    let (found, loaded) = try await findings(&loader, library)
    let all = defects.isEmpty ? found : (found + defects).sortedByPlace()
    if isExplaining, let loaded {
      for line in try PairingReport(guide: loaded.guide).lines() {
        try terminal.print(visible(line))
      }
    }
    for line in format.lines(all, in: language, isFull: arguments.switches.contains("all")) {
      try terminal.print(line)
    }
    for line in FindingCounts(all, in: language).lines { terminal.say(line) }
    return all.containsError ? .findings : .success
  }

  /// All that is wrong with a guide, sorted by place, and the guide itself, if there is one.
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
  private let language: any MessageLanguage

  init(_ findings: [Diagnostic], in language: any MessageLanguage) {
    self.findings = findings
    self.language = language
  }

  /// The counts, a line for all and, if there are many, one for each rule that has some.
  var lines: [String] {
    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    let notes = count(.note)
    var parts: [DiagnosticMessage] = [
      "\(count: count(.error), "error")", "\(count: count(.warning), "warning")",
    ]
    if notes > 0 { parts.append("\(count: notes, "note")") }
    return [language.text("\(list: parts)")]
      + (findings.count < Self.fewestToCount ? [] : byRule)
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

  func lines(
    _ findings: [Diagnostic], in language: any MessageLanguage, isFull: Bool
  ) -> [String] {
    switch self {
    case .text:
      FindingSummary(findings.map { $0.text(in: language) }, in: language, isFull: isFull).entries
    case .json: [text(FindingsJSON.bytes(findings, in: language))]
    case .sarif: [text(FindingsSARIF.bytes(findings, version: Rolebook.version, in: language))]
    case .github: findings.map { annotation($0, in: language) }
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension ParsedArguments {
  fileprivate func checkFormat() throws(UsageError) -> CheckFormat {
    guard let text = values["format"] else { return .text }
    if let format = CheckFormat(rawValue: text) { return format }
    let hint = didYouMean(text, among: CheckFormat.allCases.map(\.rawValue)).map { "; \($0)" }
    throw UsageError(message: "'--format' takes \(CheckFormat.names), not '\(text)'\(hint ?? "")")
  }
}
