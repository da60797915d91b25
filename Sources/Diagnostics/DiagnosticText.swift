extension Diagnostic {
  /// The finding as compilers print it: `place: severity: message [id]`, then notes and the hint.
  ///
  /// Control characters from the guide are shown as escapes, so that content cannot drive the
  /// terminal.
  public var text: String { text { $0 } }

  /// The same, the severity's word as `coloring` returns it.
  public func text(coloring: (String) -> String) -> String {
    let place = visible(location.description)
    var lines = [
      "\(place): \(coloring(severity.rawValue)): \(visible(message)) [\(id.rawValue)]"
    ]
    lines += notes.map { visible("\($0.location): note: \($0.message)") }
    if let hint { lines.append(visible("  hint: \(hint)")) }
    return lines.joined(separator: "\n")
  }
}

/// The text with every control and direction-changing character written as `\u{...}`.
private func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isHidden(scalar) {
      result += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
