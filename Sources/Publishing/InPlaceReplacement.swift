import Glibc

/// Replaces a site file by file, if the system cannot exchange two folders in one step.
///
/// The steps that can run out of space come first. The changed files are copied into a folder
/// inside the output and written to the disk. New folders are made too. Then each file takes its
/// place by a rename: first the files that pages need (scripts, styles, data), and then the pages.
/// The files that the new site lacks are removed last. A page that is served on the way finds all
/// it needs. The manifest lists both sites' files until the end, so that a killed run leaves
/// nothing that the next one takes for foreign. There is no record of a build until then, so that
/// the next one builds.
struct InPlaceReplacement {
  /// The folder inside the output that contains the files on their way.
  static let incoming = SitePath(".rolebook-incoming")

  /// A file on its way.
  private struct Move {
    let source: SitePath
    let target: SitePath

    /// Whether it is a page, or a page's compressed form.
    var isPage: Bool { [".html", ".html.gz", ".html.br"].contains(where: target.hasSuffix) }
  }

  let staging: Descriptor
  let old: PublishedSite
  let manifest: Manifest
  /// The files of the new site that are in place already.
  let unchanged: Set<SitePath>
  let record: BuildRecord?

  /// Replaces the site; if that fails, removes the files in transit.
  func run() throws(PublishingError) {
    do throws(PublishingError) {
      try replace()
    } catch {
      try? old.folder.removeTree(Self.incoming)
      throw error
    }
  }

  private func replace() throws(PublishingError) {
    let site = old.folder
    try site.removeTree(Self.incoming)
    try site.makeFolder(Self.incoming, mode: 0o700)
    let moves = try copyChangedFiles()
    if old.record != nil { try site.remove(BuildRecord.path) }
    let transitional = try incomingManifest(
      Manifest(manifest.files.union(old.manifest.files)), named: "transitional")
    let final = try incomingManifest(manifest, named: "final")
    try makeFolders(for: moves + [final])
    try site.syncFileSystem()

    try put(transitional)
    for move in moves where !move.isPage { try put(move) }
    for move in moves where move.isPage { try put(move) }
    try removeOldFiles()
    try put(final)
    try site.syncFileSystem()
    try putRecord()
    try site.removeFolder(Self.incoming)
    try site.syncFileSystem()
  }

  private func putRecord() throws(PublishingError) {
    guard let record else { return }
    let source = Self.incoming.appending(SitePath("record"))
    try old.folder.create(source, record.bytes)
    try put(Move(source: source, target: BuildRecord.path))
  }

  private func copyChangedFiles() throws(PublishingError) -> [Move] {
    var moves: [Move] = []
    for path in manifest.files.subtracting(unchanged).sorted() {
      let source = Self.incoming.appending(SitePath("\(moves.count)"))
      try old.folder.copy(path, from: staging, to: source)
      moves.append(Move(source: source, target: path))
    }
    return moves
  }

  /// Makes the folders that are missing, or none.
  private func makeFolders(for moves: [Move]) throws(PublishingError) {
    let site = old.folder
    var made: [SitePath] = []
    do throws(PublishingError) {
      // A folder comes before its entries in the order of paths.
      for folder in Set(moves.flatMap(\.target.ancestors)).sorted()
      where try site.status(of: folder) == nil {
        // Below a file, which goes when its turn comes, nothing can be made yet.
        if let parent = folder.parent, try site.status(of: parent)?.isFolder != true { continue }
        try site.makeFolder(folder)
        made.append(folder)
      }
    } catch {
      for folder in made.reversed() { unlinkat(site.number, folder.cString, AT_REMOVEDIR) }
      throw error
    }
  }

  private func incomingManifest(
    _ manifest: Manifest, named name: String
  ) throws(PublishingError) -> Move {
    let source = Self.incoming.appending(SitePath(name))
    try old.folder.create(source, manifest.bytes)
    return Move(source: source, target: Manifest.path)
  }

  /// Renames a file to its place; anything in the way, a file for a folder or the other way
  /// round, goes.
  private func put(_ move: Move) throws(PublishingError) {
    let site = old.folder
    for folder in move.target.ancestors {
      let status = try site.status(of: folder)
      if status?.isFolder ?? false { continue }
      if status != nil { try site.remove(folder) }
      try site.makeFolder(folder)
    }
    if try site.status(of: move.target)?.isFolder ?? false { try site.removeTree(move.target) }
    try site.rename(move.source, to: move.target, in: site)
  }

  /// Removes the files that the new site lacks, then the folders that are empty for it.
  private func removeOldFiles() throws(PublishingError) {
    let site = old.folder
    var folders: Set<SitePath> = []
    for path in old.removedFiles(besides: manifest.files) {
      folders.formUnion(path.ancestors)
      if let status = try site.status(of: path), !status.isFolder { try site.remove(path) }
    }
    // A folder comes before its entries in the order of paths, so backwards it is emptied last.
    for folder in folders.sorted().reversed() {
      if unlinkat(site.number, folder.cString, AT_REMOVEDIR) == 0 { continue }
      guard [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR].contains(errno) else {
        throw .failed(.remove, site.describe(folder))
      }
    }
  }
}
