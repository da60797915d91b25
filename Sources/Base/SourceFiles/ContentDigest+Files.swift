import Glibc

extension ContentDigest {
  /// Adds the names and bytes of a guide's files below a folder.
  ///
  /// Hidden ones are left out; symbolic links and other files without bytes count by name.
  ///
  /// - Parameters:
  ///   - snapshot: the reader of the files; it keeps the bytes of Markdown and YAML.
  ///   - isRead: whether the bytes of a file count too, by its path below the folder.
  /// - Throws: `FileError` if a folder or file cannot be read, if a file is too large for a guide,
  ///   or if files are too many.
  public func add(
    filesBelow folder: String, of snapshot: Snapshot, where isRead: (String) -> Bool = { _ in true }
  ) throws(FileError) {
    var rest = InputLimits().files
    try add(filesBelow: "", root: folder, snapshot, isRead, rest: &rest)
  }

  private func add(
    filesBelow path: String, root: String, _ snapshot: Snapshot, _ isRead: (String) -> Bool,
    rest: inout Int
  ) throws(FileError) {
    let folder = path.isEmpty ? root : root + "/" + path
    let entries = try snapshot.list(folder, below: root, limit: rest + 1)
    rest -= entries.count
    if rest < 0 { throw FileError(path: folder, reason: "too many files") }
    for entry in entries where !entry.name.hasPrefix(".") {
      add("\(entry.kind) \(entry.name)")
      let inner = path.isEmpty ? entry.name : path + "/" + entry.name
      switch entry.kind {
      case .file where isRead(inner):
        let file = folder + "/" + entry.name
        let isText = inner.hasSuffix(".yml") || DocumentPath.stem(inner) != nil
        add(isText ? try snapshot.read(file, below: root) : try snapshot.take(file, below: root))
      case .file: continue
      case .folder: try add(filesBelow: inner, root: root, snapshot, isRead, rest: &rest)
      case .symbolicLink, .other: continue
      }
    }
    add("end")
  }

  /// Adds a file's path, size and time of modification: for files that are replaced, not edited.
  ///
  /// - Throws: `FileError` if there is no such file.
  public func add(stampOf path: String) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .current(path) }
    add("\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)")
  }
}
