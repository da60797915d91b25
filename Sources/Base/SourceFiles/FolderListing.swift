import Glibc

/// The kind of a folder's entry.
public enum EntryKind: Sendable, Hashable {
  case file
  case folder
  case symbolicLink
  case other
}

/// One entry of a folder.
public struct FolderEntry: Sendable, Hashable {
  /// Its name, without the folder.
  public let name: String
  /// The kind of the entry; links are not followed.
  public let kind: EntryKind
}

/// The entries of a folder sorted by the bytes of their names, `.` and `..` left out.
///
/// Names that are not UTF-8 come with the replacement character and cannot be opened by it.
///
/// - Parameters:
///   - root: the folder at the path's beginning, behind which no link is followed; nil if links
///     may be.
///   - limit: how many entries are read; which ones, the file system decides.
public func listFolder(
  _ path: String, below root: String? = nil, limit: Int = .max
) throws(FileError) -> [FolderEntry] {
  let descriptor =
    root.map { openBelow($0, path, O_RDONLY | O_DIRECTORY) }
    ?? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .current(path) }
  guard let stream = fdopendir(descriptor) else {
    close(descriptor)
    throw .current(path)
  }
  defer { closedir(stream) }
  var entries: [FolderEntry] = []
  while entries.count < limit {
    // An unreadable entry looks like the end but for the error.
    errno = 0
    guard let entry = readdir(stream) else {
      guard errno == 0 else { throw .current(path) }
      break
    }
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name == "." || name == ".." { continue }
    entries.append(FolderEntry(name: name, kind: kind(entry.pointee.d_type, path + "/" + name)))
  }
  return entries.sorted { $0.name.precedes($1.name) }
}

/// Whether a folder is at the path; links are followed.
///
/// - Throws: `FileError` if the system does not say what is there, or whether anything is.
public func isFolder(_ path: String) throws(FileError) -> Bool {
  var status = stat()
  return try succeeded(stat(path, &status), path) && status.st_mode & S_IFMT == S_IFDIR
}

/// The absolute path of what is there, links resolved; of what is not, by its nearest folder.
public func absolutePath(_ path: String) -> String {
  if let resolved = realpath(path, nil) {
    defer { free(resolved) }
    return String(cString: resolved)
  }
  let parts = path.split(separator: "/")
  guard let name = parts.last, path != "/" else { return path }
  let parent = parts.dropLast().joined(separator: "/")
  let isAbsolute = path.hasPrefix("/")
  let above = absolutePath(isAbsolute ? "/" + parent : parent.isEmpty ? "." : parent)
  return above == "/" ? "/" + name : above + "/" + name
}

/// The size in bytes of what is at the path, links not followed; nil if there is nothing.
public func fileSize(_ path: String) -> Int? {
  var status = stat()
  return lstat(path, &status) == 0 ? Int(status.st_size) : nil
}

/// Whether a regular file is at the path; links are not followed.
///
/// - Throws: `FileError` if the system does not say what is there, or whether anything is.
public func isRegularFile(_ path: String) throws(FileError) -> Bool {
  var status = stat()
  return try succeeded(lstat(path, &status), path) && status.st_mode & S_IFMT == S_IFREG
}

/// Whether a call found something at the path; false if nothing is there.
private func succeeded(_ result: Int32, _ path: String) throws(FileError) -> Bool {
  guard result != 0 else { return true }
  guard [ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG].contains(errno) else { throw .current(path) }
  return false
}

/// The kind of an entry, from its type only.
///
/// A record is often shorter than its structure in C, so a copy of it could read past the end of
/// the list.
private func kind(_ type: UInt8, _ path: String) -> EntryKind {
  switch Int(type) {
  case Int(DT_REG): return .file
  case Int(DT_DIR): return .folder
  case Int(DT_LNK): return .symbolicLink
  case Int(DT_UNKNOWN):
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
  default: return .other
  }
}
