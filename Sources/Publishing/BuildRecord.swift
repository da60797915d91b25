/// What a published site was built from, kept in the output folder as `.rolebook-build`, so that a
/// build of the same inputs knows that it has nothing to do.
///
/// A line of version, one with the digest of the inputs, then what the build said, as it was.
public struct BuildRecord: Equatable, Sendable {
  static let path = SitePath(".rolebook-build")

  private static let header = "rolebook-build 1"

  /// The digest of all that the site was built from.
  public let inputs: String
  /// What the build said.
  public let report: [UInt8]

  /// Records a build.
  ///
  /// - Parameter inputs: a digest, on one line.
  public init(inputs: String, report: [UInt8]) {
    self.inputs = inputs
    self.report = report
  }

  /// Reads a record; nil for one of another version.
  init?(parsing bytes: [UInt8]) {
    let parts = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual(Self.header.utf8) else { return nil }
    inputs = String(decoding: parts[1], as: UTF8.self)
    report = Array(parts[2])
  }

  var bytes: [UInt8] { Array((Self.header + "\n" + inputs + "\n").utf8) + report }

  /// The record of the site in an output folder, where that is still as it was published; what a
  /// killed run left beside the folder is removed.
  ///
  /// - Returns: The record and the number of files; nil where there is none, where someone else's
  ///   files are there, and where a published file is gone or newer than the publishing.
  /// - Throws: Where the folder cannot be read, or another publisher is at work.
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
