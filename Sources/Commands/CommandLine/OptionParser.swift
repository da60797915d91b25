import Base

/// An option of a command.
struct Option {
  /// Its long name without the dashes.
  let name: String
  /// What stands for its value in the help; nil for a switch.
  let value: String?
  /// One line of help.
  let help: String
  /// All that the value can be, where that is a few words.
  let choices: [String]

  init(_ name: String, value: String? = nil, choices: [String] = [], _ help: String) {
    self.name = name
    self.value = value
    self.choices = choices
    self.help = help
  }
}

/// Arguments that do not fit a command; the message says which and why.
struct UsageError: Error, Equatable {
  let message: String
}

/// The arguments of one command, as GNU programs take them: `--name value`, `--name=value`,
/// switches, and everything behind `--` as it is.
struct ParsedArguments {
  private(set) var values: [String: String] = [:]
  private(set) var switches: Set<String> = []
  private(set) var operands: [String] = []

  /// Parses arguments against the options that a command knows.
  init(_ arguments: [String], options: [Option]) throws(UsageError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let parts = argument.drop { $0 == "-" }.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map(String.init) ?? ""
      guard argument.hasPrefix("--"), let option = options.first(where: { $0.name == name }) else {
        let hint = didYouMean(name, among: options.map(\.name)).map { "; \($0)" } ?? ""
        throw UsageError(message: "unknown option '\(argument)'\(hint)")
      }
      guard option.value != nil else {
        guard parts.count == 1 else {
          throw UsageError(message: "option '--\(name)' takes no value")
        }
        switches.insert(name)
        continue
      }
      guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
        throw UsageError(message: "option '--\(name)' needs a value")
      }
      values[name] = value
    }
  }
}
