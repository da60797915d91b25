import Foundation

/// A program that a test started; it is ended when nothing refers to it.
///
/// Its output goes to files, so it never waits for a reader.
public final class RunningCommand {
  /// The output of a program, and its end.
  public struct Result: Sendable {
    /// The exit code, or 128 and the signal's number if a signal ended it.
    public let status: Int32
    /// All that it wrote to standard output.
    public let output: String
    /// All that it wrote to standard error.
    public let errors: String
  }

  /// A program that did not do in time what the test waited for.
  public struct TimedOut: Error, CustomStringConvertible {
    /// The command, the awaited text, and the output until then.
    public let description: String
  }

  private let name: String
  private let process: ChildProcess
  private let folder: TemporaryFolder

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - executable: The program's file.
  ///   - arguments: Its arguments, without its name.
  ///   - workingFolder: Where it runs; the test's own working folder if nil.
  ///   - environment: Variables on top of the test's own; nil takes one away.
  public init(
    _ executable: URL, _ arguments: [String] = [], in workingFolder: URL? = nil,
    environment: [String: String?] = [:]
  ) throws {
    folder = try TemporaryFolder(files: ["output": "", "errors": ""])
    name = executable.lastPathComponent
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in environment { variables[name] = value }
    process = try ChildProcess(
      [executable.path] + arguments, in: workingFolder,
      environment: variables.map { "\($0)=\($1)" }, output: folder.file("output"),
      errors: folder.file("errors"))
  }

  /// The id of the process.
  public var processIdentifier: Int32 { process.id }

  /// Whether it has not ended yet.
  public var isRunning: Bool { process.isRunning }

  /// The output on standard output so far.
  public var output: String { text("output") }

  /// The output on standard error so far.
  public var errors: String { text("errors") }

  /// Sends it a signal, such as `SIGTERM`.
  public func send(signal: Int32) {
    kill(process.id, signal)
  }

  /// Waits until it ends by itself; past the limit it is killed and the wait throws.
  public func waitForEnd(seconds: Int = 300) throws -> Result {
    guard let end = process.wait(seconds: Double(seconds)) else {
      send(signal: SIGKILL)
      throw timedOut(waitingFor: "the end")
    }
    return Result(status: end.status, output: output, errors: errors)
  }

  /// Waits until it has written a match to standard output or standard error.
  ///
  /// - Returns: What the expression's only group matched.
  public func waitForOutput(
    _ expression: Regex<(Substring, Substring)>, seconds: Double = 30
  )
    throws -> String
  {
    let limit = Date(timeIntervalSinceNow: seconds)
    while true {
      let hasEnded = !isRunning
      if let match = (output + errors).firstMatch(of: expression) { return String(match.1) }
      guard Date() < limit, !hasEnded else { throw timedOut(waitingFor: "its output") }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  private func text(_ file: String) -> String {
    let bytes = try? Data(contentsOf: folder.file(file))
    return String(decoding: bytes ?? Data(), as: UTF8.self)
  }

  private func timedOut(waitingFor event: String) -> TimedOut {
    TimedOut(description: "\(name): waited in vain for \(event)\n\(output)\n\(errors)")
  }
}

/// Runs a program to its end.
///
/// - Parameters:
///   - executable: The program's file.
///   - arguments: Its arguments, without its name.
///   - folder: Where it runs; the test's own working folder if nil.
///   - environment: Variables on top of the test's own; nil takes one away.
public func run(
  _ executable: URL, _ arguments: [String], in folder: URL? = nil,
  environment: [String: String?] = [:]
) throws -> RunningCommand.Result {
  try RunningCommand(executable, arguments, in: folder, environment: environment).waitForEnd()
}
