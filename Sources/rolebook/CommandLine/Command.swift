/// How a run ended, as its exit status says.
public enum ExitStatus: Int32, Sendable {
  /// All is well.
  case success = 0
  /// The guide has errors.
  case findings = 1
  /// Invalid arguments.
  case usage = 2
  /// A file could not be read or written.
  case failure = 3
}

/// A command of the program.
struct Command {
  let name: String
  /// Its operands as the usage line shows them.
  let operands: String
  /// All possible values of an operand, if they are a few words.
  var operandChoices: [String] = []
  /// Its purpose in one line.
  let summary: String
  let options: [Option]
  let run: @Sendable (ParsedArguments, Terminal) async throws -> ExitStatus

  /// The text of `--help`.
  var help: String {
    let heads = options.map { option in
      option.names + (option.value.map { " \($0)" } ?? "")
    }
    let width = heads.map(\.count).max() ?? 0
    let lines = zip(heads, options).map { head, option in
      "  " + head + String(repeating: " ", count: width - head.count + 2) + option.help
    }
    let usage = ["rolebook", name, operands, "[OPTION]..."].filter { !$0.isEmpty }
    return """
      Usage: \(usage.joined(separator: " "))
      \(summary)

      \(lines.joined(separator: "\n"))

      """
  }
}
