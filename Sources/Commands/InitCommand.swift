import Base
import Guide
import Publishing

extension Rolebook {
  static let initCommand = Command(
    name: "init", operands: "DIR", summary: "Makes a new guide, or one of existing Markdown.",
    options: [
      Option("from", value: "DIR", "adopt the translated Markdown files of this folder"),
      Option("source", value: "LOCALE", "the locale to translate from (default: the newest)"),
      Option("quiet", "print failures alone"),
      .help,
    ], run: initialize)

  private static func initialize(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    guard let target = arguments.operands.first else {
      throw UsageError(message: "'init' needs a folder for the new guide")
    }
    if arguments.operands.count > 1 {
      throw UsageError(message: "unexpected argument '\(arguments.operands[1])'")
    }
    if arguments.values["source"] != nil, arguments.values["from"] == nil {
      throw UsageError(message: "'--source' goes with '--from'")
    }
    if try isFolder(target), try !listFolder(target).filter({ !$0.name.hasPrefix(".") }).isEmpty {
      throw AdoptionError.targetNotEmpty(target)
    }
    let files = try adopted(arguments, terminal) ?? Starter.files
    let folder = try NewFolder(target)
    for file in files { try folder.write(file.path, file.bytes) }
    terminal.say("\(target): \(counted(files.count, "file"))")
    terminal.say("Next: cd \(target) && rolebook build")
    return .success
  }

  private static func adopted(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) throws -> [Adoption.File]? {
    guard let folder = arguments.values["from"] else { return nil }
    let loose = try LooseFiles(folder)
    for finding in loose.findings where finding.severity == .error {
      terminal.report(finding.text)
    }
    let source = arguments.values["source"].map(LanguageTag.canonical)
    let adoption = try Adoption(loose.documents, assets: loose.assets, source: source)
    terminal.say("The source is \(adoption.source); '--source' chooses another.")
    return try adoption.files()
  }
}
