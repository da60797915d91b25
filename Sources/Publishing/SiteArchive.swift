import Base
import Glibc

/// A published site as one ZIP archive: the files that publishing wrote, without its own lists and
/// without the files that others put beside them.
public struct SiteArchive {
  private let output: String

  /// Names a published site.
  public init(of output: String) {
    self.output = output
  }

  /// Writes the archive; an old one is replaced in one step.
  ///
  /// The same site gives the same bytes.
  ///
  /// - Throws: `PublishingError` if the site cannot be read or the archive not written, `CompressionError`
  ///   if a file is larger than 4 GB.
  public func write(to file: String) throws {
    let folder = try OutputFolder(output)
    let lock = try OutputLock(folder)
    defer { withExtendedLifetime(lock) {} }
    guard let site = try PublishedSite(folder) else { throw PublishingError.failed(.read, output) }
    let staged = "\(file).\(getpid())"
    let number = open(staged, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw PublishingError.failed(.create, file) }
    do {
      let archive = Descriptor(number, path: file)
      var writer = ZipWriter()
      for path in site.manifest.files.sorted() {
        try append(try writer.add(path.text, try site.folder.bytes(of: path)), to: archive)
      }
      try append(writer.end(), to: archive)
      guard rename(staged, file) == 0 else { throw PublishingError.failed(.replace, file) }
    } catch {
      unlink(staged)
      throw error
    }
  }

  private func append(_ bytes: [UInt8], to archive: Descriptor) throws(PublishingError) {
    var failure: PublishingError?
    bytes.withUnsafeBytes { failure = archive.append($0) }
    if let failure { throw failure }
  }
}
