import Glibc

/// The place of a published site: a folder that may not exist yet, and the names next to it.
struct OutputFolder: Sendable {
  /// The folder that contains the output folder.
  let parent: Descriptor
  /// The output folder's name there.
  let name: SitePath

  /// Finds the folder that a path means, links resolved; makes the folders above it.
  init(_ path: String) throws(PublishingError) {
    guard !path.isEmpty else { throw .invalidOutput(path, .empty) }
    let absolute = try Self.resolve(path)
    guard let slash = absolute.utf8.lastIndex(of: UInt8(ascii: "/")), absolute != "/" else {
      throw .invalidOutput(path, .root)
    }
    parent = try Descriptor.folder(slash == absolute.startIndex ? "/" : String(absolute[..<slash]))
    name = SitePath(String(absolute[absolute.index(after: slash)...]))
    if let status = try parent.status(of: name), !status.isFolder {
      throw .invalidOutput(path, .notFolder)
    }
  }

  var path: String { parent.describe(name) }
  /// The folder in which the new site grows, and from which the old one is removed.
  var staging: SitePath { SitePath(".\(name.text).rolebook-staging") }
  /// The file whose lock keeps a second publisher out.
  var lock: SitePath { SitePath(".\(name.text).rolebook-lock") }

  /// The absolute path of an existing file or folder, or of one that can be made in an existing
  /// folder.
  private static func resolve(_ path: String) throws(PublishingError) -> String {
    if let resolved = try realPath(path) { return resolved }
    var status = stat()
    guard lstat(path, &status) != 0 else { throw .invalidOutput(path, .danglingLink) }
    let components = path.utf8.split(separator: UInt8(ascii: "/"))
    guard let name = components.last.flatMap(String.init), name != "..", name != "." else {
      throw .fileSystem(FileSystemError(.read, path, code: ENOENT))
    }
    var parent = path.utf8.first == UInt8(ascii: "/") ? "/" : "./"
    for component in components.dropLast() {
      parent += String(decoding: component, as: UTF8.self)
      if mkdir(parent, 0o755) == 0 {
        guard chmod(parent, 0o755) == 0 else { throw .failed(.create, parent) }
      } else if errno != EEXIST {
        throw .failed(.create, parent)
      }
      parent += "/"
    }
    guard let resolved = try realPath(parent) else { throw .failed(.read, parent) }
    return resolved == "/" ? "/\(name)" : "\(resolved)/\(name)"
  }

  /// A path without links; nil if there is nothing.
  private static func realPath(_ path: String) throws(PublishingError) -> String? {
    guard let resolved = realpath(path, nil) else {
      if errno == ENOENT { return nil }
      throw .failed(.read, path)
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
