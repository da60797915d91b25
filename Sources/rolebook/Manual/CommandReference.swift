/// The reference of all commands, in Markdown.
struct CommandReference {
  let commands: [Command]

  var text: String {
    """
    # Commands

    This page lists every command with its options. `rolebook manual --format markdown` wrote it, and a test
    keeps it in sync with the program. Write options as `--name value` or `--name=value`.
    [Commands by task](../commands.md) has examples.

    \(commands.map(section).joined(separator: "\n\n"))

    ## Exit codes

    | exit code | meaning |
    | --- | --- |
    \(CommonFacts.exitStatuses.map { "| \($0.status.rawValue) | \($0.meaning) |" }.joined(separator: "\n"))

    ## Files

    | path | contents |
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
