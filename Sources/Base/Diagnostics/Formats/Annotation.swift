/// A finding as a workflow command of GitHub Actions ("Workflow commands", `error`,
/// `warning` and `notice`).
///
/// Line ends and the characters that part a command's properties are percent-encoded, so that no
/// text of a guide begins a command. Control sequences of a terminal are shown as escapes.
public func annotation(
  _ finding: Diagnostic, in language: any MessageLanguage = EnglishMessages()
) -> String {
  func text(_ message: DiagnosticMessage) -> String { language.text(message, shown: visible) }
  let place = finding.location
  var properties = ["file=" + encoded(visible(place.path), isProperty: true)]
  if place.line > 0 { properties += ["line=\(place.line)", "col=\(place.column)"] }
  properties.append("title=" + encoded(finding.id.rawValue, isProperty: true))
  let notes = finding.notes.map { visible("\($0.location): ") + text($0.statement) }
  let hint = finding.advice.map { [text("hint: \($0)")] } ?? []
  let lines = [text(finding.statement)] + notes + hint
  let message = encoded(lines.joined(separator: "\n"), isProperty: false)
  let command = finding.severity == .note ? "notice" : finding.severity.rawValue
  return "::\(command) \(properties.joined(separator: ","))::\(message)"
}

private func encoded(_ text: String, isProperty: Bool) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "%": result += "%25"
    case "\r": result += "%0D"
    case "\n": result += "%0A"
    case ":" where isProperty: result += "%3A"
    case "," where isProperty: result += "%2C"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
