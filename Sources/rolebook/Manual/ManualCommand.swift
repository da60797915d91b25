import Site

extension Rolebook {
  static let manualCommand = Command(
    name: "manual", operands: "", summary: "Prints the manual page or a reference.",
    options: [
      Option(
        "format", value: "FORMAT", choices: ManualFormat.allCases.map(\.rawValue),
        "print as \(ManualFormat.names) (default: man)"),
      .help,
    ], run: printManual)

  private static func printManual(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    try arguments.refuseOperands()
    let name = arguments.values["format"] ?? ManualFormat.man.rawValue
    guard let format = ManualFormat(rawValue: name) else {
      throw UsageError(message: "'--format' takes \(ManualFormat.names), not '\(name)'")
    }
    let text =
      switch format {
      case .man: ManualPage(commands: commands, version: version).text
      case .markdown: CommandReference(commands: commands).text
      case .rules: RuleReference().text
      case .schemas: try SchemaReference(TemplateLibrary(nil)).text
      }
    try terminal.write(Array(text.utf8))
    return .success
  }
}

/// The forms of the manual.
enum ManualFormat: String, CaseIterable {
  /// For man(1).
  case man
  /// The commands, for the documentation.
  case markdown
  /// The rules, for the documentation.
  case rules
  /// The schemas, for the documentation.
  case schemas
}

/// The text about all commands, in every form of the manual.
enum CommonFacts {
  static let purpose = "turns a responsibility guide into a static site with its RACI matrix"

  static let exitStatuses: [(status: ExitStatus, meaning: String)] = [
    (.success, "Success. There may be warnings."),
    (.findings, "The guide has errors. Nothing was published."),
    (.usage, "Invalid arguments."),
    (.failure, "A file could not be read or written."),
  ]

  static let files: [(path: String, meaning: String)] = [
    ("content/", "The guide: guide.yml, raci/, and one folder per language."),
    ("templates/", "Overrides of the bundled templates, words, and assets."),
    ("public/", "The built site. Its file .rolebook lists the published files."),
  ]
}
