/// Findings for machines; `schemas/findings.schema.json` describes the form.
public enum FindingsJSON {
  /// The findings as a JSON document.
  public static func bytes(_ diagnostics: [Diagnostic]) -> [UInt8] {
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
