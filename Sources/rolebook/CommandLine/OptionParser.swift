import Base

/// An option of a command.
struct Option {
  /// Its long name without the dashes.
  let name: String
  /// Its short name, if it has one.
  let letter: Character?
  /// The name of its value in the help; nil for a switch.
  let value: String?
  /// One line of help.
  let help: String
  /// All possible values, if they are a few words.
  let choices: [String]

  init(
    _ name: String, letter: Character? = nil, value: String? = nil, choices: [String] = [],
    _ help: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.choices = choices
    self.help = help
  }

  /// Its names, as the help says them.
  var names: String { (letter.map { "-\($0), " } ?? "") + "--\(name)" }
}

/// Arguments that do not fit a command; the message says which and why.
struct UsageError: Error, Equatable {
  let message: String
}

/// The arguments of one command, as GNU programs take them.
///
/// These are `--name value`, `--name=value`, `-n value`, `-nvalue`, switches, several short ones in
/// one argument, and everything behind `--` as it is.
struct ParsedArguments {
  private(set) var values: [String: String] = [:]
  /// The options with values in the order that they were given, repeated ones each time.
  private(set) var ordered: [(name: String, value: String)] = []
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
      guard argument.hasPrefix("--") else {
        try takeLetters(argument, &rest, options)
        continue
      }
      let parts = argument.drop { $0 == "-" }.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map(String.init) ?? ""
      guard let option = options.first(where: { $0.name == name }) else {
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
      ordered.append((name, value))
    }
  }

  /// Takes the short options of one argument.
  private mutating func takeLetters(
    _ argument: String, _ rest: inout ArraySlice<String>, _ options: [Option]
  ) throws(UsageError) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.letter == letter }) else {
        throw UsageError(message: "unknown option '-\(letter)'")
      }
      guard option.value != nil else {
        switches.insert(option.name)
        continue
      }
      guard let value = letters.isEmpty ? rest.popFirst() : String(letters) else {
        throw UsageError(message: "option '-\(letter)' needs a value")
      }
      values[option.name] = value
      return
    }
  }
}
