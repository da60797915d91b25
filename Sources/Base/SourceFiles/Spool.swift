import Glibc
import Synchronization

/// Bytes that wait on the disk until they are needed, so that a large guide does not fill the
/// memory.
///
/// They lie in a file without a name, in the folder that `TMPDIR` names or in `/var/tmp`. The
/// system removes it when the process ends, however it ends. Several threads may use a spool at
/// once.
public final class Spool: Sendable {
  private let descriptor: Int32
  private let end = Mutex(0)

  /// Makes an empty spool; nil if no such file can be made.
  public init?() {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
    var path = Array((folder + "/rolebook-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Takes bytes, one piece behind the other.
  ///
  /// - Returns: the offset of the first byte; nil if the disk does not take them.
  public func append(_ pieces: [UnsafeRawBufferPointer]) -> Int? {
    let count = pieces.reduce(0) { $0 + $1.count }
    let start = end.withLock { end in
      defer { end += count }
      return end
    }
    var offset = start
    for piece in pieces {
      guard write(piece, at: offset) else { return nil }
      offset += piece.count
    }
    return start
  }

  /// Fills a buffer with the bytes at a place.
  ///
  /// - Throws: `FileError` if the disk does not give it back.
  public func read(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int) throws(FileError) {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, offset + done)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw .current("temporary file") }
      if count == 0 { throw FileError(path: "temporary file", reason: "cut short") }
      done += count
    }
  }

  private func write(_ piece: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    var done = 0
    while done < piece.count {
      let count = pwrite(
        descriptor, piece.baseAddress.map { $0 + done }, piece.count - done, offset + done)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      done += count
    }
    return true
  }
}
