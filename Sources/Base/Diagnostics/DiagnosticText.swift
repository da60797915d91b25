extension Diagnostic {
  /// The finding as compilers print it: `place: severity: message [id]`, then notes and the hint.
  ///
  /// Control characters from the guide are shown as escapes, so that content cannot drive the
  /// terminal.
  public var text: String { text(coloring: { $0 }) }

  /// The same in a language, the severity's word as `coloring` returns it.
  ///
  /// The severities' words and `note` are part of the form, which programs read.
  public func text(
    in language: any MessageLanguage = EnglishMessages(), coloring: (String) -> String = { $0 }
  ) -> String {
    let place = visible(location.description)
    let message = language.text(statement, shown: visible)
    var lines = ["\(place): \(coloring(severity.rawValue)): \(message) [\(id.rawValue)]"]
    lines += notes.map { note in
      visible(note.location.description) + ": note: "
        + language.text(note.statement, shown: visible)
    }
    if let advice { lines.append("  " + language.text("hint: \(advice)", shown: visible)) }
    return lines.joined(separator: "\n")
  }
}

/// The text with every control, direction-changing and invisible character written as `\u{...}`;
/// the joiners, which some scripts need, stay.
public func visible(_ text: String) -> String {
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

/// A text without its middle if it is thousands of bytes long.
///
/// A name in it can fill a file, and people read findings.
func shortened(_ text: String) -> String {
  let (most, kept) = (4_000, 500)
  guard text.utf8.count > most else { return text }
  let scalars = text.unicodeScalars
  return String(scalars.prefix(kept)) + "…" + String(scalars.suffix(kept))
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069,
    0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
    true
  default: false
  }
}
