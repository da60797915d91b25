import Mustache

/// Compiles templates and renders the first.
func render(
  _ templates: [(String, String)], _ context: Value, strict: Bool = true
) throws -> String {
  let set = try TemplateSet(
    templates.map { (name: $0.0, bytes: Array($0.1.utf8)) }, strict: strict)
  var output: [UInt8] = []
  try set.render(templates[0].0, context, into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// Renders a template that includes no other.
func render(_ template: String, _ context: Value) throws -> String {
  try render([("main", template)], context)
}
