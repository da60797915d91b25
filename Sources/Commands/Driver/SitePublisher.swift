import Diagnostics
import Guide
import Mustache
import Pages
import Publishing
import SourceFiles
import Synchronization

/// What a site takes from the templates' folders, ready for use.
struct SiteKit: Sendable {
  let templates: TemplateSet
  let assets: AssetCatalog
  let schemas: [(name: String, bytes: [UInt8])]

  /// Reads and compiles.
  ///
  /// - Throws: `TemplateLibrary.BrokenTemplate` or `FileError`.
  init(_ library: TemplateLibrary) throws {
    templates = try library.templates()
    assets = try library.assets()
    schemas = try library.schemas()
  }

  /// A publisher for a guide that was read.
  func publisher(
    of loaded: LoadedGuide, _ findings: [Diagnostic], _ jobs: Int
  ) -> SitePublisher {
    let site = Site(
      guide: loaded.guide, matrix: loaded.matrix, links: loaded.links, surveys: loaded.surveys,
      assets: assets, templates: templates, findings: findings,
      contentFolder: loaded.contentFolder)
    return SitePublisher(
      site: site, files: loaded.files, schemas: schemas, assets: assets, jobs: jobs,
      contentFolder: loaded.contentFolder, mostFileBytes: loaded.guide.settings.limits.assetBytes)
  }
}

/// Renders a site and publishes it: the second half of the pipeline.
struct SitePublisher {
  let site: Site
  let files: [LoadedGuide.LocalFile]
  let schemas: [(name: String, bytes: [UInt8])]
  let assets: AssetCatalog
  let jobs: Int
  /// The guide's folder, out of which no link leads.
  let contentFolder: String
  /// The greatest size of a local file.
  let mostFileBytes: Int

  /// Where two files of the site would have one path.
  func collisions(_ pages: [PageJob]) -> [Diagnostic] {
    site.pathCollisions(
      jobs: pages,
      files: files.map { (site.path(ofFile: $0.path, $0.locale), SourceLocation(path: $0.source)) })
  }

  /// Renders all pages and puts them in the output's place in one step.
  ///
  /// - Parameter record: what the site was built from, asked when all is written.
  /// - Throws: `PublishingError`, `FileError` or `TemplateError`; the old site is then untouched.
  func publish(
    _ pages: [PageJob], to output: String, force: Bool, terminal: Terminal,
    record: () -> BuildRecord?
  ) async throws -> StagedSite.Summary {
    let staged = try StagedSite(output: output, force: force)
    do {
      let progress = Progress(total: pages.count, terminal: terminal)
      _ = try await parallelMap(pages, jobs: jobs) { page in
        for file in try site.files(of: page) { try staged.write(file.path, file.bytes) }
        progress.advance()
      }
      for asset in assets.assets { try staged.write(asset.path, asset.bytes) }
      for schema in schemas { try staged.write("schemas/" + schema.name, schema.bytes) }
      for file in files {
        let bytes = try readFile(file.source, below: contentFolder, limit: mostFileBytes)
        try staged.write(site.path(ofFile: file.path, file.locale), bytes)
      }
      return try staged.publish(record())
    } catch {
      staged.discard()
      throw error
    }
  }
}

/// Counts finished pages and shows them now and then.
private final class Progress: Sendable {
  private let done = Mutex(0)
  private let total: Int
  private let terminal: Terminal

  init(total: Int, terminal: Terminal) {
    self.total = total
    self.terminal = terminal
  }

  func advance() {
    let count = done.withLock { count in
      count += 1
      return count
    }
    if count % 256 == 0 { terminal.progress("rendering \(count) of \(total) pages") }
  }
}
