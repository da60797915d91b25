// Watching tells when files change. In: folders. Out: sets of paths, each set when the change has
// come to rest. It reads no file.

import Glibc
import Synchronization

/// Watches folders and all below them by inotify(7); hidden files and folders are left out.
///
/// A burst is one change: it is reported after `pause` without further events, `longPause` if it
/// is of many files, at the latest after `patience`. One written, closed file waits for `breath`.
/// While Git works on the tree around a folder, its changes are not complete.
public final class FolderWatcher: Sendable {
  static let breath = Duration.milliseconds(5)
  static let pause = Duration.milliseconds(60)
  static let longPause = Duration.milliseconds(250)
  static let patience = Duration.seconds(2)

  /// Tells that there are changes to take; for one reader.
  public let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation
  private let pending = Mutex(FolderChanges())

  /// Why folders cannot be watched.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// The folder and the system's reason.
    public let description: String
  }

  /// Watches folders from now on, on a thread of its own, for as long as the process lives.
  ///
  /// - Throws: `Failure` if a folder cannot be opened or the kernel has no watches left.
  public init(_ folders: [String]) throws(Failure) {
    (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    let watches = try FolderWatches(folders)
    let locks = Set(folders.compactMap { gitLock(around: $0) })
    startThread { [self] in watch(watches, locks) }
  }

  /// The changes since the last call.
  public func take() -> FolderChanges {
    pending.withLock { pending in
      defer { pending = FolderChanges() }
      return pending
    }
  }

  private static func rest(after changes: FolderChanges, isWriting: Bool) -> Duration {
    if changes.lastingCount <= 1, !isWriting { return breath }
    return changes.lastingCount > 10 ? longPause : pause
  }

  private func watch(_ initial: FolderWatches, _ locks: Set<String>) {
    var watches = initial
    while true {
      watches.wait(nil)
      let started = ContinuousClock.now
      var changes = watches.read()
      while ContinuousClock.now - started < Self.patience {
        let isMore = watches.wait(Self.rest(after: changes, isWriting: watches.isWriting))
        if !isMore, !locks.contains(where: { access($0, F_OK) == 0 }) { break }
        changes.add(watches.read())
      }
      if changes == FolderChanges() { continue }
      pending.withLock { $0.add(changes) }
      signal.yield()
    }
  }
}

/// Changes below watched folders.
public struct FolderChanges: Sendable, Equatable {
  /// Paths of files that were written, made or moved here.
  public var written: Set<String> = []
  /// Paths of files and folders that were removed or moved away.
  public var removed: Set<String> = []
  /// Whether anything else may have changed: the kernel lost count, or a watched folder itself came
  /// or went.
  public var isUnsure = false

  /// Starts with nothing.
  public init() {}

  /// How many files changed for good: a temporary file came and went.
  var lastingCount: Int { written.symmetricDifference(removed).count + (isUnsure ? 2 : 0) }

  mutating func add(_ later: FolderChanges) {
    written.formUnion(later.written)
    removed.formUnion(later.removed)
    isUnsure = isUnsure || later.isUnsure
  }
}

/// The file that Git keeps while it changes the working tree around a folder; nil if there is none.
private func gitLock(around folder: String) -> String? {
  guard let resolved = realpath(folder, nil) else { return nil }
  defer { free(resolved) }
  var parts = String(cString: resolved).split(separator: "/")[...]
  while !parts.isEmpty {
    let repository = "/" + parts.joined(separator: "/") + "/.git"
    if access(repository, F_OK) == 0 { return repository + "/index.lock" }
    parts = parts.dropLast()
  }
  return nil
}

/// Runs work on a thread of its own.
private func startThread(_ work: @escaping @Sendable () -> Void) {
  final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
  var thread = pthread_t()
  let context = Unmanaged.passRetained(Work(work)).toOpaque()
  pthread_create(
    &thread, nil,
    { context in
      if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
      return nil
    }, context)
  pthread_detach(thread)
}
