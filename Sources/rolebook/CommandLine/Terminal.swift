import Glibc

/// The program's way to speak: results to standard output, all else to standard error.
public struct Terminal: Sendable {
  private let isQuiet: Bool
  private let hasColor: Bool
  private let showsProgress: Bool
  /// Whether somebody sees standard output as it comes.
  let showsOutput: Bool

  /// Describes the environment of the program.
  ///
  /// Color is used on a terminal unless `NO_COLOR` is set; a progress line only on a terminal.
  public static func current() -> Terminal {
    takeClosedDescriptors()
    let isTerminal = isatty(STDERR_FILENO) == 1
    let refusesColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return Terminal(
      isQuiet: false, hasColor: isTerminal && !refusesColor, showsProgress: isTerminal,
      showsOutput: isatty(STDOUT_FILENO) == 1)
  }

  /// Takes the numbers of closed standard streams, so that no file of the guide gets them.
  ///
  /// Writing to one of them still fails.
  private static func takeClosedDescriptors() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  private init(isQuiet: Bool, hasColor: Bool, showsProgress: Bool, showsOutput: Bool) {
    self.isQuiet = isQuiet
    self.hasColor = hasColor
    self.showsProgress = showsProgress
    self.showsOutput = showsOutput
  }

  /// The same terminal, silent but for findings and failures.
  func quiet() -> Terminal {
    Terminal(isQuiet: true, hasColor: hasColor, showsProgress: false, showsOutput: showsOutput)
  }

  /// Writes a line of a result to standard output.
  func print(_ text: String) throws(OutputFailed) { try write(Array((text + "\n").utf8)) }

  /// Writes a file to standard output as it is.
  func write(_ bytes: [UInt8]) throws(OutputFailed) {
    guard write(bytes, to: STDOUT_FILENO) else {
      let reason = String(cString: strerror(errno))
      throw OutputFailed(description: "cannot write to standard output: \(reason)")
    }
  }

  /// Standard output that takes no more.
  struct OutputFailed: Error, CustomStringConvertible {
    let description: String
  }

  /// Writes a line to standard error, even when quiet.
  func report(_ text: String) {
    write(Array((clearedLine + text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Reports a result on standard error, unless quiet.
  func say(_ text: String) {
    if !isQuiet { report(text) }
  }

  /// Shows how far long work has come, in place of the line before; only on a terminal.
  func progress(_ text: String) {
    if showsProgress { write(Array((clearedLine + text).utf8), to: STDERR_FILENO) }
  }

  /// A severity's word in its color.
  func colored(_ text: String, isError: Bool) -> String {
    hasColor ? "\u{1B}[\(isError ? 31 : 33)m\(text)\u{1B}[0m" : text
  }

  private var clearedLine: String { showsProgress ? "\r\u{1B}[K" : "" }

  /// Writes all bytes; false, with `errno` set, if that failed.
  @discardableResult
  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
