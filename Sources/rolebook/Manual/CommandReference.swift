/// The reference of all commands, in Markdown.
struct CommandReference {
  let commands: [Command]

  var text: String {
    """
    # Commands

    `rolebook manual --format markdown` wrote this page; a test holds it to the program. Options are
    written `--name value` or `--name=value`.

    \(commands.map(section).joined(separator: "\n\n"))

    ## Exit status

    | status | meaning |
    | --- | --- |
    \(CommonFacts.exitStatuses.map { "| \($0.status.rawValue) | \($0.meaning) |" }.joined(separator: "\n"))

    ## Files

    | path | what it is |
    | --- | --- |
    \(CommonFacts.files.map { "| `\($0.path)` | \($0.meaning) |" }.joined(separator: "\n"))

    """
  }

  private func section(_ command: Command) -> String {
    let usage = ["rolebook", command.name, command.operands, "[OPTION]..."].filter { !$0.isEmpty }
    let rows = command.options.map { option in
      let value = option.value.map { " " + $0 } ?? ""
      return "| `\(option.names)\(value)` | \(option.help.replacingCharacters("|", with: "\\|")) |"
    }
    return """
      ## `rolebook \(command.name)`

      \(command.summary)

      Usage: `\(usage.joined(separator: " "))`

      | option | meaning |
      | --- | --- |
      \(rows.joined(separator: "\n"))
      """
  }
}
