import Base
import Guide
import Publishing
import Site

extension Rolebook {
  static let exportCommand = Command(
    name: "export", operands: "", summary: "Exports the matrix for other programs.",
    options: [
      Option(
        "format", value: "FORMAT", choices: ExportFormat.allCases.map(\.rawValue),
        "csv, xlsx, json, markdown or oscal"),
      Option(
        "locale", value: "LOCALE", "set the language (default: the source; for xlsx, all)"),
      Option("output", letter: "o", value: "FILE", "write to FILE (default: standard output)"),
      .date,
      .content, .templates,
      Option("base-path", value: "PATH", "set the URL path that the site is served from"),
      .jobs, .strict, .quiet, .help,
    ], run: export)

  private static func export(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    try arguments.refuseOperands()
    let format = try arguments.exportFormat()
    let output = arguments.values["output"].flatMap { $0 == "-" ? nil : $0 }
    guard output != nil || format.isText || !terminal.showsOutput else {
      throw UsageError(message: "'\(format.rawValue)' is not text; use '--output FILE'")
    }
    let library = try TemplateLibrary(arguments.values["templates"])
    var loader = try arguments.loader()
    let date = try arguments.date()
    loader.date = date
    let (loaded, findings) = try await loader.load(library.strings)
    _ = terminal.reportFindings(findings.filter { $0.severity > .note }, refusing: nil)
    guard let loaded, !findings.containsError else {
      let errors = findings.count { $0.severity == .error }
      terminal.report("rolebook: \(counted(errors, "error")); nothing was exported")
      return .findings
    }
    let locale = try arguments.locale(of: loaded.guide)
    let site = try Theme(library).site(of: loaded, findings)
    let bytes = try site.export(format, locale: locale, date: date)
    guard let output else {
      try terminal.write(bytes)
      return .success
    }
    try writeFile(output, bytes)
    terminal.say(
      "\(output): \(counted(loaded.matrix.rows.count, "responsibility", "responsibilities"))")
    return .success
  }
}

extension ParsedArguments {
  fileprivate func exportFormat() throws(UsageError) -> ExportFormat {
    let names = ExportFormat.allCases.map(\.rawValue)
    let choice = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    guard let text = values["format"] else {
      throw UsageError(message: "'export' needs '--format': \(choice)")
    }
    guard let format = ExportFormat(rawValue: text) else {
      let hint = didYouMean(text, among: names).map { "; \($0)" } ?? ""
      throw UsageError(message: "'--format' takes \(choice), not '\(text)'\(hint)")
    }
    return format
  }

  /// The locale that is asked for, by index; nil if none is.
  fileprivate func locale(of guide: Guide) throws(UsageError) -> Int? {
    try values["locale"].map { (tag) throws(UsageError) in try index(of: tag, in: guide) }
  }
}
