import Base
import Guide
import Site
import Synchronization

/// A site as it stands in memory: what is under each path, made when asked for.
final class PreviewedSite: Sendable {
  let site: Site
  let findings: [Diagnostic]
  /// Which rebuild it is the result of, from 1.
  let generation: Int
  let paths: PreviewedPaths
  /// The files of the search indices that were asked for, by locale.
  private let searchFiles = Mutex<[Int: [String: [UInt8]]]>([:])

  init(_ site: Site, _ paths: PreviewedPaths, findings: [Diagnostic], generation: Int) {
    self.site = site
    self.paths = paths
    self.findings = findings
    self.generation = generation
  }

  /// The page's job under a path below the base path; nil for files and where nothing is.
  func job(_ path: String) -> PageJob? {
    guard case .job(let job) = paths.contents[path] else { return nil }
    return job
  }

  /// The bytes under a path; nil where nothing is.
  ///
  /// - Throws: `TemplateError` or `FileError`.
  func bytes(_ path: String) throws -> [UInt8]? {
    switch paths.contents[path] {
    case .job(.searchIndex(let locale)): return try searchFiles(locale)[path]
    case .job(let job): return try site.file(of: job)
    case .bytes(let bytes): return bytes
    case .file(let source): return try paths.read(source)
    case nil: return try searchFile(path)
    }
  }

  /// The page that a server shows for a path that is not here: in the language of its first part.
  func notFoundPage(_ path: String) throws -> [UInt8] {
    let locale = locale(of: path)
    let job = locale.map { PageJob.notFound(locale: $0) } ?? .rootNotFound
    return try site.file(of: job)
  }

  /// A part of a search index, which lies beside the search page.
  private func searchFile(_ path: String) throws -> [UInt8]? {
    guard let locale = locale(of: path),
      path.hasPrefix(site.path(of: .search(locale: locale)))
    else { return nil }
    return try searchFiles(locale)[path]
  }

  private func searchFiles(_ locale: Int) throws -> [String: [UInt8]] {
    if let known = searchFiles.withLock({ $0[locale] }) { return known }
    var made: [String: [UInt8]] = [:]
    try site.make(.searchIndex(locale: locale)) { made[$0] = $1 }
    searchFiles.withLock { $0[locale] = made }
    return made
  }

  private func locale(of path: String) -> Int? {
    let first = path.prefix { $0 != "/" }
    return site.locales.firstIndex { $0.tag == first }
  }
}
