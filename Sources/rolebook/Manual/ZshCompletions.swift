/// Completions for zsh.
struct ZshCompletions {
  let commands: [Command]

  var text: String {
    """
    #compdef rolebook
    # zsh completion for rolebook; `rolebook completions zsh` prints it.
    _rolebook() {
      local -a commands=(
    \(commands.map { "    '\($0.name):\(quoted($0.summary))'" }.joined(separator: "\n"))
      )
      if (( CURRENT == 2 )); then
        _describe -t commands 'command' commands
        _arguments '--help[print what there is]' '--version[print the version]'
        return
      fi
      shift words
      (( CURRENT-- ))
      case $words[1] in
    \(commands.map(arguments).joined(separator: "\n"))
      esac
    }
    if [[ $funcstack[1] == _rolebook ]]; then _rolebook "$@"; else compdef _rolebook rolebook; fi

    """
  }

  private func arguments(_ command: Command) -> String {
    let options = command.options.map { option in
      let value = option.value.map { ":\($0):\(action(ValueKind(option)))" } ?? ""
      let names = option.letter.map {
        "(-\($0) --\(option.name))'{-\($0),--\(option.name)}'"
      }
      return "        '\(names ?? "--" + option.name)[\(quoted(option.help))]\(value)'"
    }
    let operands =
      command.operands.isEmpty
      ? [] : ["        '*:\(command.operands):\(action(ValueKind(operandsOf: command)))'"]
    return """
          \(command.name))
            _arguments \\
      \((options + operands).joined(separator: " \\\n")) ;;
      """
  }

  private func action(_ kind: ValueKind) -> String {
    switch kind {
    case .folder: "_files -/"
    case .file: "_files"
    case .choice(let words): "(\(words.joined(separator: " ")))"
    case .other: " "
    }
  }

  private func quoted(_ text: String) -> String {
    text.reduce(into: "") { quoted, character in
      switch character {
      case "'": quoted += "'\\''"
      case "[", "]", ":", "\\": quoted += "\\" + String(character)
      default: quoted.append(character)
      }
    }
  }
}
