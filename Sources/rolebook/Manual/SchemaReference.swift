import Base
import Site

/// The files that JSON Schemas describe, in Markdown.
struct SchemaReference {
  private let schemas: [(name: String, schema: JSONText)]

  /// Reads the schemas that are published with sites.
  ///
  /// - Throws: `FileError`, or `JSONError` if a file isn't JSON.
  init(_ library: TemplateLibrary) throws {
    schemas = try library.schemas().map { (name: $0.name, schema: try JSONText.parse($0.bytes)) }
  }

  var text: String {
    """
    # Schemas

    This page lists every JSON Schema. `rolebook manual --format schemas` wrote it, and a test keeps it in sync
    with the schemas. Each site publishes them below `/schemas/`. [The files of a guide](../guide-format.md) and
    [JSON formats](../json-formats.md) have details and examples.

    | file | contents | top-level keys | schema |
    | --- | --- | --- | --- |
    \(schemas.map(row).joined(separator: "\n"))

    """
  }

  private func row(_ entry: (name: String, schema: JSONText)) -> String {
    let keys = (entry.schema["properties"]?.members ?? []).map { "`\($0.key)`" }
    let cells = [
      "`\(entry.schema["title"]?.text ?? "")`", cell(entry.schema["description"]?.text ?? ""),
      keys.joined(separator: ", "),
      "[`\(entry.name)`](../../templates/schemas/\(entry.name))",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// Text that Markdown takes for text, in a table.
  private func cell(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "\\`*_[]<>|&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }
}
