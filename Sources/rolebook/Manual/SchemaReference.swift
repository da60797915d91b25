import Base
import Site

/// The files that JSON Schemas describe, in Markdown.
struct SchemaReference {
  private let schemas: [(name: String, schema: JSONText)]

  /// Reads the schemas that are published with sites.
  ///
  /// - Throws: `FileError`, or `JSONError` where a file is no JSON.
  init(_ library: TemplateLibrary) throws {
    schemas = try library.schemas().map { (name: $0.name, schema: try JSONText.parse($0.bytes)) }
  }

  var text: String {
    """
    # Schemas

    `rolebook manual --format schemas` wrote this page; a test holds it to the schemas. Each site has them below
    `/schemas/`. [The files of a guide](../guide-format.md) and [the JSON formats](../json-formats.md) say more, with
    examples.

    | file | what it says | keys at its top | schema |
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
