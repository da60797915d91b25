import Base
import Mustache
import Site

/// A problem, as the preview shows it: with the line of the file that it is about.
public struct PreviewProblem: Sendable {
  let severity: Severity
  let message: DiagnosticMessage
  let location: SourceLocation?
  /// The rule's name; nil if it is not a finding.
  let id: String?
  let hint: DiagnosticMessage?
  /// The line as the file has it now.
  let line: String?
  private let finding: Diagnostic?

  init(_ finding: Diagnostic) {
    self.finding = finding
    severity = finding.severity
    message = finding.statement
    location = finding.location
    id = finding.id.rawValue
    hint = finding.advice
    line = Self.line(at: finding.location)
  }

  /// A failure that ended a rebuild: a broken template, a file that cannot be read.
  init(_ error: any Error) {
    finding = nil
    severity = .error
    id = nil
    hint = nil
    if let broken = error as? TemplateLibrary.BrokenTemplate {
      message = DiagnosticMessage(words: broken.message)
      location = broken.location
      line = Self.line(at: broken.location)
    } else {
      message = DiagnosticMessage(words: "\(error)")
      location = nil
      line = nil
    }
  }

  /// The problem as compilers print it, in a language.
  public func text(
    in language: any MessageLanguage = EnglishMessages(), coloring: (String) -> String
  ) -> String {
    if let finding { return finding.text(in: language, coloring: coloring) }
    let place = location?.description ?? "rolebook"
    return "\(place): \(coloring(severity.rawValue)): \(message)"
  }

  /// Writes it as JSON in a language, with the anchor on the page that it belongs beside.
  func write(
    to writer: inout JSONWriter, in language: any MessageLanguage, anchor: String? = nil
  ) {
    writer.object { writer in
      writer.member("severity", severity.rawValue)
      writer.member("message", language.text(message))
      writer.member("id", id)
      writer.member("locale", finding?.locale)
      writer.member("hint", hint.map { language.text($0) })
      writer.member("place", location?.description)
      writer.member("column", location?.column ?? 0)
      writer.member("line", line)
      writer.member("anchor", anchor)
    }
  }

  /// The line's text, cut if it is too long to show; nil if the file has no such line.
  private static func line(at location: SourceLocation) -> String? {
    guard location.line > 0, let file = try? readSourceFile(location.path) else { return nil }
    let starts = LineIndex(file.bytes).starts
    guard location.line <= starts.count else { return nil }
    let rest = file.bytes[starts[location.line - 1]...]
    let bytes = rest.prefix { $0 != 0x0A && $0 != 0x0D }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.unicodeScalars.count > longest ? String(text.prefix(longest)) + "…" : text
  }

  private static let longest = 2000
}
