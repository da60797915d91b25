import Diagnostics
import Text

extension Rolebook {
  static let checkCommand = Command(
    name: "check", operands: "", summary: "Checks a guide and prints what it finds.",
    options: [
      .content, .templates, Option("format", value: "FORMAT", "text or json (default: text)"),
      .jobs, .strict, .quiet, .help,
    ], run: check)

  private static func check(
    _ arguments: ParsedArguments, _ terminal: Terminal
  ) async throws -> ExitStatus {
    try arguments.refuseOperands()
    let format = arguments.values["format"] ?? "text"
    guard format == "text" || format == "json" else {
      let hint = didYouMean(format, among: ["text", "json"]).map { "; \($0)" } ?? ""
      throw UsageError(message: "'--format' takes text or json, not '\(format)'\(hint)")
    }
    let library = try TemplateLibrary(arguments.values["templates"])
    var loader = try arguments.loader()
    let (loaded, findings) = try await loader.load(library)
    var all = findings
    if let loaded {
      let publisher = try sitePublisher(loaded, findings, library, loader.jobs)
      all = (findings + publisher.collisions(publisher.site.jobs())).sortedByPlace()
    }
    if format == "json" {
      terminal.print(String(decoding: FindingsJSON.bytes(all), as: UTF8.self))
    } else {
      for finding in all {
        terminal.print(finding.text)
      }
    }
    let errors = all.count { $0.severity == .error }
    terminal.say("\(counted(errors, "error")), \(counted(all.count - errors, "warning"))")
    return errors > 0 ? .findings : .success
  }
}

/// Findings for machines; `schemas/findings.schema.json` describes the form.
enum FindingsJSON {
  static func bytes(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.key("findings")
      writer.array { writer in
        for diagnostic in diagnostics { write(diagnostic, &writer) }
      }
    }
    return writer.bytes
  }

  private static func write(_ diagnostic: Diagnostic, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", diagnostic.id.rawValue)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("message", diagnostic.message)
      write(diagnostic.location, &writer)
      writer.member("locale", diagnostic.locale)
      writer.member("hint", diagnostic.hint)
      writer.key("notes")
      writer.array { writer in
        for note in diagnostic.notes {
          writer.object { writer in
            writer.member("message", note.message)
            write(note.location, &writer)
          }
        }
      }
    }
  }

  private static func write(_ location: SourceLocation, _ writer: inout JSONWriter) {
    writer.member("path", location.path)
    writer.member("line", location.line)
    writer.member("column", location.column)
  }
}
