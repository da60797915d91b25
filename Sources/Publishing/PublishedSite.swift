/// The contents of the output folder before the new site replaces it.
struct PublishedSite: Sendable {
  /// An entry of the folder.
  struct Entry: Sendable {
    let path: SitePath
    let status: FileStatus
    /// Whether it is a folder without entries.
    let isEmptyFolder: Bool
  }

  let folder: Descriptor
  let status: FileStatus
  /// All entries of the folder, each folder before its own entries.
  let entries: [Entry]
  /// The regular files among them.
  let files: [SitePath: FileStatus]
  /// The files that the last publishing wrote.
  let manifest: Manifest
  /// The record of its build, if there is one.
  let record: BuildRecord?

  /// Looks through an output folder; nil if there is none.
  init?(_ output: OutputFolder) throws(PublishingError) {
    guard try output.parent.status(of: output.name) != nil else { return nil }
    folder = try output.parent.folder(output.name)
    status = try folder.status()
    var entries: [Entry] = []
    try TreeWalk(root: folder).run { (step, place) throws(PublishingError) in
      var isEmptyFolder = false
      switch step {
      case .entering(let isEmpty): isEmptyFolder = isEmpty
      case .leaving: return
      case .passing: break
      }
      guard let status = try place.folder.status(of: place.name) else { return }
      entries.append(Entry(path: place.path, status: status, isEmptyFolder: isEmptyFolder))
    }
    self.entries = entries
    files = Dictionary(
      entries.lazy.filter(\.status.isRegularFile).map { ($0.path, $0.status) },
      uniquingKeysWith: { first, _ in first })
    manifest = Manifest(parsing: try Self.list(Manifest.path, files, folder) ?? [])
    record = try Self.list(BuildRecord.path, files, folder).flatMap(BuildRecord.init(parsing:))
  }

  /// The largest list of a site's files, in bytes and in lines; a larger one counts as empty.
  private static let mostListed = (bytes: 128 << 20, lines: 2_000_000)

  /// The bytes of a list that publishing keeps in the folder; nil if there is none.
  private static func list(
    _ path: SitePath, _ files: [SitePath: FileStatus], _ folder: Descriptor
  ) throws(PublishingError) -> [UInt8]? {
    guard let status = files[path], status.size <= mostListed.bytes else { return nil }
    let bytes = try folder.bytes(of: path)
    let separators = bytes.lazy.filter { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }
    return separators.prefix(mostListed.lines).count < mostListed.lines ? bytes : nil
  }

  /// Whether publishing put this file there.
  private func isOwn(_ path: SitePath) -> Bool {
    manifest.files.contains(path) || path == Manifest.path || path == BuildRecord.path
      || path.firstComponent == InPlaceReplacement.incoming.bytes
  }

  /// Whether this belongs to a Git checkout of the output, which publishing does not touch.
  private func belongsToGit(_ path: SitePath) -> Bool { path.hasPrefix(".git") }

  /// Whether all that was published is there and nobody changed it since the record was written.
  var isUntouched: Bool {
    guard let published = files[BuildRecord.path], foreignFiles.isEmpty else { return false }
    return manifest.files.allSatisfy { path in
      guard let status = files[path] else { return false }
      return status.permissions == 0o644 && !status.isNewer(than: published)
    }
  }

  /// The files that someone else put there, Git's files left out.
  private var foreignFiles: [SitePath] {
    entries.lazy.filter { !$0.status.isFolder }.map(\.path)
      .filter { !isOwn($0) && !belongsToGit($0) }
  }

  /// Refuses to replace a folder that contains files that someone else put there.
  func refuseForeignFiles() throws(PublishingError) {
    let foreign = foreignFiles
    guard !foreign.isEmpty else { return }
    throw .foreignFiles(
      output: folder.path, first: foreign.prefix(3).map(\.text), count: foreign.count)
  }

  /// Entries that the new site takes over: all that someone else put there, empty folders included.
  ///
  /// Without force only Git's files can be left.
  func carriedEntries(force: Bool) -> [Entry] {
    entries.filter { entry in
      (entry.isEmptyFolder || !entry.status.isFolder) && !isOwn(entry.path)
        && (force || belongsToGit(entry.path))
    }
  }

  /// The files of the last publishing that are still there and not in the new site.
  func removedFiles(besides files: Set<SitePath>) -> [SitePath] {
    entries.lazy.map(\.path).filter { manifest.files.contains($0) && !files.contains($0) }
  }
}
