import Glibc

/// Runs git so that nothing but its own code runs.
///
/// No configuration of the machine, the user, the environment, or the repository is read. Git works
/// on a repository that Rolebook makes, with only the objects of the other. Its tasks need no
/// filters, hooks, pagers or attributes.
struct GitProgram: Sendable {
  /// A program that does not answer.
  struct Failure: Error {
    let reason: String
  }

  /// How long git may be silent, in milliseconds: a pipe among the objects would block it forever.
  private static let patience: Int32 = 120_000

  /// The repository that git is shown.
  let folder: String
  /// The folder of the objects.
  let objects: String

  /// Keys of configuration that would matter to these commands, for any build of git on the
  /// machine.
  private static let settings = [
    "safe.bareRepository=explicit", "core.fsmonitor=false", "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null", "core.pager=cat", "protocol.allow=never",
    "core.alternateRefsCommand=true", "log.showSignature=false", "core.useReplaceRefs=false",
  ]

  /// All that git finds in its environment.
  private var environment: [String] {
    [
      "PATH=\(Self.path.joined(separator: ":"))", "HOME=\(folder)", "LC_ALL=C",
      "GIT_OBJECT_DIRECTORY=\(objects)", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_SYSTEM=/dev/null",
      "GIT_CONFIG_GLOBAL=/dev/null", "GIT_ATTR_NOSYSTEM=1", "GIT_NO_REPLACE_OBJECTS=1",
      "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=none",
      "GIT_OPTIONAL_LOCKS=0", "GIT_PAGER=cat",
    ]
  }

  /// The folders of programs, except those that depend on the current folder.
  private static var path: [Substring] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").filter { $0.hasPrefix("/") }
  }

  /// Runs a command and gives its output to `body`, which need not read it all.
  ///
  /// - Parameter input: the path of a file that the command reads.
  /// - Throws: `Failure` if there is no git, if it fails, or if it does not answer; and what `body`
  ///   throws.
  func run<Result>(
    _ arguments: [String], input: String = "/dev/null", _ body: (inout PipeReader) throws -> Result
  ) throws -> Result {
    let programs = Self.path.map { String($0) + "/git" }
    guard let program = programs.first(where: { access($0, X_OK) == 0 }) else {
      throw Failure(reason: "git is not installed")
    }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure(reason: "git could not start") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let settings = Self.settings.flatMap { ["-c", $0] }
    let process = start(
      program, [program, "--git-dir=" + folder, "--no-pager"] + settings + arguments, input,
      output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard let process else { throw Failure(reason: "git could not start") }
    var reader = PipeReader(ends[0], patience: Self.patience)
    do {
      let result = try body(&reader)
      guard wait(for: process, isKilled: !reader.isAtEnd) else {
        throw Failure(reason: "git fails")
      }
      return result
    } catch {
      _ = wait(for: process, isKilled: true)
      throw error
    }
  }

  private func start(
    _ program: String, _ arguments: [String], _ input: String, output: Int32
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = arguments.map { strdup($0) } + [nil]
    var surroundings = environment.map { strdup($0) } + [nil]
    defer { for word in words + surroundings { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, nil, &words, &surroundings)
    return code == 0 ? process : nil
  }

  /// Whether a process ended well.
  private func wait(for process: pid_t, isKilled: Bool) -> Bool {
    if isKilled { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status == 0
  }
}

/// Reads the output of another program as it comes.
struct PipeReader {
  private static let chunk = 1 << 16

  private let descriptor: Int32
  private let patience: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  /// Whether the program has no more to say.
  private(set) var isAtEnd = false

  init(_ descriptor: Int32, patience: Int32) {
    (self.descriptor, self.patience) = (descriptor, patience)
  }

  /// The bytes before the next such byte, which is taken too; nil at the end.
  ///
  /// - Throws: `GitProgram.Failure` past that many bytes, and if nothing comes.
  mutating func text(before end: UInt8, limit: Int) throws(GitProgram.Failure) -> [UInt8]? {
    var searched = 0
    while true {
      let rest = buffer[position...].dropFirst(searched)
      if let index = rest.firstIndex(of: end) {
        defer { position = index + 1 }
        return Array(buffer[position..<index])
      }
      searched = buffer.count - position
      guard searched <= limit else {
        throw GitProgram.Failure(reason: "the output of git is too long")
      }
      guard try fill() else { return nil }
    }
  }

  /// The next bytes, which must be there.
  mutating func bytes(_ count: Int) throws(GitProgram.Failure) -> [UInt8] {
    while buffer.count - position < count {
      guard try fill() else { throw GitProgram.Failure(reason: "git ended early") }
    }
    defer { position += count }
    return Array(buffer[position..<(position + count)])
  }

  /// Takes the available bytes; false at the end.
  private mutating func fill() throws(GitProgram.Failure) -> Bool {
    var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    var ready = poll(&event, 1, patience)
    while ready < 0 && errno == EINTR { ready = poll(&event, 1, patience) }
    guard ready > 0 else { throw GitProgram.Failure(reason: "git does not answer") }
    if position > Self.chunk {
      buffer.removeFirst(position)
      position = 0
    }
    var chunk = [UInt8](repeating: 0, count: Self.chunk)
    var count = read(descriptor, &chunk, chunk.count)
    while count < 0 && errno == EINTR { count = read(descriptor, &chunk, chunk.count) }
    guard count > 0 else {
      isAtEnd = true
      return false
    }
    buffer += chunk[..<count]
    return true
  }
}
