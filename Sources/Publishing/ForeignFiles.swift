import Glibc

/// Files that someone else put into the output folder, on their way into the new site.
struct ForeignFiles {
  let entries: [PublishedSite.Entry]
  let old: PublishedSite
  let staging: Descriptor

  /// Gives each a second name in the staged site, or copies it if that is refused.
  func carry() throws(PublishingError) {
    let folders = try makeFolders()
    for entry in entries where !entry.isEmptyFolder {
      if try staging.link(entry.path, from: old.folder) { continue }
      if entry.status.isSymbolicLink {
        try copyLink(entry)
      } else if entry.status.isRegularFile {
        try staging.copy(entry.path, from: old.folder, to: entry.path)
      } else {
        throw .fileSystem(FileSystemError(.link, old.folder.describe(entry.path), code: EXDEV))
      }
    }
    // Last, innermost first: a folder may be closed to its owner.
    for folder in folders.reversed() {
      try staging.folder(folder.path).adoptAccess(of: folder.status)
    }
  }

  /// Makes the folders that the site itself does not have, for this user only.
  private func makeFolders() throws(PublishingError) -> [PublishedSite.Entry] {
    var needed = Set(entries.lazy.filter(\.isEmptyFolder).map(\.path))
    for entry in entries { needed.formUnion(entry.path.ancestors) }
    var made: [PublishedSite.Entry] = []
    for entry in old.entries where entry.status.isFolder && needed.contains(entry.path) {
      if try staging.status(of: entry.path) != nil { continue }
      try staging.makeFolder(entry.path, mode: 0o700)
      made.append(entry)
    }
    return made
  }

  private func copyLink(_ entry: PublishedSite.Entry) throws(PublishingError) {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard readlinkat(old.folder.number, entry.path.cString, &target, Int(PATH_MAX)) >= 0 else {
      throw .failed(.read, old.folder.describe(entry.path))
    }
    guard symlinkat(target, staging.number, entry.path.cString) == 0 else {
      throw .failed(.create, staging.describe(entry.path))
    }
  }
}
