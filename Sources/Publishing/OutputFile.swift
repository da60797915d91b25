import Glibc

/// Writes one file.
///
/// An old file is replaced in one step: readers meet its bytes or the new ones. Anything but an
/// ordinary file, such as a pipe, is written to as it is.
public func writeFile(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
  var status = stat()
  let isThere = stat(path, &status) == 0
  if isThere, !FileStatus(status).isRegularFile {
    return try Descriptor.writable(path, O_WRONLY | O_CLOEXEC).write(bytes)
  }
  let target = isThere ? try resolved(path) : path
  let staged = "\(target).\(getpid())"
  let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
  let file = try Descriptor.writable(staged, flags, as: path)
  do throws(PublishingError) {
    try file.write(bytes)
    if isThere { try file.setPermissions(FileStatus(status).permissions) }
    guard rename(staged, target) == 0 else { throw PublishingError.failed(.replace, path) }
  } catch {
    unlink(staged)
    throw error
  }
}

/// The path of a file without symbolic links.
private func resolved(_ path: String) throws(PublishingError) -> String {
  guard let resolved = realpath(path, nil) else { throw .failed(.read, path) }
  defer { free(resolved) }
  return String(cString: resolved)
}

extension Descriptor {
  fileprivate static func writable(
    _ path: String, _ flags: Int32, as name: String? = nil
  ) throws(PublishingError) -> Descriptor {
    let number = open(path, flags, 0o666)
    guard number >= 0 else { throw .failed(.create, name ?? path) }
    return Descriptor(number, path: name ?? path)
  }

  fileprivate func write(_ bytes: [UInt8]) throws(PublishingError) {
    var failure: PublishingError?
    bytes.withUnsafeBytes { failure = append($0) }
    if let failure { throw failure }
  }
}
