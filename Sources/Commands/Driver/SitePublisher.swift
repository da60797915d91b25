import Base
import Guide
import Mustache
import Publishing
import Site
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
    of loaded: LoadedGuide, _ findings: [Diagnostic], _ jobs: Int, news: SiteNews? = nil
  ) -> SitePublisher {
    let site = Site(
      guide: loaded.guide, matrix: loaded.matrix, links: loaded.links, surveys: loaded.surveys,
      assets: assets, templates: templates, findings: findings,
      contentFolder: loaded.contentFolder, news: news)
    return SitePublisher(
      site: site, files: loaded.files, schemas: schemas, assets: assets, jobs: jobs,
      contentFolder: loaded.contentFolder, mostFileBytes: loaded.guide.settings.limits.assetBytes)
  }
}

/// Renders a site and publishes it: the second half of the pipeline.
struct SitePublisher {
  var site: Site
  let files: [LoadedGuide.LocalFile]
  let schemas: [(name: String, bytes: [UInt8])]
  let assets: AssetCatalog
  let jobs: Int
  /// The guide's folder, out of which no link leads.
  let contentFolder: String
  /// The greatest size of a local file.
  let mostFileBytes: Int
  /// Whether each text file gets its compressed forms beside it.
  var isPrecompressing = false

  /// Where two files of the site would have one path.
  func collisions(_ pages: [PageJob]) -> [Diagnostic] {
    site.pathCollisions(
      jobs: pages,
      files: files.map { (site.path(ofFile: $0.path, $0.locale), SourceLocation(path: $0.source)) })
  }

  /// Renders all pages but those that are published already, and puts them in the output's place in
  /// one step.
  ///
  /// - Parameters:
  ///   - keys: by what pages are known to be as they were; nil to render all.
  ///   - record: what the site was built from, asked when all is written, with its parts.
  /// - Throws: `PublishingError`, `FileError` or `TemplateError`; the old site is then untouched.
  func publish(
    _ pages: [PageJob], to output: String, force: Bool, terminal: Terminal, keys: PageKeys?,
    record: ([BuildRecord.Part]) -> BuildRecord?
  ) async throws -> StagedSite.Summary {
    let staged = try StagedSite(output: output, force: force)
    do {
      let progress = Progress(total: pages.count, terminal: terminal)
      let published = PublishedParts(staged.recordOfPublishedSite)
      let parts = try await parallelMap(pages, jobs: jobs) { page in
        defer { progress.advance() }
        let key = keys?.key(of: page)?.hexadecimal
        if let key, let part = published[key], isPart(part, of: page, in: staged),
          try staged.keep(part.paths)
        {
          return part
        }
        var paths: [String] = []
        try site.make(page) { paths += try write($0, $1, to: staged) }
        return BuildRecord.Part(key: key ?? "", paths: paths)
      }
      let ready =
        assets.assets.map { (path: $0.path, bytes: $0.bytes) }
        + schemas.map { (path: "schemas/" + $0.name, bytes: $0.bytes) }
      _ = try await parallelMap(ready, jobs: jobs) {
        _ = try write($0.path, $0.bytes, to: staged)
      }
      _ = try await parallelMap(files, jobs: jobs) { file in
        let path = site.path(ofFile: file.path, file.locale)
        let bytes = try readFile(file.source, below: contentFolder, limit: mostFileBytes)
        _ = try write(path, bytes, to: staged)
      }
      return try staged.publish(record(parts.filter { !$0.key.isEmpty }))
    } catch {
      staged.discard()
      throw error
    }
  }

  /// Whether a recorded part names the very files that a page is made of: the record lies in the
  /// output folder, where others may have written it.
  private func isPart(
    _ part: BuildRecord.Part, of page: PageJob, in staged: StagedSite
  ) -> Bool {
    site.paths(of: page, isPublished: staged.isPublished)
      .flatMap { [$0] + compressedForms(of: $0).map(\.path) }
      .elementsEqual(part.paths) { $0.utf8.elementsEqual($1.utf8) }
  }

  /// The compressed forms that a file gets.
  private func compressedForms(of path: String) -> [(path: String, form: Precompression)] {
    guard isPrecompressing, Precompression.suits(path) else { return [] }
    return Precompression.allCases.map { (path + $0.suffix, $0) }
  }

  /// Writes a file and, where that is asked for, its compressed forms.
  ///
  /// - Returns: the paths of all that was written.
  private func write(
    _ path: String, _ bytes: [UInt8], to staged: StagedSite
  ) throws -> [String] {
    try staged.write(path, bytes)
    let forms = compressedForms(of: path)
    for form in forms { try staged.write(form.path, try form.form.compress(bytes)) }
    return [path] + forms.map(\.path)
  }
}

/// The parts of the published site that may be taken over, by their keys.
private struct PublishedParts: Sendable {
  private let parts: [String: BuildRecord.Part]

  init(_ record: BuildRecord?) {
    parts = Dictionary(
      (record?.parts ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(key: String) -> BuildRecord.Part? { parts[key] }
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
