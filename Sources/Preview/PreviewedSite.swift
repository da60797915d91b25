import Base
import Guide
import Site
import Synchronization

/// A site in memory, which makes the content of each path on request.
public final class PreviewedSite: Sendable {
  let site: Site
  /// The guide that it shows.
  let loaded: LoadedGuide
  /// The problems of the guide.
  public let findings: [Diagnostic]
  /// Which rebuild it is the result of, from 1.
  let generation: Int
  let paths: PreviewedPaths
  /// The files of the search indices and large matrices that were asked for.
  private let dataFiles = Mutex<[PageJob: [String: [UInt8]]]>([:])

  init(
    _ site: Site, of loaded: LoadedGuide, _ paths: PreviewedPaths, findings: [Diagnostic],
    generation: Int
  ) {
    self.site = site
    self.loaded = loaded
    self.paths = paths
    self.findings = findings
    self.generation = generation
  }

  /// The page's job under a path below the base path; nil for files and if there is nothing.
  func job(_ path: String) -> PageJob? {
    guard case .job(let job) = paths.contents[path] else { return nil }
    return job
  }

  /// The bytes under a path; nil if nothing is.
  ///
  /// - Throws: `TemplateError` or `FileError`.
  func bytes(_ path: String) throws -> [UInt8]? {
    switch paths.contents[path] {
    case .job(let job) where Self.makesManyFiles(job): return try dataFiles(job)[path]
    case .job(let job): return try site.file(of: job)
    case .bytes(let bytes): return bytes
    case .file(let source): return try paths.read(source)
    case nil: return try dataFile(path)
    }
  }

  /// The page that a server shows for a path that is not here: in the language of its first part.
  func notFoundPage(_ path: String) throws -> [UInt8] {
    let locale = locale(of: path)
    let job = locale.map { PageJob.notFound(locale: $0) } ?? .rootNotFound
    return try site.file(of: job)
  }

  private static func makesManyFiles(_ job: PageJob) -> Bool {
    switch job {
    case .searchIndex, .matrixRows: true
    default: false
    }
  }

  /// A part of a search index or of a large matrix, which is beside their pages.
  private func dataFile(_ path: String) throws -> [UInt8]? {
    guard let locale = locale(of: path) else { return nil }
    let owners: [(page: PageJob, data: PageJob)] = [
      (.search(locale: locale), .searchIndex(locale: locale)),
      (.matrix(locale: locale), .matrixRows(locale: locale)),
    ]
    for owner in owners where path.hasPrefix(site.path(of: owner.page)) {
      guard paths.contents[site.path(of: owner.data)] != nil else { continue }
      return try dataFiles(owner.data)[path]
    }
    return nil
  }

  private func dataFiles(_ job: PageJob) throws -> [String: [UInt8]] {
    if let known = dataFiles.withLock({ $0[job] }) { return known }
    var made: [String: [UInt8]] = [:]
    try site.make(job) { made[$0] = $1 }
    dataFiles.withLock { $0[job] = made }
    return made
  }

  private func locale(of path: String) -> Int? {
    let first = path.prefix { $0 != "/" }
    return site.locales.firstIndex { $0.tag == first }
  }
}
