/// Findings in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0).
public enum FindingsSARIF {
  /// The log of a run, its messages in a language.
  ///
  /// - Parameter version: the program's version, which the log names.
  public static func bytes(
    _ diagnostics: [Diagnostic], version: String,
    in language: any MessageLanguage = EnglishMessages()
  ) -> [UInt8] {
    var writer = JSONWriter()
    let rules = DiagnosticID.allCases
    writer.object { writer in
      writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.key("runs")
      writer.array { writer in
        writer.object { writer in
          writeTool(rules, version: version, &writer)
          writer.member("columnKind", "unicodeCodePoints")
          writer.key("results")
          writer.array { writer in
            for diagnostic in diagnostics { writeResult(diagnostic, rules, language, &writer) }
          }
        }
      }
    }
    return writer.bytes
  }

  private static func writeTool(
    _ rules: [DiagnosticID], version: String, _ writer: inout JSONWriter
  ) {
    writer.key("tool")
    writer.object { writer in
      writer.key("driver")
      writer.object { writer in
        writer.member("name", "Rolebook")
        writer.member("version", version)
        writer.key("rules")
        writer.array { writer in
          for rule in rules {
            writer.object { writer in
              writer.member("id", rule.rawValue)
              writer.key("defaultConfiguration")
              writer.object { $0.member("level", rule.severity.rawValue) }
            }
          }
        }
      }
    }
  }

  private static func writeResult(
    _ diagnostic: Diagnostic, _ rules: [DiagnosticID], _ language: any MessageLanguage,
    _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("ruleId", diagnostic.id.rawValue)
      if let index = rules.firstIndex(of: diagnostic.id) { writer.member("ruleIndex", index) }
      writer.member("level", diagnostic.severity.rawValue)
      let hint = diagnostic.advice.map { " (\(language.text($0)))" } ?? ""
      writeMessage(language.text(diagnostic.statement) + hint, &writer)
      writer.key("locations")
      writer.array { writer in
        writer.object { writePlace(diagnostic.location, &$0) }
      }
      if !diagnostic.notes.isEmpty {
        writer.key("relatedLocations")
        writer.array { writer in
          for note in diagnostic.notes {
            writer.object { writer in
              writePlace(note.location, &writer)
              writeMessage(language.text(note.statement), &writer)
            }
          }
        }
      }
      if let locale = diagnostic.locale {
        writer.key("properties")
        writer.object { $0.member("locale", locale) }
      }
    }
  }

  private static func writeMessage(_ text: String, _ writer: inout JSONWriter) {
    writer.key("message")
    writer.object { $0.member("text", text) }
  }

  private static func writePlace(_ location: SourceLocation, _ writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object { writer in
      writer.key("artifactLocation")
      writer.object { $0.member("uri", uri(location.path)) }
      guard location.line > 0 else { return }
      writer.key("region")
      writer.object { writer in
        writer.member("startLine", location.line)
        writer.member("startColumn", location.column)
      }
    }
  }

  /// A path as a URI reference (RFC 3986); one that begins with a slash is a file's.
  private static func uri(_ path: String) -> String {
    (path.hasPrefix("/") ? "file://" : "") + percentEncoded(path)
  }
}
