/// Findings for machines; `schemas/findings.schema.json` describes the form.
public enum FindingsJSON {
  /// The findings as a JSON document, their messages in a language.
  public static func bytes(
    _ diagnostics: [Diagnostic], in language: any MessageLanguage = EnglishMessages()
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.key("findings")
      writer.array { writer in
        for diagnostic in diagnostics { write(diagnostic, language, &writer) }
      }
    }
    return writer.bytes
  }

  private static func write(
    _ diagnostic: Diagnostic, _ language: any MessageLanguage, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("id", diagnostic.id.rawValue)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("message", language.text(diagnostic.statement))
      write(diagnostic.location, &writer)
      writer.member("locale", diagnostic.locale)
      writer.member("hint", diagnostic.advice.map { language.text($0) })
      writer.key("notes")
      writer.array { writer in
        for note in diagnostic.notes {
          writer.object { writer in
            writer.member("message", language.text(note.statement))
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
