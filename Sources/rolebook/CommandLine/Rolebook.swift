// rolebook is the command line: only it knows the order of the stages. In: the program's arguments.
// Out: a site, findings, or a new guide, and an exit status.

import Base
import Publishing

/// The program.
public enum Rolebook {
  /// The program's version.
  public static let version = "0.1.0"

  static let commands = [
    buildCommand, checkCommand, exportCommand, importCommand, translateCommand, initCommand,
    previewCommand, stampCommand, approveCommand,
    diffCommand, assembleCommand, serveConfigCommand, completionsCommand, manualCommand,
  ]

  /// Runs the program.
  ///
  /// - Parameter arguments: the arguments without the program's own name.
  public static func run(_ arguments: [String], terminal: Terminal) async -> ExitStatus {
    do {
      return try await dispatch(arguments, terminal)
    } catch let error as UsageError {
      terminal.report("rolebook: \(visible(error.message))")
      terminal.report("Try 'rolebook --help'.")
      return .usage
    } catch {
      terminal.report("rolebook: error: \(visible("\(error)"))")
      return .failure
    }
  }

  private static func dispatch(
    _ arguments: [String], _ terminal: Terminal
  ) async throws -> ExitStatus {
    guard let name = arguments.first else {
      throw UsageError(message: "no command given")
    }
    switch name {
    case "--help", "-h", "help":
      try terminal.print(help)
      return .success
    case "--version", "-V":
      try terminal.print(versions)
      return .success
    default: break
    }
    guard let command = commands.first(where: { $0.name == name }) else {
      let hint = didYouMean(name, among: commands.map(\.name)).map { "; \($0)" } ?? ""
      throw UsageError(message: "unknown command '\(name)'\(hint)")
    }
    let rest = Array(arguments.dropFirst())
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      try terminal.print(command.help)
      return .success
    }
    let parsed = try ParsedArguments(rest, options: command.options)
    if parsed.switches.contains("help") {
      try terminal.print(command.help)
      return .success
    }
    let isQuiet = parsed.switches.contains("quiet")
    return try await command.run(parsed, isQuiet ? terminal.quiet() : terminal)
  }

  private static var help: String {
    let width = commands.map(\.name.count).max() ?? 0
    let lines = commands.map { command in
      let padding = String(repeating: " ", count: width - command.name.count + 2)
      return "  " + command.name + padding + command.summary
    }
    return """
      Usage: rolebook COMMAND [OPTION]...
      Turns a responsibility guide in many languages into a static site with its RACI matrix.

      \(lines.joined(separator: "\n"))

      'rolebook COMMAND --help' shows the options of a command.
      Exit status: 0 success, 1 errors in the guide, 2 invalid usage, 3 read or write error.

      """
  }
}
