import Foundation

/// `rolebook preview` at work on a guide of a test's own, on a port that the system chose.
public final class RunningPreview {
  /// The folder with `content/` and, if the test wrote some, `templates/`.
  public let folder: TemporaryFolder
  /// The port on 127.0.0.1.
  public let port: Int
  private let command: RunningCommand

  /// Something that the preview never showed.
  public struct NeverShown: Error, CustomStringConvertible {
    /// The expectation, the place, and the actual text.
    public let description: String
  }

  /// Starts on a copy of a content folder, and waits for the address.
  public convenience init(copyOf content: URL, templates: URL? = nil) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: content, to: folder.file("content"))
    if let templates {
      try FileManager.default.copyItem(at: templates, to: folder.file("templates"))
    }
    try self.init(folder)
  }

  /// Starts in a folder with `content/`, and waits for the address and for the first build.
  public init(_ folder: TemporaryFolder) throws {
    self.folder = folder
    command = try RunningCommand(
      try Project.executable(), ["preview", "--port", "0"], in: folder.url)
    port = Int(try command.waitForOutput(/http:\/\/127\.0\.0\.1:(\d+)\//)) ?? 0
    _ = try command.waitForOutput(/(built in|was not changed)/)
  }

  /// The process, for what only it can tell.
  public var processIdentifier: Int32 { command.processIdentifier }

  /// Its lines about its builds so far.
  public var report: String { command.errors }

  /// How many builds gave a site so far.
  public var buildCount: Int { report.components(separatedBy: "built in ").count - 1 }

  /// The address of a path.
  public func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The response for a path.
  public func response(_ path: String) throws -> HTTPMessage {
    try HTTPMessage.response(path, port: port)
  }

  /// Waits until a path's response has a text in it.
  @discardableResult
  public func wait(for text: String, at path: String, seconds: Double = 30) throws -> String {
    let limit = Date(timeIntervalSinceNow: seconds)
    while true {
      let page = try response(path).text
      if page.contains(text) { return page }
      guard Date() < limit else {
        throw NeverShown(description: "\(path) never had '\(text)'\n\(report)\n\(page)")
      }
      Thread.sleep(forTimeInterval: 0.005)
    }
  }

  /// Ends it by a signal and gives its exit code.
  public func end(by signal: Int32) throws -> RunningCommand.Result {
    command.send(signal: signal)
    return try command.waitForEnd(seconds: 10)
  }
}
