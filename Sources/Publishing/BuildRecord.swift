/// The inputs of a published site, kept in a file of the output folder.
///
/// A build of the same inputs finds that it has nothing to do. The file is `.rolebook-build`.
///
/// It has a line with the version, one with the digest of the inputs, and one with the number of
/// the site's parts. A line for each part has its key and its files, with tabs between them. The
/// messages of the build follow, unchanged.
public struct BuildRecord: Equatable, Sendable {
  static let path = SitePath(".rolebook-build")

  private static let header = "rolebook-build 2"

  /// Files that were made in one piece.
  public struct Part: Equatable, Sendable {
    /// A digest of everything that the files depend on; the same digest means the same files.
    public let key: String
    /// The files.
    public let paths: [String]

    /// Records files; neither the key nor a path contains control characters.
    public init(key: String, paths: [String]) {
      self.key = key
      self.paths = paths
    }
  }

  /// The digest of all that the site was built from.
  public let inputs: String
  /// The parts of the site that a later build may take over.
  public let parts: [Part]
  /// The messages of the build.
  public let report: [UInt8]

  /// Records a build.
  ///
  /// - Parameter inputs: a digest, on one line.
  public init(inputs: String, parts: [Part] = [], report: [UInt8]) {
    self.inputs = inputs
    self.parts = parts
    self.report = report
  }

  /// Reads a record; nil for another version, and for one that no build wrote: with impossible
  /// paths, or a path in two parts.
  init?(parsing bytes: [UInt8]) {
    var rest = bytes[...]
    func line() -> ArraySlice<UInt8>? {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return rest[..<end]
    }
    guard line()?.elementsEqual(Self.header.utf8) ?? false, let inputs = line(),
      let count = line().flatMap({ Int(String(decoding: $0, as: UTF8.self)) }), count >= 0
    else { return nil }
    var parts: [Part] = []
    var seen: Set<String> = []
    while parts.count < count {
      guard let words = line()?.split(separator: UInt8(ascii: "\t")), let key = words.first else {
        return nil
      }
      let paths = words.dropFirst().map { String(decoding: $0, as: UTF8.self) }
      guard paths.allSatisfy({ SitePath.isValid($0) && seen.insert($0).inserted }) else {
        return nil
      }
      parts.append(Part(key: String(decoding: key, as: UTF8.self), paths: paths))
    }
    self.inputs = String(decoding: inputs, as: UTF8.self)
    self.parts = parts
    report = Array(rest)
  }

  var bytes: [UInt8] {
    var text = "\(Self.header)\n\(inputs)\n\(parts.count)\n"
    for part in parts { text += "\(([part.key] + part.paths).joined(separator: "\t"))\n" }
    return Array(text.utf8) + report
  }

  /// The record of the site in an output folder, if that is still as it was published.
  ///
  /// The leftovers of a killed run beside the folder are removed.
  ///
  /// - Returns: The record and the number of files. Nil if there is none, if someone else's files
  ///   are there, or if a published file is gone or newer than the publishing.
  /// - Throws: If the folder cannot be read, or another publisher is at work.
  public static func ofUntouchedSite(
    _ output: String
  ) throws(PublishingError) -> (record: BuildRecord, fileCount: Int)? {
    let folder = try OutputFolder(output)
    let lock = try OutputLock(folder)
    defer { withExtendedLifetime(lock) {} }
    // The old site that a run left when it was killed after the exchange: no publishing follows
    // that would remove it.
    try folder.parent.removeTree(folder.staging)
    guard let site = try PublishedSite(folder), let record = site.record, site.isUntouched else {
      return nil
    }
    return (record, site.manifest.files.count)
  }
}
