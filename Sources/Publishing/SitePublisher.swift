import Base
import Guide
import Mustache
import Site
import Synchronization

/// Renders a site and publishes it: the second half of the pipeline.
public struct SitePublisher: Sendable {
  /// The site.
  public let site: Site
  /// The files beside the documents that are published along.
  public let files: [LoadedGuide.LocalFile]
  /// The JSON Schemas.
  public let schemas: [(name: String, bytes: [UInt8])]
  /// The shared files of all pages.
  public let assets: AssetCatalog
  /// How many pages are worked on at once.
  public let jobs: Int
  /// The guide's folder, out of which no link leads.
  public let contentFolder: String
  /// The greatest size of a local file.
  public let mostFileBytes: Int
  /// Whether each text file gets its compressed forms beside it.
  public var isPrecompressing = false

  /// Takes a theme and a guide that was read.
  public init(
    _ theme: Theme, of loaded: LoadedGuide, _ findings: [Diagnostic], jobs: Int,
    options: SiteOptions = SiteOptions()
  ) {
    site = theme.site(of: loaded, findings, options)
    files = loaded.files
    schemas = theme.schemas
    assets = site.assets
    self.jobs = jobs
    contentFolder = loaded.contentFolder
    mostFileBytes = loaded.guide.settings.limits.assetBytes
  }

  /// A finding for each path that two files of the site would share.
  public func collisions(_ pages: [PageJob]) -> [Diagnostic] {
    site.pathCollisions(
      jobs: pages,
      files: files.map { (site.path(ofFile: $0.path, $0.locale), SourceLocation(path: $0.source)) })
  }

  /// Renders all pages but those that are published already, and puts them in the output's place in
  /// one step.
  ///
  /// - Parameters:
  ///   - keys: by what pages are known to be as they were; nil to render all.
  ///   - progress: called now and then with how many pages are done.
  ///   - record: makes the record of the site's inputs from its parts, when all is written.
  /// - Throws: `PublishingError`, `FileError` or `TemplateError`; the old site is then untouched.
  public func publish(
    _ pages: [PageJob], to output: String, force: Bool, keys: PageKeys?,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void,
    record: ([BuildRecord.Part]) -> BuildRecord?
  ) async throws -> StagedSite.Summary {
    let staged = try StagedSite(output: output, force: force)
    do {
      let progress = Progress(total: pages.count, report: progress)
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

  /// Whether a recorded part names the very files that a page is made of.
  ///
  /// Others may have written the record, because it is in the output folder.
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

  /// Writes a file and, if that is asked for, its compressed forms.
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
  private let report: @Sendable (Int, Int) -> Void

  init(total: Int, report: @escaping @Sendable (Int, Int) -> Void) {
    self.total = total
    self.report = report
  }

  func advance() {
    let count = done.withLock { count in
      count += 1
      return count
    }
    if count % 256 == 0 { report(count, total) }
  }
}
