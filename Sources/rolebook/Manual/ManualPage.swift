/// The manual page, in the macros of man(7).
struct ManualPage {
  let commands: [Command]
  let version: String

  var text: String {
    """
    .TH ROLEBOOK 1 "" "Rolebook \(escaped(version))" "User Commands"
    .SH NAME
    rolebook \\- \(escaped(CommonFacts.purpose))
    .SH SYNOPSIS
    \(commands.map(synopsis).joined(separator: "\n.br\n"))
    .br
    .B rolebook
    .RB [ \\-\\-help | \\-\\-version ]
    .SH DESCRIPTION
    A responsibility guide is a folder of Markdown files that say in many languages who does what.
    .B rolebook
    finds the same responsibility in every translation, builds a matrix of who is responsible,
    accountable, consulted and informed, and makes a static site of it all.
    Findings of
    .B check
    go to standard output, all else that is said to standard error.
    .SH COMMANDS
    \(commands.map(section).joined(separator: "\n"))
    .SH EXIT STATUS
    \(CommonFacts.exitStatuses.map { tagged("\($0.status.rawValue)", $0.meaning) }.joined(separator: "\n"))
    .SH ENVIRONMENT
    \(tagged("NO_COLOR", "Nothing is coloured where this is set and not empty."))
    .SH FILES
    \(CommonFacts.files.map { tagged($0.path, $0.meaning) }.joined(separator: "\n"))

    """
  }

  private func synopsis(_ command: Command) -> String {
    let operands = command.operands.isEmpty ? "" : "\n.I \(escaped(command.operands))"
    return ".B rolebook \(escaped(command.name))\(operands)\n.RI [ OPTION ]..."
  }

  private func section(_ command: Command) -> String {
    let options = command.options.map { option in
      let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
      let letter = option.letter.map { "\\fB\\-\($0)\\fR, " } ?? ""
      return ".TP\n\(letter)\\fB\\-\\-\(escaped(option.name))\\fR\(value)\n\(sentence(option.help))"
    }
    return ([".SS \(escaped(command.name))", escaped(command.summary)] + options)
      .joined(separator: "\n")
  }

  private func tagged(_ tag: String, _ text: String) -> String {
    ".TP\n.B \(escaped(tag))\n\(escaped(text))"
  }

  private func sentence(_ text: String) -> String {
    escaped(text.prefix(1).uppercased() + text.dropFirst()) + "."
  }

  /// Text that roff takes for text: hyphens that can be copied, and no request at a line's start.
  private func escaped(_ text: String) -> String {
    let body = text.reduce(into: "") { escaped, character in
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      default: escaped.append(character)
      }
    }
    return body.hasPrefix(".") ? "\\&" + body : body
  }
}
