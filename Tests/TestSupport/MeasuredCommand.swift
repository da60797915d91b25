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
  /// The most memory that it held at once, in bytes; 0 where the guard killed it.
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
    // The kernel charges a new program with what its parent held when it was started, and tests
    // hold a lot. GNU time is small, starts the program itself, and exits as it did.
    let command =
      ["/usr/bin/time", "--output=\(log.file("cost").path)", "--format=%U %S %M"]
      + ["/usr/bin/env", "--chdir=\(folder.path)", executable.path] + arguments
    let start = Date()
    let process = try Self.spawn(command, log.file("said"))
    var state: Int32 = 0
    while waitpid(process, &state, WNOHANG) == 0 {
      if Date().timeIntervalSince(start) > guardSeconds { kill(-process, SIGKILL) }
      Thread.sleep(forTimeInterval: 0.002)
    }
    seconds = Date().timeIntervalSince(start)
    let own = state & 0x7F
    status = own == 0 ? (state >> 8) & 0xFF : 128 + own
    signal = status > 128 ? status - 128 : nil
    // The last line of what GNU time wrote; above it stands which signal ended the program.
    let cost = try log.read("cost").split(separator: "\n").last?.split(separator: " ") ?? []
    processorSeconds = cost.dropLast().compactMap { Double($0) }.reduce(0, +)
    peakMemory = (cost.last.flatMap { Int($0) } ?? 0) << 10
    said = String(decoding: try Data(contentsOf: log.file("said")), as: UTF8.self)
  }

  private static func spawn(_ command: [String], _ log: URL) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log.path, O_WRONLY | O_APPEND, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads that run tests block signals, and a program would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A group of its own, so that the guard reaches the program through GNU time.
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var words = command.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, command[0], &actions, &attributes, &words, environ)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    return process
  }
}

extension MeasuredCommand {
  /// The first lines that tell of errors.
  public var errors: String {
    said.split(separator: "\n").filter { $0.contains(" error: ") }.prefix(20)
      .joined(separator: "\n")
  }
}
