import Glibc

/// An open file or folder, closed when the last reference goes.
///
/// Folders are worked on relative to their descriptor, so that a rename above them changes nothing.
/// No call follows a symbolic link in a path's last component.
final class Descriptor: Sendable {
  let number: Int32
  /// The path by which it was opened, for messages.
  let path: String

  init(_ number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit {
    close(number)
  }

  func describe(_ path: SitePath) -> String { "\(self.path)/\(path.text)" }

  func status() throws(PublishingError) -> FileStatus {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .failed(.read, path) }
    return FileStatus(status)
  }

  /// Writes out the whole file system that contains this folder: one call for any number of files.
  func syncFileSystem() throws(PublishingError) {
    guard LinuxCalls.syncFileSystem(number) == 0 else { throw .failed(.sync, path) }
  }

  /// Writes out the folder's own entries.
  func sync() throws(PublishingError) {
    guard fsync(number) == 0 else { throw .failed(.sync, path) }
  }

  func setPermissions(_ mode: mode_t) throws(PublishingError) {
    guard fchmod(number, mode) == 0 else { throw .failed(.write, path) }
  }

  /// Gives the folder another's owner, group and mode; owner and group as far as this user may.
  func adoptAccess(of status: FileStatus) throws(PublishingError) {
    if fchown(number, status.owner, status.group) != 0 {
      _ = fchown(number, uid_t.max, status.group)
    }
    try setPermissions(status.permissions)
  }
}

/// The purpose of a folder's descriptor.
extension Descriptor {
  /// Opens a folder by its absolute path.
  static func folder(_ path: String) throws(PublishingError) -> Descriptor {
    let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .failed(.read, path) }
    return Descriptor(number, path: path)
  }

  /// Opens a folder below this one.
  ///
  /// - Parameter location: the folder's path for messages, if it differs from `path`.
  func folder(
    _ path: SitePath, at location: String? = nil
  ) throws(PublishingError) -> Descriptor {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let number = openat(number, path.cString, flags)
    let location = location ?? describe(path)
    guard number >= 0 else { throw .failed(.read, location) }
    return Descriptor(number, path: location)
  }

  /// Opens a file below this folder to read it.
  func file(_ path: SitePath) throws(PublishingError) -> Descriptor {
    // Not blocking: a named pipe that took the file's place must not block the build.
    let number = openat(number, path.cString, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw .failed(.read, describe(path)) }
    return Descriptor(number, path: describe(path))
  }

  /// The status of the entry at a path, links not followed; nil if there is no entry.
  func status(of path: SitePath) throws(PublishingError) -> FileStatus? {
    var status = stat()
    guard fstatat(number, path.cString, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .failed(.read, describe(path))
    }
    return FileStatus(status)
  }

  /// Makes a folder with exactly this mode, regardless of the process's umask.
  func makeFolder(_ path: SitePath, mode: mode_t = 0o755) throws(PublishingError) {
    guard mkdirat(number, path.cString, mode) == 0,
      fchmodat(number, path.cString, mode, 0) == 0
    else { throw .failed(.create, describe(path)) }
  }

  func remove(_ path: SitePath) throws(PublishingError) {
    guard unlinkat(number, path.cString, 0) == 0 else { throw .failed(.remove, describe(path)) }
  }

  func removeFolder(_ path: SitePath) throws(PublishingError) {
    guard unlinkat(number, path.cString, AT_REMOVEDIR) == 0 else {
      throw .failed(.remove, describe(path))
    }
  }

  /// Gives a file of another folder a second name in this one, at the same path.
  ///
  /// - Returns: False if the file system or its rules refuse the link; the file can be copied.
  func link(_ path: SitePath, from source: Descriptor) throws(PublishingError) -> Bool {
    if linkat(source.number, path.cString, number, path.cString, 0) == 0 { return true }
    if [EPERM, EXDEV, EMLINK, EOPNOTSUPP, ENOSYS, EACCES].contains(errno) { return false }
    throw .failed(.link, describe(path))
  }

  func rename(_ path: SitePath, to target: SitePath, in folder: Descriptor) throws(PublishingError)
  {
    guard renameat(number, path.cString, folder.number, target.cString) == 0 else {
      throw .failed(.replace, folder.describe(target))
    }
  }
}
