import Glibc

/// The kernel's watches on folders: the events of inotify(7), as paths.
struct FolderWatches: Sendable {
  private let descriptor: Int32
  /// The watched folders, by the kernel's number.
  private var folders: [Int32: String] = [:]
  /// The folders that were asked for, by the number of the folder around each, and by their name.
  private var roots: [Int32: [String: String]] = [:]
  /// Files that somebody is writing to.
  private var written: Set<String> = []

  private static let events =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
    | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)
  private static let mode =
    UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK) | UInt32(bitPattern: Int32(IN_MASK_ADD))

  init(_ folders: [String]) throws(FolderWatcher.Failure) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw Self.failure("inotify") }
    for folder in folders {
      try watchAround(folder)
      var ignored = FolderChanges()
      try watch(folder, &ignored)
    }
  }

  /// Whether a file is open that was written to; its end will be reported.
  var isWriting: Bool { !written.isEmpty }

  /// Waits until there is something to read.
  ///
  /// - Parameter limit: how long at most; nil for as long as it takes.
  /// - Returns: whether there is.
  @discardableResult
  func wait(_ limit: Duration?) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = limit.map { Int32($0.components.attoseconds / 1_000_000_000_000_000) } ?? -1
    return poll(&entry, 1, milliseconds) > 0
  }

  /// Takes the changes that were reported so far.
  mutating func read() -> FolderChanges {
    var changes = FolderChanges()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      guard count > 0 else { return changes }
      var position = 0
      while position < count {
        let event = buffer.loadUnaligned(fromByteOffset: position, as: inotify_event.self)
        let start = position + MemoryLayout<inotify_event>.size
        let bytes = buffer[start..<start + Int(event.len)].prefix { $0 != 0 }
        note(event, String(decoding: bytes, as: UTF8.self), &changes)
        position = start + Int(event.len)
      }
    }
  }

  private mutating func note(
    _ event: inotify_event, _ name: String, _ changes: inout FolderChanges
  ) {
    func has(_ flag: Int32) -> Bool { event.mask & UInt32(bitPattern: flag) != 0 }
    if has(Int32(IN_Q_OVERFLOW)) { changes.isUnsure = true }
    if has(Int32(IN_IGNORED)) {
      folders[event.wd] = nil
      return
    }
    if let root = roots[event.wd]?[name] {
      changes.isUnsure = true
      if has(Int32(IN_CREATE)) || has(Int32(IN_MOVED_TO)) { try? watch(root, &changes) }
    }
    guard let folder = folders[event.wd], !name.isEmpty, !name.hasPrefix(".") else { return }
    let path = folder + "/" + name
    let isGone = has(Int32(IN_DELETE)) || has(Int32(IN_MOVED_FROM))
    if isGone { changes.removed.insert(path) }
    if has(Int32(bitPattern: UInt32(IN_ISDIR))) {
      if isGone { forget(path) } else { arrive(path, &changes) }
      return
    }
    let isOpen = has(Int32(IN_MODIFY)) || has(Int32(IN_CREATE))
    if isOpen { written.insert(path) } else { written.remove(path) }
    if !isGone { changes.written.insert(path) }
  }

  /// Watches a new folder; its present files count as written.
  private mutating func arrive(_ folder: String, _ changes: inout FolderChanges) {
    do throws(FolderWatcher.Failure) { try watch(folder, &changes) } catch {
      changes.isUnsure = true
    }
  }

  /// Watches a folder and all below it.
  ///
  /// The watch comes before the listing, so that no file is missed between them.
  private mutating func watch(
    _ root: String, _ changes: inout FolderChanges
  ) throws(FolderWatcher.Failure) {
    var waiting = [root]
    while let folder = waiting.popLast() {
      let number = inotify_add_watch(descriptor, folder, Self.events | Self.mode)
      if number < 0, errno == ENOENT, folder != root { continue }
      guard number >= 0 else { throw Self.failure(folder) }
      folders[number] = folder
      guard let stream = opendir(folder) else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasPrefix(".") { continue }
        let path = folder + "/" + name
        switch Self.kind(of: path) {
        case S_IFDIR: waiting.append(path)
        case S_IFREG: changes.written.insert(path)
        default: continue
        }
      }
    }
  }

  private static func kind(of path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  /// Watches the folder around a root, to see the root itself go and come back.
  private mutating func watchAround(_ root: String) throws(FolderWatcher.Failure) {
    guard let resolved = realpath(root, nil) else { throw Self.failure(root) }
    defer { free(resolved) }
    let parts = String(cString: resolved).split(separator: "/")
    guard let name = parts.last else { return }
    let around = "/" + parts.dropLast().joined(separator: "/")
    let events = UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)
    let number = inotify_add_watch(descriptor, around, events | Self.mode)
    guard number >= 0 else { throw Self.failure(around) }
    roots[number, default: [:]][String(name)] = root
  }

  /// Ends the watches on a folder that is not here any more.
  private mutating func forget(_ folder: String) {
    for (number, path) in folders where path == folder || path.hasPrefix(folder + "/") {
      inotify_rm_watch(descriptor, number)
      folders[number] = nil
    }
    written = written.filter { !$0.hasPrefix(folder + "/") }
  }

  private static func failure(_ path: String) -> FolderWatcher.Failure {
    let reason = String(cString: strerror(errno))
    let hint = errno == ENOSPC ? "; raise fs.inotify.max_user_watches" : ""
    return .init(description: "\(path): cannot be watched: \(reason)\(hint)")
  }
}
