import Guide

/// Which files of a site that is opened from a disk are there as scripts.
extension Site {
  /// Whether scripts ask for the files of a job.
  ///
  /// They ask for the search, large matrices, and documents with the texts of panels. They also ask
  /// for the page of changes, and for the first page, which lists documents and keys.
  func isRequested(_ job: PageJob) -> Bool {
    if case .document(let document, _) = job {
      return guide.documents[document].isHome || !matrix.rowsOfDocument[document].isEmpty
    }
    switch job {
    case .home, .changes: return true
    default: return job.isData
    }
  }

  /// The files that come along with one: all titles of a matrix, which must be there when it is printed,
  /// with its letters.
  func nextFiles(_ job: PageJob, _ path: String) -> [String] {
    guard case .matrixRows(let locale) = job, path == paths.matrixRows(locale) else { return [] }
    return (0..<MatrixRows.fileCount(matrix.rows.count)).map(MatrixRows.titleFile)
  }

  /// The paths of the files that a job made, with those that are there as scripts.
  func offlinePaths(of job: PageJob, _ paths: [String]) -> [String] {
    guard isOffline, isRequested(job) else { return paths }
    let scripts = paths.map { $0 + OfflineScripts.suffix }
    return job.isData ? scripts : paths + scripts
  }
}

extension PageJob {
  /// Whether only scripts use its files.
  var isData: Bool {
    switch self {
    case .searchIndex, .matrixRows: true
    default: false
    }
  }
}
