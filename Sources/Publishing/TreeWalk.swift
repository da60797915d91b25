import Glibc

/// A walk through all entries of a folder, in the order of names, links not followed.
///
/// There is no recursion, and the number of open folders is bounded at any depth. Far down, the
/// walk leaves a folder by `..`, and checks that it is back in the previous one.
struct TreeWalk {
  /// A step of the walk.
  enum Step {
    /// Into a folder; whether it is empty.
    case entering(isEmpty: Bool)
    /// Out of a folder, after all its entries.
    case leaving
    /// By something that is not a folder.
    case passing
  }

  /// The place of a step: the entry's folder, its name there, its path from the root.
  struct Place {
    let folder: Descriptor
    let name: SitePath
    let path: SitePath
  }

  private struct Level {
    let name: SitePath
    let path: SitePath?
    let status: FileStatus
    /// Kept open near the root only.
    let folder: Descriptor?
    var rest: [Entry]
  }

  private struct Entry {
    let name: SitePath
    let isFolder: Bool
  }

  /// How many levels keep their folder open.
  private static let openLevels = 64

  let root: Descriptor

  /// Walks; the visitor may remove each file that it gets, and a folder after its content.
  func run(
    _ visit: (Step, Place) throws(PublishingError) -> Void
  ) throws(PublishingError) {
    var folder = root
    var levels = [try level(folder, name: SitePath("."), path: nil, depth: 0)]
    while let top = levels.indices.last {
      if let entry = levels[top].rest.popLast() {
        let path = levels[top].path?.appending(entry.name) ?? entry.name
        let place = Place(folder: folder, name: entry.name, path: path)
        guard entry.isFolder else {
          try visit(.passing, place)
          continue
        }
        let entered = try folder.folder(entry.name)
        let next = try level(entered, name: entry.name, path: path, depth: top + 1)
        try visit(.entering(isEmpty: next.rest.isEmpty), place)
        folder = entered
        levels.append(next)
      } else {
        let left = levels.removeLast()
        guard let outer = levels.last, let path = left.path else { return }
        folder =
          if let open = outer.folder { open } else { try parent(of: folder, expecting: outer) }
        try visit(.leaving, Place(folder: folder, name: left.name, path: path))
      }
    }
  }

  private func parent(
    of folder: Descriptor, expecting level: Level
  ) throws(PublishingError) -> Descriptor {
    let location = level.path.map(root.describe) ?? root.path
    let parent = try folder.folder(SitePath(".."), at: location)
    guard try parent.status().isSameFile(as: level.status) else {
      throw .fileSystem(FileSystemError(.read, folder.path, code: ESTALE))
    }
    return parent
  }

  private func level(
    _ folder: Descriptor, name: SitePath, path: SitePath?, depth: Int
  ) throws(PublishingError) -> Level {
    Level(
      name: name, path: path, status: try folder.status(),
      folder: depth < Self.openLevels ? folder : nil, rest: try entries(of: folder))
  }

  /// A folder's entries in reverse order of names, so that the last is the next.
  private func entries(of folder: Descriptor) throws(PublishingError) -> [Entry] {
    let number = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0, let stream = fdopendir(number) else {
      throw .failed(.read, folder.path)
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if name.text == "." || name.text == ".." { continue }
      let isFolder =
        entry.pointee.d_type == UInt8(DT_UNKNOWN)
        ? try folder.status(of: name)?.isFolder ?? false
        : entry.pointee.d_type == UInt8(DT_DIR)
      entries.append(Entry(name: name, isFolder: isFolder))
      errno = 0
    }
    guard errno == 0 else { throw .failed(.read, folder.path) }
    return entries.sorted { $1.name < $0.name }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> SitePath {
    // By address: the record is often shorter than the structure that describes it.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    return SitePath(cString: Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1)))
  }
}

extension Descriptor {
  /// Removes a folder and all its entries; does nothing if there is no such folder.
  func removeTree(_ path: SitePath) throws(PublishingError) {
    guard try status(of: path) != nil else { return }
    try TreeWalk(root: try folder(path)).run { (step, place) throws(PublishingError) in
      switch step {
      case .entering: break
      case .leaving: try place.folder.removeFolder(place.name)
      case .passing: try place.folder.remove(place.name)
      }
    }
    try removeFolder(path)
  }
}
