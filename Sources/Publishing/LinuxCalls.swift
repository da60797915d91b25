import CLinux

/// The two calls of Linux that the C library keeps from Swift.
enum LinuxCalls {
  /// Swaps two entries of an open folder in one step (`renameat2` with `RENAME_EXCHANGE`).
  ///
  /// - Returns: 0, or -1 with `errno` set.
  static func exchange(_ folder: Int32, _ first: SitePath, _ second: SitePath) -> Int32 {
    linux_exchange(folder, first.cString, second.cString)
  }

  /// Writes out the file system that contains an open file or folder (`syncfs`).
  ///
  /// - Returns: 0, or -1 with `errno` set.
  static func syncFileSystem(_ descriptor: Int32) -> Int32 { linux_syncfs(descriptor) }
}
