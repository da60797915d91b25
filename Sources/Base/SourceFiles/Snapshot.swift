import Glibc
import Synchronization

/// The files of one run as they were when each was first needed: each file is opened once, and each
/// folder is listed once.
///
/// Bytes are kept until they are taken.
public final class Snapshot: Sendable {
  private struct Files {
    var bytes: [String: [UInt8]] = [:]
    var folders: [String: [FolderEntry]] = [:]
    var stamps: [String: FileStamp] = [:]
    /// Whether something changed so shortly before it was read that a second change could look the same.
    var isYoung = false
  }

  private let files = Mutex(Files())

  /// Starts without files.
  public init() {}

  /// The bytes of a file, kept for others.
  ///
  /// - Parameters:
  ///   - root: the folder at the path's beginning; nil if only the end matters.
  ///   - limit: the greatest size in bytes.
  /// - Throws: `FileError` if the file cannot be read or is larger.
  public func read(
    _ path: String, below root: String? = nil, limit: Int = InputLimits().assetBytes
  ) throws(FileError) -> [UInt8] {
    if let bytes = files.withLock({ $0.bytes[path] }) {
      return try Self.limited(bytes, path, limit)
    }
    let bytes = try note(path) { () throws(FileError) in
      try readFile(path, below: root, limit: limit)
    }
    files.withLock { $0.bytes[path] = bytes }
    return bytes
  }

  /// The bytes of a file, which nobody needs after that.
  ///
  /// - Throws: `FileError` if the file cannot be read or is larger than the limit.
  public func take(
    _ path: String, below root: String? = nil, limit: Int = InputLimits().assetBytes
  ) throws(FileError) -> [UInt8] {
    if let bytes = files.withLock({ $0.bytes.removeValue(forKey: path) }) {
      return try Self.limited(bytes, path, limit)
    }
    return try note(path) { () throws(FileError) in
      try readFile(path, below: root, limit: limit)
    }
  }

  /// A text file of the guide, which nobody needs after that; one that is larger than the limit says so
  /// as its defect.
  ///
  /// - Throws: `FileError` if the file cannot be read.
  public func takeSourceFile(
    _ path: String, below root: String, limit: Int
  ) throws(FileError) -> SourceFile {
    do {
      return SourceFile(path: path, bytes: try take(path, below: root, limit: limit))
    } catch {
      guard let size = error.size else { throw error }
      return SourceFile(path: path, size: size, beyond: limit)
    }
  }

  /// The entries of a folder, as `listFolder` has them.
  ///
  /// - Throws: `FileError` if the folder cannot be listed.
  public func list(
    _ path: String, below root: String? = nil, limit: Int = .max
  ) throws(FileError) -> [FolderEntry] {
    if let entries = files.withLock({ $0.folders[path] }) { return Array(entries.prefix(limit)) }
    let entries = try note(path) { () throws(FileError) in
      try listFolder(path, below: root, limit: limit)
    }
    // A list that the limit may have cut is not all that is there.
    if entries.count < limit { files.withLock { $0.folders[path] = entries } }
    return entries
  }

  /// Whether files and folders are still as they were read; nil if their times cannot tell.
  public var isCurrent: Bool? {
    let (stamps, isYoung) = files.withLock { ($0.stamps, $0.isYoung) }
    guard stamps.allSatisfy({ FileStamp(of: $0.key) == $0.value }) else { return false }
    return isYoung ? nil : true
  }

  private static func limited(
    _ bytes: [UInt8], _ path: String, _ limit: Int
  ) throws(FileError) -> [UInt8] {
    guard bytes.count <= limit else {
      throw FileError(path: path, reason: "larger than \(limit) bytes", size: bytes.count)
    }
    return bytes
  }

  /// Records the state of a path before it is read.
  private func note<Content>(
    _ path: String, _ read: () throws(FileError) -> Content
  ) throws(FileError) -> Content {
    let stamp = FileStamp(of: path)
    let content = try read()
    files.withLock { files in
      files.stamps[path] = stamp
      if stamp?.isYoung ?? true { files.isYoung = true }
    }
    return content
  }
}

/// Values that distinguish a file or folder from its earlier state.
struct FileStamp: Equatable {
  /// How long after a change another one may get the same time: file systems count in ticks.
  private static let tickNanoseconds = 50_000_000

  private let device: UInt
  private let inode: UInt
  private let size: Int
  private let changed: Time
  private let modified: Time

  private struct Time: Equatable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) { (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec) }
  }

  /// Looks at a path, links not followed; nil if nothing is there.
  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    (device, inode, size) = (status.st_dev, status.st_ino, status.st_size)
    (changed, modified) = (Time(status.st_ctim), Time(status.st_mtim))
  }

  /// Whether the last change is so new that the next one could have the same time.
  var isYoung: Bool {
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME, &now) == 0 else { return true }
    let (seconds, overflows) = now.tv_sec.subtractingReportingOverflow(changed.seconds)
    if overflows || seconds < 0 { return true }
    if seconds > 1 { return false }
    return seconds * 1_000_000_000 + now.tv_nsec - changed.nanoseconds < Self.tickNanoseconds
  }
}
