import Synchronization

/// A site that grows beside its output folder and takes its place in one step.
///
/// The input is paths and bytes. The output is a folder that is always a whole site, old or new,
/// even if the process ends or a call fails. A file whose bytes did not change keeps its inode and
/// its modification time. The site's files are readable by everyone (0644, folders 0755) regardless
/// of the umask; the output folder itself keeps its owner and mode.
///
/// The output folder is another one after each publishing. A mount, a watch, or a server must open
/// it by its path each time.
public final class StagedSite: Sendable {
  /// The changes that publishing made.
  public struct Summary: Equatable, Sendable {
    /// How many files are new or have other bytes than before.
    public let written: Int
    /// How many files are as they were.
    public let unchanged: Int
    /// How many files of the last publishing are gone.
    public let removed: Int
    /// Whether the folders could not be exchanged, so that the site was replaced file by file.
    public let replacedInPlace: Bool
    /// The reason why the old site, which is no longer served, is still on the disk.
    ///
    /// The next publishing tries again to remove it.
    public let leftover: PublishingError?
  }

  let output: OutputFolder
  let staging: Descriptor
  let force: Bool
  let exchange: FolderExchange
  let published: PublishedSite?
  let ledger = Mutex(SiteLedger())
  private let lock: Mutex<OutputLock?>

  /// Stages a site for an output folder, which need not exist yet.
  ///
  /// - Parameters:
  ///   - output: The folder to publish to, or a symbolic link to it. Missing folders above it are
  ///     made.
  ///   - force: Whether to publish to a folder that contains files that no earlier publishing put
  ///     there. They are kept, unless the new site has a file of the same path.
  public convenience init(output: String, force: Bool) throws(PublishingError) {
    try self.init(output: output, force: force, exchange: .system)
  }

  init(output path: String, force: Bool, exchange: FolderExchange) throws(PublishingError) {
    output = try OutputFolder(path)
    lock = Mutex(try OutputLock(output))
    self.force = force
    self.exchange = exchange
    published = try PublishedSite(output)
    if !force { try published?.refuseForeignFiles() }
    // Left by a run that was killed: the owner of the lock is the only one at work here.
    try output.parent.removeTree(output.staging)
    try output.parent.makeFolder(output.staging, mode: 0o700)
    staging = try output.parent.folder(output.staging)
  }

  deinit {
    discard()
  }

  /// Writes a file of the site; may be called from several threads at once.
  ///
  /// - Throws: An error that also keeps the site from being published.
  public func write(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
    try inTurn { () throws(PublishingError) in
      try place(bytes, at: try SitePath(validating: path))
    }
  }

  /// The record of the published site; nil if there is none, and if the site is no longer as it
  /// was published.
  public var recordOfPublishedSite: BuildRecord? {
    guard let published, published.isUntouched else { return nil }
    return published.record
  }

  /// Whether the last publishing put a file there.
  public func isPublished(_ path: String) -> Bool {
    published?.manifest.files.contains(SitePath(path)) ?? false
  }

  /// Takes files over as they are published; may be called from several threads at once.
  ///
  /// - Returns: false if one of them is not as it was when the staging began; then none is taken.
  /// - Throws: An error that also keeps the site from being published.
  public func keep(_ paths: [String]) throws(PublishingError) -> Bool {
    guard let published else { return false }
    var isKept = false
    try inTurn { () throws(PublishingError) in
      var files: [SitePath] = []
      for path in paths { files.append(try SitePath(validating: path)) }
      for file in files {
        guard let seen = published.files[file],
          try published.folder.status(of: file) == seen
        else { return }
      }
      for file in files {
        try claim(file)
        try takeOver(file, from: published)
      }
      isKept = true
    }
    return isKept
  }

  private func takeOver(
    _ path: SitePath, from published: PublishedSite
  ) throws(PublishingError) {
    if try !staging.link(path, from: published.folder) {
      try staging.copy(path, from: published.folder, to: path)
    }
    ledger.withLock { $0.markUnchanged(path) }
  }

  /// Does a piece of the writing, unless the site is published or given up already.
  private func inTurn(
    _ work: () throws(PublishingError) -> Void
  ) throws(PublishingError) {
    guard ledger.withLock({ $0.begin() }) else { throw .outOfTurn(output: output.path) }
    var failure: PublishingError?
    do throws(PublishingError) {
      try work()
    } catch {
      failure = error
    }
    let isAbandoned = ledger.withLock {
      $0.end(failure)
      return $0.phase == .done && $0.isQuiet
    }
    if isAbandoned { removeStaging() }
    if let failure { throw failure }
  }

  /// Puts the site in its place; call it when all writes have returned.
  ///
  /// If folders cannot be exchanged, or the output is a mount point, the new site replaces the old
  /// one file by file. First come the files that pages need, and then the pages. The files that are
  /// gone are removed last.
  ///
  /// - Parameter record: the inputs of the site, if a later build may rely on them.
  /// - Throws: The first error of a write, or the error that kept the site from its place. The
  ///   staged site is then gone.
  public func publish(_ record: BuildRecord? = nil) throws(PublishingError) -> Summary {
    do throws(PublishingError) {
      try ledger.withLock { (ledger) throws(PublishingError) in
        try ledger.startPublishing(output.path)
      }
      let summary = try takePlace(with: record)
      _ = ledger.withLock { $0.finish() }
      lock.withLock { $0 = nil }
      return summary
    } catch {
      discard()
      throw error
    }
  }

  /// Gives up the staged site and removes it; the served site stays.
  ///
  /// Anything that cannot be removed now is removed by the next publishing.
  public func discard() {
    let isToRemove = ledger.withLock { $0.finish() && $0.isQuiet }
    if isToRemove { removeStaging() }
  }

  private func removeStaging() {
    try? output.parent.removeTree(output.staging)
    lock.withLock { $0 = nil }
  }

  func place(_ bytes: [UInt8], at path: SitePath) throws(PublishingError) {
    try claim(path)
    guard let published, let seen = published.files[path], seen.permissions == 0o644,
      published.folder.holds(bytes, at: path, as: seen)
    else { return try staging.create(path, bytes) }
    if try !staging.link(path, from: published.folder) {
      try staging.create(path, bytes, modified: seen)
    }
    ledger.withLock { $0.markUnchanged(path) }
  }

  /// Takes a path for a file, and makes the folders above it.
  private func claim(_ path: SitePath) throws(PublishingError) {
    try ledger.withLock { (ledger) throws(PublishingError) in
      for folder in try ledger.claim(path) { try staging.makeFolder(folder) }
    }
  }
}
