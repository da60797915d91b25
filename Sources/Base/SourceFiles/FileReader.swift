import Glibc

/// Why a file or folder could not be read, in the system's words.
public struct FileError: Error, Sendable, CustomStringConvertible {
  /// The path as it was asked for.
  public let path: String
  /// The system's reason.
  public let reason: String

  /// The size in bytes of a file that is larger than the limit for reading.
  let size: Int?

  /// Describes the problem with a path.
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
/// A symbolic link at the path's end is not followed, nor any between `root` and the file. So a
/// link that replaces a folder while a guide is read leads nowhere.
///
/// - Parameters:
///   - root: the folder at the path's beginning; nil if only the end matters.
///   - limit: the greatest size in bytes that is read.
public func readFile(
  _ path: String, below root: String? = nil, limit: Int = InputLimits().assetBytes
) throws(FileError) -> [UInt8] {
  let descriptor = openBelow(root, path, O_RDONLY | O_NONBLOCK)
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
  _ path: String, below root: String? = nil, limit: Int = InputLimits().fileBytes
) throws(FileError) -> SourceFile {
  do {
    return SourceFile(path: path, bytes: try readFile(path, below: root, limit: limit))
  } catch {
    guard let size = error.size else { throw error }
    return SourceFile(path: path, size: size, beyond: limit)
  }
}

/// Opens a path without following links at its end or between the root folder and its end.
///
/// - Returns: the descriptor, or -1 with `errno` set.
func openBelow(_ root: String?, _ path: String, _ flags: Int32) -> Int32 {
  let flags = flags | O_CLOEXEC | O_NOFOLLOW
  guard let root, path.utf8.starts(with: root.utf8) else { return open(path, flags) }
  let names = path.utf8.dropFirst(root.utf8.count).split(separator: UInt8(ascii: "/"))
  guard let last = names.last else { return open(path, flags & ~O_NOFOLLOW) }
  var folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  for name in names.dropLast() where folder >= 0 {
    let next = openat(
      folder, String(Substring(name)), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    closeKeepingError(folder)
    folder = next
  }
  guard folder >= 0 else { return -1 }
  let descriptor = openat(folder, String(Substring(last)), flags)
  closeKeepingError(folder)
  return descriptor
}

private func closeKeepingError(_ descriptor: Int32) {
  let code = errno
  close(descriptor)
  errno = code
}
