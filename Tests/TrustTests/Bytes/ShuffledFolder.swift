import Foundation
import TestSupport

/// A folder that lists its entries in another order each time, by disorderfs.
final class ShuffledFolder {
  private let folder: URL
  private let server: RunningCommand

  /// Puts such a view of a folder in the folder's place.
  ///
  /// - Returns: Nil, with a message, where disorderfs is missing or must not mount.
  init?(inPlaceOf folder: URL) throws {
    self.folder = folder
    let program = URL(filePath: "/usr/bin/disorderfs")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      print("disorderfs is missing: folders are not shuffled")
      return nil
    }
    let entries = URL(filePath: folder.path + "-entries")
    try FileManager.default.moveItem(at: folder, to: entries)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    server = try RunningCommand(
      program, ["-f", "-q", "--shuffle-dirents=yes", entries.path, folder.path])
    for _ in 0..<500 where server.isRunning {
      if try !FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
    print("disorderfs does not mount here: folders are not shuffled\n\(server.errors)")
    try FileManager.default.removeItem(at: folder)
    try FileManager.default.moveItem(at: entries, to: folder)
    return nil
  }

  deinit {
    _ = try? run(URL(filePath: "/usr/bin/fusermount"), ["-u", "-z", folder.path])
  }
}
