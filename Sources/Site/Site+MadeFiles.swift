/// Which files a job makes, as far as that is known before it is done.
extension Site {
  /// The paths of the files that a job made for a published site, in their order.
  ///
  /// - Parameter isPublished: whether that site has a file. Into how many shards the tokens of a
  ///   search index fall, and whether they do, is only known from that.
  public func paths(of job: PageJob, isPublished: (String) -> Bool) -> [String] {
    let suffix = isOffline && job.isData ? OfflineScripts.suffix : ""
    return offlinePaths(of: job, ownPaths(of: job) { isPublished($0 + suffix) })
  }

  private func ownPaths(of job: PageJob, isPublished: (String) -> Bool) -> [String] {
    let first = SitePaths.file(for: path(of: job))
    if case .matrixRows(let locale) = job {
      let folder = paths.matrix(locale)
      let files = 0..<MatrixRows.fileCount(matrix.rows.count)
      return files.map { folder + MatrixRows.titleFile($0) } + [first]
    }
    guard case .searchIndex(let locale) = job else { return [first] }
    let folder = paths.search(locale)
    guard isPublished(folder + SearchIndex.tokenFile(0)) else { return [first] }
    let documents = guide.documents.count { guide.shownLocale(of: $0, for: locale) != nil }
    let shards = (0...).lazy.map { folder + SearchIndex.tokenFile($0) }.prefix(while: isPublished)
    return (0..<documents).map { folder + SearchIndex.entryFile($0) } + shards + [first]
  }
}
