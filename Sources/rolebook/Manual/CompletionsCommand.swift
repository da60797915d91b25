import Base

extension Rolebook {
  static let completionsCommand = Command(
    name: "completions", operands: "SHELL", operandChoices: Shell.allCases.map(\.rawValue),
    summary: "Prints a shell completion script.", options: [.help],
    run: printCompletions)

  private static func printCompletions(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    let shell = try arguments.choice(of: Shell.self, for: "completions", what: "a shell")
    let text =
      switch shell {
      case .bash: BashCompletions(commands: commands).text
      case .zsh: ZshCompletions(commands: commands).text
      case .fish: FishCompletions(commands: commands).text
      }
    try terminal.write(Array(text.utf8))
    return .success
  }
}

/// A shell that command lines can be completed in.
enum Shell: String, CaseIterable {
  case bash, zsh, fish
}

extension ParsedArguments {
  /// The only operand, one of a few words.
  ///
  /// - Parameters:
  ///   - command: the command that asks.
  ///   - what: the kind of the operand, with its article.
  func choice<Choice>(
    of _: Choice.Type, for command: String, what: String
  ) throws(UsageError) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let names = Choice.allCases.map(\.rawValue)
    let choice = alternatives(names)
    guard let name = operands.first else {
      throw UsageError(message: "'\(command)' needs \(what): \(choice)")
    }
    if operands.count > 1 { throw UsageError(message: "unexpected argument '\(operands[1])'") }
    guard let found = Choice(rawValue: name) else {
      let hint = didYouMean(name, among: names).map { "; \($0)" } ?? ""
      throw UsageError(message: "'\(command)' knows \(choice), not '\(name)'\(hint)")
    }
    return found
  }
}

/// The kind of a value on the command line, for shells that complete it.
enum ValueKind {
  case folder
  case file
  case choice([String])
  case other

  init(_ option: Option) {
    switch option.value {
    case "DIR": self = .folder
    case "FILE": self = .file
    default: self = option.choices.isEmpty ? .other : .choice(option.choices)
    }
  }

  /// The kind of a command's operands.
  init(operandsOf command: Command) {
    if !command.operandChoices.isEmpty {
      self = .choice(command.operandChoices)
    } else if command.operands.isEmpty {
      self = .other
    } else {
      self = command.operands == "DIR" ? .folder : .file
    }
  }
}
