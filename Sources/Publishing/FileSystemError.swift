import Glibc

/// A system call that failed: the attempted operation, the path, and the system's reason.
public struct FileSystemError: Error, Equatable, Sendable {
  /// The attempted operation.
  public enum Action: String, Sendable {
    /// Making a folder or a file.
    case create
    /// Opening or listing a folder, or reading a file.
    case read
    /// Filling a file or setting its mode and times.
    case write
    /// Making a second name for a file.
    case link
    /// Taking the lock that keeps a second publisher out.
    case lock
    /// Deleting a file or a folder.
    case remove
    /// Putting a file or a folder in its place.
    case replace
    /// Writing data in memory to the disk.
    case sync = "write out to the disk"
  }

  /// The attempted operation.
  public let action: Action
  /// The path that it was to be done to.
  public let path: String
  /// The system's `errno`.
  public let code: Int32

  /// Describes a failed system call.
  public init(_ action: Action, _ path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }
}

extension FileSystemError: CustomStringConvertible {
  /// One line: the failure, its reason, and the remedy.
  public var description: String {
    "cannot \(action.rawValue) '\(path)': \(String(cString: strerror(code))); \(advice)"
  }

  private var advice: String {
    switch code {
    case ENOSPC, EDQUOT: "free some space and build again"
    case EACCES, EPERM: "let this user write there, or choose another folder with --output"
    case EROFS, ENOTDIR, ELOOP, ENAMETOOLONG, ENOENT: "choose another folder with --output"
    default: "check the path and build again"
    }
  }
}

extension PublishingError {
  /// The error of the system call that failed just now.
  ///
  /// `errno` is read before the path is put together, which may change it.
  static func failed(
    _ action: FileSystemError.Action, _ path: @autoclosure () -> String
  ) -> PublishingError {
    let code = errno
    return .fileSystem(FileSystemError(action, path(), code: code))
  }
}
