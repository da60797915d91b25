/// Text as a double-quoted YAML scalar (YAML 1.2, section 7.3.1), which can hold anything.
func yamlQuoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
    // Some readers take these two for line ends (YAML 1.1, section 4.1.4).
    case "\u{2028}": result += "\\L"
    case "\u{2029}": result += "\\P"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// An id as a YAML scalar: plain unless a reader could take it for a number or a Boolean.
func yamlPlain(_ id: String) -> String {
  let isWord = id.utf8.first.map { !(0x30...0x39).contains($0) } ?? false
  return isWord && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(id)
    ? id : yamlQuoted(id)
}
