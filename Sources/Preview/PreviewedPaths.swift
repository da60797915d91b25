import Base
import Guide
import Publishing
import Site

/// The paths of a site, and the content under each.
///
/// It stays the same from one build to the next for as long as no page comes or goes.
final class PreviewedPaths: Sendable {
  /// The content under a path.
  enum Content: Sendable {
    case job(PageJob)
    case bytes([UInt8])
    /// A file beside the documents, by its own path.
    case file(String)
  }

  let contents: [String: Content]
  /// A finding for each path that two pages would share.
  let collisions: [Diagnostic]
  private let contentFolder: String
  private let mostFileBytes: Int
  private let site: Site
  private let files: [LoadedGuide.LocalFile]
  private let theme: Int

  /// - Parameter theme: the number of the theme that the site's assets are from.
  init(_ publisher: SitePublisher, theme: Int) {
    site = publisher.site
    files = publisher.files
    contentFolder = publisher.contentFolder
    mostFileBytes = publisher.mostFileBytes
    self.theme = theme
    // Writers see the status, whether or not it is published.
    let jobs = site.jobs() + (site.jobs().contains(.status) ? [] : site.statusJobs)
    var contents: [String: Content] = [:]
    for job in jobs { contents[site.path(of: job)] = .job(job) }
    for asset in publisher.assets.assets { contents[asset.path] = .bytes(asset.bytes) }
    for schema in publisher.schemas { contents["schemas/" + schema.name] = .bytes(schema.bytes) }
    for file in files { contents[site.path(ofFile: file.path, file.locale)] = .file(file.source) }
    self.contents = contents
    collisions = publisher.collisions(jobs)
  }

  /// Reads a file beside the documents.
  ///
  /// - Throws: `FileError` if it is missing now, or has become too large.
  func read(_ source: String) throws -> [UInt8] {
    try readFile(source, below: contentFolder, limit: mostFileBytes)
  }

  /// Whether they are a later site's paths, too.
  func fit(_ publisher: SitePublisher, theme: Int) -> Bool {
    self.theme == theme && site.assets == publisher.site.assets
      && mostFileBytes == publisher.mostFileBytes && files == publisher.files
      && site.hasTheSamePages(as: publisher.site)
  }
}
