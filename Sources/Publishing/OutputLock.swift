import Glibc

/// The right to publish to an output folder, given back when the last reference goes.
///
/// An advisory lock on a file beside the folder. The system gives it back when a process ends,
/// however it ends; then only the empty file is left, and the next publisher takes that.
final class OutputLock: Sendable {
  private let output: OutputFolder
  private let file: Descriptor

  init(_ output: OutputFolder) throws(PublishingError) {
    self.output = output
    while true {
      let candidate = try Self.open(output)
      guard flock(candidate.number, LOCK_EX | LOCK_NB) == 0 else {
        if errno == EWOULDBLOCK { throw .busy(output: output.path) }
        throw .failed(.lock, candidate.path)
      }
      // The previous owner of the lock may have removed the file after it was opened here.
      let locked = try candidate.status()
      if let present = try output.parent.status(of: output.lock), present.isSameFile(as: locked) {
        file = candidate
        return
      }
    }
  }

  deinit {
    // Removed while locked: a file that is removed later could be the next publisher's. One that
    // cannot be removed does no harm.
    try? output.parent.remove(output.lock)
  }

  private static func open(_ output: OutputFolder) throws(PublishingError) -> Descriptor {
    // Not blocking: a named pipe of that name must not block the build.
    let flags = O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let number = openat(output.parent.number, output.lock.cString, flags, 0o644)
    let path = output.parent.describe(output.lock)
    guard number >= 0 else { throw .failed(.create, path) }
    return Descriptor(number, path: path)
  }
}
