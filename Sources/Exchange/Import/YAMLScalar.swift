/// Writes text as a value of YAML on one line.
enum YAMLScalar {
  /// The text as it is where that is safe in a block, else in double quotes.
  static func text(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    let isSafeStart = first.properties.isAlphabetic
    let isSafeEnd = last != " " && last != ":"
    let forbidden = text.unicodeScalars.contains {
      $0.value < 0x20 || $0.value == 0x7F || "#{}[]&*!|>'\"%@`".unicodeScalars.contains($0)
    }
    let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    return isSafeStart && isSafeEnd && !forbidden && !text.utf8.contains(where: { $0 == 0x85 })
      && !text.contains(": ") && !words.contains(text.lowercased())
  }

  /// The text in double quotes.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += " "
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
