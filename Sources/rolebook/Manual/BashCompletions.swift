/// Completions for bash 4 and later.
struct BashCompletions {
  let commands: [Command]

  var text: String {
    """
    # bash completion for rolebook; `rolebook completions bash` prints it.
    _rolebook() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
      COMPREPLY=()
      if [[ $COMP_CWORD -eq 1 ]]; then
        mapfile -t COMPREPLY < <(compgen -W "\(names) --help --version" -- "$word")
        return
      fi
      case "${COMP_WORDS[1]} $before" in
    \(values)
      esac
      case "${COMP_WORDS[1]} $word" in
    \(options)
      esac
    }
    complete -F _rolebook rolebook

    """
  }

  private var names: String { commands.map(\.name).joined(separator: " ") }

  private var values: String {
    commands.flatMap { command in
      command.options.filter { $0.value != nil }.map { option in
        let short = option.letter.map { "|'\(command.name) -\($0)'" } ?? ""
        return
          "    '\(command.name) --\(option.name)'\(short)) \(action(ValueKind(option))) return ;;"
      }
    }.joined(separator: "\n")
  }

  private var options: String {
    commands.map { command in
      let words = command.options.map { "--" + $0.name }.joined(separator: " ")
      return """
            '\(command.name) '-*) mapfile -t COMPREPLY < <(compgen -W "\(words)" -- "$word") ;;
            '\(command.name) '*) \(action(ValueKind(operandsOf: command))) ;;
        """
    }.joined(separator: "\n")
  }

  private func action(_ kind: ValueKind) -> String {
    switch kind {
    case .folder: "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$word\");"
    case .file: "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\");"
    case .choice(let words):
      "mapfile -t COMPREPLY < <(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\");"
    case .other: ":;"
    }
  }
}
