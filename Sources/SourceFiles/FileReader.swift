import Glibc

/// Why a file or folder could not be read, in the system's words.
public struct FileError: Error, Sendable, CustomStringConvertible {
  /// The path as it was asked for.
  public let path: String
  /// The system's reason.
  public let reason: String

  /// The size in bytes of a file that is larger than what is read.
  let size: Int?

  /// Says what is wrong with a path.
  public init(path: String, reason: String) {
    self.init(path: path, reason: reason, size: nil)
  }

  init(path: String, reason: String, size: Int?) {
    self.path = path
    self.reason = reason
    self.size = size
  }

  /// `path: reason`.
  public var description: String { "\(path): \(reason)" }

  static func current(_ path: String) -> FileError {
    FileError(path: path, reason: String(cString: strerror(errno)))
  }
}

/// Reads a regular file whole, with one allocation.
///
/// A symbolic link at the path's end is not followed.
///
/// - Parameter limit: the greatest size in bytes that is read.
public func readFile(
  _ path: String, limit: Int = InputLimits().assetBytes
) throws(FileError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
  guard descriptor >= 0 else { throw .current(path) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .current(path) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw FileError(path: path, reason: "not a regular file")
  }
  guard status.st_size <= limit else {
    throw FileError(path: path, reason: "larger than \(limit) bytes", size: Int(status.st_size))
  }
  var failed = false
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
    while count < buffer.count {
      let got = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { failed = true }
      if got <= 0 { return }
      count += got
    }
  }
  if failed { throw .current(path) }
  return bytes
}

/// Reads a text file of the guide; one that is larger than the limit says so as its defect.
public func readSourceFile(
  _ path: String, limit: Int = InputLimits().fileBytes
) throws(FileError) -> SourceFile {
  do {
    return SourceFile(path: path, bytes: try readFile(path, limit: limit))
  } catch {
    guard let size = error.size else { throw error }
    return SourceFile(path: path, size: size, beyond: limit)
  }
}
