import Foundation

/// A JSON Schema against which Python's `jsonschema` checks instances.
public struct JSONSchema {
  /// A place of an instance that the schema does not allow.
  public struct Violation: Decodable, Sendable, CustomStringConvertible {
    /// The instance's file name.
    public let file: String
    /// The place in it as a JSON path, `$.sections`.
    public let path: String
    /// The defect there.
    public let message: String

    /// The place and what is wrong there.
    public var description: String { "\(file): \(path): \(message)" }
  }

  /// A schema that is none, or an instance that cannot be read.
  struct Unusable: Error, CustomStringConvertible {
    let description: String
  }

  private let file: URL

  /// Names the schema's file.
  public init(_ file: URL) {
    self.file = file
  }

  /// The defects of JSON or YAML files by the schema; the schema itself is checked first.
  public func violations(in instances: [URL]) throws -> [Violation] {
    let script = Project.root.appending(path: "scripts/validate-schema")
    let result = try run(
      Project.testTool("bin/python"), [script.path, file.path] + instances.map(\.path))
    guard result.status == 0 else { throw Unusable(description: result.errors) }
    return try JSONDecoder().decode([Violation].self, from: Data(result.output.utf8))
  }
}
