import Glibc

/// A folder of a person's own that gets its first files; nothing in it is ever overwritten.
public struct NewFolder: Sendable {
  private let folder: Descriptor
  /// Its place, if it was made here.
  private let made: OutputFolder?

  /// Opens a folder, or makes it with the folders above it.
  public init(_ path: String) throws(PublishingError) {
    let output = try OutputFolder(path)
    let isThere = try output.parent.status(of: output.name) != nil
    if !isThere { try output.parent.makeFolder(output.name, mode: 0o755) }
    made = isThere ? nil : output
    folder = try output.parent.folder(output.name)
  }

  /// Writes a file that must not exist yet, with the folders above it; on failure none of them is
  /// there.
  ///
  /// - Parameter path: Relative to the folder; it may not leave it.
  public func write(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
    let path = try SitePath(validating: path)
    var made: [SitePath] = []
    do throws(PublishingError) {
      for ancestor in path.ancestors where try folder.status(of: ancestor) == nil {
        try folder.makeFolder(ancestor, mode: 0o755)
        made.append(ancestor)
      }
      try folder.create(path, bytes)
    } catch {
      for ancestor in made.reversed() { try? folder.removeFolder(ancestor) }
      throw error
    }
  }

  /// Removes files that were written, the folders above them that are empty then, and this folder if
  /// it was made.
  public func remove(_ paths: [String]) {
    let paths = paths.compactMap { try? SitePath(validating: $0) }
    for path in paths { try? folder.remove(path) }
    let ancestors = Set(paths.flatMap(\.ancestors)).sorted { $0.cString.count > $1.cString.count }
    for ancestor in ancestors { try? folder.removeFolder(ancestor) }
    if let made { try? made.parent.removeFolder(made.name) }
  }
}
