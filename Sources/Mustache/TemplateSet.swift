// Templates as bytes flow in, with a `Value` for each rendering; bytes of a page flow out.
// The language is Mustache as https://github.com/mustache/spec has it, with its optional modules
// for inheritance and dynamic names and without lambdas.

/// Templates that can include each other, compiled once and rendered as often as needed.
public struct TemplateSet: Sendable {
  private let program: Program
  private let isStrict: Bool

  /// Compiles templates.
  ///
  /// - Parameters:
  ///   - sources: The name that each template is included by, and its UTF-8 text.
  ///   - strict: Whether it is an error to include a template that does not exist. The
  ///     specification shows nothing instead.
  /// - Throws: The first error found.
  public init(
    _ sources: [(name: String, bytes: [UInt8])], strict: Bool = true
  ) throws(TemplateError) {
    program = try Compiler.compile(
      sources.map { Source(name: $0.name, bytes: $0.bytes) }, isStrict: strict)
    isStrict = strict
  }

  /// Renders a template and appends the result.
  ///
  /// - Parameter page: the address of the page, to which those of other pages are relative; nil to
  ///   write them from the server's root.
  /// - Throws: An error if there is no such template, or if templates include each other without
  ///   end. In a strict set, also if a dynamic name leads to no template. The output before the
  ///   error stays in the output.
  public func render(
    _ name: String, _ context: Value, on page: String? = nil, into output: inout [UInt8]
  ) throws(TemplateError) {
    guard let index = program.indices[name] else {
      throw TemplateError(
        template: name, line: 1, column: 1, message: "no template is named '\(name)'")
    }
    try withUnsafePointer(to: context) { (context) throws(TemplateError) in
      var renderer = Renderer(
        program: program, isStrict: isStrict, page: page, context: context)
      try renderer.render(program.templates[index].nodes, into: &output)
    }
  }

  /// The dotted names that the variable tags of a template show, in the order of their first use.
  ///
  /// Templates that it includes are not looked into; of an unknown template there are none.
  public func variableNames(of template: String) -> [String] {
    guard let index = program.indices[template] else { return [] }
    var names: [String] = []
    for case .variable(let path, _) in program.nodes[program.templates[index].nodes] {
      let name = program.dottedName(of: path)
      if !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }
}
