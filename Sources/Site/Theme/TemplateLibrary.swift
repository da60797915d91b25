import Base
import Glibc
import Guide
import Mustache

/// The folders that templates, UI words, assets and schemas come from.
///
/// A publisher's own folder comes first, the one that Rolebook brings second, so that any single
/// file can be put in another's place.
public struct TemplateLibrary: Sendable {
  /// The folders that are there, the one that comes first, first.
  public let folders: [String]
  /// The reader of the files; nil if each use reads them again.
  private var snapshot: Snapshot?

  /// Takes a publisher's folder, which must exist if it is named, and the bundled one.
  ///
  /// - Parameter snapshot: the reader of the files; nil if each use reads them again.
  /// - Throws: `MissingTemplates` if one of them is missing.
  public init(_ own: String?, of snapshot: Snapshot? = nil) throws {
    self.snapshot = snapshot
    if let own, try !isFolder(own) {
      throw MissingTemplates(message: "\(own): no such templates folder")
    }
    let candidate = own ?? "templates"
    guard let bundled = try Self.bundled() else {
      throw MissingTemplates(
        message: "the templates are missing: they belong beside the program, or in "
          + "../share/rolebook/templates from it")
    }
    folders = (try isFolder(candidate) ? [candidate] : []) + [bundled]
  }

  /// The same folders, read by another snapshot.
  public func reread(by snapshot: Snapshot) -> TemplateLibrary {
    var library = self
    library.snapshot = snapshot
    return library
  }

  /// Templates that are missing from their places.
  public struct MissingTemplates: Error, CustomStringConvertible {
    let message: String
    /// The message.
    public var description: String { message }
  }

  /// The nearest `templates` folder at or above the program's own folder, or the installed one.
  private static func bundled() throws -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard readlink("/proc/self/exe", &buffer, Int(PATH_MAX)) > 0 else { return nil }
    let path = buffer.withUnsafeBufferPointer {
      $0.baseAddress.map { String(cString: $0) } ?? ""
    }
    var parts = path.split(separator: "/").dropLast()
    let installed = "/" + parts.dropLast().joined(separator: "/") + "/share/rolebook/templates"
    if try isRegularFile(installed + "/layout.mustache") { return installed }
    while true {
      let folder = "/" + (parts + ["templates"]).joined(separator: "/")
      if try isRegularFile(folder + "/layout.mustache") { return folder }
      if parts.popLast() == nil { return nil }
    }
  }

  /// All templates, compiled.
  ///
  /// - Throws: `BrokenTemplate` or `FileError`.
  ///
  /// - Parameter isOffline: whether pages are opened from a disk.
  func templates(isOffline: Bool = false) throws -> TemplateSet {
    let sources = try files(in: nil, ending: ".mustache")
    return try placingErrors {
      try TemplateSet(
        sources.map { source in
          let bytes = isOffline ? OfflineTemplate(source.bytes).bytes : source.bytes
          return (name: stem(source.name), bytes: bytes)
        })
    }
  }

  /// The replacement for modules and requests in a site that is opened from a disk.
  func offlineRuntime() throws -> [UInt8] {
    try files(in: "offline", ending: ".js").flatMap(\.bytes)
  }

  /// An error in a template, at its place in the file.
  public struct BrokenTemplate: Error, CustomStringConvertible {
    /// The place in the file.
    public let location: SourceLocation
    /// The defect.
    public let message: String
    /// Place and defect.
    public var description: String { "\(location): \(message)" }
  }

  /// Runs code that uses templates; an error in one of them names its file.
  public func placingErrors<Result>(_ body: () async throws -> Result) async throws -> Result {
    do { return try await body() } catch let error as TemplateError { throw placed(error) }
  }

  private func placingErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as TemplateError { throw placed(error) }
  }

  private func placed(_ error: TemplateError) -> BrokenTemplate {
    let name = "/\(error.template).mustache"
    let folder = folders.first { (try? isRegularFile($0 + name)) == true } ?? folders[0]
    return BrokenTemplate(
      location: SourceLocation(path: folder + name, line: error.line, column: error.column),
      message: error.message)
  }

  /// The shared files of all pages.
  func assets() throws -> [(name: String, bytes: [UInt8])] { try files(in: "assets", ending: "") }

  /// The JSON Schemas, which are published with the site.
  ///
  /// - Throws: `FileError` if a file cannot be read.
  public func schemas() throws -> [(name: String, bytes: [UInt8])] {
    try files(in: "schemas", ending: ".schema.json")
  }

  /// A file of the preview, which the site does not get; nil if there is none with that name.
  ///
  /// - Throws: `FileError` if it cannot be read.
  public func previewFile(_ name: String) throws -> [UInt8]? {
    try files(in: "preview", ending: "").first { $0.name == name }?.bytes
  }

  /// The templates as they are written.
  func templateSources() throws -> [[UInt8]] {
    try files(in: nil, ending: ".mustache").map(\.bytes)
  }

  /// All files that a site can be made of, each from the first folder that has it.
  ///
  /// - Throws: `FileError` if a file cannot be read.
  public func allFiles() throws -> [(name: String, bytes: [UInt8])] {
    try [nil, "assets", "messages", "offline", "schemas", "strings"].flatMap { subfolder in
      try files(in: subfolder, ending: "").map {
        (name: (subfolder ?? "") + "/" + $0.name, bytes: $0.bytes)
      }
    }
  }

  func stem(_ name: String) -> String {
    String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
  }

  /// The bytes of a file.
  func bytes(of path: String) throws(FileError) -> [UInt8] {
    try (snapshot ?? Snapshot()).read(path)
  }

  /// The files of a subfolder by name, each from the first folder that has it.
  func files(
    in subfolder: String?, ending: String
  ) throws -> [(name: String, path: String, bytes: [UInt8])] {
    let snapshot = snapshot ?? Snapshot()
    var paths: [String: String] = [:]
    for folder in folders.reversed() {
      let path = subfolder.map { folder + "/" + $0 } ?? folder
      guard try isFolder(path) else { continue }
      for entry in try snapshot.list(path)
      where entry.kind == .file && entry.name.hasSuffix(ending) && !entry.name.hasPrefix(".") {
        paths[entry.name] = path + "/" + entry.name
      }
    }
    return try paths.sorted { $0.key < $1.key }.map {
      (name: $0.key, path: $0.value, bytes: try snapshot.read($0.value))
    }
  }

  private func files(
    in subfolder: String, ending: String
  ) throws -> [(name: String, bytes: [UInt8])] {
    try files(in: Optional(subfolder), ending: ending).map { (name: $0.name, bytes: $0.bytes) }
  }
}
