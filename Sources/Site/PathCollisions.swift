import Base
import Guide

extension Site {
  /// Finds files that would overwrite each other, and files with the path of a folder.
  ///
  /// Paths that differ only in case collide too, since some servers cannot tell them apart.
  ///
  /// - Parameter files: the local files that are copied along.
  public func pathCollisions(
    jobs: [PageJob], files: [(path: String, origin: SourceLocation)]
  ) -> [Diagnostic] {
    var taken: [String: (path: String, origin: SourceLocation?)] = [:]
    var diagnostics: [Diagnostic] = []
    func collide(
      _ path: String, _ origin: SourceLocation?, with other: (path: String, origin: SourceLocation?)
    ) {
      let place = origin ?? other.origin ?? SourceLocation(path: guide.settings.path)
      let second = origin == nil ? nil : other.origin
      diagnostics.append(
        Diagnostic(
          .outputCollision,
          path == other.path
            ? "two files of the site would be '/\(path)'"
            : "'/\(path)' and '/\(other.path)' cannot both be in the site", at: place,
          notes: second.map { [.init("the other one comes from here", at: $0)] } ?? [],
          hint: second == nil ? "rename the file; a page of the site has this path" : nil))
    }
    let all =
      jobs.map { (SitePaths.file(for: path(of: $0)), origin(of: $0)) } + files.map { ($0, $1) }
    for (path, origin) in all {
      if let other = taken[path.lowercased()] {
        collide(path, origin, with: other)
      } else {
        taken[path.lowercased()] = (path, origin)
      }
    }
    for (path, origin) in all {
      var folder = path[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        if let other = taken[folder.lowercased()] { collide(path, origin, with: other) }
      }
    }
    return diagnostics + movedDocuments()
  }

  /// Whether both sites have pages at the same paths, regardless of their contents.
  public func hasTheSamePages(as other: Site) -> Bool {
    guide.settings.basePath == other.guide.settings.basePath
      && guide.locales.map(\.tag) == other.guide.locales.map(\.tag)
      && guide.locales.map(\.fallback) == other.guide.locales.map(\.fallback)
      && (guide.reviews == nil) == (other.guide.reviews == nil)
      && guide.settings.parties.map(\.text) == other.guide.settings.parties.map(\.text)
      && guide.documents.elementsEqual(other.guide.documents) { own, other in
        own === other
          || (own.key == other.key && own.responsibilities.isEmpty == other.responsibilities.isEmpty
            && own.versions.elementsEqual(other.versions) { ($0 == nil) == ($1 == nil) })
      }
      && hasTheSameMatrixPages(as: other)
  }

  /// Whether the same pages and files have the rows, which depends on how many there are.
  private func hasTheSameMatrixPages(as other: Site) -> Bool {
    matrixFitsHome == other.matrixFitsHome
      && [1, guide.locales.count].allSatisfy {
        makesWorkbook(of: $0) == other.makesWorkbook(of: $0)
      }
      && matrixParts.all.elementsEqual(other.matrixParts.all) { $0.documents == $1.documents }
  }

  /// The path of a local file in the output.
  public func path(ofFile path: String, _ locale: Int) -> String { paths.file(path, locale) }

  private func origin(of job: PageJob) -> SourceLocation? {
    guard case .document(let document, let locale) = job,
      let shown = guide.shownLocale(of: guide.documents[document], for: locale)
    else { return nil }
    return guide.documents[document].versions[shown].map { SourceLocation(path: $0.document.path) }
  }
}
