import Glibc

/// The step that swaps the staged site and the published one.
struct FolderExchange: Sendable {
  /// Swaps two entries of an open folder: 0, or the system's `errno`.
  let swap: @Sendable (_ folder: Int32, _ first: SitePath, _ second: SitePath) -> Int32

  /// `renameat2` with `RENAME_EXCHANGE`.
  static let system = FolderExchange { folder, first, second in
    LinuxCalls.exchange(folder, first, second) == 0 ? 0 : errno
  }

  /// Errors of a system that cannot exchange these two: an old kernel, a file system without it, a
  /// mount point.
  private static let unsupported = [EINVAL, ENOSYS, EXDEV, EBUSY, EOPNOTSUPP]

  /// Exchanges the output folder and the staging folder; false if the system cannot.
  func run(_ output: OutputFolder) throws(PublishingError) -> Bool {
    let code = swap(output.parent.number, output.staging, output.name)
    if code == 0 { return true }
    if Self.unsupported.contains(code) { return false }
    throw .fileSystem(FileSystemError(.replace, output.path, code: code))
  }
}
