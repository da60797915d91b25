import Foundation
import TestSupport

/// The program's help under `--help`.
struct CommandHelp: Sendable {
  /// The options of each command as its help shows them, such as `--jobs N`.
  let options: [String: [String]]

  /// Runs the program.
  init() throws {
    let program = try Project.executable()
    let overview = try run(program, ["--help"]).output
    var options: [String: [String]] = [:]
    for command in Self.heads(overview) {
      options[command] = Self.heads(try run(program, [command, "--help"]).output)
    }
    self.options = options
  }

  /// The text before the explanations, indented by two blanks, with at least two behind it.
  private static func heads(_ help: String) -> [String] {
    help.split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /\s\s(?:-\w, )?(\S+(?: \S+)*)\s{2,}\S.*/).map { String($0.1) }
    }
  }

  /// The names of a command's options, with their dashes.
  func names(of command: String) -> Set<String> {
    Set((options[command] ?? []).compactMap { $0.split(separator: " ").first.map(String.init) })
  }
}

/// A command line in the documentation that runs the program.
struct CommandLineExample {
  let text: String
  /// The command's name, or an option of the program itself.
  let command: String
  /// The options with their dashes, without values.
  let options: [String]

  /// The command lines in a line of a code block, which may contain several.
  static func all(in line: Substring) -> [CommandLineExample] {
    line.split(separator: /&&|\|\||[|;]/).compactMap { part in
      var words = part.split { $0 == " " }.map(String.init)
      if words.first == "$" { words.removeFirst() }
      guard words.count > 1, let program = words.first?.split(separator: "/").last,
        program == "rolebook", !words[1].contains(":")
      else { return nil }
      let arguments = words[1...].prefix { !$0.hasPrefix("#") }
      let options = arguments.dropFirst().filter { $0.hasPrefix("-") }.map {
        String($0.prefix { $0 != "=" })
      }
      return CommandLineExample(
        text: part.trimmingCharacters(in: .whitespaces), command: arguments.first ?? "",
        options: options)
    }
  }
}
