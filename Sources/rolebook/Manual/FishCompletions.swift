/// Completions for fish 3.
struct FishCompletions {
  let commands: [Command]

  var text: String {
    let heads = commands.map {
      "complete -c rolebook -n __fish_use_subcommand -a \($0.name) -d '\(quoted($0.summary))'"
    }
    let general = [
      "complete -c rolebook -n __fish_use_subcommand -l help -d 'print what there is'",
      "complete -c rolebook -n __fish_use_subcommand -l version -d 'print the version'",
    ]
    return
      (["# fish completion for rolebook; `rolebook completions fish` prints it."]
      + ["complete -c rolebook -f"] + heads + general + commands.flatMap(lines))
      .joined(separator: "\n") + "\n"
  }

  private func lines(_ command: Command) -> [String] {
    let start = "complete -c rolebook -n '__fish_seen_subcommand_from \(command.name)'"
    let options = command.options.map { option in
      let value = option.value == nil ? "" : " -x" + action(ValueKind(option))
      let letter = option.letter.map { " -s \($0)" } ?? ""
      return "\(start)\(letter) -l \(option.name)\(value) -d '\(quoted(option.help))'"
    }
    let operands = action(ValueKind(operandsOf: command))
    return options + (operands.isEmpty ? [] : [start + operands])
  }

  private func action(_ kind: ValueKind) -> String {
    switch kind {
    case .folder: " -a '(__fish_complete_directories)'"
    case .file: " -a '(__fish_complete_path)'"
    case .choice(let words): " -a '\(words.joined(separator: " "))'"
    case .other: ""
    }
  }

  private func quoted(_ text: String) -> String {
    text.replacingCharacters("'", with: "\\'")
  }
}

extension String {
  /// The text with each occurrence of a character replaced.
  func replacingCharacters(_ character: Character, with text: String) -> String {
    reduce(into: "") { result, next in
      if next == character { result += text } else { result.append(next) }
    }
  }
}
