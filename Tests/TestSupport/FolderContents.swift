import Foundation

/// The files below a folder with their bytes: what two builds are compared by.
///
/// The record of what a site was built from is left out; it tells of the inputs, not of the site.
public struct FolderContents: Equatable, Sendable {
  /// Bytes by path relative to the folder; a symbolic link's bytes are its target.
  public let files: [String: Data]

  /// Reads every file below a folder.
  public init(of folder: URL) throws {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path != ".rolebook-build" {
      let file = folder.appending(path: path)
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      switch attributes[.type] as? FileAttributeType {
      case .typeRegular: files[path] = try Data(contentsOf: file)
      case .typeSymbolicLink:
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: file.path)
        files[path] = Data(target.utf8)
      default: break
      }
    }
    self.files = files
  }

  /// The paths in the order of their bytes.
  public var paths: [String] {
    files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A file's text, or nil if it is not there or not UTF-8.
  public func text(_ path: String) -> String? {
    files[path].flatMap { String(data: $0, encoding: .utf8) }
  }

  /// The differences of another folder, one line per path: `missing`, `unexpected`, or `differs`.
  ///
  /// - Parameter actual: The folder that is judged; the receiver is what is expected of it.
  public func differences(from actual: FolderContents) -> [String] {
    let missing = paths.filter { actual.files[$0] == nil }.map { "missing: \($0)" }
    let unexpected = actual.paths.filter { files[$0] == nil }.map { "unexpected: \($0)" }
    let changed = paths.filter { path in
      actual.files[path].map { $0 != files[path] } ?? false
    }
    return missing + unexpected + changed.map { "differs: \($0)" }
  }
}
