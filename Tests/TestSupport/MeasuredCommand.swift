import Foundation

/// A program that was run to its end, with what it cost.
public struct MeasuredCommand: Sendable {
  /// The exit code, or 128 and the signal's number if a signal ended it.
  public let status: Int32
  /// The signal that ended it; nil where it ended by itself.
  public let signal: Int32?
  /// The time that passed, in seconds.
  public let seconds: Double
  /// The time that processors worked for it, in seconds, whatever else the machine did.
  public let processorSeconds: Double
  /// The most memory that it had at once, in bytes; 0 if the guard killed it.
  public let peakMemory: Int
  /// All that it wrote to standard error and standard output.
  public let said: String

  /// Runs a program with that folder as its working folder.
  ///
  /// - Parameter guardSeconds: after how many seconds it is killed, which shows as a signal.
  public init(
    _ executable: URL, _ arguments: [String], in folder: URL, guardSeconds: Double = 120
  ) throws {
    let log = try TemporaryFolder(files: ["said": "", "cost": ""])
    // The kernel charges a new program with its parent's memory at the start, and tests have a lot.
    // GNU time is small, starts the program itself, and exits as it did.
    let command =
      ["/usr/bin/time", "--output=\(log.file("cost").path)", "--format=%U %S %M"]
      + [executable.path] + arguments
    let start = Date()
    let process = try ChildProcess(
      command, in: folder, environment: ProcessInfo.processInfo.environment.map { "\($0)=\($1)" },
      output: log.file("said"), errors: log.file("said"))
    if process.wait(seconds: guardSeconds) == nil { kill(-process.id, SIGKILL) }
    let end = process.wait(seconds: .infinity)
    seconds = Date().timeIntervalSince(start)
    status = end?.status ?? 0
    signal = status > 128 ? status - 128 : nil
    // The last line of what GNU time wrote; the line above it names the signal that ended the
    // program.
    let cost = try log.read("cost").split(separator: "\n").last?.split(separator: " ") ?? []
    processorSeconds = cost.dropLast().compactMap { Double($0) }.reduce(0, +)
    peakMemory = (cost.last.flatMap { Int($0) } ?? 0) << 10
    said = String(decoding: try Data(contentsOf: log.file("said")), as: UTF8.self)
  }
}

extension MeasuredCommand {
  /// The first lines that tell of errors.
  public var errors: String {
    said.split(separator: "\n").filter { $0.contains(" error: ") }.prefix(20)
      .joined(separator: "\n")
  }
}
