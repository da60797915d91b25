/// Why a template could not be compiled or rendered, and where.
public struct TemplateError: Error, Sendable, Equatable {
  /// The name of the template.
  public let template: String
  /// The line of the tag that is to blame, from 1.
  public let line: Int
  /// The column of that tag, from 1, counted in code points.
  public let column: Int
  /// The problem, in one sentence without a period at the end.
  public let message: String

  /// Makes an error at a place in a template.
  public init(template: String, line: Int, column: Int, message: String) {
    self.template = template
    self.line = line
    self.column = column
    self.message = message
  }
}
