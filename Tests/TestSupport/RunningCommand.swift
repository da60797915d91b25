import Foundation

/// A program that a test started; it is ended when nothing holds it any more.
///
/// Its output goes to files, so it never waits for a reader.
public final class RunningCommand {
  /// What a program has said and how it ended.
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
    /// What it was, what was waited for, and what it said until then.
    public let description: String
  }

  private let process = Process()
  private let folder: TemporaryFolder
  private let ended = DispatchSemaphore(value: 0)

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
    folder = try TemporaryFolder()
    try folder.write("", to: "output")
    try folder.write("", to: "errors")
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = workingFolder
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    // A `Process` never goes, nor would its files be closed.
    let output = try FileHandle(forWritingTo: folder.file("output"))
    defer { try? output.close() }
    let errors = try FileHandle(forWritingTo: folder.file("errors"))
    defer { try? errors.close() }
    process.standardOutput = output
    process.standardError = errors
    process.terminationHandler = { [ended] _ in ended.signal() }
    try withoutBlockedSignals { try process.run() }
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// The id of the process.
  public var processIdentifier: Int32 { process.processIdentifier }

  /// Whether it has not ended yet.
  public var isRunning: Bool { process.isRunning }

  /// What it has written to standard output so far.
  public var output: String { text("output") }

  /// What it has written to standard error so far.
  public var errors: String { text("errors") }

  /// Sends it a signal, such as `SIGTERM`.
  public func send(signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Waits until it ends by itself; past the limit it is killed and the wait throws.
  public func waitForEnd(seconds: Int = 300) throws -> Result {
    guard ended.wait(timeout: .now() + .seconds(seconds)) == .success else {
      send(signal: SIGKILL)
      throw timedOut(waitingFor: "the end")
    }
    ended.signal()
    let signalled = process.terminationReason == .uncaughtSignal
    return Result(
      status: process.terminationStatus + (signalled ? 128 : 0), output: output, errors: errors)
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

  /// Threads that run tests block signals, and a program would inherit that: it could not be ended.
  private func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  private func text(_ file: String) -> String {
    let bytes = try? Data(contentsOf: folder.file(file))
    return String(decoding: bytes ?? Data(), as: UTF8.self)
  }

  private func timedOut(waitingFor event: String) -> TimedOut {
    let command = process.executableURL?.lastPathComponent ?? ""
    return TimedOut(description: "\(command): waited in vain for \(event)\n\(output)\n\(errors)")
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
