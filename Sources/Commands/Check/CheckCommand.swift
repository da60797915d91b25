import Diagnostics

extension Rolebook {
  static let checkCommand = Command(
    name: "check", operands: "", summary: "Checks a guide and prints what it finds.",
    options: [
      .content, .templates,
      Option(
        "format", value: "FORMAT", choices: CheckFormat.allCases.map(\.rawValue),
        "\(CheckFormat.names) (default: text)"),
      .jobs, .strict, .quiet, .help,
    ], run: check)

  private static func check(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    try arguments.refuseOperands()
    let format = try arguments.checkFormat()
    let library = try TemplateLibrary(arguments.values["templates"])
    var loader = try arguments.loader()
    let (loaded, findings) = try await loader.load(library)
    var all = findings
    if let loaded {
      let publisher = try SiteKit(library).publisher(of: loaded, findings, loader.jobs)
      all = (findings + publisher.collisions(publisher.site.jobs())).sortedByPlace()
    }
    for line in format.lines(all) { terminal.print(line) }
    let errors = all.count { $0.severity == .error }
    terminal.say("\(counted(errors, "error")), \(counted(all.count - errors, "warning"))")
    return errors > 0 ? .findings : .success
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

  func lines(_ findings: [Diagnostic]) -> [String] {
    switch self {
    case .text: findings.map(\.text)
    case .json: [String(decoding: FindingsJSON.bytes(findings), as: UTF8.self)]
    case .sarif: [String(decoding: FindingsSARIF.bytes(findings), as: UTF8.self)]
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
