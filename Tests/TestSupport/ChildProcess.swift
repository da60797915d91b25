import Foundation

/// A process that a test started, by `posix_spawn(3)`.
///
/// Foundation's `Process` lists the descriptors that are open and reads behind the list's end where
/// a test has more than a thousand of them.
final class ChildProcess {
  /// Its id, which is the id of its group too.
  let id: pid_t
  private var state: Int32?

  /// Starts a program with nothing open but its output, which is added to those files.
  ///
  /// - Parameters:
  ///   - command: The program's path and its arguments.
  ///   - folder: Where it runs; the test's own working folder if nil.
  ///   - environment: All its variables, each with its name and an equals sign.
  init(
    _ command: [String], in folder: URL? = nil, environment: [String], output: URL, errors: URL
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_APPEND, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors.path, O_WRONLY | O_APPEND, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads that run tests block signals, and a program would inherit that: it could not be ended.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    keepDescriptorsToOneself()
    let start = folder.map { ["/usr/bin/env", "--chdir=\($0.path)"] } ?? []
    let command = start + command
    var words = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, command[0], &actions, &attributes, &words, &variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    id = process
  }

  deinit {
    if isRunning {
      kill(id, SIGKILL)
      waitpid(id, nil, 0)
    }
  }

  /// Whether it has not ended yet.
  var isRunning: Bool {
    var ended: Int32 = 0
    if state == nil, waitpid(id, &ended, WNOHANG) != 0 { state = ended }
    return state == nil
  }

  /// Waits until it ends, and not longer than that many seconds.
  ///
  /// - Returns: How it ended; nil where it still runs.
  func wait(seconds: Double) -> (status: Int32, signal: Int32?)? {
    let limit = Date(timeIntervalSinceNow: seconds)
    while isRunning, Date() < limit { Thread.sleep(forTimeInterval: 0.002) }
    guard let state else { return nil }
    let signal = state & 0x7F
    return signal == 0 ? (state >> 8 & 0xFF, nil) : (128 + signal, signal)
  }
}

/// Marks all that this process has open, so that no program that it starts has it too.
private func keepDescriptorsToOneself() {
  guard let stream = opendir("/proc/self/fd") else { return }
  defer { closedir(stream) }
  let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
  while let entry = readdir(stream) {
    // By address: the record is often shorter than the structure that describes it.
    let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    if let descriptor = Int32(String(cString: name)), descriptor > 2 {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
  }
}
